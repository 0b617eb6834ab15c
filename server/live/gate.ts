import * as Y from 'yjs'
import type { MemberId } from '../../shared/ids.ts'
import type { RefusedReason } from '../../shared/protocol/version.ts'
import type { Root } from '../../shared/step/doc.ts'
import type { ClientOwner, RefusedClient } from '../storage/storage.ts'
import { Places } from './place.ts'
import type { OpenedUpdate, Struct } from './update.ts'
import {
  clockOf,
  deletesNothingNew,
  deletesOnlyFormatting,
  endOf,
  inOrder,
  isSkip,
  newStructs,
  openUpdate,
  reachOf,
  referencesOf,
} from './update.ts'

/*
 * May these bytes in? An update is judged before it touches the document: nothing that the gate lets through can be
 * left waiting in it, stand where nobody reads it, or be written under somebody else's name.
 */

/** What the gate has to know of a room and of who is writing. */
export interface GateRoom {
  /** The applied document. It is only looked at. */
  readonly doc: Y.Doc
  readonly layout: ReadonlyMap<string, Root>
  readonly actor: MemberId
  /** Whether this actor may write now, or why not. */
  readonly writable: 'yes' | Exclude<RefusedReason, 'earlier' | 'tooBig'>
  /** Bytes stored of the room, and clientIDs with an owner. */
  readonly bytes: number
  /** What the plan's other rooms hold. */
  readonly beside: number
  readonly clients: number
  ownerOf(client: number): MemberId | undefined
  /** Structs of this clientID from this clock on were refused before. */
  refusedClock(client: number): number | undefined
}

export type Verdict =
  /** `clients` bring something new; `owners` are those of them that nobody owned before. */
  | { readonly is: 'good'; readonly owners: readonly ClientOwner[]; readonly clients: readonly number[] }
  /** Acknowledge it, and neither store nor broadcast it. */
  | { readonly is: 'nothing' }
  | { readonly is: 'refused'; readonly because: Exclude<RefusedReason, 'tooBig'> }
  /** Builds on what is not here. A reconnect heals it. */
  | { readonly is: 'gap' }
  | { readonly is: 'tooBig'; readonly what: 'update' | 'structs' | 'length' | 'room' | 'board' | 'clients' }
  | { readonly is: 'malformed'; readonly why: string }

export const limits = {
  /** Bytes by how they came; `merged` is what one channel had waiting, `import` a whole room from a file. */
  bytes: { update: 256 * 1024, step2: 1024 * 1024, merged: 2 * 1024 * 1024, import: 5 * 1024 * 1024 },
  structs: { update: 20_000, step2: 20_000, merged: 100_000, import: 200_000 },
  structLength: 1_000_000,
  roomBytes: 5 * 1024 * 1024,
  boardBytes: 20 * 1024 * 1024,
  clients: 10_000,
} as const

export type UpdateKind = keyof typeof limits.bytes

/** The order of the questions is the order of the answers: who may not write hears so before being told of a gap. */
export const judge = (bytes: Uint8Array, room: GateRoom, kind: UpdateKind = 'update'): Verdict => {
  if (bytes.length > limits.bytes[kind]) return { is: 'tooBig', what: 'update' }
  const update = openUpdate(bytes)
  if (typeof update === 'string') return { is: 'malformed', why: update }
  const fresh = newStructs(update, room.doc)
  if (fresh.length === 0 && deletesNothingNew(update, room.doc)) return { is: 'nothing' }
  // Stock clients tidy formatting when they hear of others' edits: nobody who only reads may be turned away for it.
  if (fresh.length === 0 && room.writable === 'role' && deletesOnlyFormatting(update, room.doc))
    return { is: 'nothing' }
  if (restsOnRefused(update, fresh, room)) return { is: 'refused', because: 'earlier' }
  if (room.writable !== 'yes') return { is: 'refused', because: room.writable }
  const clients = [...new Set(fresh.map(({ id }) => id.client))]
  const claimed = clients.filter((client) => room.ownerOf(client) === undefined)
  const what = tooBig(update, bytes.length, fresh, room, claimed.length, limits.structs[kind])
  if (what) return { is: 'tooBig', what }
  if (!continues(update, room.doc)) return { is: 'gap' }
  if (clients.some((client) => (room.ownerOf(client) ?? room.actor) !== room.actor))
    return { is: 'malformed', why: 'clientID of somebody else' }
  const why = misplaced(update, room)
  if (why !== null) return { is: 'malformed', why }
  return { is: 'good', owners: claimed.map((client) => ({ client, member: room.actor })), clients }
}

/** Whose structs in this update are new to the document, and from which clock on; none of broken bytes. */
export const firstNewClocks = (bytes: Uint8Array, doc: Y.Doc): readonly RefusedClient[] => {
  const update = openUpdate(bytes)
  if (typeof update === 'string') return []
  const clients = new Set(newStructs(update, doc).map(({ id }) => id.client))
  return [...clients].map((client) => ({ client, clock: clockOf(doc, client) }))
}

/** Whether it brings refused structs again, stands on them, or deletes some of them. */
const restsOnRefused = (update: OpenedUpdate, fresh: readonly Struct[], room: GateRoom): boolean => {
  const isRefused = (client: number, end: number) =>
    end > Math.max(room.refusedClock(client) ?? Infinity, clockOf(room.doc, client))
  return (
    fresh.some((struct) => isRefused(struct.id.client, endOf(struct))) ||
    fresh.some((struct) => referencesOf(struct).some(({ client, clock }) => isRefused(client, clock + 1))) ||
    [...update.deletions].some(([client, ranges]) =>
      ranges.some(({ clock, len }) => isRefused(client, clock + len)),
    )
  )
}

const tooBig = (
  update: OpenedUpdate,
  bytes: number,
  fresh: readonly Struct[],
  room: GateRoom,
  claims: number,
  structs: number,
) => {
  if (update.structs.length > structs) return 'structs'
  if (update.structs.some(({ length }) => length > limits.structLength)) return 'length'
  // Deleting is how a full room gets smaller.
  if (fresh.length > 0 && room.bytes + bytes > limits.roomBytes) return 'room'
  if (fresh.length > 0 && room.beside + room.bytes + bytes > limits.boardBytes) return 'board'
  return room.clients + claims > limits.clients ? 'clients' : null
}

/**
 * Whether each client goes on where the document left off, and everything referred to or deleted is there or comes
 * along. Also what is known already must hold: Yjs resolves the neighbours of known structs too, and would wait.
 */
const continues = (update: OpenedUpdate, doc: Y.Doc): boolean => {
  const isThere = (client: number, end: number) =>
    end <= Math.max(clockOf(doc, client), reachOf(update, client))
  for (const [client, structs] of update.byClient) {
    const known = clockOf(doc, client)
    if ((structs[0]?.id.clock ?? 0) > known || structs.some((one) => isSkip(one) && endOf(one) > known))
      return false
  }
  return (
    update.structs.every((struct) =>
      referencesOf(struct).every(({ client, clock }) => isThere(client, clock + 1)),
    ) &&
    [...update.deletions].every(([client, ranges]) =>
      ranges.every(({ clock, len }) => isThere(client, clock + len)),
    )
  )
}

const misplaced = (update: OpenedUpdate, room: GateRoom): string | null => {
  const ordered = inOrder(update)
  if (!ordered) return 'circular references'
  const places = new Places(room.doc, room.layout, update)
  for (const struct of ordered) {
    const why = struct instanceof Y.Item ? places.whyNot(struct) : null
    if (why !== null) return why
  }
  return null
}
