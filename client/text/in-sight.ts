import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { lastCameFromOthers } from './courtesy.ts'

/** The room that the toolbar takes at the lower edge: two rows, or one for fingers. */
const below = 84

/** The line one writes on never lies behind the toolbar, which keeps to the lower edge of what is in sight. */
export const InSight = Extension.create<{ toolbar: () => Element | null }>({
  name: 'inSight',
  addOptions: () => ({ toolbar: () => null }),
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          scrollThreshold: { top: 0, right: 0, bottom: below, left: 0 },
          scrollMargin: { top: 5, right: 5, bottom: below, left: 5 },
        },
        view: () => ({
          update: (view, before) => {
            if (!view.hasFocus() || view.state.selection.eq(before.selection)) return
            if (!lastCameFromOthers(view.state)) liftAbove(this.options.toolbar(), view)
          },
        }),
      }),
    ]
  },
})

/** Scrolls when the caret is behind the toolbar. */
export const liftAbove = (toolbar: Element | null, view: EditorView): void => {
  if (!toolbar) return
  const caret = view.coordsAtPos(view.state.selection.head)
  const bar = toolbar.getBoundingClientRect()
  if (caret.bottom > bar.top && caret.top < bar.bottom) view.dispatch(view.state.tr.scrollIntoView())
}
