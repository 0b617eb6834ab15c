import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { judge } from '../../server/live/gate.ts'
import { draftOf } from '../../server/proposals/draft.ts'
import { mergeTexts } from '../../server/proposals/merge.ts'
import { writeInto } from '../../server/proposals/write.ts'
import { must } from '../../shared/assert.ts'
import type { Change } from '../../shared/board/proposals.ts'
import { changesBetween } from '../../shared/step/changes.ts'
import { layoutOf, newRoomDoc } from '../../shared/step/doc.ts'
import { plainText } from '../../shared/step/prose.ts'
import { readStep } from '../../shared/step/read.ts'
import type { ProseDoc } from '../../shared/step/richtext.ts'
import { memberId, threeSteps } from '../support/board.ts'
import { editByChance } from '../support/honest-edits.ts'
import { editItemByChance } from '../support/item-edits.ts'
import type { Random } from '../support/random.ts'
import { seeded, seeds } from '../support/random.ts'

const step = must(threeSteps[0])
const by = { member: memberId('anna'), at: '2026-11-15T12:00:00.000Z' }

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = newRoomDoc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

const edited = (doc: Y.Doc, random: Random, times: number): Y.Doc => {
  const copy = copyOf(doc)
  for (let edit = 0; edit < times; edit++)
    if (random.chance(0.7)) editItemByChance(copy, random)
    else editByChance(copy, random)
  return copy
}

/** What accepting these changes writes into the document, as the gate lets it in. */
const accepted = (doc: Y.Doc, changes: readonly Change[]) => {
  // As they are stored.
  const stored = JSON.parse(JSON.stringify(changes)) as readonly Change[]
  const draft = draftOf(stored, undefined, readStep(doc, step), step)
  if ('refusal' in draft) throw new Error(JSON.stringify(draft.refusal))
  const written = writeInto(doc, draft, 4_000_000_000, by)
  const gate = {
    doc,
    layout: layoutOf(step),
    actor: by.member,
    writable: 'yes',
    bytes: 0,
    beside: 0,
    clients: 0,
    ownerOf: () => undefined,
    refusedClock: () => undefined,
  } as const
  if (written.update) expect(judge(written.update, gate, 'merged').is).toBe('good')
  return written
}

describe('a proposal that nobody has overtaken', () => {
  it.each([1466126167, ...seeds(40)])(
    'PA25 gives exactly what was proposed, and accepted again nothing (seed %i)',
    (seed) => {
      const random = seeded(seed)
      const before = edited(newRoomDoc(), random, 40)
      const after = edited(before, random, 15)
      const changes = changesBetween(readStep(before, step), readStep(after, step))
      const { doc } = accepted(before, changes)
      expect(changesBetween(readStep(doc, step), readStep(after, step))).toEqual([])
      expect(accepted(after, changes).update).toBeNull()
    },
  )
})

const words = ['plan', 'goal', 'we', 'the', 'town', 'and']

const someText = (random: Random): string[][] =>
  Array.from({ length: 1 + random.int(5) }, () =>
    Array.from({ length: 1 + random.int(8) }, () => random.pick(words)),
  )

const docOf = (blocks: readonly (readonly string[])[]): ProseDoc => ({
  type: 'doc',
  content: blocks.map((line) => ({
    type: 'paragraph',
    ...(line.length > 0 && { content: [{ type: 'text', text: line.join(' ') }] }),
  })),
})

/** Takes away, puts in and moves, with words that stand nowhere else. */
const changed = (blocks: readonly (readonly string[])[], random: Random, name: string) => {
  const made = blocks.map((line) => [...line])
  const added: string[] = []
  for (let edit = 0; edit < 1 + random.int(4); edit++) {
    const line = random.pick(made)
    const word = `${name}${added.length}`
    const what = random.int(5)
    if (what === 0 && made.length > 1) made.splice(made.indexOf(line), 1)
    else if (what === 1) made.splice(random.int(made.length + 1), 0, [word])
    else if (what === 2 && line.length > 0) line.splice(random.int(line.length), 1)
    else line.splice(random.int(line.length + 1), random.int(2), word)
    if (made.flat().includes(word)) added.push(word)
  }
  return { text: docOf(made), added: added.filter((word) => made.flat().includes(word)) }
}

describe('a text that two have changed', () => {
  it.each(seeds(20))('PA26 loses no word that one of them added, or is left to people (seed %i)', (seed) => {
    const random = seeded(seed)
    for (let round = 0; round < 100; round++) {
      const blocks = someText(random)
      const before = docOf(blocks)
      const [mine, yours] = [changed(blocks, random, 'mine'), changed(blocks, random, 'yours')]
      expect(mergeTexts({ before, after: mine.text, now: before })).toEqual(mine.text)
      expect(mergeTexts({ before, after: mine.text, now: mine.text })).toEqual(mine.text)
      expect(mergeTexts({ before, after: before, now: yours.text })).toEqual(yours.text)
      const merged = mergeTexts({ before, after: mine.text, now: yours.text })
      if (!merged) continue
      const all = plainText(merged).split(/\s+/)
      for (const word of [...mine.added, ...yours.added])
        expect(
          all.filter((one) => one === word),
          JSON.stringify({ blocks, mine, yours }),
        ).toHaveLength(1)
    }
  })
})
