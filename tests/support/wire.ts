import type { Socket as BrowserSocket } from '../../client/live/surroundings.ts'
import type { Socket as ServerSocket } from '../../server/live/line.ts'

/*
 * A network in memory: each WebSocket that the page opens is a wire of two queues, and the test decides when what
 * is on them arrives, and whether it arrives at all.
 */

/** What the server does with a socket: hears its bytes, and that it is gone. */
export interface Taker {
  receive(bytes: Uint8Array): void
  ended(): void
}

export type Accept = (socket: ServerSocket, url: string) => Taker

type Item = Uint8Array | { readonly code: number; readonly reason: string }

export class Network {
  /** False: nobody can connect. */
  isUp = true
  /** Every wire there ever was, the newest last. */
  readonly wires: Wire[] = []
  readonly WebSocket: new (url: string) => BrowserSocket

  constructor(accept: Accept) {
    const dialled = (wire: Wire) => void this.wires.push(wire)
    const isUp = () => this.isUp
    this.WebSocket = class extends BrowserEnd {
      constructor(url: string) {
        super()
        const wire = new Wire(this, (socket) => accept(socket, url), isUp)
        this.wire = wire
        dialled(wire)
      }
    }
  }

  get wire(): Wire {
    const wire = this.wires.at(-1)
    if (!wire) throw new Error('nobody has dialled')
    return wire
  }

  /** Moves all that is under way, once. True when something moved. */
  deliver(): boolean {
    return this.wires.map((wire) => wire.deliver()).some(Boolean)
  }

  /** The line is cut: what is under way is lost, and neither side is told before it notices. */
  cut(): void {
    this.isUp = false
    for (const wire of this.wires) wire.cut()
  }
}

export class Wire {
  readonly up: Item[] = []
  readonly down: Item[] = []
  /** Frames that have arrived, for tests that count. */
  readonly heard = { byServer: [] as Uint8Array[], byPage: [] as Uint8Array[] }
  readonly #page: BrowserEnd
  readonly #accept: (socket: ServerSocket) => Taker
  readonly #isUp: () => boolean
  #state: 'dialling' | 'open' | 'closed' = 'dialling'
  #server: Taker | null = null
  #paused = false

  constructor(page: BrowserEnd, accept: (socket: ServerSocket) => Taker, isUp: () => boolean) {
    this.#page = page
    this.#accept = accept
    this.#isUp = isUp
  }

  get isOpen(): boolean {
    return this.#state === 'open'
  }

  deliver(): boolean {
    if (this.#state === 'dialling') return this.#connect()
    return [this.deliverUp(), this.deliverDown()].some(Boolean)
  }

  deliverUp(count = Infinity): boolean {
    if (this.#paused) return false
    return this.#move(this.up, count, (item) => {
      if (!(item instanceof Uint8Array)) return this.#end()
      this.heard.byServer.push(item)
      this.#server?.receive(item)
    })
  }

  deliverDown(count = Infinity): boolean {
    return this.#move(this.down, count, (item) => {
      if (!(item instanceof Uint8Array)) return this.close(item.code, item.reason)
      this.heard.byPage.push(item)
      this.#page.onmessage?.({ data: item.slice().buffer })
    })
  }

  /** Both ends learn that the line is gone, as after a cut that the system has noticed. */
  cut(): void {
    this.up.length = this.down.length = 0
    this.close(1006, '')
  }

  close(code: number, reason: string): void {
    if (this.#state === 'closed') return
    this.#end()
    this.#page.onclose?.({ code, reason })
  }

  #connect(): boolean {
    if (!this.#isUp()) {
      this.close(1006, '')
      return true
    }
    this.#state = 'open'
    this.#server = this.#accept(this.#serverEnd())
    this.#page.onopen?.({})
    return true
  }

  #move(items: Item[], count: number, take: (item: Item) => void): boolean {
    let moved = 0
    for (; moved < count && items.length > 0; moved++) {
      const item = items.shift()
      if (item) take(item)
    }
    return moved > 0
  }

  #end(): void {
    this.#state = 'closed'
    this.#server?.ended()
    this.#server = null
  }

  #serverEnd(): ServerSocket {
    return {
      bufferedAmount: 0,
      send: (bytes) => {
        if (this.isOpen) this.down.push(bytes.slice())
      },
      close: (code, reason) => void this.down.push({ code, reason }),
      terminate: () => this.cut(),
      pause: () => {
        this.#paused = true
      },
      resume: () => {
        this.#paused = false
      },
      together: (write) => write(),
    }
  }
}

/** The end of a wire that the page holds. */
class BrowserEnd implements BrowserSocket {
  binaryType = ''
  onopen: BrowserSocket['onopen'] = null
  onmessage: BrowserSocket['onmessage'] = null
  onclose: BrowserSocket['onclose'] = null
  onerror: BrowserSocket['onerror'] = null
  protected wire: Wire | null = null

  send(bytes: Uint8Array<ArrayBuffer>): void {
    if (!this.wire?.isOpen) throw new DOMException('not open', 'InvalidStateError')
    this.wire.up.push(bytes.slice())
  }

  close(): void {
    this.wire?.up.push({ code: 1000, reason: '' })
  }
}
