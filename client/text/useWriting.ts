import { Editor } from '@tiptap/core'
import type { RefObject } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import { must } from '../../shared/assert.ts'
import type { Binding } from './extensions.ts'
import { extensionsFor } from './extensions.ts'

export type Attributes = Readonly<Record<string, string>>

/**
 * An editor for as long as the component stands. Tiptap's own hook makes its view while rendering and throws it away
 * when React takes a moment to commit, so that a board would make each of its editors twice.
 */
export const useWriting = (
  binding: Binding,
  attributes: Attributes,
): readonly [Editor, RefObject<HTMLDivElement | null>] => {
  const place = useRef<HTMLDivElement>(null)
  const [editor] = useState(
    () =>
      new Editor({
        element: null,
        extensions: extensionsFor(binding),
        editorProps: { attributes },
        injectCSS: false,
      }),
  )
  useLayoutEffect(() => {
    editor.mount(must(place.current))
    return () => editor.unmount()
  }, [editor])
  useLayoutEffect(() => {
    if (editor.options.editorProps.attributes !== attributes)
      editor.setOptions({ editorProps: { attributes } })
  }, [editor, attributes])
  // Before the next key: what is typed in between would be refused by the server.
  useLayoutEffect(() => {
    editor.storage.readOnly.on = binding.readOnly
  }, [editor, binding.readOnly])
  return [editor, place]
}
