import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isFromDocument } from './courtesy.ts'

declare module '@tiptap/core' {
  interface Storage {
    readOnly: { on: boolean }
  }
}

/**
 * Read-only with a caret: the text keeps its place in the order of Tab, can be walked through and selected with the
 * keyboard, and takes what others write. `editable: false` would take all of that away and still let commands write.
 */
export const ReadOnly = Extension.create<{ on: boolean }, { on: boolean }>({
  name: 'readOnly',
  // Before every other extension's keys.
  priority: 2000,
  addOptions: () => ({ on: false }),
  addStorage() {
    return { on: this.options.on }
  },
  addKeyboardShortcuts() {
    // The history lies below the editor, where no transaction is asked.
    const swallow = () => this.storage.on
    return { 'Mod-z': swallow, 'Mod-y': swallow, 'Shift-Mod-z': swallow }
  },
  addProseMirrorPlugins() {
    const stop = (_view: EditorView, event: Event): boolean => {
      if (this.storage.on) event.preventDefault()
      return this.storage.on
    }
    return [
      new Plugin({
        filterTransaction: (transaction) =>
          !transaction.docChanged || isFromDocument(transaction) || !this.storage.on,
        props: { handleDOMEvents: { beforeinput: stop, paste: stop, cut: stop, drop: stop } },
      }),
    ]
  },
})
