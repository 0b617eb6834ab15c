import { useText } from '../hooks/useText.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import type { DayOrder } from './value.ts'

interface Props {
  readonly count: number
  /** One of them as it was pasted, and which day it is in either order; null when it is none. */
  readonly example: string
  readonly wordsOf: (order: DayOrder) => string | null
  readonly value: DayOrder
  readonly onChange: (order: DayOrder) => void
}

/** Days that are one day with the day first and another with the month first: 2/3/2027. */
export const DayOrderChoice = ({ count, example, wordsOf, value, onChange }: Props) => {
  const t = useText()
  return (
    <RadioGroup
      label={t('tables.eitherDay', { count })}
      value={value}
      onChange={onChange}
      choices={(['day', 'month'] as const).flatMap((order) => {
        const words = wordsOf(order)
        const description = words === null ? {} : { description: t('tables.dayExample', { example, words }) }
        return [{ value: order, label: t(`tables.order=${order}`), ...description }]
      })}
    />
  )
}
