import type { Down, Up } from '../../shared/protocol/control.ts'
import { Down as DownSchema } from '../../shared/protocol/control.ts'
import {
  controlChannel,
  readControl,
  readFrame,
  writeControl,
  writeFrame,
} from '../../shared/protocol/frames.ts'
import { CloseCode, MessageType } from '../../shared/protocol/version.ts'
import type { Line } from './session.ts'
import type { Socket, Stop, Surroundings } from './surroundings.ts'

/**
 * The one socket of a board and the channels on it. It dials for all of them, and keeps dialling until the server
 * says that there is no point.
 */
export class Trunk {
  readonly #url: string
  readonly #outside: Surroundings
  readonly #ear: Ear
  readonly #channels = new Map<number, Passenger>()
  #nextChannel = 1
  #state: State = { is: 'waiting', attempt: 0, cancel: () => {} }
  #lookedAt: number
  #stopLooking: Stop = () => {}
  readonly #stopWaking: Stop
  /** Since when something we sent waits for the server's word; null when nothing does. */
  #waitingSince: number | null = null
  #patience = patience.first
  readonly #stopCutting: Stop

  constructor(url: string, outside: Surroundings, ear: Ear) {
    this.#url = url
    this.#outside = outside
    this.#ear = ear
    this.#lookedAt = outside.now()
    this.#stopWaking = outside.onWake(() => this.#wake())
    this.#stopCutting = outside.onCut(() => this.#cut())
    this.#look()
    this.#dial(0)
  }

  /** Gives the passenger a channel, which is announced as soon as there is a line. */
  open(passenger: Passenger): number {
    const channel = this.#nextChannel++
    this.#channels.set(channel, passenger)
    if (this.#state.is === 'online') this.#announce(channel, passenger)
    return channel
  }

  leave(channel: number): void {
    if (this.#channels.delete(channel)) this.say({ type: 'close', channel })
  }

  send(channel: number, payload: Uint8Array): void {
    if (this.#state.is === 'online') this.#state.socket.send(writeFrame(channel, payload))
  }

  /** What is said while there is no line is lost: whoever cares says it again when the line is back. */
  say(up: Up): void {
    if (this.#state.is === 'online') this.#state.socket.send(writeControl(up))
  }

  /** Whether anything of ours waits for an answer: then a silent line is doubted sooner. */
  expects(isWaiting: boolean): void {
    if (isWaiting) this.#waitingSince ??= this.#outside.now()
    else {
      this.#waitingSince = null
      this.#patience = patience.first
    }
  }

  /** Drops the line and dials at once: what was missed comes with the welcome. */
  redial(): void {
    if (this.#state.is === 'ended') return
    this.#drop(CloseCode.tryAgain, '')
    this.#dial(0)
  }

  /** For good, at the page's own wish. */
  close(): void {
    this.#drop(CloseCode.normal, '')
    this.#end()
  }

  #dial(attempt: number): void {
    if (this.#state.is === 'waiting') this.#state.cancel()
    const socket = new this.#outside.WebSocket(this.#url)
    socket.binaryType = 'arraybuffer'
    this.#state = { is: 'greeting', socket, attempt, heardAt: this.#outside.now() }
    const mine = () => 'socket' in this.#state && this.#state.socket === socket
    socket.onopen = () => {
      if (mine()) socket.send(writeControl(this.#ear.hello()))
    }
    socket.onmessage = ({ data }) => {
      if (mine()) this.#receive(new Uint8Array(data))
    }
    socket.onclose = ({ code, reason }) => {
      if (mine()) this.#lost(code, reason)
    }
  }

  #receive(bytes: Uint8Array): void {
    if (!('socket' in this.#state)) return
    this.#state.heardAt = this.#outside.now()
    const { channel, payload } = readFrame(bytes)
    if (channel !== controlChannel) return this.#channels.get(channel)?.message(payload)
    // JSON begins with a brace: anything else on this channel only proves that the line is alive.
    if (payload.length === 0 || payload[0] === MessageType.keepAlive) return
    const down = DownSchema.safeParse(readControl(payload))
    if (down.success) this.#obey(down.data)
    else this.#giveUp(CloseCode.malformed)
  }

  #obey(down: Down): void {
    if (down.type === 'opened') this.#channels.get(down.channel)?.opened()
    else if (down.type === 'closed') {
      const passenger = this.#channels.get(down.channel)
      this.#channels.delete(down.channel)
      passenger?.closed(down.code, down.reason)
    } else if (down.type !== 'welcome' || this.#state.is === 'online') this.#ear.heard(down)
    else if ('socket' in this.#state) {
      const { socket, heardAt, attempt } = this.#state
      this.#state = { is: 'online', socket, heardAt, attempt }
      // Whoever comes while the welcome is being told is announced by coming.
      const waiting = [...this.#channels]
      this.#ear.heard(down)
      // Whoever heard it may have hung up.
      if (!('socket' in this.#state) || this.#state.socket !== socket) return
      this.#ear.line('online')
      for (const [channel, passenger] of waiting)
        if (this.#channels.has(channel)) this.#announce(channel, passenger)
    }
  }

  #announce(channel: number, passenger: Passenger): void {
    this.say({ type: 'open', channel, ...passenger.wants() })
  }

  #lost(code: number, reason: string): void {
    if (isFinal(code)) return this.#giveUp(code)
    const attempt = 'attempt' in this.#state ? this.#state.attempt : 0
    this.#drop(code, reason)
    const chance = this.#outside.random()
    const wait =
      code === CloseCode.tooMany ? secondsIn(reason) * 1000 * (1 + chance / 2) : backoff(attempt) * chance
    const cancel = this.#outside.after(wait, () => this.#dial(attempt + 1))
    this.#state = { is: 'waiting', attempt, cancel }
    this.#ear.line('offline')
  }

  #giveUp(code: number): void {
    this.#drop(code, '')
    this.#end()
    this.#ear.ended(code)
  }

  #end(): void {
    if (this.#state.is === 'waiting') this.#state.cancel()
    this.#state = { is: 'ended' }
    this.#stopLooking()
    this.#stopWaking()
    this.#stopCutting()
  }

  /** Every channel hears how the line went, as if it had had a socket of its own. */
  #drop(code: number, reason: string): void {
    if (!('socket' in this.#state)) return
    const { socket, attempt } = this.#state
    this.#state = { is: 'waiting', attempt, cancel: () => {} }
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.onerror = () => {}
    socket.close()
    const passengers = [...this.#channels.values()]
    this.#channels.clear()
    for (const passenger of passengers) passenger.closed(code, reason)
  }

  /** Looks every few seconds whether the line is dead, and whether the device has slept since the last look. */
  #look(): void {
    const now = this.#outside.now()
    const slept = now - this.#lookedAt > asleep
    this.#lookedAt = now
    if (slept) this.#wake()
    else if (this.#silentFor(now) > silence) this.#lost(CloseCode.tryAgain, '')
    else if (this.#isUnanswered(now)) {
      // A long text on a slow line may be what takes its time: the next time the server's own beat decides.
      this.#patience = patience.next
      this.#lost(CloseCode.tryAgain, '')
    }
    // Only a line that held for a while makes the next wait short again.
    else if (this.#state.is === 'online') this.#state.attempt = 0
    if (this.#state.is !== 'ended') this.#stopLooking = this.#outside.after(lookEvery, () => this.#look())
  }

  #cut(): void {
    if ('socket' in this.#state) this.#lost(CloseCode.tryAgain, '')
  }

  #isUnanswered(now: number): boolean {
    if (this.#state.is !== 'online' || this.#waitingSince === null) return false
    return now - Math.max(this.#waitingSince, this.#state.heardAt) > this.#patience
  }

  #wake(): void {
    if (this.#state.is === 'waiting') this.#dial(0)
    else if (this.#silentFor(this.#outside.now()) > this.#quietForAWakened()) this.redial()
  }

  /** A dial that was made without a network hangs for long: it is given up as soon as there may be one again. */
  #quietForAWakened(): number {
    return this.#state.is === 'greeting' ? dialTakes : quietForAWakened
  }

  #silentFor(now: number): number {
    return 'heardAt' in this.#state ? now - this.#state.heardAt : 0
  }
}

/** Whoever rides on a channel. */
export interface Passenger {
  /** Asked at each announcement: the generation may have changed since. */
  wants(): Pick<Extract<Up, { type: 'open' }>, 'room' | 'generation'>
  opened(): void
  message(payload: Uint8Array<ArrayBuffer>): void
  closed(code: number, reason: string): void
}

export interface Ear {
  hello(): Extract<Up, { type: 'hello' }>
  heard(down: Extract<Down, { type: 'welcome' | 'events' | 'roster' | 'passages' | 'scored' }>): void
  line(line: Exclude<Line, 'connecting'>): void
  /** The server said that trying again is pointless, by this close code. */
  ended(code: number): void
}

type State =
  | { readonly is: 'waiting'; readonly attempt: number; readonly cancel: Stop }
  /** The socket is being opened, or the welcome has not come yet. */
  | { readonly is: 'greeting' | 'online'; readonly socket: Socket; attempt: number; heardAt: number }
  | { readonly is: 'ended' }

const lookEvery = 2500
/** So long between two looks means that the device has slept. */
const asleep = 15_000
/** The server says something at least every 20 s. */
const silence = 30_000
/** How long the line may be silent while we wait for an answer. */
const patience = { first: 8000, next: 22_000 }
/** Just woken, and longer ago than the server ever keeps quiet: rather a new line than a wait for the verdict. */
const quietForAWakened = 22_000

/** A dial that has come to nothing by then is made anew when the page wakes. */
const dialTakes = 1000

const longestWait = 30_000
/** The longest wait before the next dial; how much of it is waited is drawn by lot, so that nobody dials in step. */
const backoff = (attempt: number): number => Math.min(1000 * 2 ** attempt, longestWait)

const secondsIn = (reason: string): number => Math.min(Math.max(Number.parseInt(reason, 10) || 30, 1), 300)

const isFinal = (code: number): boolean => code >= 4400 && code <= 4499 && code !== CloseCode.tooMany
