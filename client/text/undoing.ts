import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { isUndoing } from './courtesy.ts'

/** What the room's history asks of an editor. */
export const Undoing = Extension.create<{ undo: Y.UndoManager | null }>({
  name: 'undoing',
  addOptions: () => ({ undo: null }),
  // Before the keys that come with the history.
  priority: 1001,
  addKeyboardShortcuts() {
    // Taken also when nothing is left to redo: with Caps Lock on, the key would go on as the one that undoes.
    const redo = () => {
      this.editor.commands.redo()
      return true
    }
    return { 'Mod-y': redo, 'Shift-Mod-z': redo }
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        filterTransaction: (transaction) => {
          // Undoing a list that began with "- " gives the hyphen back, not the line before it.
          if (transaction.getMeta('inputRule')) this.options.undo?.stopCapturing()
          return true
        },
        appendTransaction: (transactions, before, after) =>
          transactions.some(isUndoing) ? toChange(before, after) : null,
      }),
    ]
  },
})

/** Puts the caret where something came back or went; y-tiptap looks for it by the words around and may go astray. */
const toChange = ({ doc: before }: EditorState, { doc, tr }: EditorState) => {
  const start = before.content.findDiffStart(doc.content)
  const end = before.content.findDiffEnd(doc.content)
  if (start === null || end === null) return null
  return tr.setSelection(TextSelection.near(doc.resolve(Math.max(start, end.b)), -1)).scrollIntoView()
}

/** Everything that `write` does is undone in one go, however long it takes. */
export const asOne = (undo: Y.UndoManager, write: () => void): void => {
  const { captureTimeout } = undo
  undo.stopCapturing()
  undo.captureTimeout = Infinity
  write()
  undo.captureTimeout = captureTimeout
  undo.stopCapturing()
}
