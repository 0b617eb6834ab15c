import { later } from '../ui/later.ts'

/** Only those who have just come in are reminded, so only they fetch it. */
export const wayBackNotice = later(async () => (await import('./WayBackNotice.tsx')).WayBackNotice)
