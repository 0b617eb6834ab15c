import type { Scale } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import { fieldAt, numberAt, textAt } from '../../shared/items/item.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import css from './card.module.css'
import { Meter } from './Meter.tsx'
import type { Telling } from './said.ts'
import { isWritten, planLanguage, said, saidDay } from './said.ts'

interface Props {
  readonly item: PlacedItem
  readonly path: string
  readonly telling: Telling
}

/** From how many steps on a scale is drawn as dots instead of said as a number. */
const dots = 4

/** One field's value as it is shown on cards and in tables; nothing when nothing was said. */
export const ItemFact = ({ item, path, telling }: Props) => {
  const kind = kinds.get(item.kind)
  if (path === 'span' && kind?.span) {
    const days = [kind.span.from, kind.span.to].map((one) => saidDay(textAt(item, one), telling))
    if (days.every((one) => one === '')) return null
    return (
      <>
        <span className={css.day}>{days[0] || '…'}</span> – <span className={css.day}>{days[1] || '…'}</span>
      </>
    )
  }
  const field = kind && fieldAt(kind.fields, path)
  const value = numberAt(item, path)
  if (field?.is === 'scale' && isDotted(field) && value !== null)
    return (
      <Meter
        value={value}
        from={field.from}
        to={field.to}
        label={telling.t('ofScale', { value, most: field.to })}
      />
    )
  const words = said(item, path, telling)
  if (words === '') return null
  return field && isWritten(field) ? <span lang={planLanguage(telling)}>{words}</span> : words
}

const isDotted = ({ from, to }: Scale): boolean => from >= 0 && to - from >= dots - 1
