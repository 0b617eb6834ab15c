import type { Passage } from '../../shared/board/comment.ts'
import type { BoardImported } from '../../shared/board/plan.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { Step, StepState } from '../../shared/board/model.ts'
import { newStep } from '../../shared/board/model.ts'
import type { MemberId, RandomBytes } from '../../shared/ids.ts'
import { freeze } from '../live/freeze.ts'
import type { RoomUpdate, VersionRow } from '../storage/storage.ts'
import type { ReadFile } from './file.ts'
import type { StateInFile } from './plan.ts'

/** Who brings a file in, and when. */
export interface Bringing {
  readonly by: MemberId
  readonly at: string
  readonly random: RandomBytes
}

/** What goes into the commit that makes a plan of a file. */
export interface Brought {
  readonly event: BoardImported
  readonly updates: readonly RoomUpdate[]
  readonly versions: readonly VersionRow[]
  readonly passages: readonly Passage[]
}

export const bring = ({ plan, rooms }: ReadFile, bringing: Bringing): Brought => {
  const { by, at, random } = bringing
  const versions: VersionRow[] = []
  const freezeStep = (state: Extract<StateInFile['state'], { is: 'agreed' }>, step: Step) => {
    const own = rooms.find((room) => room.id === step.id)
    if (!own) throw new Error(`no room of step ${step.id}`)
    const others = rooms.flatMap((room) =>
      room === own || room.id === followUpRoom ? [] : { stepId: room.id, items: room.content.items },
    )
    const taken = { by: state.by ?? by, at: state.at, random }
    const row = { ...freeze(step, own.content, others, taken), decision: state.decision }
    versions.push(row)
    return { id: row.id, number: row.number, hash: row.hash }
  }
  const steps = plan.states.flatMap(({ stepId, state, changedGround }) => {
    const structure = plan.steps.find(({ id }) => id === stepId)
    if (!structure) return []
    const made = stateOf(state, bringing, (agreed) => freezeStep(agreed, newStep(structure)))
    return [{ stepId, state: made, changedGround }]
  })
  const people = plan.people.map((person) => ({
    ...person,
    joinedAt: person.joinedAt ?? at,
    left: { at, because: 'imported' } as const,
  }))
  const { format, settings, comments, records } = plan
  return {
    event: { type: 'board.imported', format, settings, people, comments, records, steps },
    updates: rooms.flatMap(({ id, update }) =>
      update ? { room: id, bytes: update.bytes, by, at, clients: [update.client] } : [],
    ),
    versions,
    passages: plan.passages,
  }
}

const stateOf = (
  state: StateInFile['state'],
  { by, at }: Bringing,
  version: (state: Extract<StateInFile['state'], { is: 'agreed' }>) => {
    readonly id: VersionRow['id']
    readonly number: number
    readonly hash: string
  },
): StepState => {
  switch (state.is) {
    case 'open':
      return {
        is: 'open',
        ...(state.reopened && { reopened: { ...state.reopened, by: state.reopened.by ?? by } }),
      }
    case 'inReview': {
      const { is, since = at, who, until } = state
      return { is, since, by: state.by ?? by, ...(who && { who }), ...(until && { until }) }
    }
    case 'agreed':
      return { ...state, by: state.by ?? by, version: version(state), imported: true }
  }
}
