import { useEffect, useRef, useState } from 'react'
import { hasAccess } from '../../shared/board/model.ts'
import { textAt } from '../../shared/items/item.ts'
import { useItemEdits } from '../hooks/useItems.ts'
import type { Telling } from '../items/said.ts'
import type { Editing, Onward } from './CellEditor.tsx'
import type { Column } from './columns.ts'
import { onwardBy } from './onward.ts'
import css from './table.module.css'

/** One of some words in its cell: the browser's own list, written on leaving it. */
export const CellSelect = ({ item, column, telling, label, onDone }: Editing) => {
  const { t } = telling
  const edits = useItemEdits()
  const select = useRef<HTMLSelectElement>(null)
  const before = textAt(item, column.path)
  // Null until something is chosen: then what others choose here meanwhile is shown, and stays.
  const [picked, choose] = useState<string | null>(null)
  const value = picked ?? before
  const isDone = useRef(false)
  useEffect(() => select.current?.focus(), [])
  const options = optionsFor(column, telling)
  const isUnknown = before !== '' && options.every((one) => one.value !== before)
  const finish = (onward: Onward, chosen: string) => {
    if (isDone.current) return
    isDone.current = true
    if (chosen !== before)
      edits.change(item, {
        [column.path]: column.field.is === 'scale' && chosen !== '' ? Number(chosen) : chosen,
      })
    onDone(onward)
  }
  return (
    <select
      ref={select}
      className={css.input}
      aria-label={label}
      value={value}
      onChange={({ target }) => choose(target.value)}
      onBlur={() => finish('away', value)}
      onKeyDown={(event) => {
        const onward = onwardBy(event)
        if (onward === null) return
        event.preventDefault()
        event.stopPropagation()
        if (onward === 'giveBack') finish('stay', before)
        else finish(onward, value)
      }}
    >
      <option value="">{t('notSaid')}</option>
      {isUnknown && <option value={before}>{t('unknownLink')}</option>}
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  )
}

const optionsFor = (
  { field }: Column,
  { t, board }: Telling,
): readonly { readonly value: string; readonly label: string }[] => {
  switch (field.is) {
    case 'choice':
      return field.of.values.map((value) => ({ value, label: t(`${field.of.name}=${value}`) }))
    case 'scale':
      return Array.from({ length: field.to - field.from + 1 }, (_, at) => {
        const value = String(field.from + at)
        return { value, label: `${value} – ${t(`${field.name}=${value}`)}` }
      })
    case 'link': {
      const known = field.to === 'unit' ? board.settings.units : board.members.filter(hasAccess)
      return known.map(({ id, name }) => ({ value: id, label: name }))
    }
    default:
      return []
  }
}
