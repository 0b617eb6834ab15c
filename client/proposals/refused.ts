import { later } from '../ui/later.ts'

/** Fetched while there is a line: what it shows was often written without one. */
export const refused = later(async () => (await import('./RefusedBanner.tsx')).RefusedBanner)
