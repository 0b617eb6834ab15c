import type { Table } from '../../../shared/items/define.ts'
import { PartiesField } from './PartiesField.tsx'
import { ReadField } from './ReadField.tsx'
import { crosstabOf } from '../crosstab.ts'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'
import { WordGrid } from './WordGrid.tsx'
import { YearGrid } from './YearGrid.tsx'

interface Props extends Place {
  readonly field: Table
}

/** Years across women, men and all, or of groups with names of their own; or parties, each with what is said of it. */
export const TableField = ({ field, ...place }: Props) => {
  const { item } = useForm()
  const [first, second] = field.by
  if (first?.is === 'year' && second?.is === 'choice')
    return <YearGrid field={field} options={second.of} {...place} />
  const table = crosstabOf(item, place.path, field)
  if (table) return <WordGrid field={field} table={table} {...place} />
  if (first?.is === 'link' && field.by.length === 1)
    return <PartiesField field={field} to={first.to} {...place} />
  return <ReadField field={field} {...place} />
}
