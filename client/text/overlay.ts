import { Extension } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Plugin, PluginKey, Selection } from '@tiptap/pm/state'
import { DecorationSet } from '@tiptap/pm/view'
import type { Editor } from '@tiptap/core'

/** Marks that another part of the page lays over a text; they are no part of it. */
export interface Overlay {
  /** The marks after a transaction, from those before it. */
  draw(transaction: Transaction, before: DecorationSet): DecorationSet
  /** A click on the text; true when that was all it meant. */
  press(at: number): void
  /** The keys that begin a comment; false where there is none to be made. */
  comment(): boolean
}

declare module '@tiptap/core' {
  interface Storage {
    overlay: { on: Overlay | null }
  }
}

const key = new PluginKey<DecorationSet>('overlay')

/**
 * The place for such marks. A plugin that came later would do the same, but the binding to the shared document begins
 * anew, and draws the whole text again, whenever the plugins change.
 */
export const OverlayPlace = Extension.create<object, { on: Overlay | null }>({
  name: 'overlay',
  addStorage: () => ({ on: null }),
  addKeyboardShortcuts() {
    return { 'Mod-Alt-m': () => this.storage.on?.comment() ?? false }
  },
  addProseMirrorPlugins() {
    const { storage } = this
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, before) => storage.on?.draw(transaction, before) ?? DecorationSet.empty,
        },
        props: {
          decorations: (state) => key.getState(state),
          handleClick: (view, at, { shiftKey }) => {
            // The browser gives up what was selected only afterwards; what is drawn on the press would bring it back.
            const { selection, doc, tr } = view.state
            if (!selection.empty && !shiftKey) view.dispatch(tr.setSelection(Selection.near(doc.resolve(at))))
            storage.on?.press(at)
            return false
          },
        },
      }),
    ]
  },
})

/** What is drawn over the text now. */
export const overlayOf = (state: EditorState): DecorationSet => key.getState(state) ?? DecorationSet.empty

/** Has the marks drawn anew without a change of the text. */
export const redraw = ({ view }: Pick<Editor, 'view'>): void =>
  view.dispatch(view.state.tr.setMeta(key, true))

/** Whether the transaction only asks for that. */
export const isRedraw = (transaction: Transaction): boolean => transaction.getMeta(key) === true
