import type { Field } from '../../../shared/items/define.ts'
import { textAt } from '../../../shared/items/item.ts'
import { useForm } from './useForm.ts'

/** What a number counts, in a word: the plan's money, the item's own unit, or one of ours. */
export const useUnitWord = (field: Field): string => {
  const { item, kind, telling } = useForm()
  const unit = field.is === 'number' ? field.unit : undefined
  switch (unit) {
    case undefined:
      return ''
    case 'money':
      return telling.board.settings.amountUnit ?? ''
    case 'own':
      return kind.figure ? textAt(item, kind.figure.unit) : ''
    default:
      return telling.t(unit, { count: 2 })
  }
}
