import { later } from '../ui/later.ts'

/* What a plan can be written without: it comes after it. */

export const inboxButton = later(async () => (await import('./InboxButton.tsx')).InboxButton)
export const visitNotice = later(async () => (await import('./VisitNotice.tsx')).VisitNotice)
