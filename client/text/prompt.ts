import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'

/** Marks a text in which nothing stands, so that its invitation is shown (`text.module.css`). */
export const Prompt = Extension.create({
  name: 'prompt',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        attributes: ({ doc }): Record<string, string> => (isBlank(doc) ? { class: 'text-blank' } : {}),
      },
    }),
  ],
})

/** Whether it is the one empty paragraph that an empty text is shown as. */
export const isBlank = ({ firstChild, childCount }: Node): boolean =>
  childCount === 1 && firstChild?.type.name === 'paragraph' && firstChild.content.size === 0
