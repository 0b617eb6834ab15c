import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { MessageType } from '../../shared/protocol/version.ts'

const keepAtMost = { frames: 200, bytes: 64_000 }

/**
 * The answer to a join. For whoever has nothing yet it is kept, with every update applied since it was made: it goes
 * out with all of them or not at all, since a stale answer followed by newer updates would leave a joiner waiting.
 */
export class JoinFrames {
  readonly #doc: Y.Doc
  #whole: Uint8Array | null = null
  #since: Uint8Array[] = []
  #bytes = 0

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** Throws when the state vector is unreadable. */
  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    if (Y.decodeStateVector(stateVector).size > 0)
      return [sync(1, Y.encodeStateAsUpdate(this.#doc, stateVector))]
    this.#whole ??= sync(1, Y.encodeStateAsUpdate(this.#doc))
    return [this.#whole, ...this.#since]
  }

  /** Bytes of the document as it stands. */
  size(): number {
    this.#forget()
    this.#whole = sync(1, Y.encodeStateAsUpdate(this.#doc))
    return this.#whole.length
  }

  /** Asks the other side for what it has and we do not. */
  question(): Uint8Array {
    return sync(0, Y.encodeStateVector(this.#doc))
  }

  /** A frame with an update that has been applied and is broadcast now. */
  applied(frame: Uint8Array): void {
    if (!this.#whole) return
    this.#since.push(frame)
    this.#bytes += frame.length
    if (this.#since.length > keepAtMost.frames || this.#bytes > keepAtMost.bytes) this.#forget()
  }

  #forget(): void {
    this.#whole = null
    this.#since = []
    this.#bytes = 0
  }
}

/** A sync message of y-protocols: 0 asks with a state vector, 1 answers, 2 brings an update. */
export const sync = (kind: 0 | 1 | 2, content: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MessageType.sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, content)
  return encoding.toUint8Array(encoder)
}
