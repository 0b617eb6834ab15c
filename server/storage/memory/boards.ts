import type { BoardId } from '../../../shared/ids.ts'
import { must } from '../../../shared/assert.ts'
import { conflict, mustCarryOn, mustFollow } from '../commit.ts'
import { answerWithoutWords, boardWithoutWords, eventWithoutWords } from '../../../shared/board/redaction.ts'
import type { BoardStore, Commit, RoomState, RoomUpdate } from '../storage.ts'
import type { Held, HeldBoard, Run } from './held.ts'
import { emptyBoard, emptyRoom, kept } from './held.ts'

export const memoryBoards = (held: Held, run: Run): BoardStore => {
  const board = (id: BoardId): HeldBoard => held.boards.get(id) ?? emptyBoard()
  return {
    commit: (commit) => run(() => write(held, commit)),
    load: (id) =>
      run(() => {
        const found = held.boards.get(id)
        return found ? { fold: found.fold, events: found.events.slice(found.fold?.seq ?? 0) } : null
      }),
    events: (id, since) => run(() => board(id).events.slice(Math.max(0, since))),
    answer: (id, command) => run(() => board(id).answers.get(command) ?? null),
    versions: (id) => run(() => [...board(id).versions]),
    version: (id, version) => run(() => board(id).versions.find((row) => row.id === version) ?? null),
    proposals: (id) => run(() => [...board(id).proposals]),
    passages: (id) => run(() => [...board(id).passages.values()]),
    count: () => run(() => held.boards.size),
  }
}

function write(held: Held, commit: Commit): void {
  const before = held.boards.get(commit.board)
  mustFollow(before ? before.events.length : null, commit)
  const board = before ?? emptyBoard()
  mustFit(board, commit)
  held.boards.set(commit.board, board)
  board.events.push(...commit.events.map(kept))
  if (commit.fold) board.fold = kept(commit.fold)
  for (const state of commit.rooms ?? []) setRoom(board, kept(state))
  for (const update of commit.updates ?? []) writeUpdate(board, update)
  board.versions.push(...(commit.versions ?? []).map(kept))
  board.proposals.push(...(commit.proposals ?? []).map(kept))
  if (commit.answer) board.answers.set(commit.answer.command, kept(commit.answer.value))
  for (const link of commit.invites ?? []) board.invites.set(link.hash, kept(link))
  for (const passage of commit.passages ?? []) board.passages.set(passage.commentId, kept(passage))
  if (commit.forgetScores) board.scores.clear()
  redact(board, new Set(commit.redact))
  expel(held, commit)
}

/** Everything that could refuse the commit is asked before anything is written. */
function mustFit(board: HeldBoard, commit: Commit): void {
  for (const wanted of commit.rooms ?? []) {
    const state = board.rooms.get(wanted.room)?.state
    if (state && (wanted.epoch < state.epoch || wanted.generation < state.generation))
      throw conflict(`room ${wanted.room} is further than that`)
  }
  for (const update of commit.updates ?? []) mustBeWritable(board, commit, update)
  for (const passage of commit.passages ?? [])
    mustCarryOn(board.passages.get(passage.commentId)?.revision ?? 0, passage)
  const fresh = { versions: ids(commit.versions), proposals: ids(commit.proposals) }
  const known = { versions: ids(board.versions), proposals: ids(board.proposals) }
  const hashes = (commit.invites ?? []).map(({ hash }) => hash)
  mustBeNew('version', fresh.versions, (id) => known.versions.includes(id))
  mustBeNew('proposal', fresh.proposals, (id) => known.proposals.includes(id))
  mustBeNew('invite', hashes, (hash) => board.invites.has(hash))
  if (commit.answer && board.answers.has(commit.answer.command))
    throw conflict('the command is answered already')
}

const ids = (rows: readonly { readonly id: string }[] = []): readonly string[] => rows.map(({ id }) => id)

function mustBeNew(what: string, keys: readonly string[], known: (key: string) => boolean): void {
  if (keys.some(known) || new Set(keys).size < keys.length) throw conflict(`this ${what} is there already`)
}

function setRoom(board: HeldBoard, state: RoomState): void {
  const room = board.rooms.get(state.room)
  if (!room) return void board.rooms.set(state.room, emptyRoom(state))
  if (state.generation > room.state.generation) {
    room.base = null
    room.tail = []
  }
  room.state = state
}

function mustBeWritable(board: HeldBoard, commit: Commit, { room, clients, by }: RoomUpdate): void {
  const made = (commit.rooms ?? []).some((one) => one.room === room)
  if (!made && !board.rooms.has(room)) throw conflict(`there is no room ${room}`)
  const known = board.rooms.get(room)?.owners
  const others = (commit.updates ?? []).filter((one) => one.room === room && one.by !== by)
  for (const client of clients) {
    const isTaken = others.some((one) => one.clients.includes(client))
    if (isTaken || (known?.get(client) ?? by) !== by)
      throw conflict(`client ${client} belongs to another member`)
  }
}

function writeUpdate(board: HeldBoard, { room, bytes, by, clients }: RoomUpdate): void {
  const held = must(board.rooms.get(room))
  held.tail = [...held.tail, bytes.slice()]
  for (const client of clients) held.owners.set(client, by)
}

function redact(board: HeldBoard, ids: ReadonlySet<string>): void {
  if (ids.size === 0) return
  board.events = board.events.map((event) => eventWithoutWords(event, ids))
  board.fold &&= boardWithoutWords(board.fold, ids)
  for (const [command, answer] of board.answers) board.answers.set(command, answerWithoutWords(answer, ids))
}

function expel(held: Held, { board, expel: gone = [] }: Commit): void {
  if (gone.length === 0) return
  for (const [hash, session] of held.sessions) {
    const members = session.members.filter((one) => one.board !== board || !gone.includes(one.member))
    held.sessions.set(hash, { ...session, members })
  }
}
