import type { text as en } from '../en/text.ts'

export const text: typeof en = {}
