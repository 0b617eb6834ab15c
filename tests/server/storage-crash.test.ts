import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Operations } from '../../server/storage/embedded/calls.ts'
import { openLine } from '../../server/storage/embedded/line.ts'
import { openEmbedded } from '../../server/storage/embedded/open.ts'
import type { StorageError } from '../../server/storage/storage.ts'
import { stepId } from '../support/board.ts'
import { eventually } from '../support/eventually.ts'
import { seeded, seeds } from '../support/random.ts'
import {
  aFolder,
  append,
  creation,
  mission,
  now,
  open,
  openFolder,
  rejection,
  typist,
  wordsIn,
} from '../support/storage.ts'

// Every test starts threads or processes of its own, which takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })
const patience = 60_000

/* What happens to the embedded engine when it, or the disk under it, stops. */

const writer = fileURLToPath(new URL('../support/storage-writer.ts', import.meta.url))

interface Writing {
  readonly child: ChildProcess
  readonly said: string[]
}

const startWriter = async (folder: string, client: number, ...how: string[]): Promise<Writing> => {
  const child = spawn(process.execPath, [writer, folder, `${client}`, ...how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  onTestFinished(() => void child.kill('SIGKILL'))
  createInterface({ input: child.stdout }).on('line', (line) => said.push(line))
  await eventually('the other process to open the folder', () => said.length > 0, patience)
  return { child, said }
}

const kill = async ({ child }: Writing): Promise<void> => {
  const ended = once(child, 'close')
  child.kill('SIGKILL')
  await ended
}

const makeBoard = async (folder: string): Promise<void> => {
  const storage = await openEmbedded({ folder, now })
  await storage.boards.commit(creation())
  await storage.close()
}

test.each(seeds(1))(
  'EM1 what was acknowledged before kill -9 is there after it (seed %i)',
  async (seed) => {
    const random = seeded(seed)
    const folder = aFolder()
    await makeBoard(folder)
    const promised: string[] = []
    for (let client = 1; client <= 5; client += 1) {
      const writing = await startWriter(folder, client)
      const enough = 50 + random.int(1500)
      await eventually(`${enough} acknowledged updates`, () => writing.said.length > enough, patience)
      await kill(writing)
      promised.push(...writing.said.slice(1).map((number) => `${client}:${number}`))

      const storage = await openEmbedded({ folder, now })
      const { base, tail } = await storage.rooms.load(mission)
      await storage.close()
      const doc = new Y.Doc()
      for (const update of base ? [base, ...tail] : tail) Y.applyUpdate(doc, update)
      expect(doc.store.pendingStructs).toBeNull()
      const kept = new Set(doc.getArray<string>('section:text'))
      expect(promised.filter((one) => !kept.has(one))).toEqual([])
    }
  },
  60_000,
)

test('EM2 a folder in use is refused, and free again once its process is killed', async () => {
  const folder = aFolder()
  const holder = await startWriter(folder, 1, 'hold')
  const error = await rejection(openFolder(folder))
  expect(error).toMatchObject({ code: 'inUse', file: folder })
  await kill(holder)
  await (await openFolder(folder)).check()
})

test('EM2 a folder is in use for its own process too, until it is closed', async () => {
  const folder = aFolder()
  const first = await openFolder(folder)
  expect((await rejection(openFolder(folder))).code).toBe('inUse')
  await first.check()
  await first.close()
  await (await openFolder(folder)).check()
})

test('EM3 with no room left nothing more is acknowledged, and with room again it goes on', async () => {
  const folder = aFolder()
  const storage = await openFolder(folder, { maxPages: 120 })
  await storage.boards.commit(creation())
  const type = typist(1)
  const written: string[] = []
  const fill = async (): Promise<string> => {
    const word = `${written.length} `.repeat(2000)
    const ends = await storage.rooms.append(append([type(word)])).catch((error: unknown) => error)
    if (ends !== 'appended') return String(ends)
    written.push(word)
    return fill()
  }
  expect(await fill()).toContain('full')
  expect(written.length).toBeGreaterThan(3)
  const small = { board: mission.board, events: [], rooms: [open({ room: stepId('goals') })] }
  expect(
    (
      await rejection(
        storage.boards.commit({
          ...small,
          versions: [],
          refused: [
            {
              room: mission.room,
              member: creation().fold!.members[0]!.id,
              at: 'x',
              bytes: new Uint8Array(60_000),
            },
          ],
        }),
      )
    ).code,
  ).toBe('full')
  expect(await wordsIn(storage)).toBe(written.join(''))
  await rejection(storage.rooms.load({ ...mission, room: stepId('goals') }))

  expect(await storage.rooms.compact(mission)).toBe(written.length)
  const next = typist(2)
  expect(await storage.rooms.append(append([next('and on')]))).toBe('appended')
  await storage.check()
  await storage.close()
  expect(await wordsIn(await openFolder(folder))).toContain(written.join(''))
})

/** A disk of 1 MB, where the machine lets us have one. */
const aSmallDisk = (folder: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'samplan', folder], { stdio: 'ignore' })
  } catch {
    return false
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return true
}

test('EM3 a disk that is full rejects writes, keeps what was acknowledged and takes writes again', async ({
  skip,
}) => {
  const folder = aFolder()
  skip(!aSmallDisk(folder), 'no right to mount a small disk')
  const storage = await openEmbedded({ folder, now })
  await storage.boards.commit(creation())
  const ballast = join(folder, 'ballast')
  const type = typist(1)
  const written: string[] = []
  writeFileSync(ballast, new Uint8Array(300_000))
  const fill = async (): Promise<StorageError> => {
    const word = `${written.length} `.repeat(2000)
    try {
      await storage.rooms.append(append([type(word)]))
    } catch (error) {
      return error as StorageError
    }
    written.push(word)
    return fill()
  }
  expect(['full', 'io']).toContain((await fill()).code)
  expect(await wordsIn(storage)).toBe(written.join(''))
  expect(['full', 'io']).toContain(
    (await rejection(storage.workspace.write((was) => ({ ...was, organisation: 'x'.repeat(200_000) })))).code,
  )

  rmSync(ballast)
  expect(await storage.rooms.append(append([typist(2)('and on')]))).toBe('appended')
  await storage.check()
  await storage.close()
  const again = await openEmbedded({ folder, now })
  expect(await wordsIn(again)).toContain(written.join(''))
  await again.close()
})

interface Dying extends Operations {
  readonly wait: (input: null) => void
  readonly die: (input: null) => void
  readonly throw: (input: null) => void
}

test.each(['die', 'throw'] as const)(
  'EM4 when a worker ends by itself (%s) what waits is rejected, and what comes later',
  async (how) => {
    const line = await openLine<Dying>(new URL('../support/dying-worker.ts', import.meta.url), null)
    const waiting = line.call('wait', null)
    const last = line.call(how, null)
    expect((await rejection(waiting)).code).toBe('io')
    expect((await rejection(last)).code).toBe('io')
    expect(line.alive()).toBe(false)
    expect((await rejection(line.call('wait', null))).code).toBe('io')
    await line.close()
  },
)
