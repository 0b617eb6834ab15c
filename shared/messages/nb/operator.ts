import type { operator as en } from '../en/operator.ts'

export const operator: typeof en = {}
