import { useCallback } from 'react'
import type { MessageKey, MessageValues } from '../../shared/messages/format.ts'
import { useText } from './useText.ts'

/** Looks up what a kind, a field or an option is called: `goal:many`, `goal.resultOwner.unitId`, `goalKind=qualityGoal`. */
export type ItemTranslate = (key: string, values?: MessageValues) => string

/** The registry makes these keys; that each has its text in each language is a rule of the catalogues. */
export const useItemText = (): ItemTranslate => {
  const t = useText()
  return useCallback((key, values) => t(`items.${key}` as MessageKey, values), [t])
}
