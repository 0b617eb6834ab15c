import type * as Y from 'yjs'
import { threadsOf } from '../../shared/board/comment.ts'
import { closedBecause } from '../../shared/board/model.ts'
import type { Board } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { MemberId } from '../../shared/ids.ts'
import type { StepId } from '../../shared/ids.ts'
import type { Item } from '../../shared/items/item.ts'
import { isReport } from '../../shared/items/together.ts'
import { itemsOf } from '../../shared/step/doc.ts'
import { readItems } from '../../shared/step/read-items.ts'
import type { RoomUpdate } from '../storage/storage.ts'
import { written } from '../written.ts'
import type { Clock } from './clock.ts'
import { iso } from './clock.ts'
import type { Log } from './hub.ts'

/* What people delete can be taken back for a month; then it goes for good, once nothing speaks of it any more. */

const day = 24 * 60 * 60 * 1000
const keptFor = 30 * day

/** One of the plan's rooms. */
export interface Basket {
  readonly room: StepId
  readonly doc: Y.Doc
  /** An agreed or paused step stays as it is, and what it links to stays too. */
  readonly isOpen: boolean
}

export interface Basketful {
  readonly room: StepId
  readonly items: readonly Item[]
}

/** What may go: long deleted, not `spokenOf`, and linked to by nothing but what goes with it. */
export const goners = (
  baskets: readonly Basket[],
  now: number,
  spokenOf: ReadonlySet<string> = new Set(),
): readonly Basketful[] => {
  const read = baskets.map((basket) => ({ ...basket, items: readItems(basket.doc, new Set()) }))
  const all = read.flatMap(({ items }) => items)
  const mayGo = (item: Item) => isOld(item, now) && !spokenOf.has(nameOf(item))
  const old = read.flatMap(({ items, isOpen }) => (isOpen ? items.filter(mayGo) : []))
  const going = unnamed(old, all)
  const stays = new Set(
    read.flatMap(({ room, items }) =>
      items.flatMap((item) => (going.has(item) || isReport({ ...item, stepId: room }) ? [] : nameOf(item))),
    ),
  )
  const gone = new Set([...going].map(nameOf).filter((name) => !stays.has(name)))
  // What was told of an item goes with it.
  const goes = (item: Item, stepId: string) =>
    going.has(item) || (isReport({ ...item, stepId }) && gone.has(nameOf(item)))
  return read
    .map(({ room, items }) => ({ room, items: items.filter((item) => goes(item, room)) }))
    .filter(({ items }) => items.length > 0)
}

/** Those of the old that nothing else names; each item's names are read once, however long a chain they make. */
const unnamed = (old: readonly Item[], all: readonly Item[]): ReadonlySet<Item> => {
  const going = new Set(old)
  const byId = Map.groupBy(old, ({ id }) => id)
  const staying = all.filter((item) => !going.has(item))
  // What is found to stay is asked in its turn, at the end of this very list.
  for (const item of staying)
    for (const name of namesIn(item)) {
      for (const named of byId.get(name) ?? []) {
        going.delete(named)
        staying.push(named)
      }
      byId.delete(name)
    }
  return going
}

const nameOf = ({ kind, id }: Pick<Item, 'kind' | 'id'>): string => `${kind}/${id}`

/** By `kind/id`, what somebody has said something of: it is what their words are about. */
const spokenOfIn = ({ comments }: Pick<Board, 'comments'>): ReadonlySet<string> =>
  new Set(
    threadsOf(comments).flatMap(({ head: { anchor } }) =>
      anchor.type === 'item' || anchor.type === 'field' ? nameOf(anchor) : [],
    ),
  )

const isOld = ({ deleted }: Item, now: number): boolean =>
  deleted !== null && now - Date.parse(deleted.at) > keptFor

/** Every word in it that could be an id: also what only files speak of may mean an item by it. */
const namesIn = ({ leaves }: Item): readonly string[] =>
  [...leaves].flatMap(([path, value]) => [
    ...path.split('/'),
    ...(typeof value === 'string' ? [value, ...value.split('"')] : []),
  ])

/** What takes these items out of the room; worked out on a copy. */
export const removal = (
  doc: Y.Doc,
  items: readonly Pick<Item, 'kind' | 'id' | 'key'>[],
): Uint8Array | null => {
  const { doc: copy, update } = written(doc, (room) => {
    for (const { kind, id, key = id } of items) itemsOf(room, kind).delete(key)
  })
  copy.destroy()
  return update
}

interface Emptied {
  readonly board: Board
  readonly clock: Clock
  readonly log: Pick<Log, 'error'>
  room(id: StepId): Promise<{ readonly doc: Y.Doc }>
  /** Writes what `work` makes of the plan's rooms while nothing goes on in them. */
  write(work: () => Promise<readonly RoomUpdate[]>): Promise<unknown>
}

/** A plan's wastebasket: emptied once a day, while somebody is there. */
export class Wastebasket {
  readonly #plan: Emptied
  #emptiedOn: number | null = null

  constructor(plan: Emptied) {
    this.#plan = plan
  }

  /** As often as one likes: a day has one look. */
  look(): void {
    const today = Math.floor(this.#plan.clock.now() / day)
    if (this.#emptiedOn === today) return
    this.#emptiedOn = today
    this.empty().catch((error: unknown) =>
      this.#plan.log.error({ error, board: this.#plan.board.id }, 'a wastebasket could not be emptied'),
    )
  }

  /** Nothing is held still when there is nothing to do. */
  async empty(): Promise<void> {
    if (this.#goners(await this.#baskets()).length === 0) return
    await this.#plan.write(async () => this.#updates(await this.#baskets()))
  }

  #goners(baskets: readonly Basket[]): readonly Basketful[] {
    return goners(baskets, this.#plan.clock.now(), spokenOfIn(this.#plan.board))
  }

  #updates(baskets: readonly Basket[]): readonly RoomUpdate[] {
    const at = iso(this.#plan.clock)
    return this.#goners(baskets).flatMap(({ room, items }) => {
      const doc = baskets.find((one) => one.room === room)?.doc
      const bytes = doc && removal(doc, items)
      const by = items.map(({ deleted }) => MemberId.safeParse(deleted?.by)).find(({ success }) => success)
      // Deleting brings nothing of its own, so it needs no clientID.
      return bytes ? [{ room, bytes, by: by?.data ?? this.#someone, at, clients: [] }] : []
    })
  }

  /** Whoever began the plan, where nobody knows any more who deleted. */
  get #someone(): MemberId {
    return MemberId.parse(this.#plan.board.members[0]?.id)
  }

  async #baskets(): Promise<readonly Basket[]> {
    const { steps } = this.#plan.board
    const rooms = [
      ...steps.map((step) => ({ room: step.id, isOpen: closedBecause(step) === null })),
      { room: followUpRoom, isOpen: true },
    ]
    return Promise.all(rooms.map(async (one) => ({ ...one, doc: (await this.#plan.room(one.room)).doc })))
  }
}
