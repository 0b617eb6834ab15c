import { later } from '../ui/later.ts'

/** Only the wide views have room for it. */
export const itemTable = later(async () => (await import('./ItemTable.tsx')).ItemTable)
