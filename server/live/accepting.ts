import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import { may } from '../../shared/board/access.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import type { Board } from '../../shared/board/model.ts'
import { memberOf, stepOf } from '../../shared/board/model.ts'
import type { ProposalHead } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import type { Refusal } from '../../shared/board/refusal.ts'
import { refuse } from '../../shared/board/refusal.ts'
import type { MemberId, ProposalId, RandomBytes, StepId } from '../../shared/ids.ts'
import type { StepContent } from '../../shared/step/read.ts'
import { readStep } from '../../shared/step/read.ts'
import { draftOf } from '../proposals/draft.ts'
import { writeInto } from '../proposals/write.ts'
import type { RoomUpdate } from '../storage/storage.ts'
import type { GateRoom } from './gate.ts'
import { judge } from './gate.ts'
import type { Room } from './room.ts'

type Accept = Extract<CommandBody, { readonly type: 'proposal.accept' }>

/** What accepting writes, worked out on a copy: nothing has happened yet. */
export interface Acceptance {
  /** Null when the words stand there already. */
  readonly update: RoomUpdate | null
  /** The step as it reads with them. */
  readonly content: StepContent
}

const proposalOf = (board: Board, { proposalId }: Accept): ProposalHead | undefined =>
  board.proposals.find(({ id }) => id === proposalId)

/** The room into which words may come. */
export const roomsFor = (board: Board, command: Accept): readonly StepId[] => {
  const proposal = proposalOf(board, command)
  return proposal && stepOf(board, proposal.stepId) ? [proposal.stepId] : []
}

/** Whether the rules let this person decide on it: else nothing needs to be worked out. */
export const decidable = (board: Board, actor: MemberId, command: Accept): boolean =>
  proposalOf(board, command)?.state === 'open' && may(memberOf(board, actor), 'proposal.decide')

/**
 * The chosen words as new edits in their author's name, under a clientID that nobody has used. They go through the
 * gate like everybody's, but for who may write now: that is the facilitator's to decide.
 */
export const acceptanceOf = (
  board: Board,
  words: readonly { readonly id: ProposalId; readonly changes: readonly Change[] }[],
  command: Accept,
  room: Room,
  { at, random }: { readonly at: string; readonly random: RandomBytes },
): Acceptance | { readonly refusal: Refusal } => {
  const proposal = must(proposalOf(board, command))
  const step = must(stepOf(board, proposal.stepId))
  const { changes } = must(words.find(({ id }) => id === proposal.id))
  const draft = draftOf(changes, command.parts, readStep(room.doc, step), step)
  if ('refusal' in draft) return draft
  const gate = room.gateAs(proposal.author)
  const client = freshClient(gate, random)
  const { doc, update } = writeInto(room.doc, draft, client, { member: proposal.author, at })
  const content = readStep(doc, step)
  doc.destroy()
  if (!update) return { update: null, content }
  const verdict = judge(update, gate, 'merged')
  if (verdict.is === 'tooBig') return refuse('tooLong')
  if (verdict.is !== 'good')
    throw new Error(`the gate would not take what is accepted: ${JSON.stringify(verdict)}`)
  return {
    update: { room: step.id, bytes: update, by: proposal.author, at, clients: verdict.clients },
    content,
  }
}

/** A clientID that nobody has used in this room. */
export const freshClient = (gate: GateRoom, random: RandomBytes): number => {
  for (;;) {
    const client = new DataView(Uint8Array.from(random(4)).buffer).getUint32(0)
    const isUsed = gate.ownerOf(client) !== undefined || gate.refusedClock(client) !== undefined
    if (!isUsed && Y.getState(gate.doc.store, client) === 0) return client
  }
}
