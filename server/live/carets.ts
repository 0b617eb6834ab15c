import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MessageType } from '../../shared/protocol/version.ts'
import type { Clock } from './clock.ts'

/**
 * Where people's carets are in one room (y-protocols' awareness). The latest entry of each client is kept as bytes
 * and sent in batches. A client speaks for itself only, says nothing but its `cursor`, and wears the name and colour
 * that the server gives it: what it claims besides, or relays of others, is dropped without punishment.
 */
export class Carets<Channel extends Person> {
  readonly #clock: Clock
  readonly #audience: () => Iterable<Channel>
  readonly #entries = new Map<number, Entry<Channel>>()
  /** The last clock said of a client. It outlives the entry: whoever returns must be heard at once, not in 15 s. */
  readonly #said = new Map<number, number>()
  /** No clock that was said of a forgotten client is higher: whoever returns after that begins above it. */
  #floor = -1
  readonly #fresh = new Set<number>()
  /** What came too fast: the last of each is heard a little later, so that a caret ends where it stands. */
  readonly #late = new Map<Channel, Uint8Array>()
  #cancel: (() => void) | null = null

  constructor(clock: Clock, audience: () => Iterable<Channel>) {
    this.#clock = clock
    this.#audience = audience
  }

  /** How many clients' clocks are remembered. */
  get remembered(): number {
    return this.#said.size
  }

  /** Takes an awareness update from a channel. Throws on broken bytes. */
  take(channel: Channel, update: Uint8Array): void {
    if (update.length > largest) return
    for (const { client, clock, state } of readCarets(update)) {
      if (clock > highest) continue
      if (!this.#speaksFor(channel, client, state)) continue
      const known = this.#entries.get(client)
      if (known && (clock < known.heard || (clock === known.heard && state !== 'null'))) continue
      // Read before it may be put off: what is broken must break here, not in a timer.
      const dressed = this.#dressed(channel, state)
      if (!channel.mayMoveCaret(this.#clock.now())) return this.#later(channel, update)
      this.#put(client, { channel, heard: clock, state: dressed })
    }
  }

  /** Everybody's carets, for someone who has just come. */
  all(): Uint8Array | null {
    return this.#entries.size === 0 ? null : this.#write([...this.#entries.keys()])
  }

  leave(channel: Channel): void {
    this.#late.delete(channel)
    for (const [client, entry] of this.#entries) {
      if (entry.channel !== channel) continue
      this.#put(client, { ...entry, state: 'null' })
    }
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
  }

  #speaksFor(channel: Channel, client: number, state: string): boolean {
    const known = this.#entries.get(client)
    if (known) return known.channel === channel
    if (state === 'null' || channel.caretClient !== null) return false
    channel.caretClient = client
    return true
  }

  #dressed(channel: Channel, state: string): string {
    if (state === 'null') return state
    const said: unknown = JSON.parse(state)
    const cursor = said !== null && typeof said === 'object' && 'cursor' in said ? said.cursor : null
    return JSON.stringify({ cursor: cursor ?? null, user: channel.caretName })
  }

  #later(channel: Channel, update: Uint8Array): void {
    if (this.#late.size === 0) this.#clock.after(catchUp, () => this.#hearLate())
    this.#late.set(channel, update)
  }

  #hearLate(): void {
    const late = [...this.#late]
    this.#late.clear()
    for (const [channel, update] of late) this.take(channel, update)
  }

  #put(client: number, entry: Entry<Channel>): void {
    this.#entries.set(client, entry)
    const said = Math.max(entry.heard, (this.#said.get(client) ?? this.#floor) + 1)
    // Last in the map: the first ones are those that were silent for longest.
    this.#said.delete(client)
    this.#said.set(client, said)
    this.#fresh.add(client)
    this.#cancel ??= this.#clock.after(batch, () => this.#flush())
  }

  #flush(): void {
    this.#cancel = null
    const clients = [...this.#fresh]
    this.#fresh.clear()
    const shared = this.#write(clients)
    for (const channel of this.#audience()) {
      const others = clients.filter((client) => this.#entries.get(client)?.channel !== channel)
      if (others.length > 0)
        channel.sendCarets(others.length === clients.length ? shared : this.#write(others))
    }
    for (const client of clients) if (this.#entries.get(client)?.state === 'null') this.#forget(client)
  }

  #forget(client: number): void {
    const channel = this.#entries.get(client)?.channel
    if (channel?.caretClient === client) channel.caretClient = null
    this.#entries.delete(client)
    this.#forgetOldest()
  }

  #forgetOldest(): void {
    let over = this.#said.size - rememberAtMost
    for (const [client, clock] of this.#said) {
      if (over-- <= 0) return
      if (this.#entries.has(client)) continue
      this.#said.delete(client)
      this.#floor = Math.max(this.#floor, clock)
    }
  }

  #write(clients: readonly number[]): Uint8Array {
    const update = encoding.createEncoder()
    encoding.writeVarUint(update, clients.length)
    for (const client of clients) {
      encoding.writeVarUint(update, client)
      encoding.writeVarUint(update, this.#said.get(client) ?? 0)
      encoding.writeVarString(update, this.#entries.get(client)?.state ?? 'null')
    }
    const message = encoding.createEncoder()
    encoding.writeVarUint(message, MessageType.awareness)
    encoding.writeVarUint8Array(message, encoding.toUint8Array(update))
    return encoding.toUint8Array(message)
  }
}

/** `heard`: the client's own clock; what is said onwards is counted here. */
interface Entry<Channel> {
  readonly channel: Channel
  readonly heard: number
  readonly state: string
}

/** What the carets ask of a channel. */
export interface Person {
  /** The client whose caret this channel speaks for, once it has said so. */
  caretClient: number | null
  readonly caretName: { readonly id: string; readonly name: string; readonly colour: number }
  /** False when the person moves it more often than 20 times a second. */
  mayMoveCaret(now: number): boolean
  sendCarets(message: Uint8Array): void
}

const largest = 4096
const rememberAtMost = 1000
/** A client counts its moves; nobody moves so often. One forged clock must not raise everybody's. */
const highest = 1e9
const batch = 40
const catchUp = 250

/** Throws on broken bytes, and on a state that is not JSON. Nothing is read of what is too large to be taken. */
export const readCarets = (update: Uint8Array): { client: number; clock: number; state: string }[] => {
  if (update.length > largest) return []
  const decoder = decoding.createDecoder(update)
  const count = decoding.readVarUint(decoder)
  const entries = []
  for (let index = 0; index < count; index++) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state = decoding.readVarString(decoder)
    JSON.parse(state)
    entries.push({ client, clock, state })
  }
  return entries
}
