import type { Kind, Table } from '../../shared/items/define.ts'
import { numberAt, textAt } from '../../shared/items/item.ts'
import { shownFields } from '../items/form/shown-fields.ts'
import type { Telling } from '../items/said.ts'
import { linked, numeral } from '../items/said.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import table from '../ui/table.module.css'
import type { Detail } from './detail.ts'
import css from './item.module.css'
import { columnWord, seriesOf } from './series.ts'

interface Props {
  readonly item: PlacedItem
  readonly kind: Kind
  readonly detail: Detail<Table>
  readonly telling: Telling
}

/** Values by year, a column each for women, men and all, with their unit. */
export const SeriesTable = ({ item, kind, detail, telling }: Props) => {
  const { field, path, name } = detail
  const { t } = telling
  const { columns, rows, hasGroups } = seriesOf(item, path, field)
  const unit = kind.figure ? textAt(item, kind.figure.unit) : ''
  const label = t(`${kind.kind}.${name}`)
  return (
    <div className={css.below}>
      <table className={`${table.table} ${css.table} ${css.series}`}>
        <caption>{unit === '' ? label : `${label} (${unit})`}</caption>
        <thead>
          <tr>
            <th scope="col">{t('year')}</th>
            {hasGroups && <th scope="col">{t('group')}</th>}
            {columns.map((one) => (
              <th key={one} scope="col" className="num">
                {t(columnWord(field, one))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ year, group, paths }) => (
            <tr key={`${year} ${group}`}>
              <th scope="row">{year}</th>
              {hasGroups && <td>{group && (linked(group, telling) || t('unknownLink'))}</td>}
              {paths.map((one) => (
                <td key={one} className="num">
                  {valueAt(item, one, kind, field, telling)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The number with the item's own decimals; what else is said of it, and of one that is not there, in words. */
const valueAt = (item: PlacedItem, path: string, kind: Kind, field: Table, telling: Telling): string => {
  const [[first = ''] = [], ...others] = shownFields(field.fields)
  const value = numberAt(item, `${path}/${first}`)
  const words = others.flatMap(([name, { ...inner }]) => {
    const said = inner.is === 'choice' ? textAt(item, `${path}/${name}`) : ''
    const isPlain = said === '' || (inner.is === 'choice' && said === inner.of.values[0] && value !== null)
    return isPlain || inner.is !== 'choice' ? [] : [telling.t(`${inner.of.name}=${said}`)]
  })
  if (item.reported?.has(`${path}/${first}`)) words.push(telling.t('toldAfter'))
  if (value === null) {
    if (!item.leaves.has(`${path}/${first}`)) return ''
    return words.join(', ') || telling.t('missing')
  }
  const decimals = kind.figure ? (numberAt(item, kind.figure.decimals) ?? undefined) : undefined
  return [numeral(value, telling.locale, decimals), ...words.map((one) => `(${one.toLowerCase()})`)].join(' ')
}
