import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import { BoardId } from '../../shared/ids.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { openEmbedded } from '../../server/storage/embedded/open.ts'
import { paragraph, write } from '../support/blocks.ts'
import type { Stage } from '../support/stage.ts'
import { aStage, saying, startPlanOnScreen, stepOn, textsOf } from '../support/stage.ts'

/* A step that holds what a later version of the page can write, and this one cannot. */

/** A text with a kind of block that nobody knows yet. */
const fromTomorrow = (root: string): Uint8Array => {
  const doc = new Y.Doc()
  const text = doc.getXmlFragment(root)
  write(text, [paragraph('Words that everybody knows.')])
  const diagram = new Y.XmlElement('diagram')
  diagram.setAttribute('source', 'goals → activities')
  text.push([diagram])
  return Y.encodeStateAsUpdate(doc)
}

/** Works on the folder of a server that has stopped. */
const onDisk = async <T>(folder: string, work: (storage: Storage) => Promise<T>): Promise<T> => {
  const storage = await openEmbedded({ folder, now: Date.now })
  const result = await work(storage)
  await storage.close()
  return result
}

describe('a step with content of a newer version', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await aStage()
  }, 90_000)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.picture(task.name)
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  it('JN18 is not opened for writing, says so, and is damaged by nobody', async () => {
    const { server } = stage
    const anna = await stage.enter('Anna')
    await startPlanOnScreen(anna, 'A plan from tomorrow')
    const board = BoardId.parse(new URL(anna.page.url()).pathname.split('/')[2])
    await server.stop()
    const place = await onDisk(server.dataDir, async ({ boards, rooms }) => {
      const { steps, members } = must(must(await boards.load(board)).fold)
      const step = must(steps[0])
      const root = sectionRoot(must(step.sections[0]).id)
      const updates = [{ bytes: fromTomorrow(root), by: must(members[0]).id }]
      const at = new Date().toISOString()
      const room = { board, room: step.id }
      const { epoch, generation } = step
      expect(await rooms.append({ ...room, epoch, generation, at, updates, owners: [] })).toBe('appended')
      return { root, room }
    })
    await server.start()

    await anna.page.reload()
    await stepOn(anna, 1)
      .getByText(/holds something that this page does not know/)
      .first()
      .waitFor()
    expect(await textsOf(stepOn(anna, 1)).count()).toBe(0)
    await textsOf(stepOn(anna, 2)).first().fill('Elsewhere one goes on writing.')
    await saying(anna, 'Saved')
    await server.stop()
    const { base, tail } = await onDisk(server.dataDir, ({ rooms }) => rooms.load(place.room))
    const after = new Y.Doc()
    for (const update of base ? [base, ...tail] : tail) Y.applyUpdate(after, update)
    expect(after.getXmlFragment(place.root).toString()).toBe(
      '<paragraph>Words that everybody knows.</paragraph><diagram source="goals → activities"></diagram>',
    )
  })
})
