import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import { prepareDatabase } from '../../server/storage/embedded/format.ts'
import { openEmbedded } from '../../server/storage/embedded/open.ts'
import { migrations } from '../../server/storage/embedded/schema.ts'
import { replay } from '../../shared/board/log.ts'
import { aScore, at, boardId, created, memberId } from '../support/board.ts'
import { aFolder, creation, now, openFolder, renamed } from '../support/storage.ts'

// Every test starts threads of its own, which takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/* Data from before contributions were scored, and rounds that nobody revealed. */

const file = 'samplan.db'
const visit = {
  member: memberId('faye'),
  hereAt: at(1),
  since: null,
  read: { before: at(1), also: ['c1'] },
} as const

/** A board with somebody's visit, as the second format was written. */
const secondFormat = (): string => {
  const folder = aFolder()
  prepareDatabase(join(folder, file), migrations.slice(0, 2), at(0))
  const db = new DatabaseSync(join(folder, file))
  const event = created()
  const run = (sql: string, ...values: (string | number | null)[]) => db.prepare(sql).run(...values)
  run('INSERT INTO boards VALUES (?, ?, ?)', boardId(), 1, JSON.stringify(replay([event])))
  run('INSERT INTO events VALUES (?, ?, ?)', boardId(), 1, JSON.stringify(event))
  const read = JSON.stringify(visit.read)
  run('INSERT INTO visits VALUES (?, ?, ?, ?, ?)', boardId(), visit.member, visit.hereAt, null, read)
  db.close()
  return folder
}

const isWhole = async (folder: string): Promise<void> => {
  const storage = await openFolder(folder)
  expect(await storage.boards.load(boardId())).toEqual({ fold: replay([created()]), events: [] })
  expect(await storage.people.visits(boardId())).toEqual([visit])
  expect(await storage.scores.of(boardId(), 2)).toEqual([])
  await storage.scores.set(boardId(), 2, aScore())
  expect(await storage.scores.of(boardId(), 2)).toEqual([aScore()])
}

test('EM22 data from before contributions were scored opens with all that is in it, and a copy is kept', async () => {
  const folder = secondFormat()
  await isWhole(folder)
  const [copy = ''] = readdirSync(folder).filter((name) => name.includes('.format-2.'))
  const before = new DatabaseSync(join(folder, copy), { readOnly: true })
  expect(before.prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 })
  expect(before.prepare('SELECT count(*) AS n FROM visits').get()).toEqual({ n: 1 })
  expect(before.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'scores'").get()).toEqual({
    n: 0,
  })
  before.close()
})

test('EM22 also when the way there was cut off: at the copy, within the change, before the journal was taken in', async () => {
  const atCopy = secondFormat()
  writeFileSync(join(atCopy, `${file}.format-2.2026-01-01T00-00-00.000Z`), 'half a cop')
  await isWhole(atCopy)

  const [within, cut] = [secondFormat(), aFolder()]
  const db = new DatabaseSync(join(within, file))
  // Small enough that what is not yet committed is in the journal already.
  db.exec('PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = 1; BEGIN IMMEDIATE')
  for (const migration of migrations.slice(2)) migration(db)
  db.prepare('INSERT INTO events VALUES (?, 2, ?)').run(boardId(), 'x'.repeat(100_000))
  for (const name of [file, `${file}-wal`]) copyFileSync(join(within, name), join(cut, name))
  await isWhole(cut)

  const unfolded = aFolder()
  db.exec(`ROLLBACK; BEGIN IMMEDIATE`)
  for (const migration of migrations.slice(2)) migration(db)
  db.exec(`PRAGMA user_version = ${migrations.length}; COMMIT`)
  for (const name of [file, `${file}-wal`]) copyFileSync(join(within, name), join(unfolded, name))
  db.close()
  await isWhole(unfolded)
})

test('EM23 what was scored apart and never revealed is nowhere in the folder once the round is over', async () => {
  const folder = aFolder()
  const bytes = () =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('')
  const storage = await openEmbedded({ folder, now })
  await storage.boards.commit(creation())
  await storage.scores.set(boardId(), 2, aScore({ rationale: 'Words for nobody' }))
  expect(bytes()).toContain('Words for nobody')
  await storage.boards.commit({ board: boardId(), events: [renamed(2)], forgetScores: true })
  await expect.poll(() => bytes().includes('Words for nobody')).toBe(false)
  await storage.close()
  expect(bytes()).not.toContain('Words for nobody')
})
