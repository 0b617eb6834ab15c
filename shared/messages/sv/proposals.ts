import type { proposals as en } from '../en/proposals.ts'

export const proposals: typeof en = {}
