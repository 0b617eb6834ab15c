import type { Table } from '../../../shared/items/define.ts'
import { PartiesField } from './PartiesField.tsx'
import { ReadField } from './ReadField.tsx'
import type { Place } from './useForm.ts'
import { YearGrid } from './YearGrid.tsx'

interface Props extends Place {
  readonly field: Table
}

/** Years across women, men and all; or parties, each with what is said of it. */
export const TableField = ({ field, ...place }: Props) => {
  const [first, second] = field.by
  if (first?.is === 'year' && second?.is === 'choice')
    return <YearGrid field={field} options={second.of} {...place} />
  if (first?.is === 'link' && field.by.length === 1)
    return <PartiesField field={field} to={first.to} {...place} />
  return <ReadField field={field} {...place} />
}
