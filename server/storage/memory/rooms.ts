import { conflict } from '../commit.ts'
import { fold } from '../compaction.ts'
import type { Append, RefusedClient, RoomKey, RoomRow, RoomSize, RoomStore, WritingRow } from '../storage.ts'
import { StorageError } from '../storage.ts'
import type { Held, HeldBoard, HeldRoom, Run } from './held.ts'
import { mustBe } from './held.ts'

export const memoryRooms = (held: Held, run: Run): RoomStore => {
  const find = ({ board, room }: RoomKey): HeldRoom | undefined => held.boards.get(board)?.rooms.get(room)
  return {
    append: (append) => run(() => write(find(append), append)),
    load: (key) => run(() => read(find(key))),
    sizes: (board) => run(() => [...(held.boards.get(board)?.rooms ?? [])].map(sizeOf)),
    refuse: (key, generation, refused) => run(() => refuse(find(key), generation, refused)),
    compact: (key) => run(() => compact(find(key))),
    writings: (board, since) =>
      run(() =>
        [...(held.boards.get(board)?.writings.values() ?? [])]
          .filter(({ at }) => at > since)
          .toSorted((one, two) => (one.at < two.at ? 1 : -1)),
      ),
    noteWritings: (board, rows) => run(() => note(mustBe(held, board), rows)),
  }
}

function write(room: HeldRoom | undefined, append: Append): 'appended' | 'fenced' {
  const { epoch, generation, updates, owners } = append
  if (!room || room.state.closed || room.state.epoch !== epoch || room.state.generation !== generation)
    return 'fenced'
  const claimed = new Map(room.owners)
  for (const { client, member } of owners) {
    if ((claimed.get(client) ?? member) !== member)
      throw conflict(`client ${client} belongs to another member`)
    claimed.set(client, member)
  }
  for (const [client, member] of claimed) room.owners.set(client, member)
  room.tail = [...room.tail, ...updates.map(({ bytes }) => bytes.slice())]
  return 'appended'
}

function read(room: HeldRoom | undefined): RoomRow {
  if (!room) throw new StorageError('corrupt', 'there is no such room')
  const { epoch, generation, closed } = room.state
  const owners = [...room.owners].map(([client, member]) => ({ client, member }))
  const refused = [...(room.refused.get(generation) ?? [])].map(([client, clock]) => ({ client, clock }))
  return { epoch, generation, closed, base: room.base, tail: room.tail, owners, refused }
}

const sizeOf = ([room, { base, tail }]: readonly [RoomSize['room'], HeldRoom]): RoomSize => ({
  room,
  bytes: tail.reduce((sum, { length }) => sum + length, base?.length ?? 0),
})

function refuse(room: HeldRoom | undefined, generation: number, refused: readonly RefusedClient[]): void {
  if (!room) throw conflict('there is no such room')
  const clocks = room.refused.get(generation) ?? new Map<number, number>()
  for (const { client, clock } of refused) clocks.set(client, Math.min(clock, clocks.get(client) ?? clock))
  room.refused.set(generation, clocks)
}

function compact(room: HeldRoom | undefined): number {
  if (!room || room.tail.length === 0) return 0
  const folded = room.tail.length
  room.base = fold(room.base, room.tail)
  room.tail = []
  return folded
}

function note({ writings }: HeldBoard, rows: readonly WritingRow[]): void {
  for (const row of rows) {
    const key = [row.room, row.what, row.member].join(' ')
    const known = writings.get(key)
    if (!known || known.at < row.at) writings.set(key, row)
  }
}
