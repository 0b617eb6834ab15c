import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/*
 * An update taken apart without touching a document, and compared with what a document holds.
 */

export type Struct = Y.Item | Y.GC | Y.Skip

export interface Range {
  readonly clock: number
  readonly len: number
}

export interface OpenedUpdate {
  readonly structs: readonly Struct[]
  /** The structs of each client, in the order of their clocks and without holes: a `Skip` covers what is missing. */
  readonly byClient: ReadonlyMap<number, readonly Struct[]>
  /** Deleted ranges of each client, in order and apart from each other. */
  readonly deletions: ReadonlyMap<number, readonly Range[]>
}

/** The smallest update: no structs, no deletions. */
const emptyLength = 2

/** The update taken apart, or what is wrong with its bytes. Knows version 1 of the format alone, as the wire does. */
export const openUpdate = (bytes: Uint8Array): OpenedUpdate | string => {
  const decoded = decode(bytes)
  if (decoded === null) return 'unreadable bytes'
  const { structs, blocks } = decoded
  const byClient = Map.groupBy(structs, (struct) => struct.id.client)
  // Yjs keeps only the last block of a client, and lets the rest of it wait for ever.
  if (byClient.size !== blocks) return 'a client in two blocks'
  if (structs.some(({ id, length }) => length < 1 || !Number.isSafeInteger(id.clock + length)))
    return 'impossible length'
  const deletions: ReadonlyMap<number, readonly Range[]> = decoded.ds.clients
  if (![...deletions.values()].every(areInOrder)) return 'deletions out of order'
  // What reads as nothing although it is something is an update in the other version of the format.
  if (structs.length === 0 && deletions.size === 0 && bytes.length !== emptyLength) return 'unreadable bytes'
  return { structs, byClient, deletions }
}

/** Reads lazily, so that a claimed number of structs takes no memory until they are there. */
const decode = (bytes: Uint8Array) => {
  // reason: bytes from the wire; the decoder throws wherever they end or lie.
  try {
    const blocks = decoding.readVarUint(decoding.createDecoder(bytes))
    return { ...Y.decodeUpdate(bytes), blocks }
  } catch {
    return null
  }
}

/** Yjs writes them merged. Overlapping ones would make it walk the same structs again and again. */
const areInOrder = (ranges: readonly Range[]): boolean => {
  let end = 0
  for (const { clock, len } of ranges) {
    if (clock < end || len < 1 || !Number.isSafeInteger(clock + len)) return false
    end = clock + len
  }
  return true
}

export const isSkip = (struct: Struct): boolean => struct instanceof Y.Skip

export const endOf = (struct: Struct): number => struct.id.clock + struct.length

/** Where the update's structs of a client end. */
export const reachOf = (update: OpenedUpdate, client: number): number => {
  const last = update.byClient.get(client)?.at(-1)
  return last ? endOf(last) : 0
}

export const clockOf = (doc: Y.Doc, client: number): number => Y.getState(doc.store, client)

/** The struct of the document that covers this id, which has to lie below the client's clock. */
export const storedAt = (doc: Y.Doc, { client, clock }: Y.ID): Y.Item | Y.GC | undefined => {
  const structs = doc.store.clients.get(client)
  return structs?.[Y.findIndexSS(structs, clock)]
}

/** The structs that the document has not, or not wholly. */
export const newStructs = (update: OpenedUpdate, doc: Y.Doc): readonly Struct[] =>
  [...update.byClient].flatMap(([client, structs]) => {
    const clock = clockOf(doc, client)
    return structs.filter((struct) => !isSkip(struct) && endOf(struct) > clock)
  })

/** Whether everything the update deletes is deleted in the document already. */
export const deletesNothingNew = (update: OpenedUpdate, doc: Y.Doc): boolean =>
  everyDeleted(update, doc, (struct) => struct.deleted)

/** Whether it takes away nothing but beginnings and ends of marks, as Yjs does by itself where they say nothing. */
export const deletesOnlyFormatting = (update: OpenedUpdate, doc: Y.Doc): boolean =>
  everyDeleted(
    update,
    doc,
    (struct) => struct.deleted || (struct instanceof Y.Item && struct.content instanceof Y.ContentFormat),
  )

/** Whether all that the update deletes is in the document and such. */
const everyDeleted = (
  update: OpenedUpdate,
  doc: Y.Doc,
  isSuch: (struct: Y.Item | Y.GC) => boolean,
): boolean =>
  [...update.deletions].every(([client, ranges]) =>
    ranges.every(({ clock, len }) => {
      const structs = doc.store.clients.get(client)
      if (!structs || clock + len > clockOf(doc, client)) return false
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
        const struct = structs[index]
        if (!struct || struct.id.clock >= clock + len) break
        if (!isSuch(struct)) return false
      }
      return true
    }),
  )

/** What a struct stands beside or in: Yjs names the parent only where no neighbour tells it. */
export const referencesOf = (struct: Struct): readonly Y.ID[] => {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent].filter((one): one is Y.ID => one instanceof Y.ID)
}

/**
 * The structs so that each comes after those it refers to and after the ones of its client before it; null when they
 * refer to each other in a circle, which Yjs would keep waiting for ever.
 */
export const inOrder = (update: OpenedUpdate): readonly Struct[] | null => {
  const { structs } = update
  const indexOf = new Map(structs.map((struct, index) => [struct, index]))
  const before = (index: number): readonly number[] => {
    const struct = structs[index] as Struct
    const previous = structs[index - 1]
    const sameClient = previous?.id.client === struct.id.client ? [previous] : []
    const referred = referencesOf(struct).map((id) => within(update, id))
    return [...sameClient, ...referred].flatMap((one) => (one ? [indexOf.get(one) as number] : []))
  }
  return sorted(structs.length, before)?.map((index) => structs[index] as Struct) ?? null
}

/** The update's own struct that covers this id, if it brings one. */
export const within = (update: OpenedUpdate, { client, clock }: Y.ID): Struct | undefined => {
  const structs = update.byClient.get(client)
  const first = structs?.[0]
  if (!structs || !first || clock < first.id.clock || clock >= reachOf(update, client)) return undefined
  let [low, high] = [0, structs.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((structs[middle] as Struct).id.clock <= clock) low = middle
    else high = middle - 1
  }
  return structs[low]
}

/** Depth first, without recursion: a chain may be as long as the update. */
const sorted = (count: number, before: (index: number) => readonly number[]): readonly number[] | null => {
  const visits: ('open' | 'done' | undefined)[] = []
  const order: number[] = []
  const stack = Array.from({ length: count }, (_, index) => count - 1 - index)
  for (let index = stack.at(-1); index !== undefined; index = stack.at(-1)) {
    if (visits[index] === undefined) {
      visits[index] = 'open'
      const ahead = before(index).filter((one) => visits[one] !== 'done')
      if (ahead.some((one) => visits[one] === 'open')) return null
      stack.push(...ahead)
    } else {
      stack.pop()
      if (visits[index] === 'open') order.push(index)
      visits[index] = 'done'
    }
  }
  return order
}
