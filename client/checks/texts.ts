import type { Step } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { isEmpty } from '../../shared/step/prose.ts'
import type { StepTexts } from '../../shared/step/read.ts'
import type { BoardSession, RoomDocument } from '../live/session.ts'
import type { Stop } from '../live/surroundings.ts'
import { readingOf } from '../live/reading.ts'

interface Followed {
  readonly step: Step
  /** Starts again when the room has another document. */
  readonly stop: Stop
}

interface Read {
  readonly doc: RoomDocument['doc']
  readonly texts: () => StepTexts
  /** What checks can see of the texts: whether they say anything. */
  said: string
  readonly stop: Stop
}

/**
 * What stands in the texts of all steps, as far as checks ask: which questions are answered and which texts are
 * empty. Tells only when that has changed, not with every letter.
 */
export class PlanTexts {
  readonly #session: BoardSession
  readonly #changed: () => void
  readonly #followed = new Map<string, Followed>()
  readonly #read = new Map<string, Read>()
  /** Follows what is told after agreement. */
  #told: Stop | undefined

  constructor(session: BoardSession, changed: () => void) {
    this.#session = session
    this.#changed = changed
  }

  /** Whether every step, and what is told after agreement, is here as the server has it. Steps that cannot be read make the whole unknown. */
  get areWhole(): boolean {
    const ids = [...this.#followed.keys()]
    if (ids.length === 0) return false
    return [...ids, followUpRoom].every((id) => isWhole(this.#session.room(id).document.get()))
  }

  all(): ReadonlyMap<string, StepTexts> {
    return new Map([...this.#read].map(([id, { texts }]) => [id, texts()]))
  }

  follow(steps: readonly Step[]): void {
    this.#told ??= this.#session.room(followUpRoom).document.subscribe(this.#changed)
    const wanted = new Map<string, Step>(steps.map((step) => [step.id, step]))
    for (const [id, { step }] of this.#followed) {
      const now = wanted.get(id)
      if (now?.sections !== step.sections || now.questions !== step.questions) this.#leave(id)
    }
    for (const step of steps) if (!this.#followed.has(step.id)) this.#begin(step)
  }

  stop(): void {
    this.#told?.()
    this.#told = undefined
    for (const id of [...this.#followed.keys()]) this.#leave(id)
  }

  #leave(id: string): void {
    this.#followed.get(id)?.stop()
    this.#followed.delete(id)
    this.#read.get(id)?.stop()
    this.#read.delete(id)
  }

  #begin(step: Step): void {
    const { document } = this.#session.room(step.id)
    const look = () => {
      const { doc } = document.get()
      if (this.#read.get(step.id)?.doc !== doc) this.#open(step, doc)
      this.#changed()
    }
    this.#followed.set(step.id, { step, stop: document.subscribe(look) })
    this.#open(step, document.get().doc)
  }

  #open(step: Step, doc: RoomDocument['doc']): void {
    this.#read.get(step.id)?.stop()
    const reading = readingOf(doc, step)
    const read: Read = {
      doc,
      texts: reading.get,
      said: saidIn(reading.get()),
      stop: reading.subscribe(() => {
        const said = saidIn(reading.get())
        if (said === read.said) return
        read.said = said
        this.#changed()
      }),
    }
    this.#read.set(step.id, read)
  }
}

const isWhole = ({ state }: RoomDocument): boolean => state.is === 'writable' || state.is === 'readOnly'

const saidIn = ({ sections, questions }: StepTexts): string =>
  JSON.stringify([
    Object.entries(sections).map(([id, text]) => [id, isEmpty(text)]),
    Object.entries(questions).map(([id, { status }]) => [id, status]),
  ])
