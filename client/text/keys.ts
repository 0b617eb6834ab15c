import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

export interface Doors {
  /** Null where nothing is written. */
  readonly toolbar: () => Element | null
  readonly openLink: () => void
  /** False where there is nothing to put away, and the key is free for others. */
  readonly putAway: () => boolean
}

/**
 * Keys beside those that come with the nodes and marks. Tab and Shift+Tab are left to the browser on purpose: whoever
 * walks through the page with them must not change a list on the way, or be caught in a table.
 */
export const Keys = Extension.create<Doors>({
  name: 'keys',
  addOptions: () => ({ toolbar: () => null, openLink: () => {}, putAway: () => false }),
  addKeyboardShortcuts() {
    return {
      'Alt-F10': () => {
        const button = this.options.toolbar()?.querySelector('button')
        button?.focus()
        return button instanceof HTMLElement
      },
      Escape: () => this.options.putAway(),
      'Mod-k': () => {
        if (this.editor.storage.readOnly.on) return false
        this.options.openLink()
        return true
      },
    }
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleKeyDown: (_view, event) => {
            const way = bracket(event)
            if (way === null || !this.editor.isActive('listItem')) return false
            if (way === 'in') this.editor.commands.sinkListItem('listItem')
            else this.editor.commands.liftListItem('listItem')
            return true
          },
        },
      }),
    ]
  },
})

/**
 * Ctrl or Command with the brackets, by their place on the keyboard: on Nordic ones Å and the key to its right stand
 * there, and the brackets themselves need AltGr.
 */
const bracket = (event: KeyboardEvent): 'in' | 'out' | null => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return null
  if (event.code === 'BracketRight') return 'in'
  return event.code === 'BracketLeft' ? 'out' : null
}
