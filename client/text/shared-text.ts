import { Collaboration } from '@tiptap/extension-collaboration'
import type { EditorView } from '@tiptap/pm/view'
import type { ProsemirrorBinding } from '@tiptap/y-tiptap'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Transaction, XmlFragment, YEvent } from 'yjs'
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
        drawWhateverHappens(bindingOf(view))
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

const bindingOf = (view: EditorView): ProsemirrorBinding =>
  (ySyncPluginKey.getState(view.state) as { readonly binding: ProsemirrorBinding }).binding

type Draw = (events: YEvent<XmlFragment>[], transaction: Transaction) => void

const steadied = new WeakSet<ProsemirrorBinding>()

/**
 * When others write, y-tiptap looks for the caret where it remembers it, which may by now lie beyond the end of the
 * text, and fails before it has drawn what they wrote. Then the text is drawn as it stands, with the caret as near as
 * there is room for it.
 */
const drawWhateverHappens = (binding: ProsemirrorBinding): void => {
  // An editor that gets another plugin opens the same binding once more.
  if (steadied.has(binding)) return
  steadied.add(binding)
  const draw = binding._observeFunction as Draw
  const steady: Draw = (events, transaction) => {
    // reason: only where it fails is it known that the place is gone.
    try {
      draw(events, transaction)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      // What was remembered is what led astray.
      Object.assign(binding, { beforeTransactionSelection: null })
      binding._forceRerender()
    }
  }
  binding.type.unobserveDeep(draw)
  binding._observeFunction = steady
  binding.type.observeDeep(steady)
}
