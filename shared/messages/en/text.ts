export const text = {}
