import type { CheckedPlan, Finding } from '../../shared/checks/define.ts'
import { findingsOf } from '../../shared/checks/find.ts'
import { checkedPlan } from '../../shared/checks/plan.ts'
import type { Station } from '../../shared/checks/thread.ts'
import { threadOf } from '../../shared/checks/thread.ts'
import type { Board } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { dayOf } from '../hooks/day.ts'
import { Pen } from '../live/live.ts'
import { planItemsOf } from '../live/plan-items.ts'
import type { BoardSession, Live } from '../live/session.ts'
import type { Stop } from '../live/surroundings.ts'
import { idle } from '../live/idle.ts'
import { keysOf } from '../marks/finding-keys.ts'
import { notBegunIn, waits } from './begun.ts'
import { PlanTexts } from './texts.ts'

/*
 * What the checks find in the plan, live: every page asks for itself, so that what is put right anywhere is right
 * everywhere at once. What did not change keeps its identity, so that a view is drawn anew for its own findings only.
 */

export interface Findings {
  /** False until the whole plan is here: what has not come yet is not missing. */
  readonly isKnown: boolean
  /** In the order of the checks. */
  readonly all: readonly Finding[]
  /** Without those in steps in which nothing has been written yet: what marks, numbers and the thread speak of. */
  readonly counted: readonly Finding[]
  readonly notBegun: ReadonlySet<string>
  /** By the keys of `marks/finding-keys.ts`. */
  readonly by: ReadonlyMap<string, readonly Finding[]>
  readonly thread: readonly Station[]
}

/** What the store asks of the world; tests have their own. */
export interface Tools {
  readonly find: (plan: CheckedPlan) => readonly Finding[]
  readonly today: () => string
  /** Runs the first search when the page has a moment. */
  readonly idle: (run: () => void) => Stop
}

/** Asks the checks for as long as somebody listens. */
export const findingsIn = (session: BoardSession): FindingsStore => {
  const known = stores.get(session)
  if (known) return known
  const made = new FindingsStore(session)
  stores.set(session, made)
  return made
}

const stores = new WeakMap<BoardSession, FindingsStore>()

const nothing: Findings = {
  isKnown: false,
  all: [],
  counted: [],
  notBegun: new Set(),
  by: new Map(),
  thread: [],
}
const page: Tools = { find: findingsOf, today: () => dayOf(new Date()), idle }
const minute = 60_000

export class FindingsStore implements Live<Findings> {
  readonly #session: BoardSession
  readonly #tools: Tools
  readonly #found = new Pen(nothing)
  readonly #texts: PlanTexts
  #plan: CheckedPlan | null = null
  #board: Board | null = null
  #day = ''
  #listeners = 0
  #stops: Stop[] = []
  #begin: Stop | null = null

  constructor(session: BoardSession, tools: Tools = page) {
    this.#session = session
    this.#tools = tools
    this.#texts = new PlanTexts(session, () => this.#look())
  }

  readonly get = (): Findings => this.#found.get()

  /** The plan in which they were found; null until they are known. */
  readonly plan = (): CheckedPlan | null => this.#plan

  readonly subscribe = (listener: () => void): Stop => {
    const stop = this.#found.subscribe(listener)
    if (this.#listeners++ === 0) this.#start()
    return () => {
      stop()
      if (--this.#listeners === 0) this.#stop()
    }
  }

  #start(): void {
    const { board } = this.#session
    const newDay = setInterval(() => this.#tools.today() !== this.#day && this.#look(), minute)
    this.#stops.push(
      board.subscribe(() => this.#boardChanged()),
      // They come at once after the person's own change, and paced while others write.
      planItemsOf(this.#session).subscribe(() => this.#look()),
      () => clearInterval(newDay),
      () => this.#texts.stop(),
    )
    this.#boardChanged()
  }

  #stop(): void {
    for (const stop of this.#stops.splice(0)) stop()
    this.#begin?.()
    this.#begin = null
    this.#board = null
  }

  #boardChanged(): void {
    const view = this.#session.board.get()
    if (view.is !== 'ready') return
    const { board } = view
    const before = this.#board
    this.#board = board
    const isSame = (['steps', 'settings', 'comments'] as const).every(
      (part) => before?.[part] === board[part],
    )
    if (isSame) return
    this.#texts.follow(visible(board.steps))
    this.#look()
  }

  /** The first time waits until the page has drawn the plan. */
  #look(): void {
    if (!this.#texts.areWhole) return
    if (this.#found.get().isKnown) return this.#search()
    this.#begin ??= this.#tools.idle(() => {
      this.#begin = null
      if (this.#texts.areWhole) this.#search()
    })
  }

  #search(): void {
    if (!this.#board) return
    this.#day = this.#tools.today()
    const items = planItemsOf(this.#session).get().byKind
    const plan = checkedPlan({ board: this.#board, texts: this.#texts.all(), items }, this.#day)
    this.#plan = plan
    this.#found.set(sharing(this.#found.get(), this.#tools.find(plan), plan))
  }
}

const sharing = (before: Findings, found: readonly Finding[], plan: CheckedPlan): Findings => {
  const known = new Map(before.all.map((finding) => [JSON.stringify(finding), finding]))
  const all = sameList(
    before.all,
    found.map((finding) => known.get(JSON.stringify(finding)) ?? finding),
  )
  const notBegun = notBegunIn(plan)
  const counted = sameList(
    before.counted,
    all.filter((finding) => !waits(finding, notBegun)),
  )
  const thread = threadOf(plan, counted)
  const isSameThread = JSON.stringify(thread) === JSON.stringify(before.thread)
  if (before.isKnown && all === before.all && counted === before.counted && isSameThread) return before
  const lists = Map.groupBy(
    all.flatMap((finding) => keysOf(finding).map((key) => ({ key, finding }))),
    ({ key }) => key,
  )
  const by = new Map(
    [...lists].map(([key, list]) => [
      key,
      sameList(
        before.by.get(key),
        list.map(({ finding }) => finding),
      ),
    ]),
  )
  return { isKnown: true, all, counted, notBegun, by, thread: isSameThread ? before.thread : thread }
}

const sameList = (before: readonly Finding[] | undefined, now: readonly Finding[]): readonly Finding[] =>
  before?.length === now.length && before.every((one, at) => one === now[at]) ? before : now
