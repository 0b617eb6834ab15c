import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { answerText, questionStates, sectionText } from '../../shared/step/doc.ts'
import { LOCAL, undoForEditor, undoIn } from '../../client/live/undo.ts'

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
