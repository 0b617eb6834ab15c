import type { StepId } from '../../shared/ids.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import type { Choice } from '../ui/Select.tsx'

/** No id of a step is empty. */
export const wholePlan = ''

/** The whole plan, or one of its steps. */
export const useStepChoices = (): readonly Choice<StepId | typeof wholePlan>[] => {
  const t = useText()
  const { board } = useBoard()
  return [
    { value: wholePlan, label: t('people.wholePlan') },
    ...board.steps.map((step, index) => ({
      value: step.id,
      label: `${index + 1}. ${step.title}`,
      lang: languageTag[board.language],
    })),
  ]
}
