import type { Kind } from '../../shared/items/define.ts'
import type { Telling } from '../items/said.ts'
import { useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { DownIcon, UpIcon } from '../ui/icons.ts'
import type { Column } from './columns.ts'
import { columnName, isNumeric } from './columns.ts'
import { findingsCell, menuCell } from './cells.ts'
import type { Sort } from './state.ts'
import css from './table.module.css'

interface Props {
  readonly kind: Kind
  readonly columns: readonly Column[]
  readonly telling: Telling
  readonly sort: Sort | null
  readonly active: string | null
  readonly onSort: (sort: Sort | null) => void
}

/** The names of the columns; each sorts the rows by itself, the other way, and no more. */
export const Head = ({ kind, columns, telling, sort, active, onSort }: Props) => {
  const t = useText()
  const [title, ...others] = columns
  const one = (column: Column, at: number) => {
    const isBy = sort?.path === column.path
    return (
      <th
        key={column.path}
        role="columnheader"
        scope="col"
        aria-colindex={at}
        aria-sort={isBy ? (sort.isDown ? 'descending' : 'ascending') : 'none'}
        data-cell={column.path}
        className={isNumeric(column) ? css.number : undefined}
      >
        <button
          type="button"
          tabIndex={active === column.path ? 0 : -1}
          onClick={() => onSort(nextSort(column, sort))}
        >
          {columnName(kind, column, telling)}
          {isBy && <Icon of={sort.isDown ? DownIcon : UpIcon} size="sm" />}
        </button>
      </th>
    )
  }
  return (
    <thead>
      <tr aria-rowindex={1} data-row="">
        {title && one(title, 1)}
        <th
          role="columnheader"
          aria-colindex={2}
          data-cell={findingsCell}
          tabIndex={active === findingsCell ? 0 : -1}
          className={css.found}
        >
          <span className="sr">{t('tables.findings')}</span>
        </th>
        {others.map((column, at) => one(column, at + 3))}
        <th
          role="columnheader"
          aria-colindex={columns.length + 2}
          data-cell={menuCell}
          tabIndex={active === menuCell ? 0 : -1}
        >
          <span className="sr">{t('tables.menus')}</span>
        </th>
      </tr>
    </thead>
  )
}

const nextSort = ({ path }: Column, sort: Sort | null): Sort | null => {
  if (sort?.path !== path) return { path, isDown: false }
  return sort.isDown ? null : { path, isDown: true }
}
