import { updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { assert } from '../../shared/assert.ts'
import { answerText, newRoomDoc, sectionText } from '../../shared/step/doc.ts'
import { changeQuestion } from '../../shared/step/questions.ts'
import type { Writing } from './draft.ts'
import type { Hand } from './items.ts'
import { writeItem } from './items.ts'
import { textSchema } from './schema.ts'
import type { Target } from './target.ts'

export interface Written {
  /** The document with these values in it, a copy. */
  readonly doc: Y.Doc
  /** What brings them into the document itself; null when there is nothing to bring. */
  readonly update: Uint8Array | null
}

/** Writes as one more client would, by changing what differs and leaving the rest alone. */
export const writeInto = (doc: Y.Doc, writings: readonly Writing[], client: number, by: Hand): Written => {
  const copy = newRoomDoc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = client
  let update: Uint8Array | null = null
  copy.on('update', (bytes: Uint8Array) => {
    update = bytes
  })
  copy.transact(() => {
    for (const { target, value } of writings) write(copy, target, value, by)
  })
  return { doc: copy, update }
}

const write = (doc: Y.Doc, target: Target, value: unknown, by: Hand): void => {
  switch (target.is) {
    case 'text':
      return writeText(
        target.of === 'section' ? sectionText(doc, target.id) : answerText(doc, target.id),
        value,
      )
    case 'question':
      assert(value === null || typeof value === 'string', 'a question has plain words beside its answer')
      return changeQuestion(doc, target.id, { [target.field]: value }, null)
    case 'item':
      return writeItem(doc, target, value, by)
  }
}

const writeText = (text: Y.XmlFragment, value: unknown): void => {
  const node = textSchema.nodeFromJSON(value)
  updateYFragment(text.doc as Y.Doc, text, node, { mapping: new Map(), isOMark: new Map() })
}
