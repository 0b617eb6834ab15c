import { unreachable } from '../../shared/assert.ts'
import type { Mode } from '../../shared/protocol/version.ts'
import { CloseCode } from '../../shared/protocol/version.ts'
import type { Heard } from './provider.ts'
import type { RoomState } from './session.ts'

/* Where a room stands, moved by what its line says and by nothing else. */

export type Standing =
  /** Read-only until both the document and the mode have come on one and the same connection. */
  | { readonly is: 'syncing'; readonly synced: boolean; readonly mode: Mode | null }
  /** Whole once: from here on the person may go on while the line is away. */
  | { readonly is: 'whole'; readonly mode: Mode }
  /** Something of ours was not taken. The document is lost; what is typed now would be lost with it. */
  | { readonly is: 'refused'; readonly by: Refused }
  | { readonly is: 'unknownContent'; readonly names: readonly string[] }
  | { readonly is: 'failed'; readonly because: Extract<RoomState, { is: 'failed' }>['because'] }

type Refused = Omit<Extract<Heard, { type: 'refused' }>, 'type'>

export const fresh: Standing = { is: 'syncing', synced: false, mode: null }

export const move = (standing: Standing, heard: Heard): Standing => {
  // Neither heals by anything that still comes: the document must be made anew, or the page.
  if (standing.is === 'refused' || standing.is === 'unknownContent') return standing
  switch (heard.type) {
    case 'mode':
      if (standing.is === 'whole') return { is: 'whole', mode: heard.mode }
      return settle({ is: 'syncing', synced: standing.is === 'syncing' && standing.synced, mode: heard.mode })
    case 'synced':
      return standing.is === 'syncing' ? settle({ ...standing, synced: true }) : standing
    case 'unknown':
      return { is: 'unknownContent', names: heard.names }
    case 'refused':
      return { is: 'refused', by: { reason: heard.reason, proposalId: heard.proposalId } }
    case 'closed':
      return standing.is === 'whole' ? standing : (failures[heard.code] ?? fresh)
    default:
      return unreachable(heard)
  }
}

const settle = (syncing: Extract<Standing, { is: 'syncing' }>): Standing =>
  syncing.synced && syncing.mode ? { is: 'whole', mode: syncing.mode } : syncing

const failures: Readonly<Record<number, Standing>> = {
  [CloseCode.noRoom]: { is: 'failed', because: 'notFound' },
  [CloseCode.loadError]: { is: 'failed', because: 'loadError' },
  [CloseCode.tooMany]: { is: 'failed', because: 'tooMany' },
}

/** What the views are told. */
export const shown = (standing: Standing): RoomState => {
  switch (standing.is) {
    case 'syncing':
      return { is: 'syncing' }
    case 'whole':
      return standing.mode.is === 'rw'
        ? { is: 'writable' }
        : { is: 'readOnly', because: standing.mode.because }
    case 'refused': {
      const { reason } = standing.by
      return reason === 'earlier' || reason === 'tooBig'
        ? { is: 'syncing' }
        : { is: 'readOnly', because: reason }
    }
    case 'unknownContent':
      return { is: 'unknownContent', names: standing.names }
    case 'failed':
      return { is: 'failed', because: standing.because }
    default:
      return unreachable(standing)
  }
}
