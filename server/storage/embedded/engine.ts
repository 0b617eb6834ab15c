import type {
  Append,
  BoardStore,
  Commit,
  PeopleStore,
  RoomStore,
  ScoreStore,
  Storage,
  WorkspaceStore,
} from '../storage.ts'
import { StorageError } from '../storage.ts'
import type { Operations } from './calls.ts'
import type { Line } from './line.ts'
import type { StoreOperations } from './store.ts'
import type { UpkeepOperations } from './upkeep.ts'
import type { KeptWorkspace } from './workspace.ts'

/* The port, spoken over the lines to the two workers. */

export interface Workers {
  readonly store: Line<StoreOperations>
  readonly upkeep: Line<UpkeepOperations>
}

type Calls<O extends Operations> = Pick<Line<O>, 'call'>
type Store = Calls<StoreOperations>
type Upkeep = Calls<UpkeepOperations>

const day = 86_400_000
const evidenceDays = 30
/** More than a year, for those who come once in each; whoever was away for longer is told of these. */
const writingsDays = 400

export function storageOver(
  { store, upkeep }: Workers,
  workspace: KeptWorkspace,
  now: () => number,
  release: () => void,
  space: () => Promise<number>,
): Storage {
  let closing: Promise<void> | null = null
  const ask = () => {
    if (closing) throw new StorageError('closed', 'the storage is closed')
  }
  const shut = async () => {
    await workspace.idle()
    await upkeep.close()
    await store.close()
    release()
  }
  const openStore = guarded(store, ask)
  const openUpkeep = guarded(upkeep, ask)
  return {
    check: async () => {
      await openStore.call('beat', undefined)
      if (!upkeep.alive()) throw new StorageError('io', 'the upkeep of the storage has stopped')
    },
    space: async () => {
      ask()
      return space()
    },
    close: () => (closing ??= shut()),
    boards: boardsOver(openStore, openUpkeep),
    rooms: roomsOver(openStore, openUpkeep, now),
    people: peopleOver(openStore),
    scores: scoresOver(openStore),
    workspace: guardedWorkspace(workspace, ask),
  }
}

const guarded = <O extends Operations>(line: Line<O>, ask: () => void): Calls<O> => ({
  call: async (name, input) => {
    ask()
    return line.call(name, input)
  },
})

const guardedWorkspace = (workspace: WorkspaceStore, ask: () => void): WorkspaceStore => ({
  read: async () => {
    ask()
    return workspace.read()
  },
  write: async (change) => {
    ask()
    return workspace.write(change)
  },
})

const boardsOver = (store: Store, upkeep: Upkeep): BoardStore => ({
  commit: async (commit) => {
    await store.call('commit', tightCommit(commit))
    // Not waited for: what was erased is erased, and the journal is written over sooner or later anyway.
    if (commit.redact?.length || commit.forgetScores)
      upkeep.call('emptyJournal', undefined).catch(() => undefined)
  },
  load: (board) => store.call('load', board),
  events: (board, since) => store.call('events', { board, since }),
  answer: (board, command) => store.call('answer', { board, command }),
  versions: (board) => store.call('versions', board),
  version: (board, id) => store.call('version', { board, id }),
  proposals: (board) => store.call('proposals', board),
  passages: (board) => store.call('passages', board),
  count: () => store.call('count', undefined),
})

const roomsOver = (store: Store, upkeep: Upkeep, now: () => number): RoomStore => {
  let clearedUntil = -Infinity
  return {
    append: (append) => store.call('append', tightAppend(append)),
    load: (key) => store.call('loadRoom', key),
    sizes: (board) => store.call('sizes', board),
    refuse: (key, generation, refused) => store.call('refuse', { key, generation, refused }),
    // What is old goes with the first folding of a process, and then with the first one of each day.
    compact: async (key) => {
      const time = now()
      if (time < clearedUntil) return upkeep.call('compact', { key, clear: null })
      const before = (days: number) => iso(time - days * day)
      const clear = {
        evidence: before(evidenceDays),
        writings: before(writingsDays),
        sessions: before(0),
      }
      const folded = await upkeep.call('compact', { key, clear })
      clearedUntil = time + day
      return folded
    },
    writings: (board, since) => store.call('writings', { board, since }),
    noteWritings: (board, rows) => store.call('noteWritings', { board, rows }),
  }
}

const peopleOver = (store: Store): PeopleStore => ({
  findLink: (board, hash) => store.call('findLink', { board, hash }),
  setReturnLink: (board, member, hash, at) => store.call('setReturnLink', { board, member, hash, at }),
  startSession: (session) => store.call('startSession', session),
  findSession: (hash, now) => store.call('findSession', { hash, now }),
  joinSession: (hash, board, member) => store.call('joinSession', { hash, board, member }),
  touchSession: (hash, expiresAt) => store.call('touchSession', { hash, expiresAt }),
  endSession: (hash) => store.call('endSession', hash),
  visits: (board) => store.call('visits', board),
  setVisit: (board, visit) => store.call('setVisit', { board, visit }),
})

const scoresOver = (store: Store): ScoreStore => ({
  of: (board, round) => store.call('scores', { board, round }),
  set: (board, round, score) => store.call('setScore', { board, round, score }),
})

const iso = (time: number): string => new Date(time).toISOString()

const tightAppend = (append: Append): Append => ({
  ...append,
  updates: append.updates.map(({ bytes, by }) => ({ bytes: tight(bytes), by })),
})

const tightCommit = ({ refused, updates, ...commit }: Commit): Commit => ({
  ...commit,
  ...(refused && { refused: refused.map(tightly) }),
  ...(updates && { updates: updates.map(tightly) }),
})

const tightly = <T extends { readonly bytes: Uint8Array }>(one: T): T => ({ ...one, bytes: tight(one.bytes) })

/** A view into a larger buffer would take all of that buffer with it to the worker. */
const tight = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes)
