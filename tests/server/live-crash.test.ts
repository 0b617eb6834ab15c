import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import { must } from '../../shared/assert.ts'
import { evolve } from '../../shared/board/log.ts'
import { BoardId } from '../../shared/ids.ts'
import { eventually } from '../support/eventually.ts'
import { aFolder, openFolder } from '../support/storage.ts'

// It starts a process of its own, which takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 120_000 })

const writer = fileURLToPath(new URL('../support/comment-writer.ts', import.meta.url))

/** What the process said it was answered, until it was killed in the midst of it. */
const killedAfter = async (folder: string, lines: number): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  onTestFinished(() => void child.kill('SIGKILL'))
  createInterface({ input: child.stdout }).on('line', (line) => said.push(line))
  await eventually('the other process to be answered', () => said.length > lines, 60_000)
  const ended = once(child, 'close')
  child.kill('SIGKILL')
  await ended
  return said
}

it('LC10 what was answered is there after kill -9: comments, moved passages, and that words were erased', async () => {
  const folder = aFolder()
  const [name, ...answered] = await killedAfter(folder, 60)
  const storage = await openFolder(folder)
  const id = BoardId.parse(name)
  const { fold, events } = must(await storage.boards.load(id))
  const { comments } = events.reduce(evolve, must(fold))
  const passages = new Map((await storage.boards.passages(id)).map((one) => [`${one.commentId}`, one]))
  const log = JSON.stringify(events)
  const of = (type: string) =>
    answered.flatMap((line) => (line.startsWith(`${type} `) ? must(line.split(' ')[1]) : []))
  expect(comments.map((comment) => comment.id)).toEqual(expect.arrayContaining(of('comment.post')))
  expect(of('comment.reanchor').map((one) => passages.get(one)?.revision)).toEqual(
    of('comment.reanchor').map(() => 1),
  )
  const erased = of('comment.remove')
  expect(erased.length).toBeGreaterThan(5)
  for (const one of erased) expect(log).not.toContain(`Hemligt ${one.slice(1)}.`)
  expect(log).toContain('Hemligt 0.')
})
