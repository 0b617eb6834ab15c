import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readMode, readRefused, readSaved } from '../../shared/protocol/frames.ts'
import { MessageType, type Mode } from '../../shared/protocol/version.ts'
import { eventually } from './eventually.ts'
import type { Person } from './person.ts'

/**
 * A stock y-websocket client on one step, as a script or another tool would join, with a counter beside it: which of
 * its own edits the server has said to have on disk. Nothing of the page's code takes part.
 */
export interface StockClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly mode: Mode | null
  readonly refused: { readonly reason: string; readonly proposalId: string } | null
  readonly closed: { readonly code: number; readonly reason: string } | null
  readonly synced: boolean
  /** Marks what was done in the document last; it is in `acknowledged` once the server has it on disk. */
  mark(name: string): void
  readonly acknowledged: ReadonlySet<string>
  /** Everything sent is on disk. */
  readonly saved: boolean
  /** Resolves when the first sync of this connection is done; rejects when the door is closed for good. */
  ready(): Promise<void>
  settled(): Promise<void>
  leave(): void
}

export interface Place {
  readonly url: string
  readonly board: string
  readonly step: string
  readonly generation?: number
}

// Each provider listens for the end of the process.
process.setMaxListeners(0)

export const aStockClient = (
  person: Person,
  { url, board, step, generation = 1 }: Place,
  doc = new Y.Doc(),
): StockClient => {
  let sent = 0
  let saved = 0
  let mode: Mode | null = null
  let refused: StockClient['refused'] = null
  let closed: StockClient['closed'] = null
  /** An update has gone out since the last mark. */
  let wentOut = false
  /** The number of the frame that carries each mark. */
  let waiting = new Map<string, number>()
  const acknowledged = new Set<string>()

  /** The counter starts at 0 with each connection, whose step 2 carries everything that is not saved. */
  class CountingSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: person.headers() })
      sent = saved = 0
      waiting = new Map([...waiting.keys()].map((name) => [name, Infinity]))
    }
    override send(data: Uint8Array): void {
      const kind = kindOfSync(data)
      if (kind !== null) sent += 1
      wentOut = kind === 'update' || wentOut
      if (kind === 'step2') waiting = new Map([...waiting.keys()].map((name) => [name, sent]))
      super.send(data)
    }
  }

  const provider = new WebsocketProvider(
    `${url.replace(/^http/, 'ws')}/sync/${board}`,
    `${step}@${generation}`,
    doc,
    {
      connect: false,
      disableBc: true,
      maxBackoffTime: 200,
      WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
    },
  )
  const on = (type: number, hear: (decoder: decoding.Decoder) => void) => {
    provider.messageHandlers[type] = (_encoder, decoder) => hear(decoder)
  }
  on(MessageType.saved, (decoder) => {
    saved = readSaved(decoder)
    for (const [name, frame] of waiting)
      if (frame <= saved) {
        waiting.delete(name)
        acknowledged.add(name)
      }
  })
  on(MessageType.mode, (decoder) => (mode = readMode(decoder)))
  on(MessageType.refused, (decoder) => (refused = readRefused(decoder)))
  on(MessageType.keepAlive, () => {})
  provider.on('closed', (event) => (closed = event))
  provider.connect()

  return {
    doc,
    provider,
    get mode() {
      return mode
    },
    get refused() {
      return refused
    },
    get closed() {
      return closed
    },
    get synced() {
      return provider.synced
    },
    mark: (name) => {
      waiting.set(name, wentOut ? sent : Infinity)
      wentOut = false
    },
    acknowledged,
    get saved() {
      return provider.synced && sent === saved
    },
    ready: () =>
      eventually('the first sync', () => {
        if (closed) throw new Error(`closed for good: ${closed.code} ${closed.reason}`)
        return provider.synced
      }),
    settled: () => eventually('everything saved', () => provider.synced && sent === saved),
    leave: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Whether a message is a sync frame that carries content: what the server counts. */
const kindOfSync = (message: Uint8Array): 'step2' | 'update' | null => {
  const decoder = decoding.createDecoder(new Uint8Array(message))
  if (decoding.readVarUint(decoder) !== MessageType.sync) return null
  return ([null, 'step2', 'update'] as const)[decoding.readVarUint(decoder)] ?? null
}
