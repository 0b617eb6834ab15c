import type { Severity } from '../../shared/checks/rules.ts'
import { useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { ErrorIcon, InfoIcon, WarningIcon } from '../ui/icons.ts'
import css from './mark.module.css'

interface Props {
  readonly severity: Severity
  /** Where no word beside it says so. */
  readonly isSaid?: boolean
}

const icons = { error: ErrorIcon, warning: WarningIcon, info: InfoIcon }

/** How grave it is, as a drawing in its colour. */
export const SeverityIcon = ({ severity, isSaid = false }: Props) => {
  const t = useText()
  return (
    <Icon
      of={icons[severity]}
      size="sm"
      className={css[severity]}
      {...(isSaid && { label: t(`findings.${severity}`) })}
    />
  )
}
