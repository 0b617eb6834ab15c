import * as Y from 'yjs'
import type { RefusedReason } from '../../shared/protocol/version.ts'
import type { ClientOwner } from '../storage/storage.ts'
import type { Channel } from './channel.ts'
import type { GateRoom, UpdateKind, Verdict } from './gate.ts'
import { judge, limits } from './gate.ts'
import type { Frame } from './room.ts'

/** What becomes of the frames that one channel had waiting. */
export interface Judged {
  readonly channel: Channel
  /** What may be committed, merged; null when it brings nothing new. */
  readonly good: Uint8Array | null
  readonly owners: readonly ClientOwner[]
  /** The clients of which `good` brings something. */
  readonly clients: readonly number[]
  /** How many frames are done with once `good` is on disk. */
  readonly counted: number
  readonly fate: Fate
  /** The frames from the first bad one on. */
  readonly rest: readonly Uint8Array[]
}

export type Fate =
  | { readonly is: 'taken' }
  | { readonly is: 'refused'; readonly because: RefusedReason }
  | { readonly is: 'gap' }
  | { readonly is: 'tooBig'; readonly what: string }
  | { readonly is: 'malformed'; readonly why: string }

/**
 * Judges the frames merged, since the second of two quick keystrokes depends on the first; only when that fails one
 * by one, so that the good ones before the first bad one are kept.
 */
export const judgeFrames = (channel: Channel, frames: readonly Frame[], room: GateRoom): Judged => {
  const updates = frames.map((frame) => frame.update)
  const limit = frames.some((frame) => frame.kind === 'step2') ? 'step2' : 'update'
  const merged = frames.some(isTooLong) ? null : merge(updates)
  const whole = merged && judge(merged, room, frames.length > 1 ? 'merged' : limit)
  if (merged && whole?.is === 'good') return taken(channel, { ...whole, bytes: merged }, updates.length)
  if (whole?.is === 'nothing') return taken(channel, null, updates.length)
  return oneByOne(channel, frames, room)
}

const oneByOne = (channel: Channel, frames: readonly Frame[], room: GateRoom): Judged => {
  let good: Good | null = null
  for (const [index, frame] of frames.entries()) {
    const bytes: Uint8Array | null = good ? merge([good.bytes, frame.update]) : frame.update
    const verdict = verdictOn(frame, bytes, room, good ? 'merged' : frame.kind)
    if (bytes && verdict.is === 'good') good = { ...verdict, bytes }
    else if (verdict.is !== 'good' && verdict.is !== 'nothing') {
      const rest = frames.slice(index).map((one) => one.update)
      return { ...taken(channel, good, index), fate: verdict, rest }
    }
  }
  return taken(channel, good, frames.length)
}

const verdictOn = (frame: Frame, bytes: Uint8Array | null, room: GateRoom, kind: UpdateKind): Verdict => {
  if (isTooLong(frame)) return { is: 'tooBig', what: 'update' }
  return bytes ? judge(bytes, room, kind) : { is: 'malformed', why: 'unreadable update' }
}

/** What many frames may be together, none of them may be alone. */
const isTooLong = ({ update, kind }: Frame): boolean => update.length > limits.bytes[kind]

interface Good {
  readonly bytes: Uint8Array
  readonly owners: readonly ClientOwner[]
  readonly clients: readonly number[]
}

const taken = (channel: Channel, good: Good | null, counted: number): Judged => ({
  channel,
  good: good?.bytes ?? null,
  owners: good?.owners ?? [],
  clients: good?.clients ?? [],
  counted,
  fate: { is: 'taken' },
  rest: [],
})

/** Null when the bytes cannot even be merged. */
const merge = (updates: readonly Uint8Array[]): Uint8Array | null => {
  const [only] = updates
  if (updates.length === 1 && only) return only
  try {
    return Y.mergeUpdates([...updates])
  } catch {
    return null
  }
}
