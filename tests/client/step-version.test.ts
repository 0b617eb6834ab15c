import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readVersion } from '../../client/step/version.ts'
import { readStep } from '../../shared/step/read.ts'
import { aDecision, aStructure, memberId, at } from '../support/board.ts'

const step = aStructure('goals')
const frozen = () => ({
  number: 1,
  at: at(1),
  by: memberId('faye'),
  hash: 'a'.repeat(64),
  decision: aDecision,
  content: { step, content: readStep(new Y.Doc(), step) },
})

describe('a version as the server froze it', () => {
  it('BV9 is read whole, over the wire', () => {
    const sent: unknown = JSON.parse(JSON.stringify(frozen()))
    expect(readVersion(sent)?.content.step.sections[0]?.title).toBe('Text')
    expect(readVersion(sent)?.content.content.questions['goals.why']?.status).toBe('unanswered')
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
