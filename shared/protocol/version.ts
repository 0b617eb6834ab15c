/** Raised whenever a message changes shape; `tests/shared/protocol.test.ts` freezes the schemas of each number. */
export const protocolVersion = 1

/** Raised whenever rooms may hold something an older client does not know: such a client only reads. */
export const contentVersion = 1

/** y-websocket's own message types, and ours from 100. */
export const MessageType = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  /** varuint: how many of this channel's sync frames that carry content (step 2, update) are on disk, cumulative. */
  saved: 100,
  /** varstring mode ('rw' | 'ro'), varstring reason (ReadOnlyReason or ''). */
  mode: 101,
  /** varstring reason (RefusedReason), varstring id of the proposal being made of the words, or ''. */
  refused: 102,
  /** Nothing: only proves that the line is alive. */
  keepAlive: 103,
} as const

export type Mode = { readonly is: 'rw' } | { readonly is: 'ro'; readonly because: ReadOnlyReason }
/** `full`: the server's disk nearly is. */
export type ReadOnlyReason = 'agreed' | 'paused' | 'role' | 'oldClient' | 'full'
/** `earlier`: built on an edit that was refused before. */
export type RefusedReason = 'agreed' | 'paused' | 'role' | 'earlier' | 'tooBig'

/** Final for y-websocket are 4400–4499; everything else is tried again. */
export const CloseCode = {
  normal: 1000,
  loadError: 1011,
  restart: 1012,
  /** Overload, or an edit that waits for a missing one: the next connection's step 2 carries everything. */
  tryAgain: 1013,
  malformed: 4400,
  notSignedIn: 4401,
  role: 4403,
  noRoom: 4404,
  oldGeneration: 4410,
  tooBig: 4413,
  closedStep: 4423,
  /** The reason holds the seconds to wait. */
  tooMany: 4429,
} as const
export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode]
