import type { BoardEvent } from '../../shared/board/log.ts'
import { evolve } from '../../shared/board/log.ts'
import type { Passage } from '../../shared/board/comment.ts'
import type { ScoreCount } from '../../shared/board/score.ts'
import type { Board } from '../../shared/board/model.ts'
import { memberOf } from '../../shared/board/model.ts'
import type { Down, Presence } from '../../shared/protocol/control.ts'
import { CloseCode, protocolVersion } from '../../shared/protocol/version.ts'
import { Pen } from './live.ts'
import type { BoardView, Gone } from './session.ts'

type Told = Extract<Down, { type: 'welcome' | 'events' | 'roster' | 'passages' | 'scored' }>

/** The board as its log makes it: the same folding as on the server, event by event. */
export class BoardStore {
  readonly view = new Pen<BoardView>({ is: 'loading' })
  readonly roster = new Pen<readonly Presence[]>([])
  readonly passages = new Pen<ReadonlyMap<string, Passage>>(new Map())
  readonly given = new Pen<readonly ScoreCount[]>([])
  #board: Board | null = null
  #me = ''

  get board(): Board | null {
    return this.#board
  }

  /** The last event folded in, to be told only what came after it. */
  get since(): number | undefined {
    return this.#board?.seq
  }

  /** `gap`: events are missing before these, so the whole has to be asked for; `newer`: the page is too old. */
  tell(told: Told): 'folded' | 'gap' | 'newer' {
    switch (told.type) {
      case 'welcome':
        if (told.protocol > protocolVersion) return 'newer'
        this.#me = told.me
        this.#board = told.board ?? this.#board
        this.roster.set(told.roster)
        this.passages.set(new Map(told.passages.map((one) => [one.commentId, one])))
        this.given.set(told.given ?? [])
        return this.#fold(told.events ?? [], 'whole')
      case 'scored':
        this.given.set(told.given)
        return 'folded'
      case 'events':
        if (told.events.some(({ type }) => type === 'scoring.begun')) this.given.set([])
        return this.#fold(told.events, 'next')
      case 'roster':
        this.roster.set(told.roster)
        return 'folded'
      case 'passages':
        this.passages.set(
          new Map([...this.passages.get(), ...told.passages.map((one) => [one.commentId, one] as const)]),
        )
        return 'folded'
    }
  }

  /** The server has ended it by this close code. */
  ended(code: number): void {
    const view = this.view.get()
    const last = view.is === 'ready' ? view : null
    this.view.set({ is: 'gone', because: reasonOf(code, last !== null), last })
  }

  /** `whole`: all there is since what we have; what is left out between is none of our business. */
  #fold(events: readonly BoardEvent[], what: 'whole' | 'next'): 'folded' | 'gap' {
    for (const event of events) {
      if (!this.#board || (what === 'next' && event.seq > this.#board.seq + 1)) return 'gap'
      if (event.seq > this.#board.seq) this.#board = evolve(this.#board, event)
    }
    const me = this.#board && memberOf(this.#board, this.#me)
    if (this.#board && me) this.#show(this.#board, me)
    return 'folded'
  }

  #show(board: Board, me: Extract<BoardView, { is: 'ready' }>['me']): void {
    const now = this.view.get()
    if (now.is !== 'ready' || now.board !== board || now.me !== me) this.view.set({ is: 'ready', board, me })
  }
}

/** To whoever has lost their access, a plan looks as if it were not there. A page that had it open knows better. */
const reasonOf = (code: number, wasOpen: boolean): Gone['because'] => {
  if (code === CloseCode.notSignedIn) return 'notSignedIn'
  if (code === CloseCode.role) return 'noAccess'
  if (code === CloseCode.noRoom) return wasOpen ? 'noAccess' : 'notFound'
  return 'newerServer'
}
