import type { ReadState, Visit } from '../../shared/board/visit.ts'
import { visitPause, withRead } from '../../shared/board/visit.ts'
import type { Api } from './api.ts'
import { Pen } from './live.ts'
import type { BoardView, Line, Live } from './session.ts'
import type { Stop, Surroundings } from './surroundings.ts'

/** What the person missed on this board, and what of it they have read. */
export interface Visiting {
  /** Null until the server has told. */
  readonly visit: Live<Visit | null>
  /** Ids of comments or of entries in the inbox. */
  markRead(ids: readonly string[]): void
  /** Everything that has been written so far. */
  markAllRead(): void
}

type Marks = Parameters<typeof withRead>[1]

export interface VisitHost {
  readonly api: Pick<Api, 'visit' | 'read'>
  readonly outside: Pick<Surroundings, 'now' | 'after' | 'inFront' | 'onFront'>
  readonly board: Live<BoardView>
  readonly line: Live<Line>
}

/** Marks that come close together go in one message. */
const soon = 1_000
/** Nobody waits for it: a failure is tried again without a word. */
const later = 30_000
/** What the server takes at once. */
const mostIds = 500

/**
 * Asked for when the board is there, and again when the line or the person had been away for so long that another
 * visit begins. What is read is shown as read at once: it is no claim about the server, which hears of it in a moment.
 */
export class LiveVisiting implements Visiting {
  readonly visit = new Pen<Visit | null>(null)
  readonly #boardId: string
  readonly #host: VisitHost
  readonly #stops: readonly Stop[]
  #waiting: Marks[] = []
  #sending: Stop | null = null
  #asking: Stop | null = null
  #isAsked = false
  #isOver = false
  /** Since when the line is gone, or the page lies behind another; null while the person may be here. */
  #awaySince: number | null = null

  constructor(boardId: string, host: VisitHost) {
    this.#boardId = boardId
    this.#host = host
    const look = () => this.#look()
    this.#stops = [host.board.subscribe(look), host.line.subscribe(look), host.outside.onFront(look)]
  }

  readonly markRead = (ids: readonly string[]): void => {
    const { also = [] } = this.visit.get()?.read ?? {}
    const fresh = ids.filter((id) => !also.includes(id))
    if (fresh.length > 0) this.#mark({ ids: fresh })
  }

  readonly markAllRead = (): void => {
    const view = this.#host.board.get()
    if (view.is === 'ready') this.#mark({ before: latestIn(view) })
  }

  stop(): void {
    this.#isOver = true
    for (const stop of this.#stops) stop()
    this.#asking?.()
    this.#sending?.()
    // Whoever leaves has read what they read.
    if (this.#waiting.length > 0) void this.#send()
  }

  #look(): void {
    const { board, line, outside } = this.#host
    if (board.get().is !== 'ready') return
    if (line.get() !== 'online' || !outside.inFront()) {
      this.#awaySince ??= outside.now()
      return
    }
    const isBack = this.#awaySince !== null && outside.now() - this.#awaySince > visitPause
    this.#awaySince = null
    if (this.#isAsked && !isBack) return
    this.#isAsked = true
    this.#asking?.()
    void this.#ask()
  }

  async #ask(): Promise<void> {
    const { api, outside } = this.#host
    const answer = await api.visit(this.#boardId)
    if (this.#isOver) return
    if (answer.is === 'ok') this.visit.set({ ...answer.value, read: this.#withWaiting(answer.value.read) })
    else if (answer.is === 'failed') this.#asking = outside.after(later, () => void this.#ask())
  }

  #mark(marks: Marks): void {
    const visit = this.visit.get()
    if (visit) this.visit.set({ ...visit, read: withRead(visit.read, marks) })
    this.#waiting.push(marks)
    this.#sending ??= this.#host.outside.after(soon, () => void this.#send())
  }

  #withWaiting(read: ReadState): ReadState {
    return this.#waiting.reduce(withRead, read)
  }

  /** All that waits, in at most two messages: up to a moment, and single ones. */
  async #send(): Promise<void> {
    const marks = this.#waiting
    this.#waiting = []
    const left: Marks[] = []
    for (const one of merged(marks)) {
      const answer = await this.#host.api.read(this.#boardId, one)
      if (answer.is === 'failed') left.push(one)
    }
    this.#waiting.unshift(...left)
    this.#sending = null
    if (this.#waiting.length === 0 || this.#isOver) return
    const pause = left.length > 0 ? later : soon
    this.#sending = this.#host.outside.after(pause, () => void this.#send())
  }
}

const merged = (marks: readonly Marks[]): readonly Marks[] => {
  const befores = marks.flatMap((one) => ('before' in one ? [one.before] : []))
  const ids = [...new Set(marks.flatMap((one) => ('ids' in one ? one.ids : [])))]
  const parts = Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, at) => ({
    ids: ids.slice(at * mostIds, (at + 1) * mostIds),
  }))
  const before = latest(befores)
  return [...(before === null ? [] : [{ before }]), ...parts]
}

/** The last moment that the board knows of, by the server's clock: the device's own may be wrong. */
const latestIn = ({ board }: Extract<BoardView, { is: 'ready' }>): string => {
  const comments = board.comments.filter(({ imported }) => !imported)
  const times = [
    board.createdAt,
    ...comments.flatMap(({ at, assigned }) => [at, ...(assigned ? [assigned.at] : [])]),
    ...board.steps.flatMap(({ state }) => (state.is === 'inReview' ? [state.since] : [])),
  ]
  return latest(times) ?? board.createdAt
}

const latest = (times: readonly string[]): string | null =>
  times.reduce<string | null>(
    (last, time) => (last === null || Date.parse(time) > Date.parse(last) ? time : last),
    null,
  )
