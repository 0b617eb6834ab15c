import { useMemo, useSyncExternalStore } from 'react'
import type { StepTexts } from '../../shared/step/read.ts'
import type { RoomDocument } from '../live/session.ts'
import type { Structure } from './content.ts'
import { contentOf } from './content.ts'

/** What stands in a step now, as plain data, for everything that is not itself an editor. */
export const useContent = (document: RoomDocument, { sections, questions }: Structure): StepTexts => {
  const content = useMemo(
    () => contentOf(document.doc, { sections, questions }),
    [document.doc, sections, questions],
  )
  return useSyncExternalStore(content.subscribe, content.get)
}
