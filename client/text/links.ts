import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { Plugin } from '@tiptap/pm/state'
import { safeHref } from '../../shared/step/richtext.ts'

/** Opening a link from inside a text: Ctrl or Command with a click, Alt+Enter; where nothing is written also without. */
export const OpenLinks = Extension.create({
  name: 'openLinks',
  addKeyboardShortcuts() {
    const open = () => follow(linkAt(this.editor.state))
    return { 'Alt-Enter': open, Enter: () => this.editor.storage.readOnly.on && open() }
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleClick: (_view, _position, event) => {
            if (event.button !== 0 || !(event.target instanceof Element)) return false
            if (!event.ctrlKey && !event.metaKey && !this.editor.storage.readOnly.on) return false
            return follow(safeHref(event.target.closest('a')?.getAttribute('href')))
          },
        },
      }),
    ]
  },
})

/** Where the link under the caret leads. */
export const linkAt = (state: EditorState): string | null => {
  const { $from } = state.selection
  const marks = [...$from.marks(), ...($from.nodeAfter?.marks ?? [])]
  return safeHref(marks.find(({ type }) => type.name === 'link')?.attrs['href'])
}

const follow = (href: string | null): boolean => {
  if (href === null) return false
  const link = document.createElement('a')
  Object.assign(link, { href, target: '_blank', rel: 'noopener noreferrer' }).click()
  return true
}
