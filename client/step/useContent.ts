import { useSyncExternalStore } from 'react'
import type { StepTexts } from '../../shared/step/read.ts'
import type { RoomDocument } from '../live/session.ts'
import type { Structure } from '../live/content.ts'
import { readingOf } from '../live/reading.ts'

/** What stands in a step now, as plain data, for everything that is not itself an editor. */
export const useContent = (document: RoomDocument, structure: Structure): StepTexts => {
  const content = readingOf(document.doc, structure)
  return useSyncExternalStore(content.subscribe, content.get)
}
