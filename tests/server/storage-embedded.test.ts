import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SQLInputValue } from 'node:sqlite'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test, vi } from 'vitest'
import { openDatabase } from '../../server/storage/embedded/database.ts'
import type { EmbeddedOptions } from '../../server/storage/embedded/open.ts'
import { openEmbedded } from '../../server/storage/embedded/open.ts'
import { migrations } from '../../server/storage/embedded/schema.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { replay } from '../../shared/board/log.ts'
import { at, boardId, created, memberId } from '../support/board.ts'
import {
  aFolder,
  append,
  creation,
  mission,
  now,
  openFolder,
  rejection,
  renamed,
  typist,
  wordsIn,
} from '../support/storage.ts'

// Every test starts threads or processes of its own, which takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/* The folder of the embedded engine: what it starts with, what it refuses to start with, what lies in it. */

const dataOf = (folder: string) => join(folder, 'samplan.db')

/** A folder with a board of three updates in it, two of them compacted, closed again. */
const aUsedFolder = async (): Promise<string> => {
  const folder = aFolder()
  const storage = await openEmbedded({ folder, now })
  const type = typist(1)
  await storage.boards.commit(creation())
  await storage.rooms.append(append([type('a'), type('b')]))
  await storage.rooms.compact(mission)
  await storage.rooms.append(append([type('c')]))
  await storage.close()
  return folder
}

/** Changes the closed data file with other hands than ours. */
const tamper = (folder: string, sql: string, ...values: SQLInputValue[]): void => {
  const db = new DatabaseSync(dataOf(folder))
  db.prepare(sql).run(...values)
  db.close()
}

const rows = (folder: string, sql: string): readonly unknown[] => {
  const db = new DatabaseSync(dataOf(folder), { readOnly: true })
  const found = db.prepare(sql).all()
  db.close()
  return found.map((row) => ({ ...row }))
}

/** Opening ends with this code and this file, and the file's bytes stay as they are. */
const refusesStart = async (
  folder: string,
  code: string,
  name = 'samplan.db',
  over: Partial<EmbeddedOptions> = {},
) => {
  const file = join(folder, name)
  const before = readFileSync(file)
  const error = await rejection(openFolder(folder, over))
  expect(error).toMatchObject({ code, file })
  expect(error.message).toContain(file)
  expect(readFileSync(file).equals(before)).toBe(true)
}

describe('the data file', () => {
  test('EM5 a folder is made, and what was in it is there when it is opened again', async () => {
    const folder = join(aFolder(), 'not', 'yet')
    const storage = await openEmbedded({ folder, now })
    await storage.boards.commit(creation())
    await storage.workspace.write((was) => ({ ...was, organisation: 'Ny' }))
    await storage.close()
    const again = await openFolder(folder)
    expect(await again.boards.load(boardId())).toEqual({ fold: replay([created()]), events: [] })
    expect((await again.workspace.read()).organisation).toBe('Ny')
  })

  test('EM6 a connection that cannot have the settings we need is refused', () => {
    expect(() => openDatabase(':memory:')).toThrow('journal_mode is memory and must be wal')
  })

  test.each([
    ['is no database', (file: string) => writeFileSync(file, 'Dear diary, '.repeat(2000))],
    ['is empty', (file: string) => truncateSync(file, 0)],
    ['is cut short', (file: string) => truncateSync(file, 12_288)],
    ['has a damaged page', (file: string) => writeFileSync(file, scribbled(readFileSync(file)))],
    ['belongs to another program', (file: string) => retag(file)],
  ])('EM7 a data file that %s ends the start and is left as it is', async (_what, damage) => {
    const folder = await aUsedFolder()
    damage(dataOf(folder))
    await refusesStart(folder, 'corrupt')
  })

  test('EM7 a journal without its data file ends the start', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'samplan.db-wal'), 'somebody moved the other one')
    expect(await rejection(openFolder(folder))).toMatchObject({ code: 'corrupt', file: dataOf(folder) })
    expect(readdirSync(folder)).toContain('samplan.db-wal')
  })

  test('EM7 a start that was cut short while it made the data file is no obstacle', async () => {
    const folder = aFolder()
    writeFileSync(`${dataOf(folder)}.new`, 'half a')
    await (await openFolder(folder)).check()
  })

  test('EM7 a start that was refused leaves the folder to the next', async () => {
    const folder = await aUsedFolder()
    const good = readFileSync(dataOf(folder))
    writeFileSync(dataOf(folder), 'bad')
    expect((await rejection(openFolder(folder))).code).toBe('corrupt')
    writeFileSync(dataOf(folder), good)
    expect(await wordsIn(await openFolder(folder))).toBe('abc')
  })

  test.each([
    ['a byte of an update has changed', 'UPDATE updates SET bytes = zeroblob(length(bytes))'],
    ['an update is missing', 'DELETE FROM updates'],
    ['a byte of the base has changed', 'UPDATE bases SET bytes = zeroblob(length(bytes))'],
    ['the base is missing', 'DELETE FROM bases'],
    ['its row counts more updates than there are', 'UPDATE rooms SET next_seq = 9'],
  ])('EM8 a room is corrupt and not empty when %s', async (_what, sql) => {
    const folder = await aUsedFolder()
    tamper(folder, sql)
    const storage = await openFolder(folder)
    expect(await rejection(storage.rooms.load(mission))).toMatchObject({
      code: 'corrupt',
      file: dataOf(folder),
    })
    expect((await rejection(storage.rooms.compact(mission))).code).toBe('corrupt')
    await storage.check()
  })

  test.each([
    ['an event is missing', 'DELETE FROM events WHERE seq = 2'],
    ['an event is unreadable', "UPDATE events SET event = '{' WHERE seq = 3"],
    ['its fold is unreadable', "UPDATE boards SET fold = '{'"],
  ])('EM8 a board is corrupt when %s', async (_what, sql) => {
    const folder = await aUsedFolder()
    const first = await openEmbedded({ folder, now })
    await first.boards.commit({ board: boardId(), events: [renamed(2), renamed(3)] })
    await first.close()
    tamper(folder, sql)
    expect((await rejection((await openFolder(folder)).boards.load(boardId()))).code).toBe('corrupt')
  })

  test('EM9 evidence, ended sessions and who wrote what are deleted after their time, and nothing else', async () => {
    const folder = aFolder()
    const day = 86_400_000
    let time = now()
    const storage = await openFolder(folder, { now: () => time })
    const refused = [0, 29].map((days) => ({
      room: mission.room,
      member: memberId('ed'),
      at: new Date(now() + days * day).toISOString(),
      bytes: Uint8Array.of(days),
    }))
    await storage.boards.commit(creation(boardId(), { refused }))
    await storage.people.startSession({
      hash: 'short',
      kind: 'cookie',
      expiresAt: at(30),
      members: [{ board: boardId(), member: memberId('ed') }],
    })
    await storage.people.startSession({
      hash: 'long',
      kind: 'cookie',
      expiresAt: new Date(now() + 90 * day).toISOString(),
      members: [],
    })
    const wrote = (what: string, days: number) => ({
      ...{ room: mission.room, what, member: memberId('ed') },
      at: new Date(now() + days * day).toISOString(),
    })
    await storage.rooms.noteWritings(boardId(), [wrote('old', 30 - 400), wrote('lately', 31 - 400)])
    await storage.rooms.compact(mission)
    expect(rows(folder, 'SELECT hash FROM sessions')).toHaveLength(2)
    expect(await storage.rooms.writings(boardId(), '')).toHaveLength(2)
    time += day / 2
    await storage.rooms.compact(mission)
    expect(rows(folder, 'SELECT hash FROM sessions')).toHaveLength(2)
    time += 30 * day
    await storage.rooms.compact(mission)
    expect(rows(folder, 'SELECT bytes FROM refused_updates')).toEqual([{ bytes: Uint8Array.of(29) }])
    expect(rows(folder, 'SELECT hash FROM sessions')).toEqual([{ hash: 'long' }])
    expect(rows(folder, 'SELECT * FROM session_members')).toEqual([])
    expect((await storage.rooms.writings(boardId(), '')).map(({ what }) => what)).toEqual(['lately'])
  })
})

const scribbled = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, index) => (index >= 4096 && index < 40_960 ? 7 : byte))

const retag = (file: string): void => {
  const db = new DatabaseSync(file)
  db.exec('PRAGMA application_id = 7')
  db.close()
}

describe('formats', () => {
  const newest = migrations.length
  const next = [...migrations, (db: DatabaseSync) => db.exec('ALTER TABLE boards ADD COLUMN colour TEXT')]
  const copies = (folder: string) => readdirSync(folder).filter((name) => name.includes('.format-'))

  test('EM10 data of an older format is copied and then brought forward, with all that is in it', async () => {
    const folder = await aUsedFolder()
    expect(await wordsIn(await openFolder(folder, { migrations: next }))).toBe('abc')
    expect(rows(folder, 'SELECT colour FROM boards')).toEqual([{ colour: null }])
    expect(copies(folder)).toEqual([`samplan.db.format-${newest}.2026-03-02T08-00-00.000Z`])
    const copy = new DatabaseSync(join(folder, copies(folder)[0]!), { readOnly: true })
    expect(copy.prepare('PRAGMA user_version').get()).toEqual({ user_version: newest })
    expect(copy.prepare('SELECT count(*) AS n FROM updates').get()).toEqual({ n: 1 })
    copy.close()
  })

  test('EM10 a migration that fails leaves the data in its old format', async () => {
    const folder = await aUsedFolder()
    const failing = [...next, (db: DatabaseSync) => db.exec('ALTER TABLE nowhere ADD COLUMN x')]
    expect(await rejection(openFolder(folder, { migrations: failing }))).toMatchObject({
      code: 'io',
      file: dataOf(folder),
    })
    expect(await wordsIn(await openFolder(folder))).toBe('abc')
    expect(rows(folder, 'PRAGMA user_version')).toEqual([{ user_version: newest }])
  })

  test('EM10 data of the newest format is neither copied nor changed', async () => {
    const folder = await aUsedFolder()
    await (await openFolder(folder)).check()
    expect(copies(folder)).toEqual([])
  })

  test('EM11 data of a newer format ends the start and is left as it is', async () => {
    const folder = await aUsedFolder()
    await (await openEmbedded({ folder, now, migrations: next })).close()
    await refusesStart(folder, 'newerFormat')
    expect(await wordsIn(await openFolder(folder, { migrations: next }))).toBe('abc')
  })
})

describe('the folder', () => {
  test('EM12 a path that is a file, or lies below one, is not writable', async () => {
    const file = join(aFolder(), 'file')
    writeFileSync(file, 'words')
    expect(await rejection(openFolder(file))).toMatchObject({ code: 'notWritable', file })
    const below = join(file, 'data')
    expect(await rejection(openFolder(below))).toMatchObject({ code: 'notWritable', file: below })
    expect(readFileSync(file, 'utf8')).toBe('words')
  })

  test('EM12 a folder in which the lock cannot be made is not writable', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'samplan.lock'))
    expect((await rejection(openFolder(folder))).code).toBe('notWritable')
  })

  test.skipIf(process.getuid?.() === 0).each(['.', 'samplan.lock', 'samplan.db'])(
    'EM12 without the right to write %s nothing is started, and with it again everything is',
    async (name) => {
      const folder = await aUsedFolder()
      const path = join(folder, name)
      const { mode } = statSync(path)
      chmodSync(path, mode & 0o555)
      expect((await rejection(openFolder(folder))).code).toBe('notWritable')
      chmodSync(path, mode)
      expect(await wordsIn(await openFolder(folder))).toBe('abc')
    },
  )
})

describe('workspace.json', () => {
  const good = (organisation: string, over = {}) =>
    JSON.stringify({ format: 1, organisation, defaultLanguage: 'sv', processes: [], ...over })

  const withFile = async (
    text?: string,
  ): Promise<{ folder: string; file: string; told: string[]; start: () => Promise<Storage> }> => {
    const folder = aFolder()
    const file = join(folder, 'workspace.json')
    if (text !== undefined) writeFileSync(file, text)
    const told: string[] = []
    return { folder, file, told, start: () => openFolder(folder, { notice: (notice) => told.push(notice) }) }
  }
  const named = (storage: Storage, organisation: string) =>
    storage.workspace.write((was) => ({ ...was, organisation }))
  const parsed = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

  test('EM13 there is no file until the first change, and then a readable one and no other', async () => {
    const { folder, file, start } = await withFile()
    const storage = await start()
    await storage.workspace.read()
    expect(existsSync(file)).toBe(false)
    await named(storage, 'Almsjö')
    expect(readFileSync(file, 'utf8')).toBe(
      '{\n  "format": 1,\n  "organisation": "Almsjö",\n  "defaultLanguage": "en",\n  "processes": []\n}\n',
    )
    expect(readdirSync(folder).filter((name) => name.startsWith('workspace'))).toEqual(['workspace.json'])
  })

  test('EM13 the words before the last change are in the .bak, and keys of the operator stay', async () => {
    const { folder, file, start } = await withFile(`\uFEFF${good('Old', { phone: '112' })}`)
    writeFileSync(`${file}.0f0f.tmp`, 'left by a write that was cut short')
    const storage = await start()
    await named(storage, 'New')
    await named(storage, 'Newer')
    expect(parsed(file)).toMatchObject({ organisation: 'Newer', phone: '112' })
    expect(parsed(`${file}.bak`)).toMatchObject({ organisation: 'New' })
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test.each([
    ['no JSON', '{"format": 1, "organis'],
    ['empty', ''],
    ['without what it needs', '{"format": 1}'],
    ['of a wrong kind', good('x', { defaultLanguage: 'tlh' })],
  ])(
    'EM14 a file that is %s ends the start, is left as it is, and is copied aside once',
    async (_what, text) => {
      const { folder, file, start } = await withFile(text)
      await refusesStart(folder, 'badWorkspace', 'workspace.json')
      await rejection(start())
      const aside = readdirSync(folder).filter((name) => name.startsWith('workspace.json.corrupt-'))
      expect(aside).toHaveLength(1)
      expect(readFileSync(join(folder, aside[0]!), 'utf8')).toBe(text)
      writeFileSync(file, good('Mended'))
      expect((await (await start()).workspace.read()).organisation).toBe('Mended')
    },
  )

  test('EM14 a file of a newer format ends the start and is left as it is', async () => {
    const { folder } = await withFile(good('x', { format: 2 }))
    await refusesStart(folder, 'newerFormat', 'workspace.json')
    expect(readdirSync(folder).filter((name) => name.includes('corrupt'))).toEqual([])
  })

  test('EM15 an edit by hand is taken over, and a change is made to what was edited', async () => {
    const { file, told, start } = await withFile(good('Before'))
    const storage = await start()
    writeFileSync(file, good('By hand', { processes: ['mine'] }))
    expect((await storage.workspace.read()).organisation).toBe('By hand')
    expect(told).toEqual(['workspaceEdited'])
    writeFileSync(file, good('Again', { processes: ['mine'] }))
    await storage.workspace.write((was) => ({ ...was, processes: [...was.processes, 'ours'] }))
    expect(parsed(file)).toMatchObject({ organisation: 'Again', processes: ['mine', 'ours'] })
    expect(told).toEqual(['workspaceEdited', 'workspaceEdited'])
    await storage.workspace.read()
    expect(told).toHaveLength(2)
  })

  test('EM15 an edit that cannot be read is told once and not written over until it is mended', async () => {
    const { file, told, start } = await withFile(good('Before'))
    const storage = await start()
    writeFileSync(file, '{ "organisation": "half')
    expect((await storage.workspace.read()).organisation).toBe('Before')
    expect(await rejection(named(storage, 'Ours'))).toMatchObject({ code: 'badWorkspace', file })
    expect(readFileSync(file, 'utf8')).toBe('{ "organisation": "half')
    expect(told).toEqual(['workspaceUnreadable'])
    writeFileSync(file, good('Mended', { processes: ['mine'] }))
    await named(storage, 'Ours')
    expect(parsed(file)).toMatchObject({ organisation: 'Ours', processes: ['mine'] })
  })

  test('EM15 a change that would make the file unreadable is refused', async () => {
    const { file, start } = await withFile(good('Before'))
    const storage = await start()
    const bad = storage.workspace.write((was) => ({ ...was, organisation: JSON.parse('7') }))
    expect((await rejection(bad)).code).toBe('badWorkspace')
    expect(readFileSync(file, 'utf8')).toBe(good('Before'))
    expect((await storage.workspace.read()).organisation).toBe('Before')
  })
})

describe('a data file that another connection holds for a moment', () => {
  test('EM16 is waited for, as after a kill -9 when its journal is being mended', async () => {
    const folder = aFolder()
    await (await openFolder(folder)).close()
    const holder = new Worker(new URL('../support/db-holder.ts', import.meta.url), {
      workerData: { file: dataOf(folder), milliseconds: 300 },
    })
    await once(holder, 'message')
    const database = openDatabase(dataOf(folder))
    expect(database.raw.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    database.raw.close()
    await once(holder, 'exit')
    await (await openFolder(folder)).close()
  })
})
