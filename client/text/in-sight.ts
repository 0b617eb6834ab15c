import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { lastCameFromOthers } from './courtesy.ts'

/** The room that the toolbar takes at the lower edge; where the page is narrow it stands above the bar with the views. */
const below = () => (matchMedia('(width < 48rem)').matches ? 128 : 84)
const sides = (other: number) => ({
  top: other,
  right: other,
  left: other,
  get bottom() {
    return below()
  },
})

/** The line one writes on never lies behind the toolbar, which keeps to the lower edge of what is in sight. */
export const InSight = Extension.create<{ toolbar: () => Element | null }>({
  name: 'inSight',
  addOptions: () => ({ toolbar: () => null }),
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          scrollThreshold: sides(0),
          scrollMargin: sides(5),
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
