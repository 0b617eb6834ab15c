import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemsOf, readVersion } from '../../client/step/version.ts'
import { freeze } from '../../server/live/freeze.ts'
import { newStep } from '../../shared/board/model.ts'
import { must } from '../../shared/assert.ts'
import { secureRandom } from '../../shared/ids.ts'
import type { Kind } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import { textAt } from '../../shared/items/item.ts'
import { addItem } from '../../shared/step/items.ts'
import { readStep } from '../../shared/step/read.ts'
import { aDecision, aStructure, memberId, at } from '../support/board.ts'

const step = aStructure('goals')
const frozen = (doc = new Y.Doc()) => ({
  number: 1,
  at: at(1),
  by: memberId('faye'),
  hash: 'a'.repeat(64),
  decision: aDecision,
  content: freeze(newStep(step), readStep(doc, step), [], {
    by: memberId('faye'),
    at: at(1),
    random: secureRandom,
  }).content as { step: typeof step; content: ReturnType<typeof readStep> },
})

/** What the kind can be called by: words, a year or a day. */
const titled = ({ fields, title }: Kind): string | number => {
  const is = fields[title]?.is
  return is === 'year' ? 2027 : is === 'day' ? '2027-03-01' : 'Ett'
}

describe('a version as the server froze it', () => {
  it('BV9 is read whole, over the wire', () => {
    const sent: unknown = JSON.parse(JSON.stringify(frozen()))
    expect(readVersion(sent)?.content.step.sections[0]?.title).toBe('Text')
    expect(readVersion(sent)?.content.content.questions['goals.why']?.status).toBe('unanswered')
  })

  it('BV9 has its items of every kind, as they were called then', () => {
    const doc = new Y.Doc()
    for (const kind of kinds.values())
      addItem(
        doc,
        { kind: kind.kind, id: `${kind.kind}:1`, order: 'a0', leaves: new Map([[kind.title, titled(kind)]]) },
        null,
      )
    const sent: unknown = JSON.parse(JSON.stringify(frozen(doc)))
    const read = readVersion(sent)
    const items = read ? itemsOf(read.content) : []
    expect(items.map((item) => item.kind)).toEqual([...kinds.keys()])
    for (const item of items)
      expect(textAt(item, kinds.get(item.kind)?.title ?? '')).toBe(
        titled(must(kinds.get(item.kind))).toString(),
      )
  })

  it('BV9 is not shown at all when it is written in a way this page does not know', () => {
    expect(readVersion({ ...frozen(), content: { pages: [] } })).toBeNull()
    expect(readVersion({ ...frozen(), decision: { date: 'someday' } })).toBeNull()
    const odd = frozen()
    expect(
      readVersion({
        ...odd,
        content: { ...odd.content, content: { ...odd.content.content, sections: { a: 1 } } },
      }),
    ).toBeNull()
  })
})
