import { Editor } from '@tiptap/core'
import type { PluginView, Transaction } from '@tiptap/pm/state'
import { EditorState } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import type { ProsemirrorBinding } from '@tiptap/y-tiptap'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import { undoIn } from '../../client/live/undo.ts'
import { extensionsFor } from '../../client/text/extensions.ts'
import { asOne } from '../../client/text/undoing.ts'

const text = () => {
  const doc = new Y.Doc()
  const undo = undoIn(doc)
  const editor = new Editor({
    element: null,
    injectCSS: false,
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    extensions: extensionsFor({
      document: { version: 1, doc, awareness: new Awareness(doc), undo, state: { is: 'writable' } },
      root: 'answer:a',
      readOnly: false,
      toolbar: () => null,
      openLink: () => {},
      putAway: () => false,
      tooLong: () => {},
    }),
  })
  const state = EditorState.create({ schema: editor.schema, plugins: editor.extensionManager.plugins })
  return { doc, undo, editor, state }
}

const fromOthers = (transaction: Transaction) => transaction.setMeta(ySyncPluginKey, { isChangeOrigin: true })

describe('a text that may not be written in', () => {
  it('TX5 takes no edit, not even from a command', () => {
    const { editor, state } = text()
    editor.storage.readOnly.on = true
    expect(state.applyTransaction(state.tr.insertText('nej')).state.doc.textContent).toBe('')
    editor.storage.readOnly.on = false
    expect(state.applyTransaction(state.tr.insertText('ja')).state.doc.textContent).toBe('ja')
  })

  it('TX5 takes what others write', () => {
    const { editor, state } = text()
    editor.storage.readOnly.on = true
    expect(state.applyTransaction(fromOthers(state.tr.insertText('deras'))).state.doc.textContent).toBe(
      'deras',
    )
  })

  it('TX5 lets the caret move', () => {
    const { editor, state } = text()
    editor.storage.readOnly.on = true
    const { transactions } = state.applyTransaction(
      state.tr.setSelection(state.selection).setMeta('moved', true),
    )
    expect(transactions).toHaveLength(1)
  })
})

describe('a table that two people changed at once', () => {
  const ragged = (state: EditorState): Transaction => {
    const cell = () => state.schema.nodes['tableCell']!.createAndFill()!
    const row = (cells: number) => state.schema.node('tableRow', null, Array.from({ length: cells }, cell))
    return state.tr.replaceWith(0, state.doc.content.size, state.schema.node('table', null, [row(3), row(2)]))
  }
  const cells = (state: EditorState) => state.doc.firstChild?.content.content.map((row) => row.childCount)

  /** Applies as the editor does, where each transaction passes the extensions first. */
  const dispatch = (editor: Editor, state: EditorState, transaction: Transaction): EditorState => {
    let after = state
    editor.extensionManager.dispatchTransaction((one) => (after = state.applyTransaction(one).state))(
      transaction,
    )
    return after
  }

  it('TX8 is not mended by a page that only hears of it', () => {
    const { editor, state } = text()
    expect(cells(dispatch(editor, state, fromOthers(ragged(state))))).toEqual([3, 2])
  })

  it('TX8 is mended by whoever writes in it next', () => {
    const { editor, state } = text()
    const heard = dispatch(editor, state, fromOthers(ragged(state)))
    expect(cells(dispatch(editor, heard, heard.tr.insertText('x', 4)))).toEqual([3, 3])
  })
})

describe('undoing', () => {
  const insert = (doc: Y.Doc, words: string) =>
    doc.transact(() => doc.getXmlFragment('answer:a').push([new Y.XmlElement(words)]), ySyncPluginKey)

  it('TX15 takes back in one go what was written in one go', () => {
    const { doc, undo } = text()
    insert(doc, 'before')
    asOne(undo, () => {
      insert(doc, 'one')
      undo.lastChange -= 10_000
      insert(doc, 'two')
    })
    insert(doc, 'after')
    const left = () => doc.getXmlFragment('answer:a').length
    undo.undo()
    expect(left()).toBe(3)
    undo.undo()
    expect(left()).toBe(1)
  })

  it('TX15 never takes the key that redoes for the one that undoes', () => {
    const { undo, editor, state, doc } = text()
    insert(doc, 'kept')
    editor.view.updateState(state)
    // With Caps Lock on, Shift gives the small letter.
    const key = { key: 'z', keyCode: 90, ctrlKey: true, shiftKey: true, altKey: false, metaKey: false }
    const isTaken = state.plugins.some(({ props }) =>
      Reflect.apply(props.handleKeyDown ?? (() => false), {}, [
        { ...editor.view, state, dispatch() {} },
        key,
      ]),
    )
    expect(isTaken).toBe(true)
    expect(undo.undoStack).toHaveLength(1)
  })
})

/** The editor's binding as a page drives it, on a view without a screen. */
const bound = () => {
  const { doc, undo, state } = text()
  const sync = must(state.plugins.find((plugin) => plugin.spec.key === ySyncPluginKey))
  const view = {
    state,
    hasFocus: () => false,
    dispatch: (transaction: Transaction) => {
      view.state = view.state.apply(transaction)
      drawn.update?.(view as never, state)
    },
  }
  const drawn: PluginView = { update: () => undefined }
  Object.assign(drawn, sync.spec.view?.(view as never))
  const paragraphs = () => doc.getXmlFragment('answer:a').length
  return { doc, undo, view, paragraphs }
}

describe('what others write', () => {
  it('TX24 is drawn though the caret is remembered at a place that is no more', () => {
    const { doc, view } = bound()
    view.dispatch(view.state.tr.insertText('hej', 1))
    const { binding } = ySyncPluginKey.getState(view.state) as { binding: ProsemirrorBinding }
    // The last that comes before the text is drawn.
    doc.on('beforeTransaction', () => {
      Object.assign(binding.beforeTransactionSelection, { absAnchor: 99, absHead: 99 })
    })
    const theirs = new Y.XmlElement('paragraph')
    theirs.insert(0, [new Y.XmlText('deras')])
    doc.transact(() => doc.getXmlFragment('answer:a').push([theirs]), 'others')
    expect(view.state.doc.textContent).toBe('hejderas')
    expect(view.state.selection.$head.parent.isTextblock).toBe(true)
  })
})

describe('a text from which everything was undone', () => {
  it('TX15 gets no paragraph of its own from a page that only shows it, so that redoing gives back what there was', () => {
    const { undo, view, paragraphs } = bound()
    view.dispatch(view.state.tr.insertText('hej', 1))
    expect(paragraphs()).toBe(1)
    undo.undo()
    expect(paragraphs()).toBe(0)
    view.dispatch(view.state.tr.setSelection(view.state.selection))
    expect(paragraphs()).toBe(0)
    undo.redo()
    expect(paragraphs()).toBe(1)
    expect(view.state.doc.childCount).toBe(1)
  })

  it('TX15 keeps the empty paragraph that somebody left', () => {
    const { view, paragraphs } = bound()
    view.dispatch(view.state.tr.insertText('hej', 1))
    view.dispatch(view.state.tr.delete(1, 4))
    expect(paragraphs()).toBe(1)
    view.dispatch(view.state.tr.insertText('du', 1))
    expect(view.state.doc.textContent).toBe('du')
    expect(paragraphs()).toBe(1)
  })
})

describe('a new table', () => {
  it('TX8 tells of a heading without words as a cell, until it has some', () => {
    const { editor, state } = text()
    const heading = (words: string) =>
      state.schema.node('tableHeader', null, [
        state.schema.node('paragraph', null, words === '' ? [] : [state.schema.text(words)]),
      ])
    const row = state.schema.node('tableRow', null, [heading(''), heading('Year')])
    const after = state.apply(
      state.tr.replaceWith(0, state.doc.content.size, state.schema.node('table', null, [row])),
    )
    const marked = after.plugins.flatMap(
      (plugin) => (plugin.props.decorations?.call(plugin, after) as DecorationSet | null)?.find() ?? [],
    )
    expect(marked.map(({ from, to }) => [from, to])).toEqual([[2, 6]])
    expect(editor.schema.nodes['tableHeader']?.spec.content).toBe('block+')
  })
})
