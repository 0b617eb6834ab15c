import type { GivenScore, Score } from '../../shared/board/score.ts'
import { contributionOf } from '../../shared/board/scoring.ts'
import type { Answer } from '../live/ask.ts'
import { Pen } from '../live/live.ts'
import type { OwnScore } from './matrix.ts'

/*
 * One's own scores of a round: as the server has them, and over these what it has not taken yet. That stays, and its
 * reasons with it, until it is sent again.
 */

/** What the server is asked. */
export interface Scorebook {
  readonly all: () => Promise<Answer<readonly Score[]>>
  readonly put: (given: GivenScore) => Promise<Answer<unknown>>
}

export interface OwnNow {
  /** Null until they have come. */
  readonly scores: ReadonlyMap<string, OwnScore> | null
  /** Why something was not saved, or why none could be fetched. */
  readonly problem: string | null
}

export type Pair = Pick<Score, 'activityId' | 'goalId'>

/** `own`: null takes it back. */
export interface Unsent {
  readonly pair: Pair
  readonly own: OwnScore | null
}

/** Where what was not taken outlives the page. */
export interface Unkept {
  readonly unsent: () => readonly Unsent[]
  readonly keepUnsent: (all: readonly Unsent[]) => void
}

export class OwnScores {
  readonly now = new Pen<OwnNow>({ scores: null, problem: null })
  #book: Scorebook
  #saved: ReadonlyMap<string, OwnScore> | null = null
  readonly #round: number
  readonly #kept: Unkept | undefined
  readonly #unsent = new Map<string, Unsent>()
  #notSaved: string | null = null
  #notFetched: string | null = null
  /** Grows with all that makes an answer old that is still on its way. */
  #age = 0
  #sending = Promise.resolve()
  #next: OwnScores | null = null

  constructor(book: Scorebook, round: number, kept?: Unkept) {
    this.#book = book
    this.#round = round
    this.#kept = kept
    // What an earlier page could not send.
    for (const unsent of kept?.unsent() ?? []) this.#unsent.set(contributionOf(unsent.pair), unsent)
    for (const id of this.#unsent.keys()) this.#queue(id, 'letGo')
  }

  /** The next round has begun: what was not taken is sent once more, and why it does not count is said there. */
  endedBy(next: OwnScores): void {
    this.#next = next
    for (const id of this.#unsent.keys()) this.#queue(id, 'letGo')
  }

  /** From now on it is this that asks: in the language of the page. */
  through(book: Scorebook): void {
    this.#book = book
  }

  async fetch(): Promise<void> {
    const age = this.#age
    const answer = await this.#book.all()
    if (age !== this.#age) return this.fetch()
    if (answer.is === 'ok') this.#saved = new Map(answer.value.map((one) => [contributionOf(one), one]))
    this.#notFetched = answer.is === 'ok' ? null : answer.message
    this.#show()
  }

  /** Shown at once. One after the other: of two for the same goal the later one holds. */
  give(pair: Pair, own: OwnScore | null): void {
    this.#unsent.set(contributionOf(pair), { pair, own })
    this.#keep()
    this.#age++
    this.#show()
    this.#queue(contributionOf(pair), 'keep')
  }

  /** Sends again what was not taken; what is refused once more is let go. */
  again(): void {
    this.#notSaved = null
    this.#show()
    for (const id of this.#unsent.keys()) this.#queue(id, 'letGo')
    this.#sending = this.#sending.then(() => this.fetch())
  }

  /** The server counts so many: another than are here, and the person has scored on another device too. */
  counted(count: number): void {
    if (this.#saved && this.#unsent.size === 0 && this.#saved.size !== count) void this.fetch()
  }

  #queue(id: string, refused: 'keep' | 'letGo'): void {
    const unsent = this.#unsent.get(id)
    this.#sending = this.#sending.then(async () => {
      // A later one has taken its place.
      if (!unsent || this.#unsent.get(id) !== unsent) return
      const score = unsent.own ?? { score: null }
      const answer = await this.#book.put({ round: this.#round, ...unsent.pair, ...score })
      this.#age++
      this.#settle(id, unsent, answer, refused)
      this.#show()
    })
  }

  #settle(id: string, unsent: Unsent, answer: Answer<unknown>, refused: 'keep' | 'letGo'): void {
    if (answer.is !== 'ok') this.#say(answer.message)
    else this.#saved = changed(this.#saved, id, unsent.own)
    if (this.#unsent.get(id) !== unsent) return
    if (answer.is === 'ok' || (answer.is === 'refused' && refused === 'letGo')) this.#unsent.delete(id)
    this.#keep()
    if (answer.is === 'ok' && this.#unsent.size === 0) this.#notSaved = null
  }

  #keep(): void {
    this.#kept?.keepUnsent([...this.#unsent.values()])
  }

  #say(problem: string): void {
    this.#notSaved = problem
    if (this.#next) this.#next.#say(problem)
    this.#show()
  }

  #show(): void {
    const scores = [...this.#unsent].reduce((all, [id, { own }]) => changed(all, id, own), this.#saved)
    this.now.set({ scores, problem: this.#notSaved ?? (scores ? null : this.#notFetched) })
  }
}

const changed = (
  before: ReadonlyMap<string, OwnScore> | null,
  id: string,
  own: OwnScore | null,
): ReadonlyMap<string, OwnScore> | null => {
  if (!before) return null
  const others = [...before].filter(([one]) => one !== id)
  return new Map(own ? [...others, [id, own] as const] : others)
}
