import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { Bug } from '../../shared/assert.ts'
import { questionStates } from '../../shared/step/doc.ts'
import {
  changeQuestion,
  longestReason,
  questionValueFits,
  readQuestionKey,
  setNotRelevant,
  setOwner,
  setReason,
  setStatus,
} from '../../shared/step/questions.ts'
import { aGatedRoom, aWriter } from '../support/updates.ts'

const id = 'mission.why'
const stateOf = (doc: Y.Doc) => questionStates(doc).toJSON()

describe("a question's state", () => {
  test('RD11 is written flat, one key per field', () => {
    const { doc } = aWriter()
    setNotRelevant(doc, id, 'Rör oss inte', null)
    setOwner(doc, id, 'anna', null)
    expect(stateOf(doc)).toEqual({
      [`${id}/status`]: 'notRelevant',
      [`${id}/reason`]: 'Rör oss inte',
      [`${id}/owner`]: 'anna',
    })
  })

  test('RD11 loses its reason with any other status, and everything when it is taken back', () => {
    const { doc } = aWriter()
    setNotRelevant(doc, id, 'Rör oss inte', null)
    setStatus(doc, id, 'agreed', null)
    expect(stateOf(doc)).toEqual({ [`${id}/status`]: 'agreed' })
    setStatus(doc, id, null, null)
    expect(stateOf(doc)).toEqual({})
  })

  test('RD11 keeps its reason when it is said again that it is not relevant', () => {
    const { doc } = aWriter()
    setNotRelevant(doc, id, 'Rör oss inte', null)
    setStatus(doc, id, 'notRelevant', null)
    setReason(doc, id, 'Rör oss inte alls', null)
    expect(stateOf(doc)).toEqual({ [`${id}/status`]: 'notRelevant', [`${id}/reason`]: 'Rör oss inte alls' })
  })

  test('RD12 a change is one transaction with its origin, and nothing is written when nothing changes', () => {
    const { doc } = aWriter()
    const origins: unknown[] = []
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
    setNotRelevant(doc, id, 'Nej', 'mine')
    setNotRelevant(doc, id, 'Nej', 'mine')
    setOwner(doc, id, null, 'mine')
    expect(origins).toEqual(['mine'])
  })

  test('RD12 two people who change different fields both get theirs', () => {
    const [anna, bo] = [aWriter(), aWriter()]
    setStatus(anna.doc, id, 'agreed', null)
    setOwner(bo.doc, id, 'bo', null)
    anna.hear(bo.update())
    expect(stateOf(anna.doc)).toEqual({ [`${id}/status`]: 'agreed', [`${id}/owner`]: 'bo' })
  })

  test('RD12 whatever these functions write passes the gate', () => {
    const room = aGatedRoom()
    const { doc, updates } = aWriter()
    setNotRelevant(doc, id, 'x'.repeat(longestReason), null)
    setStatus(doc, id, 'drafted', null)
    setOwner(doc, id, 'Anna Testberg', null)
    setStatus(doc, id, null, null)
    for (const update of updates()) expect(room.take(update).is).toBe('good')
  })

  test('RD12 a value that the gate would refuse is a bug before it is written', () => {
    const { doc } = aWriter()
    expect(() => changeQuestion(doc, id, { reason: 'x'.repeat(longestReason + 1) }, null)).toThrow(Bug)
    expect(stateOf(doc)).toEqual({})
  })
})

describe('keys', () => {
  test('RD13 are taken apart at the last slash', () => {
    expect(readQuestionKey('mission.why/status')).toEqual({ id: 'mission.why', field: 'status' })
    for (const key of ['/status', 'status', 'mission.why/', 'mission.why/title', '__proto__', ''])
      expect(readQuestionKey(key)).toBeNull()
  })

  test('RD13 a status is one of three words', () => {
    for (const status of ['agreed', 'notRelevant', 'drafted'])
      expect(questionValueFits('status', status)).toBe(true)
    for (const status of ['unanswered', 'toString', null, 1])
      expect(questionValueFits('status', status)).toBe(false)
  })
})
