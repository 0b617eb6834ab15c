import { textAt } from '../../shared/items/item.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useItemsOf } from '../hooks/useItems.ts'

/** Organisations somebody may speak for: their own, those who take part, the plan's stakeholders. */
export const useBehalf = () => {
  const { board, me } = useBoard()
  const stakeholders = useItemsOf('stakeholder').map((item) => ({
    id: item.id,
    name: textAt(item, 'name').trim(),
  }))
  const organisations = [me.organisation, ...board.members.map(({ organisation }) => organisation)]
  const names = [...new Set([...organisations, ...stakeholders.map(({ name }) => name)])].filter(Boolean)
  return {
    names,
    /** What the comment keeps: the id of a stakeholder, or the words. */
    idOf: (name: string) => stakeholders.find((one) => one.name === name.trim())?.id ?? name.trim(),
    nameOf: (kept: string) => stakeholders.find(({ id }) => id === kept)?.name ?? kept,
  }
}
