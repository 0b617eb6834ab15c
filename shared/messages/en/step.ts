export const step = {}
