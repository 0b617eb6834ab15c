import { setImmediate as turn } from 'node:timers/promises'
import * as z from 'zod/mini'
import { ProposalHead, stepOf } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import type { ProposalId } from '../../shared/ids.ts'
import type { StepContent } from '../../shared/step/read.ts'
import { Document } from '../export/snapshot.ts'
import type { LiveBoard } from '../live/board.ts'
import { groundOf, nowIn } from '../proposals/ground.ts'
import type { Patience } from '../proposals/patience.ts'
import { patience } from '../proposals/patience.ts'
import type { Structure } from '../proposals/target.ts'

/* Proposals with their words, and how the ground of each lies now. */

export const Proposal = z.object({
  ...ProposalHead._zod.def.innerType.shape,
  changes: z.array(
    z.object({
      target: z.string(),
      path: z.string(),
      before: Document,
      after: Document,
      /** While the proposal is open, whether it can be taken as it stands; then, whether it was. */
      state: z.enum(['clean', 'moved', 'gone', 'taken', 'left']),
      /** Of an open one: what stands there, and what accepting would write, unless somebody has to choose. */
      now: z.optional(Document),
      merged: z.optional(Document),
    }),
  ),
})
type Proposal = z.infer<typeof Proposal>

interface Words {
  readonly id: ProposalId
  readonly changes: readonly Change[]
}

export const listProposals = async (live: LiveBoard, words: readonly Words[]): Promise<Proposal[]> => {
  const { board } = live
  const within = patience()
  const read = new Map<string, StepContent>()
  const contentOf = async (id: ProposalHead['stepId']) => {
    const content = read.get(id) ?? (await live.content(id))
    read.set(id, content)
    return content
  }
  const list: Proposal[] = []
  for (const head of board.proposals) {
    // Comparing takes a while: whoever types meanwhile is heard between one proposal and the next.
    await turn()
    const changes = words.find(({ id }) => id === head.id)?.changes ?? []
    const step = head.state === 'open' ? stepOf(board, head.stepId) : undefined
    list.push({
      ...head,
      changes: step ? openChanges(changes, step, await contentOf(step.id), within) : decided(changes, head),
    })
  }
  return list
}

const openChanges = (
  changes: readonly Change[],
  step: Structure,
  content: StepContent,
  within: Patience,
): Proposal['changes'] =>
  changes.map((change) => {
    const ground = groundOf(change, step, nowIn(content), within)
    const now = ground.is === 'gone' ? null : ground.now
    return { ...change, state: ground.is, now, merged: ground.is === 'clean' ? ground.merged : null }
  })

const decided = (changes: readonly Change[], head: ProposalHead): Proposal['changes'] =>
  changes.map((change, part) => {
    if (head.state === 'open') return { ...change, state: 'gone', now: null, merged: null }
    return { ...change, state: head.taken?.includes(part) ? 'taken' : 'left' }
  })
