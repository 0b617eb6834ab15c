import type { Item } from '../../shared/items/item.ts'
import table from '../ui/table.module.css'
import type { Crosstab } from './crosstab.ts'
import { totalIn } from './crosstab.ts'
import type { Telling } from './said.ts'
import { numeral } from './said.ts'
import css from './crosstab.module.css'

interface Props {
  readonly item: Item
  readonly table: Crosstab
  readonly label: string
  readonly telling: Telling
  /** Where nothing above it says what it is. */
  readonly isCaptioned?: boolean
}

/** Groups as rows, women and men of each under it, and a column for each year, to read. */
export const WordTable = ({ item, table: of, label, telling, isCaptioned = false }: Props) => {
  const { t, locale } = telling
  const { years, words, options, pathOf } = of
  const shown = options.values.filter((one) =>
    words.some((word) => years.some((year) => item.leaves.has(pathOf(year, word, one)))),
  )
  const valueAt = (path: string): string => {
    const leaf = item.leaves.get(path)
    return typeof leaf === 'number' ? numeral(leaf, locale) : ''
  }
  const totals = years.map((year) => totalIn(item, of, year))
  return (
    // reason: a keyboard has to be able to scroll it where it is wider than its place.
    <div className={css.wide} role="region" aria-label={label} tabIndex={0}>
      <table className={`${table.table} ${css.table}`}>
        <caption className={isCaptioned ? undefined : 'sr'}>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('group')}</th>
            <td />
            {years.map((year) => (
              <th key={year} scope="col" className="num">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        {words.map((word) => (
          <tbody key={word}>
            {shown.map((one, at) => (
              <tr key={one}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={shown.length}>
                    {word}
                  </th>
                )}
                <th scope="row">{t(`${options.name}=${one}`)}</th>
                {years.map((year) => (
                  <td key={year} className="num">
                    {valueAt(pathOf(year, word, one))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
        {words.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('sum')}
              </th>
              {totals.map((total, at) => (
                <td key={years[at]} className="num">
                  {total === null ? '' : numeral(total, locale)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
