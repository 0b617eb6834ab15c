import type * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import type { Board, Step } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { MemberId, RandomBytes, StepId } from '../../shared/ids.ts'
import { reportedId } from '../../shared/items/reports.ts'
import type { Item } from '../../shared/items/item.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { isReport, together } from '../../shared/items/together.ts'
import { itemsOf } from '../../shared/step/doc.ts'
import { changeItem } from '../../shared/step/items.ts'
import { readItems } from '../../shared/step/read-items.ts'
import type { StepContent } from '../../shared/step/read.ts'
import { readStep } from '../../shared/step/read.ts'
import type { RoomUpdate } from '../storage/storage.ts'
import { written } from '../written.ts'
import { freshClient } from './accepting.ts'
import { judge } from './gate.ts'
import type { ItemsIn } from './read-once.ts'
import type { Room } from './room.ts'

/*
 * What was told of a step's items lies over them while the step is agreed. When it is opened again, or agreed anew,
 * what everybody sees becomes the step's own: who writes there then writes what is seen, and the next version has it.
 */

export interface Settling {
  /** Into the step first, so that nobody sees it missing. */
  readonly updates: readonly RoomUpdate[]
  /** The step as it reads with them. */
  readonly content: StepContent
}

interface Hand {
  readonly by: MemberId
  readonly at: string
  readonly random: RandomBytes
  readonly itemsIn: ItemsIn
}

/** Whether it is the plan's own room, and anything is told there of what steps hold. */
export const isTellingRoom = ({ key, doc }: Pick<Room, 'key' | 'doc'>): boolean =>
  key.room === followUpRoom && readItems(doc, new Set()).some(tells)

const tells = (item: Item): boolean => item.leaves.size > 0 && isReport({ ...item, stepId: followUpRoom })

/** `rooms`: all of the plan's where anything is told; the step's own and the plan's are held still. */
export const settlingOf = (board: Board, step: Step, rooms: readonly Room[], hand: Hand): Settling => {
  const of = (id: string) => must(rooms.find(({ key }) => key.room === id))
  const [room, own] = [of(step.id), of(followUpRoom)]
  const told = toldIn(board, step, rooms, hand.itemsIn)
  const nothing = () => ({ updates: [], content: readStep(room.doc, step) })
  if (told.length === 0) return nothing()
  const client = freshClient(room.gateAs(hand.by), hand.random)
  const into = written(
    room.doc,
    (doc) => told.forEach((item) => changeItem(doc, item, valuesOf(item), null)),
    client,
  )
  const outOf = written(own.doc, (doc) => takeBackAll(doc, told), own.doc.clientID)
  const content = readStep(into.doc, step)
  for (const { doc } of [into, outOf]) doc.destroy()
  const updates = [updateOf(room, into.update, hand), updateOf(own, outOf.update, hand)]
  // A step that has no room for it keeps it laid over.
  return updates.includes(null)
    ? nothing()
    : { updates: updates.filter((one) => one !== null).flat(), content }
}

/** The step's items of which something is told, as they are seen. */
const toldIn = (
  board: Board,
  step: Step,
  rooms: readonly Room[],
  itemsIn: ItemsIn,
): readonly PlacedItem[] => {
  const read = (stepId: StepId) => {
    const doc = rooms.find(({ key }) => key.room === stepId)?.doc
    return { stepId, items: doc ? itemsIn(doc) : [] }
  }
  const own = read(followUpRoom)
  if (!own.items.some(tells)) return []
  const steps = board.steps.filter(({ id, hidden }) => !hidden || id === step.id)
  const all = [...together([...steps.map(({ id }) => read(id)), own]).values()].flat()
  return all.filter((item) => item.stepId === step.id && item.reported !== undefined)
}

/** A value may be null: it is known to be missing. */
const valuesOf = ({ leaves, reported }: PlacedItem) =>
  Object.fromEntries([...leaves].filter(([path]) => reported?.has(path)))

/** Each report is looked at once: there may be as many as the room holds. */
const takeBackAll = (doc: Y.Doc, told: readonly PlacedItem[]): void => {
  for (const [kind, items] of Map.groupBy(told, (item) => item.kind)) {
    const pathsOf = new Map<string | null, PlacedItem['reported']>(items.map((one) => [one.id, one.reported]))
    for (const [key, report] of itemsOf(doc, kind)) {
      const paths = pathsOf.get(reportedId(key))
      const gone = [...report.keys()].filter((path) => paths?.has(path))
      for (const path of gone) report.delete(path)
    }
  }
}

/** Through the gate like everybody's words; none when they stand there already, null when there is no room. */
const updateOf = (room: Room, bytes: Uint8Array | null, { by, at }: Hand): readonly RoomUpdate[] | null => {
  if (!bytes) return []
  const verdict = judge(bytes, room.gateAs(by), 'merged')
  if (verdict.is === 'tooBig') return null
  if (verdict.is !== 'good')
    throw new Error(`the gate would not take what was told: ${JSON.stringify(verdict)}`)
  return [{ room: room.key.room, bytes, by, at, clients: verdict.clients, isMoved: true }]
}
