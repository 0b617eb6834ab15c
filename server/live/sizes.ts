import type { StepId } from '../../shared/ids.ts'
import type { RoomSize } from '../storage/storage.ts'

/** How many bytes a plan's rooms hold: as stored when the plan was opened, and as they grew since. */
export class Sizes {
  readonly #bytes: Map<StepId, number>

  constructor(stored: readonly RoomSize[]) {
    this.#bytes = new Map(stored.map(({ room, bytes }) => [room, bytes]))
  }

  set(room: StepId, bytes: number): void {
    this.#bytes.set(room, bytes)
  }

  /** What the other rooms of the plan hold together. */
  beside(room: StepId): number {
    let sum = 0
    for (const [other, bytes] of this.#bytes) if (other !== room) sum += bytes
    return sum
  }
}
