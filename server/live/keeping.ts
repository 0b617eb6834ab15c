import * as encoding from 'lib0/encoding'
import type { EventBody } from '../../shared/board/log.ts'
import type { Board, ProposalHead } from '../../shared/board/model.ts'
import { memberOf } from '../../shared/board/model.ts'
import { roomForProposal, sizeOf } from '../../shared/board/proposals.ts'
import type { Commit } from '../storage/storage.ts'
import type { RefusedWords } from './room-host.ts'

/**
 * What is kept of refused words: the bytes as evidence, and a proposal when the person may make one, something would
 * change, and their limit is not reached.
 */
export const wordsCommit = (
  board: Board,
  words: RefusedWords,
  at: string,
): Pick<Commit, 'proposals' | 'refused'> & { readonly events: readonly EventBody[] } => {
  const { room, member, updates, changes, proposalId, reason } = words
  const refused = updates.length === 0 ? [] : [{ room, member, at, bytes: oneAfterAnother(updates) }]
  const author = memberOf(board, member)
  const size = sizeOf(changes)
  if (
    proposalId === null ||
    reason === 'tooBig' ||
    changes.length === 0 ||
    !author ||
    !roomForProposal(board, author, size)
  )
    return { events: [], refused }
  const proposal: ProposalHead = {
    id: proposalId,
    stepId: room,
    generation: words.generation,
    author: member,
    at,
    reason: '',
    cause: reason,
    state: 'open',
    size,
    parts: changes.length,
  }
  return {
    events: [{ type: 'proposal.submitted', proposal }],
    proposals: [{ id: proposalId, changes }],
    refused,
  }
}

/** Each update with its length before it. Not merged: what was refused may be anything, and merging it takes long. */
const oneAfterAnother = (updates: readonly Uint8Array[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const update of updates) encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}
