import { describe, expect, it } from 'vitest'
import { unreadWords } from '../../client/step/unread.ts'
import { kinds } from '../../shared/items/index.ts'
import type { MessageKey } from '../../shared/messages/format.ts'
import { translator } from '../../shared/messages/format.ts'
import { en } from '../../shared/messages/en/index.ts'
import { aStructure } from '../support/board.ts'

const step = aStructure('goals')
const t = translator('en', en)
const named = {
  t,
  item: (key: string) => t(`items.${key}` as MessageKey),
  title: (id: string) => (id === 'one' ? 'Less noise' : ''),
}

describe('what could not be read', () => {
  it('BV15 is named by the section or the question in which it stands', () => {
    expect(unreadWords('section:goals.text: figure', step, named)).toBe('Text: figure')
    expect(unreadWords('answer:goals.why', step, named)).toBe(step.questions[0]?.text)
  })

  it('BV15 is named by the item and its field, whatever the kind', () => {
    for (const kind of kinds.keys()) {
      const one = t(`items.${kind}:one` as MessageKey)
      expect(unreadWords(`items:${kind}: one/colour`, step, named)).toBe(`${one} Less noise: colour`)
      expect(unreadWords(`items:${kind}: lost`, step, named)).toBe(`${one}: lost`)
    }
  })

  it('BV15 is named even when nobody knows where it stands', () => {
    expect(unreadWords('drawings', step, named)).toBe('Elsewhere in the step: drawings')
    expect(unreadWords('questions: goals.why/mood', step, named)).toBe(
      'Elsewhere in the step: questions goals.why/mood',
    )
  })
})
