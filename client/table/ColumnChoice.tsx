import type { Kind } from '../../shared/items/define.ts'
import { useText } from '../hooks/useText.ts'
import type { Telling } from '../items/said.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import type { Column } from './columns.ts'
import { columnName } from './columns.ts'
import css from './table.module.css'

interface Props {
  readonly kind: Kind
  readonly all: readonly Column[]
  readonly shown: readonly Column[]
  readonly telling: Telling
  /** null: those that the kind has of itself. */
  readonly onChange: (columns: readonly string[] | null) => void
}

/** Which columns there are; the name is always the first. */
export const ColumnChoice = ({ kind, all, shown, telling, onChange }: Props) => {
  const t = useText()
  const [, ...others] = all
  const isShown = ({ path }: Column) => shown.some((one) => one.path === path)
  const choose = (column: Column, is: boolean) =>
    onChange(others.filter((one) => (one.path === column.path ? is : isShown(one))).map(({ path }) => path))
  return (
    <Disclosure title={t('tables.columns', { count: shown.length, all: all.length })}>
      <div className={css.choices}>
        {others.map((column) => (
          <Checkbox
            key={column.path}
            label={columnName(kind, column, telling)}
            checked={isShown(column)}
            onChange={(is) => choose(column, is)}
          />
        ))}
      </div>
      <Button kind="quiet" onPress={() => onChange(null)}>
        {t('tables.usualColumns')}
      </Button>
    </Disclosure>
  )
}
