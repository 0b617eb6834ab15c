import type { agree as en } from '../en/agree.ts'

export const agree: typeof en = {}
