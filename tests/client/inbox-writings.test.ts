import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { followUpRoom } from '../../shared/board/plan.ts'
import { answerText, newRoomDoc, questionStates, sectionText } from '../../shared/step/doc.ts'
import { addItem, changeItem, reportOn } from '../../shared/step/items.ts'
import type { Presence } from '../../shared/protocol/control.ts'
import { placesIn, writerOf } from '../../client/inbox/writings.ts'
import { memberId } from '../support/board.ts'

/** Where somebody else's edit is heard, in a document that follows theirs. */
const heardOf = (
  edit: (doc: Y.Doc) => void,
  before: (doc: Y.Doc) => void = () => undefined,
): readonly string[] => {
  const theirs = newRoomDoc()
  const mine = newRoomDoc()
  before(theirs)
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
  const heard: string[] = []
  mine.on('afterTransaction', (transaction: Y.Transaction) => {
    if (!transaction.local) heard.push(...placesIn(transaction))
  })
  theirs.on('update', (update: Uint8Array) => Y.applyUpdate(mine, update))
  theirs.transact(() => edit(theirs))
  return heard
}

const goal = { kind: 'goal', id: 'g1', order: 'a0', leaves: new Map([['title', 'A safe town']]) }

describe('where others write', () => {
  it('IN13 is heard as the text, the questions or the item they changed', () => {
    const paragraph = (doc: Y.Doc) => sectionText(doc, 'goals.text').push([new Y.XmlElement('paragraph')])
    expect(heardOf(paragraph)).toEqual(['section:goals.text'])
    expect(heardOf((doc) => answerText(doc, 'q').push([new Y.XmlElement('paragraph')]))).toEqual(['answer:q'])
    expect(heardOf((doc) => questionStates(doc).set('q/status', 'agreed'))).toEqual(['questions'])
    expect(heardOf((doc) => addItem(doc, goal, null))).toEqual(['items:goal/g1'])
  })

  it('IN13 is heard however deep in a text or an item it is', () => {
    const paragraph = new Y.XmlElement('paragraph')
    const deep = heardOf(
      () => paragraph.push([new Y.XmlText('words')]),
      (doc) => sectionText(doc, 'goals.text').push([paragraph]),
    )
    expect(deep).toEqual(['section:goals.text'])
    const field = heardOf(
      (doc) => changeItem(doc, { kind: 'goal', id: 'g1' }, { title: 'Another' }, null),
      (doc) => addItem(doc, goal, null),
    )
    expect(field).toEqual(['items:goal/g1'])
  })

  it('IN15 of what is told of an item after agreement is heard as the item', () => {
    const told = heardOf((doc) =>
      reportOn(doc, { kind: 'indicator', id: 'i1' }, { 'values/2027/T/-/value': 1 }, null),
    )
    expect(told).toEqual(['items:indicator/i1'])
  })

  it('IN15 in the plan’s own room it is put down to whoever is at the item, in whatever step', () => {
    const at = (name: string, stepId: string, block: string) =>
      ({ memberId: memberId(name), stepId, block }) as Presence
    const roster = [at('cora', 'goals', 'item:followUp/f1/status'), at('faye', 'actions', 'item:goal/g1')]
    const me = memberId('ed')
    expect(writerOf(roster, followUpRoom, 'items:followUp/f1', me)).toBe(memberId('cora'))
    expect(writerOf(roster, followUpRoom, 'items:followUp/f2', me)).toBeNull()
  })

  it('IN13 is put down to whoever is in that place, or is alone with me in the step', () => {
    const at = (name: string, stepId: string, block: string) =>
      ({ memberId: memberId(name), stepId, block }) as Presence
    const me = memberId('ed')
    const roster = [
      at('ed', 'goals', 'section:a'),
      at('cora', 'goals', 'section:a'),
      at('faye', 'goals', 'item:goal/g1/title'),
    ]
    expect(writerOf(roster, 'goals', 'section:a', me)).toBe(memberId('cora'))
    expect(writerOf(roster, 'goals', 'items:goal/g1', me)).toBe(memberId('faye'))
    expect(writerOf(roster, 'goals', 'section:b', me)).toBeNull()
    expect(writerOf(roster.slice(0, 2), 'goals', 'section:b', me)).toBe(memberId('cora'))
    expect(writerOf(roster, 'mission', 'section:a', me)).toBeNull()
  })
})
