import { updateYFragment } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { assert } from '../../shared/assert.ts'
import { answerText, sectionText } from '../../shared/step/doc.ts'
import { changeQuestion } from '../../shared/step/questions.ts'
import type { Written } from '../written.ts'
import { written } from '../written.ts'
import type { Writing } from './draft.ts'
import type { Hand } from './items.ts'
import { writeItem } from './items.ts'
import { textSchema } from './schema.ts'
import type { Target } from './target.ts'

/** Writes as one more client would, by changing what differs and leaving the rest alone. */
export const writeInto = (doc: Y.Doc, writings: readonly Writing[], client: number, by: Hand): Written =>
  written(
    doc,
    (copy) => {
      for (const { target, value } of writings) write(copy, target, value, by)
    },
    client,
  )

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
