import type { step as en } from '../en/step.ts'

export const step: typeof en = {}
