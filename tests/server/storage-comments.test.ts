import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { prepareDatabase } from '../../server/storage/embedded/format.ts'
import { openEmbedded } from '../../server/storage/embedded/open.ts'
import { migrations } from '../../server/storage/embedded/schema.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { replay } from '../../shared/board/log.ts'
import { at, boardId, commentId, created, inviteId, memberId } from '../support/board.ts'
import { aFolder, mission, now, open, openFolder, typist, wordsIn } from '../support/storage.ts'
import { commented, removed } from './storage-comments.contract.ts'

// Every test starts threads of its own, which takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/* What is erased is nowhere in the folder, and data from before there were comments opens. */

/** Every value in every row of the closed data file. */
const everything = (folder: string): string => {
  const db = new DatabaseSync(join(folder, 'samplan.db'), { readOnly: true })
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  const rows = tables.flatMap(({ name }) => db.prepare(`SELECT * FROM "${String(name)}"`).all())
  db.close()
  return JSON.stringify(rows)
}

const filesOf = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('')

const erase = (storage: Storage): Promise<void> =>
  storage.boards.commit({ board: boardId(), events: [removed(5, 'c1')], redact: [commentId('c1')] })

test('EM20 the words of an erased comment are in no row of any table, and in no byte of the folder', async () => {
  const folder = aFolder()
  const storage = await openEmbedded({ folder, now })
  await commented(storage)
  await erase(storage)
  await storage.close()
  const rows = everything(folder)
  for (const words of ['Secret words of c1"', 'Newer secret words']) {
    expect(rows).not.toContain(words.replace('"', '\\'))
    expect(filesOf(folder)).not.toContain(words)
  }
  expect(rows).toContain('Secret words of c10')
  expect(filesOf(folder)).toContain('Secret words of c10')
})

test('EM20 the journal loses them too while the service runs', async () => {
  const folder = aFolder()
  const storage = await openFolder(folder)
  await commented(storage)
  expect(filesOf(folder)).toContain('Newer secret words')
  await erase(storage)
  expect(existsSync(join(folder, 'samplan.db-wal'))).toBe(true)
  await expect.poll(() => filesOf(folder).includes('Newer secret words')).toBe(false)
})

test('EM20 what a crash left of them in the journal is gone once the service runs again', async () => {
  const [folder, crashed] = [aFolder(), aFolder()]
  const storage = await openEmbedded({ folder, now })
  await commented(storage)
  await storage.close()
  const db = new DatabaseSync(join(folder, 'samplan.db'))
  db.exec(`PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON; UPDATE boards SET fold = '"Lost words"'`)
  db.exec('UPDATE boards SET fold = NULL')
  for (const name of ['samplan.db', 'samplan.db-wal']) copyFileSync(join(folder, name), join(crashed, name))
  db.close()
  expect(filesOf(crashed)).toContain('Lost words')
  await openFolder(crashed)
  expect(filesOf(crashed)).not.toContain('Lost words')
})

test('EM21 data from before there were comments opens with all that is in it, and a copy is kept', async () => {
  const folder = aFolder()
  prepareDatabase(join(folder, 'samplan.db'), migrations.slice(0, 1), at(0))
  fillFirstFormat(join(folder, 'samplan.db'))
  const storage = await openFolder(folder)
  expect(await storage.boards.load(boardId())).toEqual({ fold: replay([created()]), events: [] })
  expect(await wordsIn(storage)).toBe('abc')
  expect(await storage.people.findLink(boardId(), 'hash')).toEqual({
    is: 'invite',
    invite: inviteId('i'),
    password: null,
  })
  expect(await storage.people.findLink(boardId(), 'back')).toEqual({ is: 'return', member: memberId('faye') })
  expect(await storage.boards.passages(boardId())).toEqual([])
  expect(await storage.people.visits(boardId())).toEqual([])
  await storage.boards.commit({ board: boardId(), events: [], passages: [aMove] })
  expect(await storage.boards.passages(boardId())).toEqual([aMove])
  const [copy = ''] = readdirSync(folder).filter((name) => name.includes('.format-1.'))
  const before = new DatabaseSync(join(folder, copy), { readOnly: true })
  expect(before.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 })
  expect(before.prepare('SELECT count(*) AS n FROM updates').get()).toEqual({ n: 3 })
  before.close()
})

const aMove = { commentId: commentId('c1'), start: 'AAEB', end: 'AAEC', revision: 1 }

/** As the first format was written: a board with its room, three letters in it, a link and a way back. */
const fillFirstFormat = (file: string): void => {
  const db = new DatabaseSync(file)
  const event = created()
  const { room, epoch, generation, closed } = open()
  const run = (sql: string, ...values: (string | number | null | Uint8Array)[]) =>
    db.prepare(sql).run(...values)
  run('INSERT INTO boards VALUES (?, ?, ?)', boardId(), 1, JSON.stringify(replay([event])))
  run('INSERT INTO events VALUES (?, ?, ?)', boardId(), 1, JSON.stringify(event))
  run('INSERT INTO rooms VALUES (?, ?, ?, ?, ?, ?)', boardId(), room, epoch, generation, closed, 4)
  const type = typist(1)
  for (const [index, letter] of ['a', 'b', 'c'].entries()) {
    const bytes = type(letter)
    const place = [boardId(), mission.room, generation, index + 1, memberId('ed'), at(1)] as const
    run('INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?, ?, ?)', ...place, bytes, crc32(bytes))
  }
  run('INSERT INTO invites VALUES (?, ?, ?)', boardId(), 'hash', inviteId('i'))
  run('INSERT INTO return_links VALUES (?, ?, ?, ?)', boardId(), memberId('faye'), 'back', at(1))
  db.close()
}
