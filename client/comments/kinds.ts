import type { LucideIcon } from 'lucide-react'
import type { CommentKind } from '../../shared/board/comment.ts'
import type { ChipKind } from '../ui/Chip.tsx'
import { CommentIcon, ProposalIcon } from '../ui/icons.ts'
import { AskIcon, ObjectionIcon, SupportIcon } from './icons.ts'

/** What each kind of comment looks like; its word is `comments.kind=…`. */
export const looks: Readonly<Record<CommentKind, { readonly chip: ChipKind; readonly icon: LucideIcon }>> = {
  comment: { chip: 'open', icon: CommentIcon },
  question: { chip: 'info', icon: AskIcon },
  objection: { chip: 'error', icon: ObjectionIcon },
  support: { chip: 'agreed', icon: SupportIcon },
  suggestion: { chip: 'review', icon: ProposalIcon },
}
