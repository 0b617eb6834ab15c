import type { MessageKey, MessageValues } from '../../shared/messages/format.ts'
import type { Line, RefusedWords, Saving } from '../live/session.ts'

/** What the top bar says of saving. */
export interface SavingWords {
  readonly is: 'saved' | 'saving' | 'offline' | 'refused'
  readonly key: MessageKey
  readonly values?: MessageValues
  /** Said instead where there is little room: the whole stands in a banner below. */
  readonly short?: MessageKey
  /** The step whose proposals hold the words. */
  readonly proposalOf?: string
}

const refused = {
  pending: 'board.notTakenPending',
  proposal: 'board.notTakenProposal',
  here: 'board.notTakenHere',
} as const

/** The worst first: words that were not taken, then a line that is down, then what is on its way. */
export const savingWords = (saving: Saving, line: Line, refusals: readonly RefusedWords[]): SavingWords => {
  const last = refusals.at(-1)
  if (last)
    return {
      is: 'refused',
      key: refused[last.kept],
      short: 'board.notTaken',
      ...(last.kept === 'proposal' && { proposalOf: last.stepId }),
    }
  if (saving.is === 'offline')
    return saving.count === 0
      ? { is: 'offline', key: 'board.offline' }
      : { is: 'offline', key: 'board.offlineKept', values: { count: saving.count }, short: 'board.offline' }
  if (saving.is === 'saving') return { is: 'saving', key: 'board.saving' }
  // Nothing waits here, but whether the server is there is not known yet.
  return line === 'connecting' ? { is: 'saving', key: 'board.connecting' } : { is: 'saved', key: 'board.saved' }
}
