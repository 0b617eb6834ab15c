import { membersAt } from '../../shared/items/item.ts'
import { useItemEdits } from '../hooks/useItems.ts'
import type { Editing } from './CellEditor.tsx'
import { CellSeveral } from './CellSeveral.tsx'

/** Any of some words in their cell. */
export const CellChoices = (editing: Editing) => {
  const { item, column, telling } = editing
  const edits = useItemEdits()
  const { field, path } = column
  const chosen = membersAt(item, path)
  const options =
    field.is === 'choices'
      ? field.of.values.map((id) => ({ id, title: telling.t(`${field.of.name}=${id}`) }))
      : []
  return (
    <CellSeveral
      {...editing}
      options={options}
      chosen={chosen}
      onToggle={(id) => edits.change(item, { [`${path}/${id}`]: !chosen.includes(id) })}
    />
  )
}
