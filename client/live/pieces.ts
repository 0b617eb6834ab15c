import * as Y from 'yjs'
import * as encoding from 'lib0/encoding'
import { must } from '../../shared/assert.ts'

/**
 * Cuts an update that is too large for one frame into several that may be sent in this order. Structs of one client
 * build on earlier ones of the same client; what is deleted goes last, when everything it names is there. An element
 * and its first child stay together, however long: an editor that sees an empty list item takes it away for everybody.
 */
export const pieces = (update: Uint8Array, limit: number): readonly Uint8Array[] => {
  if (update.length <= limit) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const cut: Uint8Array[] = []
  let group: Struct[] = []
  let size = 0
  for (const run of runsOf(structs)) {
    const bytes = run.reduce((sum, struct) => sum + sizeOf(struct), 0)
    if (mustCut(group, size + bytes > limit, run)) {
      cut.push(write(group))
      group = []
      size = 0
    }
    group.push(...run)
    size += bytes
  }
  if (group.length > 0) cut.push(write(group))
  if (ds.clients.size > 0) cut.push(writeDeletions(ds))
  return cut
}

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]

const mostStructs = 10_000

/** What must not be torn apart: an element with its first child, with that one's first child, and so on. */
const runsOf = (structs: readonly Struct[]): readonly (readonly Struct[])[] => {
  const runs: Struct[][] = []
  for (const struct of structs) {
    // A gap left by a skip is no content: the pieces begin at their own clocks.
    if (struct instanceof Y.Skip) continue
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && isFirstChild(struct) && follows(last, struct)) run.push(struct)
    else runs.push([struct])
  }
  return runs
}

const isFirstChild = (struct: Struct): boolean =>
  struct instanceof Y.Item && struct.origin === null && struct.parentSub === null

const mustCut = (group: readonly Struct[], full: boolean, next: readonly Struct[]): boolean => {
  const last = group.at(-1)
  return last !== undefined && (full || group.length >= mostStructs || !follows(last, must(next[0])))
}

const follows = (one: Struct, next: Struct): boolean =>
  one.id.client === next.id.client && one.id.clock + one.length === next.id.clock

const sizeOf = (struct: Struct): number => {
  const encoder = new Y.UpdateEncoderV1()
  struct.write(encoder, 0)
  return encoder.toUint8Array().length
}

const noDeletions = 0

const write = (structs: readonly Struct[]): Uint8Array => {
  const { id } = must(structs[0])
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoding.writeVarUint(encoder.restEncoder, structs.length)
  encoder.writeClient(id.client)
  encoding.writeVarUint(encoder.restEncoder, id.clock)
  for (const struct of structs) struct.write(encoder, 0)
  encoding.writeVarUint(encoder.restEncoder, noDeletions)
  return encoder.toUint8Array()
}

const writeDeletions = (deletions: Decoded['ds']): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, 0)
  encoding.writeVarUint(encoder.restEncoder, deletions.clients.size)
  for (const [client, ranges] of deletions.clients) {
    encoding.writeVarUint(encoder.restEncoder, client)
    encoding.writeVarUint(encoder.restEncoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder.restEncoder, clock)
      encoding.writeVarUint(encoder.restEncoder, len)
    }
  }
  return encoder.toUint8Array()
}
