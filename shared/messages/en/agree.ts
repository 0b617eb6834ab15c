export const agree = {}
