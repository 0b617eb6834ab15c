import type { Field, Fields, Kind, List, Table } from '../../shared/items/define.ts'
import { entriesOf, isSaid, textAt } from '../../shared/items/item.ts'
import { shownFields } from '../items/form/shown-fields.ts'
import { crosstabOf } from '../items/crosstab.ts'
import type { Telling } from '../items/said.ts'
import { linked, planLanguage } from '../items/said.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { WordTable } from '../items/WordTable.tsx'
import table from '../ui/table.module.css'
import type { Detail } from './detail.ts'
import { languageOf } from './detail.ts'
import { Details } from './Details.tsx'
import { Fact } from './Fact.tsx'
import css from './item.module.css'
import { SeriesTable } from './SeriesTable.tsx'

interface Props<Of extends Field = List | Table> {
  readonly item: PlacedItem
  readonly kind: Kind
  readonly detail: Detail<Of>
  readonly telling: Telling
}

/** Entries of a list or a table: a series by year, a row each, or a part each where a row would not hold them. */
export const DetailTable = ({ detail, ...rest }: Props) => {
  const { field, path, name } = detail
  const crosstab = field.is === 'table' ? crosstabOf(rest.item, path, field) : null
  if (crosstab)
    return (
      <div className={css.below}>
        <WordTable
          item={rest.item}
          table={crosstab}
          label={rest.telling.t(`${rest.kind.kind}.${name}`)}
          telling={rest.telling}
          isCaptioned
        />
      </div>
    )
  if (field.is === 'table')
    return field.by[0]?.is === 'year' ? (
      <SeriesTable detail={{ field, path, name }} {...rest} />
    ) : (
      <Rows detail={detail} {...rest} />
    )
  return isFlat(field.fields) ? (
    <Rows detail={detail} {...rest} />
  ) : (
    <Parts detail={{ field, path, name }} {...rest} />
  )
}

/** Whether each entry fits into a row. */
const isFlat = (fields: Fields): boolean =>
  shownFields(fields).every(([, { is }]) => !['text', 'list', 'table', 'group'].includes(is))

interface Row {
  readonly path: string
  /** What the row is of: the entry's name, or whom its key links to. */
  readonly title: string
}

const Rows = ({ item, kind, detail, telling }: Props) => {
  const { field, path, name } = detail
  const { t } = telling
  const rows = entriesOf(item, path, field).map((entry): Row => ({
    path: entry.path,
    title:
      field.is === 'list'
        ? textAt(item, `${entry.path}/${field.entry}`)
        : entry.key.map((key) => linked(key, telling) || t('unknownLink')).join(', '),
  }))
  const columns = shownFields(field.fields).filter(
    ([key, inner]) =>
      (field.is === 'table' || key !== field.entry) &&
      rows.some((row) => isSaid(item, `${row.path}/${key}`, inner)),
  )
  const label = t(`${kind.kind}.${name}`)
  const word = (key: string) => t(`${kind.kind}.${name}.${key}`)
  return (
    <div className={css.below}>
      <table className={`${table.table} ${table.stackable} ${css.table}`}>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{field.is === 'list' ? word(field.entry) : label}</th>
            {columns.map(([key]) => (
              <th key={key} scope="col">
                {word(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path}>
              <th scope="row" lang={planLanguage(telling)}>
                {row.title || '–'}
              </th>
              {columns.map(([key, inner]) => {
                const cell = { field: inner, path: `${row.path}/${key}`, name: `${name}.${key}` }
                return (
                  <td key={key} data-label={word(key)}>
                    {/* On a phone its word stands beside it as one thing. */}
                    <span lang={languageOf(cell, telling)}>
                      <Fact item={item} kind={kind} detail={cell} telling={telling} />
                    </span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Parts = ({ item, kind, detail, telling }: Props<List>) => {
  const { field, path, name } = detail
  return (
    <div className={css.parts} role="group" aria-label={telling.t(`${kind.kind}.${name}`)}>
      <p className={css.caption} aria-hidden="true">
        {telling.t(`${kind.kind}.${name}`)}
      </p>
      {entriesOf(item, path, field).map((entry) => (
        <div key={entry.id} className={css.entry}>
          <p>
            <b lang={planLanguage(telling)}>{textAt(item, `${entry.path}/${field.entry}`)}</b>
          </p>
          <Details
            item={item}
            kind={kind}
            fields={field.fields}
            path={`${entry.path}/`}
            name={`${name}.`}
            span={field.span}
            without={[field.entry]}
            telling={telling}
          />
        </div>
      ))}
    </div>
  )
}
