import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { wordsOf } from '../../server/live/words.ts'
import { setStatus } from '../../shared/step/questions.ts'
import { aGatedRoom, aWriter, editText, forge, paragraphs, section, step } from '../support/updates.ts'

const text = (...lines: readonly string[]) => ({
  type: 'doc',
  content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
})

/** A room with one line, and somebody who went on writing. */
const aClosedRoom = () => {
  const room = aGatedRoom()
  const anna = aWriter()
  editText(anna.doc, section, () => paragraphs('fastställt'))
  room.take(anna.update())
  return { room, anna }
}

describe('words of refused updates', () => {
  test('GT22 are told as changes against the document as it is', () => {
    const { room, anna } = aClosedRoom()
    for (const word of ['a', 'ab', 'abc']) editText(anna.doc, section, () => paragraphs('fastställt', word))
    setStatus(anna.doc, 'mission.why', 'agreed', null)
    expect(wordsOf(room.doc, anna.updates(), step)).toEqual([
      {
        target: 'section',
        path: 'mission.text',
        before: text('fastställt'),
        after: text('fastställt', 'abc'),
      },
      { target: 'field', path: 'mission.why/status', before: null, after: 'agreed' },
    ])
  })

  test('GT22 leave the document untouched', () => {
    const { room, anna } = aClosedRoom()
    const before = Y.encodeStateAsUpdate(room.doc)
    const roots = room.doc.share.size
    editText(anna.doc, section, () => paragraphs('annat'))
    expect(wordsOf(room.doc, anna.updates(), step)).toHaveLength(1)
    expect(Y.encodeStateAsUpdate(room.doc)).toEqual(before)
    expect(room.doc.share.size).toBe(roots)
  })

  test('GT23 a malformed update among them adds nothing, and what hangs on it neither', () => {
    const { room, anna } = aClosedRoom()
    const bad = forge([
      { client: 7, clock: 0, structs: [{ parent: section, content: { element: 'script' } }] },
    ])
    const hanging = forge([
      { client: 7, clock: 1, structs: [{ parent: section, content: { element: 'paragraph' } }] },
    ])
    const broken = Uint8Array.of(1, 2, 3)
    editText(anna.doc, section, () => paragraphs('fastställt', 'mer'))
    const words = wordsOf(room.doc, [bad, broken, hanging, anna.update()], step)
    expect(words).toEqual([
      {
        target: 'section',
        path: 'mission.text',
        before: text('fastställt'),
        after: text('fastställt', 'mer'),
      },
    ])
  })

  test('GT23 nothing is told of updates that change nothing', () => {
    const { room, anna } = aClosedRoom()
    expect(wordsOf(room.doc, [Y.encodeStateAsUpdate(anna.doc), forge([])], step)).toEqual([])
  })

  test('GT23 words written on top of earlier refused ones come whole from a step 2', () => {
    const { room, anna } = aClosedRoom()
    editText(anna.doc, section, () => paragraphs('fastställt', 'sent'))
    anna.updates()
    editText(anna.doc, section, () => paragraphs('fastställt', 'sent', 'senare'))
    const step2 = Y.encodeStateAsUpdate(anna.doc, Y.encodeStateVector(room.doc))
    expect(wordsOf(room.doc, [step2], step)[0]?.after).toEqual(text('fastställt', 'sent', 'senare'))
  })
})
