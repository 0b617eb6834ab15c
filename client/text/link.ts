import { InputRule, Mark, PasteRule } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { safeHref } from '../../shared/step/richtext.ts'
import { addressFrom } from './address.ts'

/*
 * A link in a text. Ours, since the library's brings a list of every domain there is, a thirtieth of the whole page,
 * to find addresses while one types: `https://…`, `www.…` and mail addresses are found without it.
 */

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      /** Links what is chosen; does nothing with an address that is not allowed. */
      setLink: (attributes: { readonly href: string }) => ReturnType
      unsetLink: () => ReturnType
    }
  }
}

const address = String.raw`(?:https?:\/\/|www\.)[^\s]+[^\s.,;:!?)\]"'”’]|[^\s@/:?#]+@[^\s@/:?#]+\.[^\s@/:?#.,;!?)]{2,}`
/** The address just before the caret, once a space has ended it; a full stop behind it is none of it. */
export const typedAddress = new RegExp(String.raw`(?:^|\s)(${address})([.,;:!?)\]"'”’]*\s)$`)
const pasted = new RegExp(String.raw`(?<=^|\s|\()(?:${address})`, 'g')

/** Attributes that others may have written, and null where this editor wrote it. */
const bare = { default: null, rendered: false } as const

export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  keepOnSplit: false,
  exitable: true,
  inclusive: false,

  addAttributes: () => ({
    href: { default: null },
    target: bare,
    rel: bare,
    class: bare,
    title: { default: null, rendered: false },
  }),

  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = safeHref(element.getAttribute('href'))
        return href === null ? false : { href, target: null, rel: null, class: null, title: null }
      },
    },
  ],

  // An address that came some other way than through this editor is shown as text.
  renderHTML({ mark }) {
    const href = safeHref(mark.attrs['href'])
    return href ? ['a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, 0] : ['span', {}, 0]
  },

  addCommands() {
    return {
      setLink:
        ({ href }) =>
        ({ commands }) =>
          safeHref(href) !== null && commands.setMark(this.name, { href }),
      unsetLink:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    }
  },

  addInputRules() {
    return [
      new InputRule({
        find: typedAddress,
        handler: ({ state, range, match }) => {
          const [all, word = '', after = ''] = match
          const href = addressFrom(word)
          if (href === null) return null
          const from = range.from + all.length - word.length - after.length
          // The last letter of what was typed is not in the text yet.
          state.tr
            .insertText(after.slice(-1), range.to)
            .addMark(from, from + word.length, this.type.create({ href }))
            .removeStoredMark(this.type)
          return undefined
        },
      }),
    ]
  },

  addPasteRules() {
    return [
      new PasteRule({
        find: pasted,
        handler: ({ state, range, match }) => {
          const href = addressFrom(match[0])
          if (href !== null) state.tr.addMark(range.from, range.to, this.type.create({ href }))
        },
      }),
    ]
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          /** An address pasted over words links them. */
          handlePaste: (view, event) => {
            const href = addressFrom(event.clipboardData?.getData('text/plain') ?? '')
            if (href === null || view.state.selection.empty || !view.editable) return false
            return this.editor.commands.setLink({ href })
          },
        },
      }),
    ]
  },
})
