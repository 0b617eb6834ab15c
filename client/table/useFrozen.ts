import { useEffect, useRef, useState } from 'react'
import type { PlacedItem } from '../../shared/items/together.ts'

/** While somebody writes in a row, it does not move away under them: the order waits, the values do not. */
export const useFrozen = (items: readonly PlacedItem[], isFrozen: boolean): readonly PlacedItem[] => {
  const [order, setOrder] = useState<readonly string[] | null>(null)
  const before = useRef(items)
  useEffect(() => {
    setOrder(isFrozen ? before.current.map(({ id }) => id) : null)
  }, [isFrozen])
  useEffect(() => {
    before.current = items
  })
  if (!isFrozen || order === null) return items
  const byId = new Map(items.map((item) => [item.id, item]))
  const known = new Set(order)
  return [...order.flatMap((id) => byId.get(id) ?? []), ...items.filter(({ id }) => !known.has(id))]
}
