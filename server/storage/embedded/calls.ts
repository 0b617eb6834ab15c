import type { Failure } from './failure.ts'

/* What goes over between the main thread and a worker: calls one way, replies in batches the other. */

/** One table of these is all a worker can do; the main thread knows its type only. */
export type Operations = Readonly<Record<string, (input: never) => unknown>>

export interface Call {
  readonly id: number
  readonly name: string
  /** Checked by `Line.call` against the operation's own parameter. */
  readonly input: never
}

/** The last message a worker gets. */
export interface Closing {
  readonly close: true
}

export type Reply =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly failed: Failure }

/** The id of the worker's first reply: that it is open, or why it is not. */
export const opening = 0
