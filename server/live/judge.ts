import * as Y from 'yjs'
import type { RefusedReason } from '../../shared/protocol/version.ts'
import type { ClientOwner } from '../storage/storage.ts'
import type { Channel } from './channel.ts'
import type { GateRoom, Verdict } from './gate.ts'
import { judge } from './gate.ts'
import type { Frame } from './room.ts'

/** What becomes of the frames that one channel had waiting. */
export interface Judged {
  readonly channel: Channel
  /** What may be committed, merged; null when it brings nothing new. */
  readonly good: Uint8Array | null
  readonly owners: readonly ClientOwner[]
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
  const merged = merge(updates)
  const whole = merged && judge(merged, room, frames.length > 1 ? 'merged' : limit)
  if (whole?.is === 'good') return taken(channel, merged, whole.owners, updates.length)
  if (whole?.is === 'nothing') return taken(channel, null, [], updates.length)
  return oneByOne(channel, frames, room)
}

const oneByOne = (channel: Channel, frames: readonly Frame[], room: GateRoom): Judged => {
  let good: Uint8Array | null = null
  let owners: readonly ClientOwner[] = []
  for (const [index, frame] of frames.entries()) {
    const candidate: Uint8Array | null = good ? merge([good, frame.update]) : frame.update
    const verdict: Verdict = candidate
      ? judge(candidate, room, good ? 'merged' : frame.kind)
      : { is: 'malformed', why: 'unreadable update' }
    if (verdict.is === 'good') {
      good = candidate
      owners = verdict.owners
    } else if (verdict.is !== 'nothing') {
      const rest = frames.slice(index).map((one) => one.update)
      return { channel, good, owners, counted: index, fate: verdict, rest }
    }
  }
  return taken(channel, good, owners, frames.length)
}

const taken = (
  channel: Channel,
  good: Uint8Array | null,
  owners: readonly ClientOwner[],
  counted: number,
): Judged => ({ channel, good, owners, counted, fate: { is: 'taken' }, rest: [] })

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
