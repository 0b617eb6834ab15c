import { useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { StepTexts } from '../../shared/step/read.ts'
import type { Live, RoomDocument } from '../live/session.ts'
import type { Structure } from './content.ts'
import { contentOf } from './content.ts'

/** What stands in a step now, as plain data, for everything that is not itself an editor. */
export const useContent = (document: RoomDocument, structure: Structure): StepTexts => {
  const content = readingOf(document.doc, structure)
  return useSyncExternalStore(content.subscribe, content.get)
}

/** One reading of a document for all views of its step. */
const readingOf = (doc: Y.Doc, { sections, questions }: Structure): Live<StepTexts> => {
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
