import { StepId } from '../../shared/ids.ts'
import type { Up } from '../../shared/protocol/control.ts'
import type { Stop, Surroundings } from './surroundings.ts'

/** Tells the server where the person is, and whether the page is in front; a moving caret tells a few times a second. */
export class Whereabouts {
  readonly #say: (up: Up) => void
  readonly #outside: Pick<Surroundings, 'after' | 'inFront' | 'onFront'>
  readonly #stopFront: Stop
  #place: { readonly stepId: StepId | null; readonly block: string | undefined } = {
    stepId: null,
    block: undefined,
  }
  #said = ''
  #cancel: Stop | null = null

  constructor(outside: Pick<Surroundings, 'after' | 'inFront' | 'onFront'>, say: (up: Up) => void) {
    this.#outside = outside
    this.#say = say
    this.#stopFront = outside.onFront(() => this.#soon())
  }

  be(stepId: string | null, block?: string): void {
    this.#place = { stepId: stepId === null ? null : StepId.parse(stepId), block: block?.slice(0, 200) }
    this.#soon()
  }

  /** A new connection has heard nothing yet. */
  sayAgain(): void {
    this.#said = ''
    this.#now()
  }

  stop(): void {
    this.#stopFront()
    this.#cancel?.()
  }

  #soon(): void {
    this.#cancel ??= this.#outside.after(200, () => this.#now())
  }

  #now(): void {
    this.#cancel?.()
    this.#cancel = null
    const { stepId, block } = this.#place
    const here: Up = { type: 'here', stepId, ...(block && { block }), away: !this.#outside.inFront() }
    const said = JSON.stringify(here)
    if (said === this.#said) return
    this.#said = said
    this.#say(here)
  }
}
