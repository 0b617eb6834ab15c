import { Extension } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/**
 * Manners towards those who write in the same text. Nothing is written in answer to what others wrote: every open
 * page would write the same repair, and a table that two pages mend at once never comes to rest. And nothing scrolls
 * for others' sake.
 */
export const Courtesy = Extension.create<object, { isAnswering: boolean }>({
  name: 'courtesy',
  addStorage: () => ({ isAnswering: false }),
  dispatchTransaction({ transaction, next }) {
    this.storage.isAnswering = isFromDocument(transaction)
    next(transaction)
    this.storage.isAnswering = false
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        filterTransaction: (transaction) =>
          !this.storage.isAnswering || !transaction.docChanged || isFromDocument(transaction),
        props: { handleScrollToSelection: (view) => lastCameFromOthers(view.state) },
      }),
    ]
  },
})

/** Whether the binding made it out of the shared document: others' edits, and undoing one's own. */
export const isFromDocument = (transaction: Transaction): boolean =>
  says(transaction.getMeta(ySyncPluginKey), 'isChangeOrigin')

export const isUndoing = (transaction: Transaction): boolean =>
  says(transaction.getMeta(ySyncPluginKey), 'isUndoRedoOperation')

/** Whether what was last drawn is what others wrote. */
export const lastCameFromOthers = (state: EditorState): boolean => {
  const sync: unknown = ySyncPluginKey.getState(state)
  return says(sync, 'isChangeOrigin') && !says(sync, 'isUndoRedoOperation')
}

const says = (value: unknown, name: string): boolean =>
  typeof value === 'object' && value !== null && Reflect.get(value, name) === true
