import { useLocale } from '../hooks/useText.ts'
import { numeral } from '../items/said.ts'
import { Icon } from '../ui/Icon.tsx'
import { WarningIcon } from '../ui/icons.ts'
import css from './scores.module.css'

interface Props {
  readonly value: number
  /** What to say of none; null where that says nothing of the plan. */
  readonly nothing: string | null
}

/** A sum; where there is none, a sign and the words for it, if there are any. */
export const Total = ({ value, nothing }: Props) => {
  const { locale } = useLocale()
  return value === 0 && nothing !== null ? (
    <span className={css.orphan}>
      <Icon of={WarningIcon} size="sm" />
      {nothing}
    </span>
  ) : (
    <>{numeral(value, locale, 1)}</>
  )
}
