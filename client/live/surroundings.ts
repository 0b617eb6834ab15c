/*
 * All that the live layer needs of the world outside, handed in: `browser.ts` has the real one, tests hold time
 * still and connect sockets in memory.
 */

export interface Surroundings {
  /** Milliseconds since 1970; jumps when the device has slept. */
  now(): number
  /** Runs once after the delay; the result cancels it. */
  after(milliseconds: number, run: () => void): Stop
  /** From 0 up to 1. */
  random(): number
  /** A fresh id of 22 characters, which nobody can guess. */
  newId(): string
  readonly WebSocket: new (url: string) => Socket
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>
  /** Where the server's sockets are: `wss://plan.example.se`. */
  readonly socketOrigin: string
  /** Signs that a dead line may work again: back online, back from the cache, in front once more. */
  onWake(run: () => void): Stop
  /** The device knows that it has no network, long before a silent socket would tell. */
  onCut(run: () => void): Stop
  /** Whether the page is in front; `run` hears each change. */
  readonly inFront: () => boolean
  onFront(run: () => void): Stop
  /** The page asks before it is left while `unsaved` says so. */
  askBeforeLeaving(unsaved: () => boolean): Stop
}

export type Stop = () => void

/** What we use of a browser's WebSocket. */
export interface Socket {
  binaryType: string
  onopen: ((event: unknown) => void) | null
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null
  onerror: ((event: unknown) => void) | null
  send(bytes: Uint8Array<ArrayBuffer>): void
  close(code?: number, reason?: string): void
}
