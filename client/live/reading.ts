import type * as Y from 'yjs'
import type { StepTexts } from '../../shared/step/read.ts'
import type { Live } from './session.ts'
import type { Structure } from './content.ts'
import { contentOf } from './content.ts'

/** One reading of a document for all who ask what stands in its step. */
export const readingOf = (doc: Y.Doc, { sections, questions }: Structure): Live<StepTexts> => {
  const known = readings.get(doc)
  if (known?.sections === sections && known.questions === questions) return known.content
  const content = contentOf(doc, { sections, questions })
  readings.set(doc, { sections, questions, content })
  return content
}

interface Reading extends Structure {
  readonly content: Live<StepTexts>
}

const readings = new WeakMap<Y.Doc, Reading>()
