import { useEffect, useRef, useState } from 'react'
import type { Kind } from '../../shared/items/define.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import type { Telling } from '../items/said.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { Column } from './columns.ts'
import { columnName } from './columns.ts'
import { optionsOf } from './rows.ts'
import type { TableState } from './state.ts'
import css from './table.module.css'

interface Props {
  readonly kind: Kind
  readonly items: readonly PlacedItem[]
  readonly columns: readonly Column[]
  readonly telling: Telling
  readonly state: TableState
  readonly onChange: (next: Partial<TableState>) => void
}

/** No option is called so. */
const everything = '*'
/** So long nothing is typed before the address says what was (milliseconds). */
const pause = 250

/** What is looked at of the table: words, the step, what the checks find, and what columns say. */
export const Filters = ({ kind, items, columns, telling, state, onChange }: Props) => {
  const t = useText()
  const { number } = useNames()
  const steps = telling.board.steps.filter(({ id }) => items.some(({ stepId }) => stepId === id))
  const asked = columns
    .map((column) => ({ column, options: optionsOf(items, column, telling) }))
    .filter(({ column, options }) => options.length > 1 || state.only.has(column.path))
  const ask = (path: string, value: string) => {
    const only = new Map(state.only)
    if (value === everything) only.delete(path)
    else only.set(path, value)
    onChange({ only })
  }
  return (
    <div className={css.filters} role="search" aria-label={t('tables.filters')}>
      <Words words={state.words} onChange={(words) => onChange({ words })} />
      {(steps.length > 1 || state.step !== null) && (
        <Select
          label={t('tables.step')}
          size="md"
          value={state.step ?? everything}
          choices={[
            { value: everything, label: t('tables.any') },
            ...steps.map(({ id, title }) => ({ value: id, label: `${number(id)}. ${title}` })),
          ]}
          onChange={(step) => onChange({ step: step === everything ? null : step })}
        />
      )}
      {asked.map(({ column, options }) => (
        <Select
          key={column.path}
          label={columnName(kind, column, telling)}
          size="md"
          value={state.only.get(column.path) ?? everything}
          choices={[{ value: everything, label: t('tables.any') }, ...options]}
          onChange={(value) => ask(column.path, value)}
        />
      ))}
      <Checkbox
        label={t('tables.withFindings')}
        checked={state.isFound}
        onChange={(isFound) => onChange({ isFound })}
      />
    </div>
  )
}

interface WordsProps {
  readonly words: string
  readonly onChange: (words: string) => void
}

/** Typed at once, asked for after a moment: the address is not changed with every letter. */
const Words = ({ words, onChange }: WordsProps) => {
  const t = useText()
  const [typed, type] = useState<string | null>(null)
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => {
      latest.current(typed)
      type(null)
    }, pause)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <TextField
      label={t('tables.words')}
      size="md"
      value={typed ?? words}
      onChange={type}
      autoComplete="off"
    />
  )
}
