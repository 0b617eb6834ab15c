import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as syncProtocol from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readMode, readRefused, readSaved } from '../../shared/protocol/frames.ts'
import type { Mode, RefusedReason } from '../../shared/protocol/version.ts'
import { MessageType } from '../../shared/protocol/version.ts'
import type { Carets } from './carets.ts'
import { channelSockets } from './channel-socket.ts'
import { Known } from './known.ts'
import { Pen } from './live.ts'
import { pieces } from './pieces.ts'
import type { Surroundings } from './surroundings.ts'
import type { Passenger, Trunk } from './trunk.ts'
import type { Unsaved } from './unsaved.ts'
import { confirmed, connected, countUnsaved, edited, nothingUnsaved, sent } from './unsaved.ts'

/** What a room hears from its line. */
export type Heard =
  | { readonly type: 'mode'; readonly mode: Mode }
  | { readonly type: 'synced' }
  | { readonly type: 'unknown'; readonly names: readonly string[] }
  | { readonly type: 'refused'; readonly reason: RefusedReason; readonly proposalId: string }
  | { readonly type: 'closed'; readonly code: number; readonly reason: string }

export interface Wiring {
  readonly trunk: Trunk
  readonly outside: Pick<Surroundings, 'random'>
  readonly wants: Passenger['wants']
  /** Names of nodes and marks in an update that this page does not know. */
  readonly unknownIn: (update: Uint8Array) => readonly string[]
  readonly heard: (heard: Heard) => void
}

/** The server takes a step 2 of 1 MB and an update of 256 kB; the rest is room for headers. */
const largest = { step2: 990_000, update: 250_000 }

/** y-websocket's provider for one document, with the manners our server needs. */
export class RoomProvider {
  readonly doc: Y.Doc
  /** How many of the person's edits are not on the server's disk. */
  readonly unsaved = new Pen(0)
  readonly known = new Known()
  readonly #wiring: Wiring
  readonly #provider: WebsocketProvider
  #ledger: Unsaved = nothingUnsaved
  /** The server has asked for what we have and was answered, on this connection. */
  #answered = false
  /** Content came that this page does not know: from then on the document stays as it is. */
  #held = false
  #over = false

  constructor(doc: Y.Doc, carets: Carets, wiring: Wiring) {
    this.doc = doc
    this.#wiring = wiring
    // Before the provider listens, so that an edit is counted before the message that carries it.
    doc.on('update', this.#count)
    const sockets = channelSockets(wiring.trunk, {
      wants: wiring.wants,
      opened: () => this.#opened(),
      outgoing: (message) => this.#outgoing(message),
    })
    this.#provider = new WebsocketProvider('channel:', wiring.wants().room, doc, {
      connect: false,
      // Tabs do not speak to each other around the server: that would carry refused edits along.
      disableBc: true,
      awareness: carets,
      // eslint-disable-next-line no-restricted-syntax -- reason: the provider uses no more of a WebSocket than our class has
      WebSocketPolyfill: sockets as unknown as typeof WebSocket,
    })
    this.#silenceEcho(carets)
    this.#listen()
    this.#provider.connect()
  }

  /** Dials again after a close that y-websocket takes as final. */
  reconnect(): void {
    if (!this.#over) this.#provider.connect()
  }

  /** Tells nothing more; the document stays as it is. */
  fallSilent(): void {
    this.#over = true
  }

  destroy(): void {
    this.#over = true
    this.doc.off('update', this.#count)
    this.#provider.destroy()
    this.#provider.awareness.off('update', this.#ownCaret)
  }

  readonly #count = (_update: Uint8Array, origin: unknown): void => {
    if (origin !== this.#provider) this.#move(edited(this.#ledger))
  }

  /** Only my own caret is sent: y-websocket would send everybody's back to the server that sent them. */
  readonly #ownCaret = (changes: CaretChanges, origin: unknown): void => {
    const { awareness, _awarenessUpdateHandler: send } = this.#provider
    const mine = (clients: readonly number[]) => clients.filter((client) => client === awareness.clientID)
    const own = { added: mine(changes.added), updated: mine(changes.updated), removed: mine(changes.removed) }
    const count = own.added.length + own.updated.length + own.removed.length
    if (origin !== this.#provider && count > 0) send(own, origin)
  }

  #silenceEcho(carets: Carets): void {
    carets.off('update', this.#provider._awarenessUpdateHandler)
    carets.on('update', this.#ownCaret)
  }

  #listen(): void {
    const provider = this.#provider
    const handlers = provider.messageHandlers
    handlers[MessageType.sync] = (encoder, decoder) => this.#sync(encoder, decoder)
    handlers[MessageType.saved] = (_, decoder) => this.#saved(readSaved(decoder))
    handlers[MessageType.mode] = (_, decoder) => this.#tell({ type: 'mode', mode: readMode(decoder) })
    handlers[MessageType.refused] = (_, decoder) => this.#tell({ type: 'refused', ...readRefused(decoder) })
    handlers[MessageType.keepAlive] = () => {}
    provider.on('sync', (synced) => {
      if (synced) this.#tell({ type: 'synced' })
    })
    provider.on('connection-close', (event) => {
      // Rooms that are closed for the moment come back one by one, not in step.
      provider.maxBackoffTime = 500 + 4500 * this.#wiring.outside.random()
      if (!event) return
      const { code, reason } = event
      // Later, since the provider has not finished closing: whoever hears of it may well destroy it.
      queueMicrotask(() => this.#tell({ type: 'closed', code, reason }))
    })
  }

  #tell(heard: Heard): void {
    if (!this.#over) this.#wiring.heard(heard)
  }

  #sync(encoder: encoding.Encoder, decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    const content = decoding.readVarUint8Array(decoder)
    if (kind === syncProtocol.messageYjsSyncStep1) {
      encoding.writeVarUint(encoder, MessageType.sync)
      syncProtocol.writeSyncStep2(encoder, this.doc, content)
    } else if (this.#isKnown(content)) {
      this.known.add(content.slice())
      Y.applyUpdate(this.doc, content, this.#provider)
      this.#fold()
      if (kind === syncProtocol.messageYjsSyncStep2) this.#provider.synced = true
    }
  }

  /** An editor bound to content it does not know would delete it for everybody, so it never reaches the document. */
  #isKnown(update: Uint8Array): boolean {
    if (this.#held) return false
    const names = this.#wiring.unknownIn(update)
    if (names.length === 0) return true
    this.#held = true
    this.#tell({ type: 'unknown', names })
    return false
  }

  #opened(): void {
    this.#answered = false
    this.#move(connected(this.#ledger))
  }

  #outgoing(message: Uint8Array): readonly Uint8Array[] {
    const decoder = decoding.createDecoder(message)
    if (decoding.readVarUint(decoder) !== MessageType.sync) return [message]
    const kind = decoding.readVarUint(decoder)
    if (kind === syncProtocol.messageYjsSyncStep1) return [message]
    const isAnswer = kind === syncProtocol.messageYjsSyncStep2
    // An edit that overtook the answer would build on edits that the server has not heard of; the answer holds it.
    if (!isAnswer && !this.#answered) return []
    this.#answered = true
    const update = decoding.readVarUint8Array(decoder)
    if (update.length <= (isAnswer ? largest.step2 : largest.update)) {
      this.#move(sent(this.#ledger, [update]))
      return [message]
    }
    const parts = pieces(update, largest.update)
    this.#move(sent(this.#ledger, parts))
    return parts.map(updateMessage)
  }

  #saved(count: number): void {
    const { unsaved, updates } = confirmed(this.#ledger, count)
    for (const update of updates) this.known.add(update)
    this.#move(unsaved)
    this.#fold()
  }

  #move(ledger: Unsaved): void {
    this.#ledger = ledger
    this.unsaved.set(countUnsaved(ledger))
  }

  #fold(): void {
    if (!this.#held && this.unsaved.get() === 0) this.known.fold(this.doc)
  }
}

interface CaretChanges {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

const updateMessage = (update: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MessageType.sync)
  syncProtocol.writeUpdate(encoder, update)
  return encoding.toUint8Array(encoder)
}
