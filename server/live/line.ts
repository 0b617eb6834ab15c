import type { CloseCode } from '../../shared/protocol/version.ts'
import type { Clock } from './clock.ts'

/** What we need of a WebSocket; `ws` fits it, and so does a pair of queues in tests. */
export interface Socket {
  /** Bytes handed over but not yet taken by the network. */
  readonly bufferedAmount: number
  send(bytes: Uint8Array): void
  close(code: number, reason: string): void
  /** Drops the connection at once and frees what it had buffered. */
  terminate(): void
  pause(): void
  resume(): void
  /** Runs `write` so that everything it sends leaves in one write. */
  together(write: () => void): void
}

const loud = 25
const skipCarets = 1_000_000
/** A plan of the largest size, asked for whole, fits; what piles up beyond that is a receiver that does not read. */
const tooMuch = 32_000_000
/** How often a lagging receiver is looked at, and how many bytes it must have taken since then. */
const lookEvery = 10_000
const leastTaken = 100_000

/**
 * The way out to one socket: what is said in one turn goes out as one write, at once in a quiet room and at most
 * every 25 ms in a loud one. Whoever does not keep up is dropped: they come back and get what they missed.
 */
export class Line {
  readonly #socket: Socket
  readonly #clock: Clock
  #waiting: Uint8Array[] = []
  #flushedAt = -Infinity
  #scheduled = false
  #sent = 0
  #taken = 0
  #stopLooking: (() => void) | null = null
  #open = true

  constructor(socket: Socket, clock: Clock) {
    this.#socket = socket
    this.#clock = clock
  }

  get open(): boolean {
    return this.#open
  }

  send(bytes: Uint8Array): void {
    if (!this.#open) return
    this.#waiting.push(bytes)
    if (this.#scheduled) return
    this.#scheduled = true
    const wait = this.#flushedAt + loud - this.#clock.now()
    if (wait <= 0) queueMicrotask(() => this.flush())
    else this.#clock.after(wait, () => this.flush())
  }

  /** Carets are worth nothing late: a socket that lags goes without them. */
  sendCarets(bytes: Uint8Array): void {
    if (this.#socket.bufferedAmount <= skipCarets) this.send(bytes)
  }

  flush(): void {
    this.#scheduled = false
    if (!this.#open || this.#waiting.length === 0) return
    const frames = this.#waiting
    this.#waiting = []
    this.#flushedAt = this.#clock.now()
    this.#socket.together(() => {
      for (const frame of frames) this.#socket.send(frame)
    })
    this.#sent += frames.reduce((sum, frame) => sum + frame.length, 0)
    if (this.#socket.bufferedAmount > tooMuch) this.#drop()
    else if (this.#socket.bufferedAmount > 0) this.#lookLater()
  }

  close(code: CloseCode, reason = ''): void {
    if (!this.#open) return
    this.flush()
    this.#open = false
    this.#stopLooking?.()
    this.#socket.close(code, reason)
  }

  /** The socket is gone; nothing more is sent. */
  ended(): void {
    this.#open = false
    this.#stopLooking?.()
    this.#waiting = []
  }

  hold(): void {
    if (this.#open) this.#socket.pause()
  }

  release(): void {
    if (this.#open) this.#socket.resume()
  }

  #lookLater(): void {
    if (this.#stopLooking) return
    this.#taken = this.#sent - this.#socket.bufferedAmount
    this.#stopLooking = this.#clock.after(lookEvery, () => this.#look())
  }

  /** Slow is no fault; not reading is. */
  #look(): void {
    this.#stopLooking = null
    const buffered = this.#socket.bufferedAmount
    if (buffered === 0) return
    if (this.#sent - buffered - this.#taken < Math.min(leastTaken, buffered)) this.#drop()
    else this.#lookLater()
  }

  #drop(): void {
    this.ended()
    this.#socket.terminate()
  }
}
