import * as Y from 'yjs'
import type { Board } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { kinds } from '../../shared/items/index.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { isReport, liveOnes, withReports } from '../../shared/items/together.ts'
import { itemsOf } from '../../shared/step/doc.ts'
import { readItem } from '../../shared/step/read-items.ts'
import { Pen } from './live.ts'
import type { BoardSession, Live } from './session.ts'
import type { Stop } from './surroundings.ts'

/*
 * Every item of the plan, whichever step's document holds it, with what was told of it after agreement; not those of
 * hidden steps. What did not change keeps its identity, so that a view of one item is drawn anew only when that item
 * changes.
 */

export interface PlanItems {
  readonly byId: ReadonlyMap<string, PlacedItem>
  /** In their order, without those in the wastebasket. */
  readonly byKind: ReadonlyMap<string, readonly PlacedItem[]>
  /** The wastebasket, what was put there last first. */
  readonly deleted: readonly PlacedItem[]
  /** By step: what stands among its items and could not be read. */
  readonly unread: ReadonlyMap<string, readonly string[]>
}

/** Reads all rooms of the board for as long as somebody listens. */
export const planItemsOf = (session: BoardSession): Live<PlanItems> => {
  const known = stores.get(session)
  if (known) return known
  const made = new PlanItemsStore(session)
  stores.set(session, made)
  return made
}

const stores = new WeakMap<BoardSession, PlanItemsStore>()

/** While people write in items, they are put together anew at most this often (milliseconds). */
const pace = 150

const nothing: PlanItems = { byId: new Map(), byKind: new Map(), deleted: [], unread: new Map() }

class PlanItemsStore implements Live<PlanItems> {
  readonly #session: BoardSession
  readonly #items = new Pen(nothing)
  readonly #rooms = new Map<string, RoomItems>()
  /** The steps they were put together from, in their order. */
  #steps = ''
  /** Kinds in which somebody has written since. */
  readonly #stale = new Set<string>()
  #waiting: ReturnType<typeof setTimeout> | undefined
  #last = -Infinity
  #listeners = 0
  #stops: Stop[] = []

  constructor(session: BoardSession) {
    this.#session = session
  }

  readonly get = (): PlanItems => this.#items.get()

  readonly subscribe = (listener: () => void): Stop => {
    const stop = this.#items.subscribe(listener)
    if (this.#listeners++ === 0) this.#start()
    return () => {
      stop()
      if (--this.#listeners === 0) this.#stop()
    }
  }

  #start(): void {
    this.#stops.push(this.#session.board.subscribe(() => this.#followSteps()))
    this.#followSteps()
  }

  #stop(): void {
    for (const stop of this.#stops.splice(0)) stop()
    for (const room of this.#rooms.values()) room.stop()
    this.#rooms.clear()
    clearTimeout(this.#waiting)
    this.#waiting = undefined
  }

  #followSteps(): void {
    const view = this.#session.board.get()
    if (view.is !== 'ready') return
    const steps = roomsIn(view.board)
    for (const id of steps) if (!this.#rooms.has(id)) this.#follow(id)
    if (steps.join() === this.#steps) return
    this.#steps = steps.join()
    this.#gather(kinds.keys())
  }

  #follow(stepId: string): void {
    const { document } = this.#session.room(stepId)
    const begin = () => {
      const { doc } = document.get()
      const before = this.#rooms.get(stepId)
      if (before?.doc === doc) return
      before?.stop()
      this.#rooms.set(stepId, new RoomItems(stepId, doc, (kind, atOnce) => this.#changed(kind, atOnce)))
      this.#gather(kinds.keys())
    }
    this.#stops.push(document.subscribe(begin))
    begin()
  }

  #changed(kind: string, atOnce: boolean): void {
    if (atOnce) return this.#gather([kind])
    this.#stale.add(kind)
    this.#waiting ??= setTimeout(
      () => {
        this.#waiting = undefined
        this.#last = performance.now()
        const stale = [...this.#stale]
        this.#stale.clear()
        this.#gather(stale)
      },
      Math.max(0, this.#last + pace - performance.now()),
    )
  }

  /** Puts the rooms together, anew for these kinds and as before for the rest. */
  #gather(changed: Iterable<string>): void {
    const view = this.#session.board.get()
    if (view.is !== 'ready') return
    const rooms = roomsIn(view.board).flatMap((id) => this.#rooms.get(id) ?? [])
    const before = this.#items.get()
    const byKind = new Map(before.byKind)
    for (const kind of changed) {
      const all = rooms.flatMap((room) => room.ofKind(kind))
      byKind.set(kind, withReports(liveOnes(all.filter((item) => !isReport(item))), all.filter(isReport)))
    }
    const byId = new Map([...byKind.values()].flat().map((item) => [item.id, item]))
    const deleted = rooms
      .flatMap((room) => room.all.filter((item) => item.deleted && !byId.has(item.id)))
      .sort((a, b) => ((a.deleted?.at ?? '') < (b.deleted?.at ?? '') ? 1 : -1))
    const unread = new Map(rooms.map((room) => [room.stepId, room.unread]))
    this.#items.set({ byId, byKind, deleted, unread })
  }
}

const roomsIn = ({ steps }: Pick<Board, 'steps'>): readonly string[] => [
  ...visible(steps).map(({ id }) => id),
  followUpRoom,
]

/** The items of one document, read again one by one as they change. */
class RoomItems {
  readonly stepId: string
  readonly doc: Y.Doc
  readonly #kinds = new Map<string, Map<string, PlacedItem>>()
  readonly #unread = new Map<string, readonly string[]>()
  #unreadAll: readonly string[] = []
  readonly #stops: Stop[] = []

  constructor(stepId: string, doc: Y.Doc, changed: (kind: string, atOnce: boolean) => void) {
    this.stepId = stepId
    this.doc = doc
    for (const kind of kinds.keys()) {
      const root = itemsOf(doc, kind)
      const listen = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction) => {
        for (const id of new Set(events.flatMap(idsIn))) this.#read(kind, id)
        // Whoever made an item or changed a value goes on from it; a long text stands in its field already.
        changed(kind, local && events.some(({ target }) => !(target instanceof Y.Text)))
      }
      root.observeDeep(listen)
      this.#stops.push(() => root.unobserveDeep(listen))
      this.#kinds.set(kind, new Map())
      for (const id of root.keys()) this.#read(kind, id)
    }
  }

  get all(): readonly PlacedItem[] {
    return [...this.#kinds.values()].flatMap((items) => [...items.values()])
  }

  get unread(): readonly string[] {
    return this.#unreadAll
  }

  ofKind(kind: string): readonly PlacedItem[] {
    return [...(this.#kinds.get(kind)?.values() ?? [])]
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop()
  }

  #read(kind: string, id: string): void {
    const unread = new Set<string>()
    const map = itemsOf(this.doc, kind).get(id)
    const item = map && readItem(kind, id, map, unread)
    if (item) this.#kinds.get(kind)?.set(id, { ...item, stepId: this.stepId })
    else this.#kinds.get(kind)?.delete(id)
    this.#note(`${kind}/${id}`, [...unread])
  }

  /** Almost always there is nothing to note, and then nothing changes. */
  #note(item: string, unread: readonly string[]): void {
    if (unread.length === 0 && !this.#unread.has(item)) return
    if (unread.length > 0) this.#unread.set(item, unread)
    else this.#unread.delete(item)
    this.#unreadAll = [...this.#unread.values()].flat()
  }
}

const idsIn = (event: Y.YEvent<Y.AbstractType<unknown>>): readonly string[] => {
  const [id] = event.path
  return id === undefined ? [...event.keys.keys()] : [String(id)]
}
