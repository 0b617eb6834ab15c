import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { must } from '../../shared/assert.ts'
import type { Kind, Leaf } from '../../shared/items/define.ts'
import { membersAt } from '../../shared/items/item.ts'
import { answerText, questionStates, sectionText } from '../../shared/step/doc.ts'
import { addEntry, addItem, changeItem, deleteItem, wordsOf } from '../../shared/step/items.ts'
import { readItems } from '../../shared/step/read-items.ts'
import { LOCAL, undoForEditor, undoIn } from '../../client/live/undo.ts'
import type { Spot } from '../support/items.ts'
import { allKinds, fieldsThat, isLinks, isList, itemIn, spotsOf } from '../support/items.ts'

let doc: Y.Doc
let undo: Y.UndoManager

beforeEach(() => {
  doc = new Y.Doc()
  undo = undoIn(doc)
})

const write = (text: string, origin: unknown, fragment = sectionText(doc, 'a')) => {
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    fragment.push([paragraph])
  }, origin)
  undo.stopCapturing()
}

const paragraphs = () => sectionText(doc, 'a').length

describe('undo', () => {
  it('CL40 undoes mine and leaves what came from others', () => {
    write('mitt', ySyncPluginKey)
    write('ditt', 'from the server')
    undo.undo()
    expect(sectionText(doc, 'a').toString()).toBe('<paragraph>ditt</paragraph>')
  })

  it('CL40 goes back through all texts and questions of the room, last first', () => {
    write('avsnitt', ySyncPluginKey)
    write('svar', ySyncPluginKey, answerText(doc, 'q'))
    doc.transact(() => questionStates(doc).set('q/status', 'agreed'), LOCAL)
    undo.undo()
    expect(questionStates(doc).size).toBe(0)
    undo.undo()
    expect([answerText(doc, 'q').length, paragraphs()]).toEqual([0, 1])
    undo.undo()
    expect(paragraphs()).toBe(0)
  })

  it('CL40 passes over what says that it is no history', () => {
    doc.transact((transaction) => {
      transaction.meta.set('addToHistory', false)
      sectionText(doc, 'a').push([new Y.XmlElement('paragraph')])
    }, ySyncPluginKey)
    expect(undo.canUndo()).toBe(false)
  })

  it('CL40 leaves in my paragraph what others typed into it', () => {
    write('min', ySyncPluginKey)
    const text = (sectionText(doc, 'a').get(0) as Y.XmlElement).get(0) as Y.XmlText
    doc.transact(() => text.insert(3, ' din'), 'from the server')
    undo.undo()
    expect(sectionText(doc, 'a').toString()).toContain('din')
  })

  it('CL41 outlives an editor that goes', () => {
    const [one, two] = [undoForEditor(undo), undoForEditor(undo)]
    write('text', ySyncPluginKey)
    one.destroy()
    write('mera', ySyncPluginKey)
    two.undo()
    expect(paragraphs()).toBe(1)
    two.redo()
    expect(paragraphs()).toBe(2)
  })

  it('CL41 stops telling an editor that has gone, and goes on telling the others', () => {
    const [one, two] = [undoForEditor(undo), undoForEditor(undo)]
    const told: string[] = []
    one.on('stack-item-added', () => told.push('one'))
    two.on('stack-item-added', () => told.push('two'))
    one.destroy()
    write('text', ySyncPluginKey)
    expect(told).toEqual(['two'])
  })

  it('CL41 shows each editor the room’s own state', () => {
    const one = undoForEditor(undo)
    write('text', ySyncPluginKey)
    expect(one.undoStack).toBe(undo.undoStack)
    expect(one.trackedOrigins.has(LOCAL)).toBe(true)
    expect(one).toBeInstanceOf(Y.UndoManager)
  })
})

describe.each(allKinds.map((kind) => [kind.kind, kind] as const))('undo of items: %s', (name, kind) => {
  const one = { kind: name, id: 'one' }
  const allSpots = spotsOf(kind)
  const texts = allSpots.filter((spot) => spot.isWords)
  const values = allSpots.filter((spot) => !spot.isWords && !spot.path.endsWith('/order'))
  /** Nothing is asked of kinds that have no long texts. */
  const itWithTexts = (rule: string, holds: () => void) => {
    if (texts.length > 0) it(rule, holds)
  }
  const text = texts[0] ?? { path: '' }
  const [value] = values as [Spot]

  /** A second person's document, heard when the test says so. */
  const aPeer = () => {
    const peer = new Y.Doc()
    const meet = () => {
      Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc), 'remote')
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer), 'remote')
      Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc), 'remote')
    }
    return { doc: peer, meet }
  }
  const make = () => {
    addItem(doc, { ...one, order: 'a0' }, LOCAL)
    undo.stopCapturing()
  }
  const change = (path: string, leaf: Leaf, of = doc) => {
    changeItem(of, one, { [path]: leaf }, LOCAL)
    undo.stopCapturing()
  }
  const type = (words: string, of = doc, path = text.path) => {
    of.transact(() => must(wordsOf(of, name, 'one', path)).insert(0, words), LOCAL)
    undo.stopCapturing()
  }
  const there = (of = doc) => readItems(of, new Set()).map(({ id }) => id)
  const at = (path: string, of = doc) => itemIn(of, kind).leaves.get(path)

  itWithTexts('IT13 takes back what I made, and makes it again with all its words', () => {
    make()
    type('mitt')
    undo.undo()
    expect([at(text.path), undo.canUndo()]).toEqual(['', true])
    undo.undo()
    expect(there()).toEqual([])
    undo.redo()
    undo.redo()
    expect(at(text.path)).toBe('mitt')
    for (const { path } of texts) type('mera ', doc, path)
    expect(at(text.path)).toBe('mera mitt')
  })

  it('IT13 takes back a value, to what it was', () => {
    make()
    const [first, second] = twoOf(value, kind)
    change(value.path, first)
    change(value.path, second)
    undo.undo()
    expect(at(value.path)).toBe(first === second ? undefined : first)
    undo.undo()
    expect(at(value.path)).toBeUndefined()
  })

  it('IT13 brings back what I deleted, and puts back what I moved', () => {
    make()
    deleteItem(doc, one, { member: 'anna', at: '2026-11-15T12:00:00.000Z' }, LOCAL)
    undo.stopCapturing()
    expect(itemIn(doc, kind).deleted).not.toBeNull()
    undo.undo()
    expect(itemIn(doc, kind).deleted).toBeNull()
    change('order', 'a5')
    undo.undo()
    expect(itemIn(doc, kind).order).toBe('a0')
  })

  it('IT13 takes back my link and leaves theirs', () => {
    for (const [path] of fieldsThat(kind, isLinks)) {
      const peer = aPeer()
      addItem(doc, { ...one, order: 'a0' }, 'before')
      peer.meet()
      change(`${path}/mine`, true)
      changeItem(peer.doc, one, { [`${path}/theirs`]: true }, 'remote')
      peer.meet()
      undo.undo()
      expect(membersAt(itemIn(doc, kind), path)).toEqual(['theirs'])
    }
  })

  itWithTexts('IT13 takes back my words in a long text and leaves theirs', () => {
    make()
    type('mina ord')
    const peer = aPeer()
    peer.meet()
    peer.doc.transact(() => must(wordsOf(peer.doc, name, 'one', text.path)).insert(5, 'deras '))
    peer.meet()
    undo.undo()
    expect(at(text.path)).toBe('deras ')
  })

  itWithTexts('IT13 leaves an item that I made when others have written in it, with what they wrote', () => {
    make()
    const peer = aPeer()
    peer.meet()
    type('deras', peer.doc)
    peer.meet()
    type('mitt ')
    undo.undo()
    undo.undo()
    peer.meet()
    for (const of of [doc, peer.doc]) {
      expect([at(text.path, of), itemIn(of, kind).order]).toEqual(['deras', 'a0'])
      for (const { path } of texts) expect(wordsOf(of, name, 'one', path)).toBeInstanceOf(Y.Text)
    }
  })

  it('IT13 leaves an entry that I made when others have written in it', () => {
    for (const [path, list] of fieldsThat(kind, isList)) {
      const peer = aPeer()
      addItem(doc, { ...one, order: 'a0' }, 'before')
      addEntry(doc, one, { list, path: `${path}/mine`, order: 'a0' }, LOCAL)
      undo.stopCapturing()
      addEntry(doc, one, { list, path: `${path}/empty`, order: 'a1' }, LOCAL)
      undo.stopCapturing()
      peer.meet()
      changeItem(peer.doc, one, { [`${path}/mine/${list.entry}`]: 'deras' }, 'remote')
      peer.meet()
      undo.undo()
      undo.undo()
      const { leaves } = itemIn(doc, kind)
      expect(leaves.get(`${path}/mine/order`)).toBe('a0')
      expect(leaves.get(`${path}/mine/${list.entry}`)).toBe('deras')
      expect([...leaves.keys()].filter((key) => key.startsWith(`${path}/empty`))).toEqual([])
    }
  })
})

/** Two values that fit, another each where there are two. */
const twoOf = ({ leaf }: Spot, { kind }: Kind): readonly [Leaf, Leaf] => {
  const made = fc.sample(leaf, { numRuns: 30, seed: kind.length })
  const [first] = made as [Leaf]
  return [first, made.find((one) => one !== first) ?? first]
}
