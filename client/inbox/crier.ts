import type { Stop, Surroundings } from '../live/surroundings.ts'

/*
 * When something is said aloud. People hear of others' work seldom and never while they type; what was decided and
 * what is asked of them comes first, and is said in quiet mode too.
 */

export interface News {
  /** `decided` and `asked` cannot be missed; `said` and `written` are many and can wait. */
  readonly is: 'decided' | 'asked' | 'said' | 'written'
}

export interface CrierHost<N extends News> {
  readonly clock: Pick<Surroundings, 'now' | 'after'>
  /** What waited, in one breath. */
  readonly say: (words: string) => void
  /** The words for all of it, '' for nothing. */
  readonly words: (news: readonly N[]) => string
  readonly isQuiet: () => boolean
}

/** So long after the last key somebody is still writing. */
const handsAtRest = 3_000
/** At most one sentence of others' work in this time, */
const between = 20_000
/** and so long it is gathered, so that two who begin together are named together. */
const gathering = 4_000
/** Of more than this the oldest is forgotten, unless it cannot be missed. */
const most = 500

const order = ['decided', 'asked', 'said', 'written'] as const

const isUrgent = ({ is }: News): boolean => is === 'decided' || is === 'asked'

const kept = <N extends News>(news: readonly N[]): readonly N[] => {
  if (news.length <= most) return news
  const over = news.find((one) => !isUrgent(one))
  return news.filter((one) => one !== over)
}

export class Crier<N extends News> {
  readonly #host: CrierHost<N>
  #waiting: readonly N[] = []
  #lastKey = -Infinity
  #lastSaid = -Infinity
  #since = 0
  #timer: Stop | null = null

  constructor(host: CrierHost<N>) {
    this.#host = host
  }

  hear(...news: readonly N[]): void {
    if (news.length === 0) return
    if (this.#waiting.length === 0) this.#since = this.#host.clock.now()
    this.#waiting = kept([...this.#waiting, ...news])
    this.#plan()
  }

  /** A key was pressed in a text. Nothing but a number is kept: it happens at every letter. */
  readonly typed = (): void => {
    this.#lastKey = this.#host.clock.now()
  }

  /** On demand, also what quiet mode keeps back; false when nothing waited. */
  tellNow(): boolean {
    return this.#tell(this.#waiting)
  }

  stop(): void {
    this.#timer?.()
    this.#timer = null
  }

  /** What will be said by itself: in quiet mode only what cannot be missed. */
  #audible(): readonly N[] {
    return this.#host.isQuiet() ? this.#waiting.filter(isUrgent) : this.#waiting
  }

  #plan(): void {
    const audible = this.#audible()
    if (audible.length === 0) return
    const { clock } = this.#host
    const calm = this.#lastKey + handsAtRest
    const due = audible.some(isUrgent)
      ? calm
      : Math.max(calm, this.#lastSaid + between, this.#since + gathering)
    this.#timer?.()
    this.#timer = clock.after(Math.max(0, due - clock.now()), () => this.#come())
  }

  #come(): void {
    this.#timer = null
    // Keys pressed while it waited put it off again.
    if (this.#host.clock.now() < this.#lastKey + handsAtRest) this.#plan()
    else this.#tell(this.#audible())
  }

  #tell(news: readonly N[]): boolean {
    const told = new Set(news)
    this.#waiting = this.#waiting.filter((one) => !told.has(one))
    const words = this.#host.words(order.flatMap((is) => news.filter((one) => one.is === is)))
    if (words === '') return false
    this.#lastSaid = this.#host.clock.now()
    this.#host.say(words)
    return true
  }
}
