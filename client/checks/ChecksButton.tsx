import { useOpenChecks } from '../hooks/useOpenChecks.ts'
import { useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { ThreadIcon } from '../ui/later-icons.ts'
import { useFindingCount } from './useFindings.ts'

interface Props {
  /** As the bar in which it stands draws its buttons. */
  readonly look: string | undefined
  /** The word stands under the drawing. */
  readonly isNamed?: boolean
}

/** Opens the red thread, or closes it; with how much the checks find. */
export const ChecksButton = ({ look, isNamed = false }: Props) => {
  const t = useText()
  const { open, go } = useOpenChecks()
  const count = useFindingCount()
  const label = t('findings.open', { count })
  const shown = (
    <>
      <Icon of={ThreadIcon} /> {count > 0 && count}
    </>
  )
  if (isNamed)
    return (
      <button type="button" data-checks-door="" onClick={() => go({ is: 'all' })}>
        <span>{shown}</span>
        {t('findings.title')}
      </button>
    )
  return (
    <button
      type="button"
      className={look}
      aria-label={label}
      title={label}
      aria-expanded={open !== null}
      data-checks-door=""
      onClick={() => go(open ? null : { is: 'all' })}
    >
      {shown}
    </button>
  )
}
