import * as Y from 'yjs'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { RandomBytes, StepId } from '../../shared/ids.ts'
import { MemberId } from '../../shared/ids.ts'
import type { Root } from '../../shared/step/doc.ts'
import { answerText, followUpLayout, layoutOf, newRoomDoc, sectionText } from '../../shared/step/doc.ts'
import { addItem, addReport } from '../../shared/step/items.ts'
import { changeQuestion } from '../../shared/step/questions.ts'
import type { StepContent } from '../../shared/step/read.ts'
import { readFollowUps, readStep } from '../../shared/step/read.ts'
import { writeText } from '../../shared/step/write.ts'
import { judge, limits } from '../live/gate.ts'
import type { ContentInFile, PlanInFile } from './plan.ts'
import type { Reading } from './reading.ts'

/* What a file holds for each step, written as one update that the gate has judged like anybody's. */

export interface RoomInFile {
  /** A step's, or the plan's own. */
  readonly id: StepId
  readonly content: StepContent
  /** Null where there is nothing to write. */
  readonly update: { readonly bytes: Uint8Array; readonly client: number } | null
}

/** A room that the gate would not take is a problem of the file, and names the step. */
export const roomsOf = (plan: PlanInFile, reading: Reading, random: RandomBytes): readonly RoomInFile[] => {
  const rooms: RoomInFile[] = []
  let beside = 0
  for (const place of placesOf(plan)) {
    const { id } = place
    const content = plan.contents.get(id)
    if (content && weightOf(content) > limits.structs.import) {
      reading.fail(id, 'tooMuch')
      continue
    }
    const room = write(place, content, random)
    const bytes = room.update?.bytes
    const why = bytes ? whyNot(bytes, place.layout, beside) : null
    if (why) reading.fail(id, why)
    beside += bytes?.length ?? 0
    rooms.push(room)
  }
  // Each step that is agreed on keeps a copy of what its sections show, of other steps too.
  const frozen = plan.states.filter(({ state }) => state.is === 'agreed').length
  if (frozen * beside > mostFrozen) reading.fail('steps', 'tooMuch')
  return rooms
}

/** A room, how it is read, and what may stand in it. */
interface Place {
  readonly id: StepId
  readonly layout: ReadonlyMap<string, Root>
  read(doc: Y.Doc): StepContent
}

const placesOf = ({ steps }: PlanInFile): readonly Place[] => [
  ...steps.map((step) => ({
    id: step.id,
    layout: layoutOf(step),
    read: (doc: Y.Doc) => readStep(doc, step),
  })),
  { id: followUpRoom, layout: followUpLayout, read: readFollowUps },
]

/** Bytes that the versions of a plan may hold when it comes from a file. */
const mostFrozen = 64 * 1024 * 1024

/** An item's own map, its place and its empty texts. */
const bareItem = 8

/** Roughly how many things the room would be made of: asked first, so that making it is never long. */
const weightOf = ({ sections, answers, items, reports }: ContentInFile): number => {
  const leaves = [...items, ...reports].reduce((sum, { leaves: own }) => sum + bareItem + (own?.size ?? 0), 0)
  const texts = JSON.stringify([...sections.values(), ...answers.values()]).match(/"type"/g)?.length ?? 0
  return leaves + texts
}

const write = (place: Place, content: ContentInFile | undefined, random: RandomBytes): RoomInFile => {
  const doc = newRoomDoc()
  const client = new DataView(random(4).buffer).getUint32(0)
  doc.clientID = client
  if (content) doc.transact(() => fill(doc, content))
  const read = place.read(doc)
  const bytes = doc.store.clients.size > 0 ? Y.encodeStateAsUpdate(doc) : null
  doc.destroy()
  return { id: place.id, content: read, update: bytes && { bytes, client } }
}

const fill = (doc: Y.Doc, { sections, answers, questions, items, reports }: ContentInFile): void => {
  for (const [id, text] of sections) writeText(sectionText(doc, id), text)
  for (const [id, text] of answers) writeText(answerText(doc, id), text)
  for (const [id, change] of questions) changeQuestion(doc, id, change, null)
  for (const item of items) addItem(doc, item, null)
  for (const report of reports) addReport(doc, report, null)
}

const nobody = MemberId.parse('_'.repeat(22))

const whyNot = (
  bytes: Uint8Array,
  layout: ReadonlyMap<string, Root>,
  beside: number,
): 'tooMuch' | 'wrong' | null => {
  const room = {
    doc: newRoomDoc(),
    layout,
    actor: nobody,
    writable: 'yes',
    bytes: 0,
    beside,
    clients: 0,
    ownerOf: () => undefined,
    refusedClock: () => undefined,
  } as const
  const verdict = judge(bytes, room, 'import')
  if (verdict.is === 'good' || verdict.is === 'nothing') return null
  return verdict.is === 'tooBig' ? 'tooMuch' : 'wrong'
}
