import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { pieces } from '../../client/live/pieces.ts'
import { list, write } from '../support/blocks.ts'

const longText = (doc: Y.Doc, blocks: number): void =>
  doc.transact(() => {
    const fragment = doc.getXmlFragment('section:a')
    for (let index = 0; index < blocks; index++) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(`${index} ${'ord '.repeat(50)}`)])
      fragment.push([paragraph])
    }
  })

const applied = (updates: readonly Uint8Array[], to = new Y.Doc()) => {
  for (const update of updates) {
    Y.applyUpdate(to, update)
    expect(to.store.pendingStructs).toBeNull()
    expect(to.store.pendingDs).toBeNull()
  }
  return to
}

describe('an update in pieces', () => {
  it('CL20 is the same document again, and no piece waits for a later one', () => {
    const doc = new Y.Doc()
    longText(doc, 2000)
    const whole = Y.encodeStateAsUpdate(doc)
    const cut = pieces(whole, 50_000)
    expect(cut.length).toBeGreaterThan(8)
    expect(Math.max(...cut.map((piece) => piece.length))).toBeLessThan(51_000)
    expect(Y.encodeStateAsUpdate(applied(cut))).toEqual(whole)
  })

  it('CL20 is left alone while it is small', () => {
    const doc = new Y.Doc()
    longText(doc, 3)
    const whole = Y.encodeStateAsUpdate(doc)
    expect(pieces(whole, 50_000)).toEqual([whole])
  })

  it('CL20 never shows an element without its first child, which an editor would take away for everybody', () => {
    const doc = new Y.Doc()
    write(doc.getXmlFragment('section:a'), [
      list(Array.from({ length: 2000 }, (_, index) => `punkt ${index}`)),
    ])
    const cut = pieces(Y.encodeStateAsUpdate(doc), 3_000)
    expect(cut.length).toBeGreaterThan(30)
    const to = new Y.Doc()
    for (const piece of cut) {
      Y.applyUpdate(to, piece)
      expect(to.getXmlFragment('section:a').toString()).not.toMatch(/<(bulletlist|listitem|paragraph)><\/\1>/)
    }
  })

  it('CL20 carries its deletions last', () => {
    const doc = new Y.Doc()
    longText(doc, 400)
    const base = Y.encodeStateAsUpdate(doc)
    const before = Y.encodeStateVector(doc)
    doc.getXmlFragment('section:a').delete(10, 300)
    longText(doc, 600)
    const change = Y.encodeStateAsUpdate(doc, before)
    const other = new Y.Doc()
    Y.applyUpdate(other, base)
    applied(pieces(change, 20_000), other)
    expect(other.getXmlFragment('section:a').toString()).toBe(doc.getXmlFragment('section:a').toString())
  })

  it('CL20 keeps two people’s structs apart', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    longText(one, 300)
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
    longText(two, 300)
    const whole = Y.encodeStateAsUpdate(two)
    const merged = new Y.Doc()
    for (const piece of pieces(whole, 20_000)) Y.applyUpdate(merged, piece)
    expect(merged.getXmlFragment('section:a').toString()).toBe(two.getXmlFragment('section:a').toString())
  })
})
