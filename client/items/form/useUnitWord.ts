import type { Field } from '../../../shared/items/define.ts'
import { ownUnit } from '../said.ts'
import { useForm } from './useForm.ts'

/** What a number counts, in a word: the plan's money, the item's own unit, or one of ours. */
export const useUnitWord = (field: Field, path: string): string => {
  const { item, kind, telling } = useForm()
  const unit = field.is === 'number' ? field.unit : undefined
  switch (unit) {
    case undefined:
      return ''
    case 'money':
      return telling.board.settings.amountUnit ?? ''
    case 'own':
      return ownUnit(item, kind, path)
    default:
      return telling.t(unit, { count: 2 })
  }
}
