import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import type { Board, Step } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { MemberId, RandomBytes, StepId } from '../../shared/ids.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { isReport, together } from '../../shared/items/together.ts'
import { newRoomDoc } from '../../shared/step/doc.ts'
import { changeItem, takeBackReports } from '../../shared/step/items.ts'
import { readItems } from '../../shared/step/read-items.ts'
import type { StepContent } from '../../shared/step/read.ts'
import { readStep } from '../../shared/step/read.ts'
import type { RoomUpdate } from '../storage/storage.ts'
import { freshClient } from './accepting.ts'
import { judge } from './gate.ts'
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
}

/** `rooms`: all of the plan's, of which the step's own and the plan's are held still. */
export const settlingOf = (board: Board, step: Step, rooms: readonly Room[], hand: Hand): Settling => {
  const of = (id: string) => must(rooms.find(({ key }) => key.room === id))
  const [room, own] = [of(step.id), of(followUpRoom)]
  const told = toldIn(board, step, rooms)
  const nothing = () => ({ updates: [], content: readStep(room.doc, step) })
  if (told.length === 0) return nothing()
  const client = freshClient(room.gateAs(hand.by), hand.random)
  const into = written(room.doc, client, (doc) => {
    for (const item of told) changeItem(doc, item, valuesOf(item), null)
  })
  const outOf = written(own.doc, own.doc.clientID, (doc) => {
    for (const item of told) takeBackReports(doc, item, must(item.reported), null)
  })
  const content = readStep(into.doc, step)
  for (const { doc } of [into, outOf]) doc.destroy()
  const updates = [updateOf(room, into.update, hand), updateOf(own, outOf.update, hand)]
  // A step that has no room for it keeps it laid over.
  return updates.includes(null)
    ? nothing()
    : { updates: updates.filter((one) => one !== null).flat(), content }
}

/** The step's items of which something is told, as they are seen. */
const toldIn = (board: Board, step: Step, rooms: readonly Room[]): readonly PlacedItem[] => {
  const read = (stepId: StepId) => {
    const doc = rooms.find(({ key }) => key.room === stepId)?.doc
    return { stepId, items: doc ? readItems(doc, new Set()) : [] }
  }
  const own = read(followUpRoom)
  if (!own.items.some((item) => isReport({ ...item, stepId: followUpRoom }))) return []
  const steps = board.steps.filter(({ id, hidden }) => !hidden || id === step.id)
  const all = [...together([...steps.map(({ id }) => read(id)), own]).values()].flat()
  return all.filter((item) => item.stepId === step.id && item.reported !== undefined)
}

const valuesOf = ({ leaves, reported }: PlacedItem) =>
  Object.fromEntries([...must(reported)].map((path) => [path, must(leaves.get(path))]))

const written = (doc: Y.Doc, client: number, write: (copy: Y.Doc) => void) => {
  const copy = newRoomDoc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = client
  let update: Uint8Array | null = null
  copy.on('update', (bytes: Uint8Array) => {
    update = bytes
  })
  copy.transact(() => write(copy))
  return { doc: copy, update: update as Uint8Array | null }
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
