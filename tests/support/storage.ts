import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { EmbeddedOptions } from '../../server/storage/embedded/open.ts'
import { openEmbedded } from '../../server/storage/embedded/open.ts'
import type { Append, Commit, RoomState, Storage, VersionRow } from '../../server/storage/storage.ts'
import { StorageError } from '../../server/storage/storage.ts'
import type { BoardEvent } from '../../shared/board/log.ts'
import { replay } from '../../shared/board/log.ts'
import { at, boardId, created, memberId, stepId, versionId } from './board.ts'

/* What the tests of the storage put into it. */

export const mission = { board: boardId(), room: stepId('mission') }
export const open = (over: Partial<RoomState> = {}): RoomState => ({
  room: mission.room,
  epoch: 1,
  generation: 1,
  closed: null,
  ...over,
})

/** The first commit of a board, with one open room. */
export const creation = (board = boardId(), over: Partial<Commit> = {}): Commit => {
  const event = created({ boardId: board })
  return { board, events: [event], fold: replay([event]), rooms: [open()], ...over }
}

export const renamed = (seq: number, title = `Title ${seq}`): BoardEvent => ({
  type: 'plan.renamed',
  seq,
  at: at(seq),
  by: memberId('faye'),
  title,
})

export const aVersion = (name: string, over: Partial<VersionRow> = {}): VersionRow => ({
  id: versionId(name),
  stepId: mission.room,
  number: 1,
  kind: 'agreed',
  at: at(5),
  by: memberId('faye'),
  hash: 'a'.repeat(64),
  content: { sections: ['Words with å and ø'] },
  decision: { decision: 'We agree on this.' },
  ...over,
})

export const append = (updates: readonly Uint8Array[], over: Partial<Append> = {}): Append => ({
  ...mission,
  epoch: 1,
  generation: 1,
  at: at(1),
  updates: updates.map((bytes) => ({ bytes, by: memberId('faye') })),
  owners: [],
  ...over,
})

/** Somebody typing: every call gives the next update. */
export const typist = (client: number): ((text: string) => Uint8Array) => {
  const doc = new Y.Doc()
  doc.clientID = client
  const words = doc.getText('section:text')
  let last = new Uint8Array()
  doc.on('update', (update) => {
    last = Uint8Array.from(update)
  })
  return (text) => {
    words.insert(words.length, text)
    return last
  }
}

/** What a room of `typist`s says. */
export const wordsOf = (updates: readonly (Uint8Array | null)[]): string => {
  const doc = new Y.Doc()
  for (const update of updates) if (update) Y.applyUpdate(doc, update)
  expect(doc.store.pendingStructs).toBeNull()
  return doc.getText('section:text').toString()
}

export const wordsIn = async (storage: Storage): Promise<string> => {
  const { base, tail } = await storage.rooms.load(mission)
  return wordsOf([base, ...tail])
}

/** The reason of the rejection that `promise` must end with. */
export const rejection = async (promise: Promise<unknown>): Promise<StorageError> => {
  const error: unknown = await promise.then(
    (value) => expect.fail(`resolved with ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  )
  if (!(error instanceof StorageError)) throw error
  return error
}

/** A folder of its own, gone after the test. */
export const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'samplan-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const now = () => Date.parse(at(0))

/** Closed at the latest after the test. */
export const openFolder = async (folder: string, over: Partial<EmbeddedOptions> = {}): Promise<Storage> => {
  const storage = await openEmbedded({ folder, now, ...over })
  onTestFinished(() => storage.close())
  return storage
}
