import { later } from '../ui/later.ts'

/** The first text is there before its tools are. */
export const bar = later(async () => (await import('./Toolbar.tsx')).Toolbar)
