import { useEffect, useRef } from 'react'
import { FormOf } from '../items/form/FormOf.tsx'
import { Picker } from '../items/form/Picker.tsx'
import { useChoices } from '../items/form/useChoices.ts'
import { useItemEdits } from '../hooks/useItems.ts'
import type { Editing } from './CellEditor.tsx'
import { onwardBy } from './onward.ts'
import css from './table.module.css'

/** One item of another kind in its cell, found by its words. */
export const CellLink = (editing: Editing) => (
  <FormOf item={editing.item} telling={editing.telling}>
    <Links {...editing} />
  </FormOf>
)

const Links = ({ item, column, label, onDone }: Editing) => {
  const edits = useItemEdits()
  const place = useRef<HTMLDivElement>(null)
  const { choices, make } = useChoices(column.field.is === 'link' ? column.field.to : '', [])
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  const link = (id: string) => {
    edits.change(item, { [column.path]: id })
    onDone('stay')
  }
  return (
    // reason: the keys and the leaving of the field in it, whichever part of it has the focus.
    <div
      ref={place}
      role="presentation"
      className={css.picker}
      onKeyDownCapture={(event) => {
        const onward = onwardBy(event)
        // Enter takes what was found.
        if (onward === null || event.key === 'Enter') return
        event.preventDefault()
        event.stopPropagation()
        onDone(onward === 'giveBack' ? 'stay' : onward)
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !place.current?.contains(relatedTarget)) onDone('away')
      }}
    >
      <Picker
        label={label}
        choices={choices}
        onPick={link}
        {...(make && { onMake: (title: string) => link(make(title)) })}
      />
    </div>
  )
}
