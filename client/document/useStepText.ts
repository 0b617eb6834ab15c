import type { Section, Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { isEmpty } from '../../shared/step/read.ts'
import { usePlanItems } from '../hooks/useItems.ts'
import { useRoom } from '../hooks/useRoom.ts'
import { useWhyNot } from '../hooks/useWhyNot.ts'
import { useContent } from '../step/useContent.ts'
import { kindsOf } from '../items/section-kinds.ts'

export interface ShownSection {
  readonly section: Section
  /** Nothing stands in it: it is there to be written in, and is not printed. */
  readonly isBlank: boolean
}

/** A step's texts now, whether they may be written in, and which sections are worth showing. */
export const useStepText = (step: Step) => {
  const room = useRoom(step.id)
  const content = useContent(room, step)
  const readOnly = useWhyNot(step, room.state)
  const { byKind } = usePlanItems()
  const sections = visible(step.sections)
    .map((section): ShownSection => ({
      section,
      isBlank:
        isEmpty(content.sections[section.id]) &&
        kindsOf(section).every((kind) => (byKind.get(kind) ?? []).length === 0),
    }))
    .filter(({ isBlank }) => readOnly === null || !isBlank)
  return { room, content, readOnly, sections }
}
