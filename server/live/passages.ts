import type { Passage } from '../../shared/board/comment.ts'

/** Where the passages of a board's comments stand, as far as they have moved since they were written. */
export class Passages {
  readonly #passages: Map<string, Passage>

  constructor(known: readonly Passage[]) {
    this.#passages = new Map(known.map((one) => [one.commentId, one]))
  }

  get all(): readonly Passage[] {
    return [...this.#passages.values()]
  }

  of(commentId: string): Passage | undefined {
    return this.#passages.get(commentId)
  }

  set(passage: Passage): void {
    this.#passages.set(passage.commentId, passage)
  }
}
