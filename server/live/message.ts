import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { MessageType } from '../../shared/protocol/version.ts'
import { readCarets } from './carets.ts'

/** What a client says on a line into a room. */
export type Message =
  | { readonly is: 'join'; readonly stateVector: Uint8Array }
  | { readonly is: 'content'; readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly is: 'carets'; readonly update: Uint8Array }
  | { readonly is: 'caretsWanted' }

/** The message, or in a word why it is none. An update's own bytes are for the gate to judge. */
export const readMessage = (bytes: Uint8Array): Message | string => {
  // reason: bytes from the wire; the decoder throws wherever they end or lie.
  try {
    return read(decoding.createDecoder(bytes))
  } catch {
    return 'unreadable'
  }
}

const read = (decoder: decoding.Decoder): Message | string => {
  switch (decoding.readVarUint(decoder)) {
    case MessageType.sync:
      return readSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder).slice())
    case MessageType.awareness: {
      const update = decoding.readVarUint8Array(decoder).slice()
      readCarets(update)
      return { is: 'carets', update }
    }
    case MessageType.queryAwareness:
      return { is: 'caretsWanted' }
    default:
      return 'unknown message'
  }
}

const readSync = (kind: number, content: Uint8Array): Message | string => {
  if (kind > 2) return 'unknown sync message'
  if (kind > 0) return { is: 'content', kind: kind === 1 ? 'step2' : 'update', update: content }
  Y.decodeStateVector(content)
  return { is: 'join', stateVector: content }
}
