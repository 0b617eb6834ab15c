import { later } from '../ui/later.ts'

/** Few ever change a limit: only they fetch what it takes. */
export const limitsDialog = later(async () => (await import('../settings/LimitsDialog.tsx')).LimitsDialog)
