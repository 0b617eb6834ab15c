import { useMemo } from 'react'
import { useBoard } from '../hooks/useBoard.ts'
import { usePlanItems } from '../hooks/useItems.ts'
import { useItemText } from '../hooks/useItemText.ts'
import { useLocale } from '../hooks/useText.ts'
import type { Telling } from './said.ts'

/** What it takes to put an item into words here and now. */
export const useTelling = (): Telling => {
  const t = useItemText()
  const { locale } = useLocale()
  const { board } = useBoard()
  const items = usePlanItems()
  return useMemo(() => ({ t, locale, board, items }), [t, locale, board, items])
}
