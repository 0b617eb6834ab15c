import type { Passenger, Trunk } from './trunk.ts'

/**
 * One channel of the trunk in the shape of a WebSocket, so that y-websocket's provider believes it has a socket of
 * its own. It waits in CONNECTING for as long as the trunk has no line.
 */
export interface ChannelSocket {
  binaryType: string
  readyState: number
  readonly OPEN: 1
  onopen: ((event: unknown) => void) | null
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null
  onerror: ((event: unknown) => void) | null
  send(bytes: Uint8Array): void
  close(): void
}

/** What stands between the provider and the channel. */
export interface Ride extends Pick<Passenger, 'wants' | 'opened'> {
  /** What really leaves when the provider sends this: nothing, the message itself, or several smaller ones. */
  outgoing(message: Uint8Array): readonly Uint8Array[]
}

export type ChannelSocketClass = new (url: string) => ChannelSocket

/** The class to hand to a provider; each socket it makes is a new channel of this trunk. */
export const channelSockets = (trunk: Trunk, ride: Ride): ChannelSocketClass =>
  class implements ChannelSocket, Passenger {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3

    binaryType = 'arraybuffer'
    readyState: ChannelSocket['readyState'] = 0
    readonly OPEN = 1
    onopen: ChannelSocket['onopen'] = null
    onmessage: ChannelSocket['onmessage'] = null
    onclose: ChannelSocket['onclose'] = null
    onerror: ChannelSocket['onerror'] = null
    readonly wants = ride.wants
    readonly #channel: number

    constructor() {
      this.#channel = trunk.open(this)
    }

    send(bytes: Uint8Array): void {
      if (this.readyState !== 1) throw new DOMException('the channel is not open', 'InvalidStateError')
      for (const message of ride.outgoing(bytes)) trunk.send(this.#channel, message)
    }

    close(): void {
      if (this.readyState >= 2) return
      this.readyState = 2
      trunk.leave(this.#channel)
      // A real socket tells of its end later, never from within the call.
      queueMicrotask(() => this.closed(1000, ''))
    }

    opened(): void {
      if (this.readyState !== 0) return
      this.readyState = 1
      ride.opened()
      this.onopen?.({})
    }

    message(payload: Uint8Array<ArrayBuffer>): void {
      // The frame's reader has copied the payload into a buffer of its own, as the provider needs it.
      if (this.readyState === 1) this.onmessage?.({ data: payload.buffer })
    }

    closed(code: number, reason: string): void {
      if (this.readyState === 3) return
      this.readyState = 3
      this.onclose?.({ code, reason })
    }
  }
