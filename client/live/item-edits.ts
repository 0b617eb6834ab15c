import type * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { secureRandom } from '../../shared/ids.ts'
import type { Kind, Leaf, List } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Item } from '../../shared/items/item.ts'
import { entriesOf } from '../../shared/items/item.ts'
import { orderAt } from '../../shared/items/order.ts'
import { parseItem } from '../../shared/items/parse.ts'
import { plainOf } from '../../shared/items/plain.ts'
import {
  addEntry,
  addItem,
  beginningsOf,
  changeItem,
  deleteItem,
  removeAt,
  reportOn,
  restoreItem,
  takeBackReports,
  wordsOf,
} from '../../shared/step/items.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { carry, tellMove } from './item-moves.ts'
import { planItemsOf } from './plan-items.ts'
import type { BoardSession, RoomDocument } from './session.ts'
import { roomOf } from './told.ts'
import { LOCAL } from './undo.ts'

/*
 * What a person does with items, each in the document of the step that holds it. Every verb is one entry of that
 * step's undo (a move to another step, of the order of all: `item-moves.ts`); typing into a field is one for as long
 * as it goes on.
 */

type Ref = Pick<PlacedItem, 'stepId' | 'kind' | 'id'>

export interface ItemEdits {
  /** Makes one at the end of its kind, in this step, and says its id. `leaves`: what it begins with beside the kind's own. */
  add(kind: string, stepId: string, today: string, leaves?: ReadonlyMap<string, Leaf>): string
  /** Makes one of each of these at the end of its kind, in this order, and says their ids. */
  addAll(
    kind: string,
    stepId: string,
    today: string,
    all: readonly ReadonlyMap<string, Leaf>[],
  ): readonly string[]
  /** Whatever `act` writes is one entry of undo in each step it writes in. */
  asOne(stepIds: Iterable<string>, act: () => void): void
  /** null or '' takes a value away. `typing` goes on in the same entry of undo. */
  change(item: Ref, leaves: Readonly<Record<string, Leaf>>, typing?: 'typing'): void
  /** Puts it before the one that stands at `at` among the others of its kind, which may be the end. */
  move(item: PlacedItem, at: number): void
  /** Makes another like it right behind it, called `title` where its name is words of its own, and says its id. */
  duplicate(item: PlacedItem, title: string): string
  /** To another step, whose lock is then its lock: made anew there under the same id, and deleted here. */
  moveToStep(item: PlacedItem, stepId: string, at: string): void
  delete(item: Ref, at: string): void
  restore(item: Ref): void
  /** Adds an entry at the end of a list and says its id. */
  addEntry(item: PlacedItem, path: string, list: List): string
  /** Takes away an entry, a linked id, a group. */
  removeAt(item: Ref, path: string): void
  /** The words at a path, to write in together. */
  words(item: Ref, path: string): Y.Text | undefined
}

export const itemEditsIn = (session: BoardSession): ItemEdits => new Edits(session)

class Edits implements ItemEdits {
  readonly #session: BoardSession

  constructor(session: BoardSession) {
    this.#session = session
  }

  add(kind: string, stepId: string, today: string, leaves: ReadonlyMap<string, Leaf> = new Map()): string {
    return this.#addTo(this.#others(kind), kind, stepId, today, leaves).id
  }

  addAll(
    kind: string,
    stepId: string,
    today: string,
    all: readonly ReadonlyMap<string, Leaf>[],
  ): readonly string[] {
    const others: Item[] = [...this.#others(kind)]
    const added = all.map((leaves) => {
      const item = this.#addTo(others, kind, stepId, today, leaves)
      others.push(item)
      return item.id
    })
    return added
  }

  asOne(stepIds: Iterable<string>, act: () => void): void {
    const [stepId, ...more] = new Set(stepIds)
    if (stepId === undefined) return act()
    this.#inOne(stepId, (doc) => doc.transact(() => this.asOne(more, act), LOCAL))
  }

  #addTo(
    others: readonly Item[],
    kind: string,
    stepId: string,
    today: string,
    leaves: ReadonlyMap<string, Leaf>,
  ): Item {
    const { joins, afterAgreement } = kindOf(kind)
    const id = joins ? `${String(leaves.get(joins.from))}:${String(leaves.get(joins.to))}` : freshId()
    const begun = new Map([...beginningsOf(kindOf(kind), today), ...nextNumbers(kind, others), ...leaves])
    const room = afterAgreement ? followUpRoom : stepId
    const item = { kind, id, order: orderAt(others, others.length), leaves: begun, deleted: null }
    this.#put(room, item)
    return item
  }

  change(item: Ref, leaves: Readonly<Record<string, Leaf>>, typing?: 'typing'): void {
    const told: Record<string, Leaf> = {}
    const own: Record<string, Leaf> = {}
    for (const [path, leaf] of Object.entries(leaves))
      (this.#roomOf(item, path) === item.stepId ? own : told)[path] = leaf
    const write = (stepId: string, edit: (doc: Y.Doc) => void) =>
      typing ? edit(this.#room(stepId).doc) : this.#inOne(stepId, edit)
    if (Object.keys(own).length > 0) write(item.stepId, (doc) => changeItem(doc, item, own, LOCAL))
    const covering = this.#toldOf(item, (path) => Object.hasOwn(own, path))
    if (covering.length > 0) write(followUpRoom, (doc) => takeBackReports(doc, item, covering, LOCAL))
    if (Object.keys(told).length > 0) write(followUpRoom, (doc) => reportOn(doc, item, told, LOCAL))
  }

  move(item: PlacedItem, at: number): void {
    this.change(item, { order: orderAt(this.#others(item.kind, item.id), at) })
  }

  duplicate(item: PlacedItem, title: string): string {
    const kind = kindOf(item.kind)
    const id = freshId()
    const { leaves } = parseItem(kind, { ...plainOf(kind, item), id }, freshId)
    const others = this.#others(item.kind)
    const order = orderAt(others, others.findIndex((one) => one.id === item.id) + 1)
    const named = kind.fields[kind.title]
    // A year or a day is no words to add to.
    const called =
      named?.is === 'line' ? [[kind.title, title.slice(0, longestTitle).toWellFormed()] as const] : []
    const begun = new Map([...leaves, ...called, ...nextNumbers(item.kind, others)])
    this.#put(item.stepId, { kind: item.kind, id, order, leaves: begun })
    return id
  }

  moveToStep({ kind, id, stepId: from }: PlacedItem, stepId: string, at: string): void {
    const move = { kind, id, from, to: stepId, at }
    carry(this.#session, move)
    tellMove(this.#session, move)
  }

  delete(item: Ref, at: string): void {
    const view = this.#session.board.get()
    if (view.is !== 'ready') return
    this.#inOne(item.stepId, (doc) => deleteItem(doc, item, { member: view.me.id, at }, LOCAL))
  }

  restore(item: Ref): void {
    this.#inOne(item.stepId, (doc) => restoreItem(doc, item, LOCAL))
  }

  addEntry(item: PlacedItem, path: string, list: List): string {
    const id = freshId()
    const entries = entriesOf(item, path, list)
    const order = orderAt(entries, entries.length)
    this.#inOne(item.stepId, (doc) => addEntry(doc, item, { list, path: `${path}/${id}`, order }, LOCAL))
    return id
  }

  removeAt(item: Ref, path: string): void {
    const told = this.#toldOf(item, (one) => one === path || one.startsWith(`${path}/`))
    // Of an agreed step, what was agreed stands: it shows again where something else had been told.
    if (this.#roomOf(item, path) === item.stepId)
      this.#inOne(item.stepId, (doc) => removeAt(doc, item, path, LOCAL))
    if (told.length > 0) this.#inOne(followUpRoom, (doc) => takeBackReports(doc, item, told, LOCAL))
  }

  words(item: Ref, path: string): Y.Text | undefined {
    return wordsOf(this.#room(item.stepId).doc, item.kind, item.id, path)
  }

  #roomOf(item: Ref, path: string): string {
    const view = this.#session.board.get()
    const known = planItemsOf(this.#session).get().byId.get(item.id)
    return view.is === 'ready' && known ? roomOf(view.board, known, path) : item.stepId
  }

  /** Paths among these at which something lies over the item that this person may take back. */
  #toldOf(item: Ref, isAmong: (path: string) => boolean): readonly string[] {
    if (this.#room(followUpRoom).state.is !== 'writable') return []
    const known = planItemsOf(this.#session).get().byId.get(item.id)
    return [...(known?.reported ?? [])].filter(isAmong)
  }

  #room(stepId: string): RoomDocument {
    return this.#session.room(stepId).document.get()
  }

  #inOne(stepId: string, edit: (doc: Y.Doc) => void): void {
    const { doc, undo } = this.#room(stepId)
    undo.stopCapturing()
    edit(doc)
    undo.stopCapturing()
  }

  #others(kind: string, id?: string): readonly PlacedItem[] {
    return (planItemsOf(this.#session).get().byKind.get(kind) ?? []).filter((item) => item.id !== id)
  }

  #put(stepId: string, item: Pick<Item, 'kind' | 'id' | 'order' | 'leaves'>): void {
    this.#inOne(stepId, (doc) => addItem(doc, item, LOCAL))
  }
}

/** What a line takes. */
const longestTitle = 300

const kindOf = (kind: string): Kind => must(kinds.get(kind), `no kind called ${kind}`)

const freshId = (): string =>
  btoa(String.fromCharCode(...secureRandom(9)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')

/** Fields whose new items get the next free number. */
const nextNumbers = (kind: string, others: readonly Item[]): readonly (readonly [string, number])[] =>
  Object.entries(kindOf(kind).fields).flatMap(([name, field]) => {
    if (field.is !== 'number' || !field.next) return []
    const highest = Math.max(0, ...others.map(({ leaves }) => Number(leaves.get(name) ?? 0)))
    return [[name, highest + 1] as const]
  })
