import type { Passage } from '../../../shared/board/comment.ts'
import type { CommentId } from '../../../shared/ids.ts'
import type { BoardSession } from '../../live/session.ts'
import type { Ends, Moved } from './position.ts'

/** Where a passage stands by this page's own knowledge, until the server has it or somebody else was first. */
interface Move {
  readonly ends: Moved
  /** The revision that was known when the text was moved. */
  readonly revision: number
  /** What is on its way to the server. */
  readonly sent: Ends | null
}

/** Tells the others where passages stand that this page's own edits moved. */
export class Moves {
  readonly #session: Pick<BoardSession, 'passages' | 'command'>
  readonly #own = new Map<CommentId, Move>()
  readonly #changed: (id: CommentId) => void

  /** `changed` hears when this page's own knowledge gives way. */
  constructor(session: Pick<BoardSession, 'passages' | 'command'>, changed: (id: CommentId) => void) {
    this.#session = session
    this.#changed = changed
  }

  start(): () => void {
    return this.#session.passages.subscribe(() => this.#take())
  }

  /** Where the passage stands if it ever moved. */
  endsOf(id: CommentId): Moved | undefined {
    return this.#own.get(id)?.ends ?? this.#known(id)
  }

  /** Keeps what is to be told at the next `send`. */
  hold(id: CommentId, ends: Ends): void {
    const before = this.#own.get(id)
    const known = this.#known(id)
    const revision = before?.revision ?? known?.revision ?? 0
    this.#own.set(id, { ends: { ...ends, words: known?.words }, revision, sent: before?.sent ?? null })
  }

  send(): void {
    for (const [id, { sent }] of this.#own) if (!sent) void this.#tell(id)
  }

  async #tell(id: CommentId): Promise<void> {
    for (let move = this.#own.get(id); move; move = this.#unsent(id, move)) {
      const { ends, revision } = move
      this.#own.set(id, { ...move, sent: ends })
      const { start, end } = ends
      const outcome = await this.#session.command({
        type: 'comment.reanchor',
        commentId: id,
        start,
        end,
        revision,
      })
      if (outcome.is !== 'done') return this.#giveUp(id)
    }
  }

  /** What came to be known while the last was on its way. */
  #unsent(id: CommentId, { ends, revision }: Move): Move | undefined {
    const now = this.#own.get(id)
    if (!now) return undefined
    if (isSame(now.ends, ends)) {
      if (isSame(this.#known(id), ends)) this.#own.delete(id)
      else this.#own.set(id, { ...now, revision: revision + 1 })
      return undefined
    }
    return { ...now, revision: Math.max(now.revision, revision + 1) }
  }

  #giveUp(id: CommentId): void {
    this.#own.delete(id)
    this.#changed(id)
  }

  /** Whoever was first is right; this page's own move that comes back is one that is done. */
  #take(): void {
    for (const [id, move] of [...this.#own]) {
      const known = this.#known(id)
      if (!known || known.revision <= move.revision) continue
      if (move.sent && isSame(known, move.sent) && !isSame(known, move.ends))
        this.#own.set(id, { ...move, revision: known.revision })
      // Nothing of it is left to tell: what came later counts, also when the answer was here before its news.
      else if (!move.sent || isSame(move.sent, move.ends) || isSame(known, move.ends)) this.#own.delete(id)
    }
  }

  #known(id: CommentId): Passage | undefined {
    return this.#session.passages.get().get(id)
  }
}

const isSame = (one: Ends | undefined, other: Ends): boolean =>
  one?.start === other.start && one.end === other.end
