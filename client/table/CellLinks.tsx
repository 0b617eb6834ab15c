import { membersAt } from '../../shared/items/item.ts'
import { useItemEdits } from '../hooks/useItems.ts'
import { FormOf } from '../items/form/FormOf.tsx'
import { useChoices } from '../items/form/useChoices.ts'
import { linked } from '../items/said.ts'
import type { Editing } from './CellEditor.tsx'
import { CellSeveral } from './CellSeveral.tsx'

/** Several items of another kind in their cell. */
export const CellLinks = (editing: Editing) => (
  <FormOf item={editing.item} telling={editing.telling}>
    <Links {...editing} />
  </FormOf>
)

const Links = (editing: Editing) => {
  const { item, column, telling } = editing
  const edits = useItemEdits()
  const chosen = membersAt(item, column.path)
  const { choices, make } = useChoices(column.field.is === 'links' ? column.field.to : '', [])
  const at = (id: string) => `${column.path}/${id}`
  const link = (id: string) => edits.change(item, { [at(id)]: true })
  // What is linked and not there any more can still be let go of.
  const lost = chosen.filter((id) => choices.every((one) => one.id !== id))
  return (
    <CellSeveral
      {...editing}
      options={[
        ...choices,
        ...lost.map((id) => ({ id, title: linked(id, telling) || telling.t('unknownLink') })),
      ]}
      chosen={chosen}
      onToggle={(id) => (chosen.includes(id) ? edits.removeAt(item, at(id)) : link(id))}
      {...(make && { onMake: (title: string) => link(make(title)) })}
    />
  )
}
