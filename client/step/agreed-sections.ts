import type { Section } from '../../shared/board/model.ts'
import { kinds } from '../../shared/items/index.ts'
import type { StepTexts } from '../../shared/step/read.ts'
import { isEmpty } from '../../shared/step/read.ts'

interface Said {
  readonly texts: StepTexts['sections']
  /** The kinds of which the plan has any. */
  readonly filled: readonly string[]
  /** Whether this person may add what comes after agreement. */
  readonly mayFollow: boolean
}

/**
 * The parts of an agreed step that are shown on the board: what stayed empty is left out, unless something may still
 * come there.
 */
export const agreedSections = <Part extends { readonly id: string } & Pick<Section, 'kinds'>>(
  sections: readonly Part[],
  { texts, filled, mayFollow }: Said,
): readonly Part[] => {
  const isOpen = (kind: string) => mayFollow && kinds.get(kind)?.afterAgreement === true
  const isSaid = ({ id, kinds: own = [] }: Part) =>
    !isEmpty(texts[id]) || own.some((kind) => filled.includes(kind))
  if (!sections.some(isSaid)) return sections
  return sections.filter((section) => isSaid(section) || section.kinds?.some(isOpen))
}
