import { may } from '../../shared/board/access.ts'
import type { Step } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Select } from '../ui/Select.tsx'

/** No step is called so. */
const own = '='

interface Props {
  /** What was pressed or marked; null where that is no more than a step. */
  readonly title: string | null
  /** The whole step that is chosen; null for what was pressed or marked. */
  readonly step: Step | null
  /** Null for what was pressed or marked. */
  readonly onChoose: (stepId: string | null) => void
}

/** What a new comment is about: what was pressed or marked, or one of the steps as a whole. */
export const Target = ({ title, step, onChoose }: Props) => {
  const t = useText()
  const names = useNames()
  const { board, me } = useBoard()
  const steps = board.steps.filter((one) => may(me, 'comment.post', one))
  const choices = [
    ...(title === null ? [] : [{ value: own, label: title }]),
    ...steps.map((one) => ({
      value: `${one.id}`,
      label: t('comments.aboutStep', { number: names.number(one.id), title: one.title }),
    })),
  ]
  if (choices.length < 2) return null
  return (
    <Select
      label={t('comments.about')}
      labelHidden
      size="md"
      value={step?.id ?? own}
      onChange={(value) => onChoose(value === own ? null : value)}
      choices={choices}
    />
  )
}
