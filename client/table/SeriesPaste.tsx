import { useMemo } from 'react'
import type { Options, Table } from '../../shared/items/define.ts'
import { useForm } from '../items/form/useForm.ts'
import { GridPaste } from './GridPaste.tsx'
import type { Block } from './separated.ts'
import type { Series } from './series.ts'
import { fitYear, readSeries } from './series.ts'

interface Props {
  readonly block: Block
  readonly field: Table
  readonly options: Options
  /** The series in its item. */
  readonly path: string
  readonly at: Series['at']
  readonly years: readonly string[]
  readonly onClose: () => void
}

/** A block that was pasted over a series of values by year. */
export const SeriesPaste = ({ block, field, options, path, at, years, onClose }: Props) => {
  const { t, locale } = useForm().telling
  const values = useMemo(
    () => readSeries(block, { field, options, locale, at, years }),
    [block, field, options, locale, at, years],
  )
  return (
    <GridPaste
      field={field}
      path={path}
      values={values.map(({ year, option, text }) => ({
        key: `${year} ${option}`,
        place: `${year}, ${t(`${options.name}=${option}`)}`,
        text,
      }))}
      fit={(key, text) => {
        const [year = '', option = ''] = key.split(' ')
        return fitYear({ year, option, text }, { field, locale })
      }}
      notes={[]}
      onClose={onClose}
    />
  )
}
