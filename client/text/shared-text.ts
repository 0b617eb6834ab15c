import { Collaboration } from '@tiptap/extension-collaboration'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { isBlank } from './prompt.ts'

/**
 * Binds the editor to a text of the shared document. Where that is empty, ProseMirror shows a paragraph, since it
 * must show something. y-tiptap would write that one into the document at the next move of any caret when the person
 * had undone everything, and redoing would bring their words back below it, for everybody.
 */
export const SharedText = Collaboration.extend({
  addProseMirrorPlugins() {
    const { fragment } = this.options
    const plugins = this.parent?.() ?? []
    for (const { spec } of plugins) {
      const { view: open } = spec
      if (spec.key !== ySyncPluginKey || !open) continue
      spec.view = (view) => {
        const opened = open(view)
        return {
          ...opened,
          update: (now, before) => {
            if (fragment?.length !== 0 || !isBlank(now.state.doc)) opened.update?.(now, before)
          },
        }
      }
    }
    return plugins
  },
})
