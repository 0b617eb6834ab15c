import { getSchema } from '@tiptap/core'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { SectionId } from '../../shared/ids.ts'
import type { Json } from '../../shared/json.ts'
import { sectionRoot, sectionText } from '../../shared/step/doc.ts'
import { tidyDoc } from '../../shared/step/prose.ts'
import { readTexts } from '../../shared/step/read.ts'
import type { ProseDoc } from '../../shared/step/richtext.ts'
import { privateDocument } from '../live/fork.ts'
import type { RoomDocument } from '../live/session.ts'
import { schemaExtensions } from './schema.ts'

/* A text of its own, outside of any step: made of plain data, written in the editor, and read back as plain data. */

const id = SectionId.parse('scratch')

export const scratchRoot = sectionRoot(id)

export const scratchOf = (text: Json): RoomDocument => {
  const document = privateDocument()
  const { content } = tidyDoc(text)
  if (content.length > 0)
    prosemirrorJSONToYXmlFragment(
      getSchema(schemaExtensions),
      { type: 'doc', content },
      sectionText(document.doc, id),
    )
  // What it began with is not the person's to undo.
  document.undo.clear()
  return document
}

export const wordsIn = ({ doc }: RoomDocument): ProseDoc => {
  const sections = [{ id, kind: 'richtext', title: '', prompt: '' } as const]
  return readTexts(doc, { sections, questions: [] }).sections[id] ?? { type: 'doc', content: [] }
}
