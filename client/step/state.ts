import type { LucideIcon } from 'lucide-react'
import { unreachable } from '../../shared/assert.ts'
import { isFormal } from '../../shared/board/decisions.ts'
import type { Step } from '../../shared/board/model.ts'
import type { MessageKey } from '../../shared/messages/format.ts'
import { AgreedIcon, OpenIcon, ReopenedIcon, ReviewIcon } from '../ui/icons.ts'

/** How a step's state looks and what it is called. Colour never says it alone: icon and word are always there. */
export interface StateLook {
  readonly look: 'open' | 'review' | 'agreed' | 'again'
  readonly icon: LucideIcon
  readonly word: MessageKey
}

export const stateOf = ({ state }: Pick<Step, 'state'>): StateLook => {
  switch (state.is) {
    case 'agreed':
      return {
        look: 'agreed',
        icon: AgreedIcon,
        word: isFormal(state.decision) ? 'step.agreed' : 'step.working',
      }
    case 'inReview':
      return { look: 'review', icon: ReviewIcon, word: 'step.inReview' }
    case 'open':
      return state.reopened
        ? { look: 'again', icon: ReopenedIcon, word: 'step.reopened' }
        : { look: 'open', icon: OpenIcon, word: 'step.open' }
    default:
      return unreachable(state)
  }
}

/** What the way to the agreed version is called: only a formal decision has been decided on. */
export const seeWord = ({ state }: Pick<Step, 'state'>): MessageKey =>
  state.is === 'agreed' && !isFormal(state.decision) ? 'step.seeWorking' : 'step.seeAgreed'
