import { getSchema } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { schemaExtensions } from '../../client/text/schema.ts'
import type { GateRoom, UpdateKind, Verdict } from '../../server/live/gate.ts'
import { judge } from '../../server/live/gate.ts'
import { must } from '../../shared/assert.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Kind } from '../../shared/items/define.ts'
import type { Root } from '../../shared/step/doc.ts'
import { followUpLayout, layoutOf, newRoomDoc } from '../../shared/step/doc.ts'
import { aStructure, memberId } from './board.ts'

/* Updates: those of an honest editor, and those that no editor writes. */

/** A step `mission` with the section `mission.text` and the question `mission.why`. */
export const step = aStructure('mission')
export const section = 'section:mission.text'
export const answer = 'answer:mission.why'

/** What the product's editor knows. */
export const editorSchema: Schema = getSchema(schemaExtensions)

/** The text as an editor that has just been bound to it shows it. */
export const shownText = (doc: Y.Doc, root: string): Node =>
  initProseMirrorDoc(doc.getXmlFragment(root), editorSchema).doc

/** Changes a text as a bound editor does: the document is read, changed, and the difference written. */
export const editText = (doc: Y.Doc, root: string, change: (text: Node) => Node): void => {
  const fragment = doc.getXmlFragment(root)
  const { doc: text, meta } = initProseMirrorDoc(fragment, editorSchema)
  updateYFragment(doc, fragment, change(text), meta)
}

export const paragraphs = (...texts: readonly string[]): Node =>
  editorSchema.node(
    'doc',
    null,
    texts.map((text) => editorSchema.node('paragraph', null, text ? editorSchema.text(text) : [])),
  )

/** A document that collects the updates it makes itself. */
export const aWriter = (from?: Y.Doc, clientId?: number) => {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  const written: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') written.push(update)
  })
  return {
    doc,
    /** What was written since the last call. */
    updates: () => written.splice(0),
    /** The same in one piece. */
    update: () => Y.mergeUpdates(written.splice(0)),
    hear: (update: Uint8Array) => Y.applyUpdate(doc, update, 'remote'),
  }
}

export interface GatedRoom {
  readonly doc: Y.Doc
  readonly owners: Map<number, MemberId>
  readonly refused: Map<number, number>
  /** What the gate sees when this member writes. */
  seen(over?: Partial<GateRoom>): GateRoom
  /** Judges, and applies what is good as the room does. */
  take(update: Uint8Array, over?: Partial<GateRoom> & { readonly kind?: UpdateKind }): Verdict
}

/** The room in which items of the kind are made: a step's, or the plan's own. */
export const layoutFor = ({ afterAgreement }: Pick<Kind, 'afterAgreement'>): ReadonlyMap<string, Root> =>
  afterAgreement ? followUpLayout : layoutOf(step)

export const aGatedRoom = (layout = layoutOf(step)): GatedRoom => {
  const doc = newRoomDoc()
  const owners = new Map<number, MemberId>()
  const refused = new Map<number, number>()
  const seen = (over: Partial<GateRoom> = {}): GateRoom => ({
    doc,
    layout,
    actor: memberId('anna'),
    writable: 'yes',
    bytes: 0,
    beside: 0,
    clients: owners.size,
    ownerOf: (client) => owners.get(client),
    refusedClock: (client) => refused.get(client),
    ...over,
  })
  const take = (
    update: Uint8Array,
    { kind = 'update', ...over }: Partial<GateRoom> & { readonly kind?: UpdateKind } = {},
  ) => {
    const verdict = judge(update, seen(over), kind)
    if (verdict.is !== 'good') return verdict
    Y.applyUpdate(doc, update)
    for (const { client, member } of verdict.owners) owners.set(client, member)
    return verdict
  }
  return { doc, owners, refused, seen, take }
}

/** A room in which anna (client 1) wrote a paragraph: element 0, text 1, its eight characters from 2. */
export const aWrittenRoom = () => {
  const room = aGatedRoom()
  const anna = aWriter(undefined, 1)
  editText(anna.doc, section, () => paragraphs('trygghet'))
  must(room.take(anna.update()).is === 'good' || null, 'the first paragraph is refused')
  return { room, anna }
}
export const paragraphAt: At = [1, 0]
export const textAt: At = [1, 1]

/** One struct, or several, of a clientID (2) that nobody owns yet. */
export const from2 = (...structs: readonly ForgedStruct[]): Uint8Array =>
  forge([{ client: 2, clock: 0, structs }])

/** Bytes of an update, struct by struct, with nothing checked. */
export interface ForgedBlock {
  readonly client: number
  readonly clock: number
  readonly structs: readonly ForgedStruct[]
}

export type At = readonly [client: number, clock: number]

export type ForgedStruct =
  | { readonly gc: number }
  | { readonly skip: number }
  | {
      readonly origin?: At
      readonly right?: At
      /** A root's name, or the id of the item whose type it is. */
      readonly parent?: string | At
      readonly key?: string
      readonly content: ForgedContent
    }

export type ForgedContent =
  | { readonly string: string }
  | { readonly any: readonly unknown[] }
  | { readonly json: readonly unknown[] }
  | { readonly deleted: number }
  | { readonly element: string }
  | { readonly text: true }
  /** A type by its number in Yjs: 0 array, 1 map, 2 text, 4 fragment, 5 hook. */
  | { readonly type: number }
  | { readonly format: readonly [key: string, value: unknown] }
  | { readonly embed: unknown }
  | { readonly binary: Uint8Array }
  | { readonly document: string }

export const forge = (
  blocks: readonly ForgedBlock[],
  deletions: readonly (readonly [client: number, ...ranges: readonly At[]])[] = [],
): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, blocks.length)
  for (const { client, clock, structs } of blocks) {
    for (const number of [structs.length, client, clock]) encoding.writeVarUint(encoder, number)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  encoding.writeVarUint(encoder, deletions.length)
  for (const [client, ...ranges] of deletions)
    for (const number of [client, ranges.length, ...ranges.flat()]) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

const writeStruct = (encoder: encoding.Encoder, struct: ForgedStruct): void => {
  if ('gc' in struct || 'skip' in struct) {
    encoding.writeUint8(encoder, 'gc' in struct ? 0 : 10)
    return encoding.writeVarUint(encoder, 'gc' in struct ? struct.gc : struct.skip)
  }
  const { origin, right, parent, key, content } = struct
  const [ref, write] = contentWriter(content)
  encoding.writeUint8(
    encoder,
    ref | (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (key !== undefined ? 0x20 : 0),
  )
  for (const number of [...(origin ?? []), ...(right ?? [])]) encoding.writeVarUint(encoder, number)
  if (!origin && !right) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else for (const number of parent ?? []) encoding.writeVarUint(encoder, number)
    if (key !== undefined) encoding.writeVarString(encoder, key)
  }
  write(encoder)
}

type Write = (encoder: encoding.Encoder) => void

const contentWriter = (content: ForgedContent): readonly [ref: number, write: Write] => {
  if ('deleted' in content) return [1, (to) => encoding.writeVarUint(to, content.deleted)]
  if ('json' in content)
    return [2, listWriter(content.json, (to, one) => encoding.writeVarString(to, JSON.stringify(one)))]
  if ('binary' in content) return [3, (to) => encoding.writeVarUint8Array(to, content.binary)]
  if ('string' in content) return [4, (to) => encoding.writeVarString(to, content.string)]
  if ('embed' in content) return [5, (to) => encoding.writeVarString(to, JSON.stringify(content.embed))]
  if ('format' in content) return [6, formatWriter(content.format)]
  if ('any' in content) return [8, listWriter(content.any, (to, one) => encoding.writeAny(to, one as never))]
  if ('document' in content)
    return [
      9,
      (to) => {
        encoding.writeVarString(to, content.document)
        encoding.writeAny(to, {})
      },
    ]
  return [7, typeWriter(content)]
}

const listWriter =
  (list: readonly unknown[], write: (encoder: encoding.Encoder, one: unknown) => void): Write =>
  (to) => {
    encoding.writeVarUint(to, list.length)
    for (const one of list) write(to, one)
  }

const formatWriter =
  ([key, value]: readonly [string, unknown]): Write =>
  (to) => {
    encoding.writeVarString(to, key)
    encoding.writeVarString(to, JSON.stringify(value))
  }

const typeWriter =
  (content: { readonly element: string } | { readonly text: true } | { readonly type: number }): Write =>
  (to) => {
    encoding.writeVarUint(to, 'element' in content ? 3 : 'text' in content ? 6 : content.type)
    if ('element' in content) encoding.writeVarString(to, content.element)
  }
