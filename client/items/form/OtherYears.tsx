import type { KeyPart, Table } from '../../../shared/items/define.ts'
import type { Entry } from '../../../shared/items/item.ts'
import { entriesOf, numberAt } from '../../../shared/items/item.ts'
import { linked, numeral } from '../said.ts'
import css from './form.module.css'
import { useForm } from './useForm.ts'

interface Props {
  readonly field: Table
  readonly path: string
}

/** Values for groups, which the grid has no place for: to read. */
export const OtherYears = ({ field, path }: Props) => {
  const { item, telling } = useForm()
  const { t, locale } = telling
  const [first = ''] = Object.keys(field.fields)
  const isOther = ({ key }: Entry) => field.by.some((part, at) => part.is === 'link' && key[at] !== '-')
  const entries = entriesOf(item, path, field).filter(isOther)
  const partOf = (part: KeyPart, value: string): string => {
    if (part.is === 'choice') return t(`${part.of.name}=${value}`)
    return part.is === 'link' ? linked(value, telling) || t('unknownLink') : value
  }
  if (entries.length === 0) return null
  return (
    <ul role="list" className={css.rows}>
      {entries.map((entry) => {
        const value = numberAt(item, `${entry.path}/${first}`)
        return (
          <li key={entry.id} className={css.row}>
            <span className={css.rowTitle}>
              {field.by.map((part, at) => partOf(part, entry.key[at] ?? '')).join(', ')}
            </span>
            <span>{value === null ? t('missing') : numeral(value, locale)}</span>
          </li>
        )
      })}
    </ul>
  )
}
