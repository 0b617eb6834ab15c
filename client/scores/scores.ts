import { later } from '../ui/later.ts'

/** Only the wide views have room for it. */
export const contributions = later(async () => (await import('./Contributions.tsx')).Contributions)
