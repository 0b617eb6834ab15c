import type { Telling } from '../items/said.ts'
import { numeral } from '../items/said.ts'
import { Icon } from '../ui/Icon.tsx'
import { WarningIcon } from '../ui/icons.ts'
import css from './scores.module.css'

interface Props {
  readonly value: number
  readonly telling: Telling
  /** What to say of none; null where that says nothing of the plan. */
  readonly nothing: string | null
}

/** A sum; where there is none, a sign and the words for it, if there are any. */
export const Total = ({ value, telling, nothing }: Props) =>
  value === 0 && nothing !== null ? (
    <span className={css.orphan}>
      <Icon of={WarningIcon} size="sm" />
      {nothing}
    </span>
  ) : (
    <>{numeral(value, telling.locale, 1)}</>
  )
