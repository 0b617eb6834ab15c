import type { MessageKey, MessageValues } from '../../shared/messages/format.ts'
import type { Line, RefusedWords, Saving } from '../live/session.ts'

/** What the top bar says of saving. */
export interface SavingWords {
  readonly is: 'saved' | 'saving' | 'loading' | 'offline' | 'refused'
  readonly key: MessageKey
  readonly values?: MessageValues
  /** Said instead where there is little room: the whole stands in a banner below. */
  readonly short?: MessageKey
  /** The step whose proposals hold the words. */
  readonly proposalOf?: string
}

/**
 * The worst first: words that are kept nowhere yet, then a line that is down, then what is on its way, then words
 * that were not taken but are safe as a proposal.
 */
export const savingWords = (saving: Saving, line: Line, refusals: readonly RefusedWords[]): SavingWords => {
  const short = 'board.notTaken'
  if (refusals.some(({ kept }) => kept === 'here')) return { is: 'refused', key: 'board.notTakenHere', short }
  if (refusals.some(({ kept }) => kept === 'pending'))
    return { is: 'refused', key: 'board.notTakenPending', short }
  if (saving.is === 'offline') {
    const { count } = saving
    return count === 0
      ? { is: 'offline', key: 'board.offline' }
      : { is: 'offline', key: 'board.offlineKept', values: { count }, short: 'board.offline' }
  }
  if (saving.is === 'saving') return { is: 'saving', key: 'board.saving' }
  // Nothing waits here, but whether the server is there is not known yet.
  if (line !== 'online') return { is: 'loading', key: 'board.connecting' }
  if (saving.is === 'loading') return { is: 'loading', key: 'board.fetching' }
  const proposed = refusals.at(-1)
  return proposed
    ? { is: 'refused', key: 'board.notTakenProposal', short, proposalOf: proposed.stepId }
    : { is: 'saved', key: 'board.saved' }
}
