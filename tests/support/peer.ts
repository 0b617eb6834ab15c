import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { MemberId } from '../../shared/ids.ts'
import { StepId } from '../../shared/ids.ts'
import { readMode, readRefused, readSaved } from '../../shared/protocol/frames.ts'
import type { Mode } from '../../shared/protocol/version.ts'
import { MessageType } from '../../shared/protocol/version.ts'
import { itemsRoot, questionsRoot } from '../../shared/step/doc.ts'
import type { LiveBoard } from '../../server/live/board.ts'
import { Channel } from '../../server/live/channel.ts'

const fromServer = Symbol('from the server')

/**
 * A y-websocket client on a wire of two queues: what it says and what it hears moves only when the test says so.
 * It keeps the protocol to the letter and knows our message types, and nothing of the page.
 */
export class Peer {
  doc: Y.Doc
  readonly member: MemberId
  /** Frames on their way to the server, and from it. */
  readonly up: Uint8Array[] = []
  readonly down: Uint8Array[] = []
  synced = false
  saved = 0
  sent = 0
  mode: Mode | null = null
  refused: { reason: string; proposalId: string } | null = null
  closed: { code: number; reason: string } | null = null
  held = false
  readonly #board: LiveBoard
  readonly #room: string
  #channel: Channel | null = null

  constructor(board: LiveBoard, member: MemberId, room: string, doc = new Y.Doc()) {
    this.#board = board
    this.#room = room
    this.member = member
    this.doc = doc
    this.#listen()
  }

  get connected(): boolean {
    return this.#channel !== null
  }

  /** Everything it has done is on the server's disk. */
  get isSaved(): boolean {
    return this.synced && this.sent === this.saved
  }

  connect({ generation = 1, oldClient = false } = {}): void {
    this.synced = false
    this.saved = this.sent = 0
    this.mode = this.refused = this.closed = null
    const way = {
      send: (bytes: Uint8Array) => void this.down.push(bytes),
      sendCarets: (bytes: Uint8Array) => void this.down.push(bytes),
      close: (code: number, reason: string) => this.#lose(code, reason),
      hold: () => {
        this.held = true
      },
      release: () => {
        this.held = false
      },
    }
    const place = { room: StepId.parse(this.#room), generation }
    const opened = this.#board.openChannel(way, { member: this.member, oldClient }, place)
    if (opened instanceof Channel) {
      this.#channel = opened
      this.say(sync(0, Y.encodeStateVector(this.doc)))
    } else this.#lose(opened.code, opened.reason)
  }

  /** The line drops: what is on its way either way is lost. */
  drop(): void {
    this.up.length = this.down.length = 0
    this.#channel?.ended()
    this.#channel = null
  }

  /** Says that it stops, as our page does when it has been refused. */
  stop(): void {
    this.deliverUp()
    this.#channel?.ended()
  }

  /** Throws its document away and begins anew, as our page does after a refusal. */
  startAnew(): void {
    this.doc.off('update', this.#update)
    this.doc = new Y.Doc()
    this.#listen()
  }

  /** Raw bytes to the server, as they stand. */
  say(bytes: Uint8Array): void {
    this.up.push(bytes)
  }

  deliverUp(frames = this.up.length): void {
    for (const bytes of this.up.splice(0, frames)) this.#channel?.receive(bytes)
  }

  deliverDown(frames = this.down.length): void {
    for (const bytes of this.down.splice(0, frames)) this.#hear(bytes)
  }

  #listen(): void {
    this.doc.on('update', this.#update)
  }

  readonly #update = (update: Uint8Array, origin: unknown) => {
    if (origin === fromServer || !this.#channel) return
    this.#count()
    this.say(sync(2, update))
  }

  #count(): void {
    this.sent++
  }

  #lose(code: number, reason: string): void {
    this.#channel = null
    this.up.length = 0
    this.closed = { code, reason }
  }

  #hear(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case MessageType.sync: {
        const kind = decoding.readVarUint(decoder)
        const content = decoding.readVarUint8Array(decoder)
        if (kind !== 0) Y.applyUpdate(this.doc, content, fromServer)
        else if (this.#channel) {
          this.#count()
          this.say(sync(1, Y.encodeStateAsUpdate(this.doc, content)))
        }
        if (kind === 1) this.synced = true
        return
      }
      case MessageType.saved:
        this.saved = readSaved(decoder)
        return
      case MessageType.mode:
        this.mode = readMode(decoder)
        return
      case MessageType.refused:
        this.refused = readRefused(decoder)
    }
  }
}

export const sync = (kind: 0 | 1 | 2, content: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MessageType.sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, content)
  return encoding.toUint8Array(encoder)
}

/** Lets everything that is only a promise come to its end. */
export const calm = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve)
  })

/** Moves everything both ways until nothing moves any more. */
export const settle = async (...peers: readonly Peer[]): Promise<void> => {
  for (let quiet = 0; quiet < 3; quiet++) {
    for (const peer of peers) {
      if (peer.up.length + peer.down.length > 0) quiet = 0
      peer.deliverUp()
      peer.deliverDown()
    }
    await calm()
  }
}

/** Same content, same clocks, nothing waiting: what "equal" means for replicas. An empty root is no root. */
export const stateOf = (doc: Y.Doc): unknown => {
  const content = [...doc.share.keys()].sort().map((root) => [root, contentOf(doc, root)] as const)
  return {
    content: Object.fromEntries(content.filter(([, value]) => value !== '' && value !== '{}')),
    clocks: Object.fromEntries([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)),
    pending: [doc.store.pendingStructs, doc.store.pendingDs],
  }
}

const contentOf = (doc: Y.Doc, root: string): string =>
  root === questionsRoot || root.startsWith(itemsRoot(''))
    ? JSON.stringify(doc.getMap(root).toJSON(), inOrder)
    : doc.getXmlFragment(root).toString()

/** Keys came in another order to each. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
