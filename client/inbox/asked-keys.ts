import type { InboxEntry } from '../../shared/board/inbox.ts'
import type { MessageKey } from '../../shared/messages/format.ts'

/** Why something stands in the inbox, with `name`: who brought it there. */
export const askedKeys = {
  mention: 'inbox.mention',
  assigned: 'inbox.assigned',
  answer: 'inbox.answer',
  review: 'inbox.review',
} as const satisfies Record<InboxEntry['because'], MessageKey>
