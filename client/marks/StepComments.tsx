import { useOpenInStep } from '../hooks/useComments.ts'
import { useOpenComments } from '../hooks/useOpenComments.ts'
import { useText } from '../hooks/useText.ts'
import type { StepId } from '../../shared/ids.ts'
import { Icon } from '../ui/Icon.tsx'
import { CommentIcon } from '../ui/icons.ts'
import mark from '../ui/mark.module.css'
import css from './mark.module.css'

interface Props {
  readonly stepId: StepId
  readonly number: number
}

/** How much of what is said in a step is open; nothing while nothing is. */
export const StepComments = ({ stepId, number }: Props) => {
  const t = useText()
  const [, go] = useOpenComments()
  const count = useOpenInStep(stepId)
  if (count === 0) return null
  const label = t('comments.ofStep', { count, number })
  return (
    <button
      type="button"
      className={`${mark.mark} ${css.mark}`}
      aria-label={label}
      title={label}
      onClick={() => go({ is: 'about', subject: { type: 'step', stepId } })}
    >
      <Icon of={CommentIcon} size="sm" />
      {count}
    </button>
  )
}
