import { useMemo } from 'react'
import type { Table } from '../../shared/items/define.ts'
import { spotAt } from '../../shared/items/leaves.ts'
import { useText } from '../hooks/useText.ts'
import { useForm } from '../items/form/useForm.ts'
import type { Forecast } from './forecast.ts'
import { readForecast } from './forecast.ts'
import { GridPaste } from './GridPaste.tsx'
import { fitValue } from './headings.ts'
import type { Block } from './separated.ts'

interface Props {
  readonly block: Block
  readonly field: Table
  readonly table: Forecast['table']
  /** The forecast in its item. */
  readonly path: string
  readonly at: Forecast['at']
  readonly onClose: () => void
}

/** A block that was pasted over the values of groups year by year. */
export const ForecastPaste = ({ block, field, table, path, at, onClose }: Props) => {
  const t = useText()
  const { kind, telling } = useForm()
  const { locale } = telling
  const { values, sums } = useMemo(
    () => readForecast(block, { table, locale, at }),
    [block, table, locale, at],
  )
  return (
    <GridPaste
      field={field}
      path={path}
      values={values.map(({ year, word, option, text }) => ({
        key: [year, word, option].join('\n'),
        place: `${word}, ${telling.t(`${table.options.name}=${option}`)}, ${year}`,
        text,
      }))}
      fit={(key, text) => {
        const entry = key.replaceAll('\n', '/')
        const [value = ''] = Object.keys(field.fields)
        // A name that cannot stand here would be somewhere else.
        if (key.includes('/') || spotAt(kind.fields, `${path}/${entry}/${value}`) === null)
          return { is: 'wrong', because: { key: 'notGroup' } }
        return fitValue(entry, text, { field, locale })
      }}
      notes={sums.length > 0 ? [t('tables.pasteSums', { names: sums.join(', ') })] : []}
      onClose={onClose}
    />
  )
}
