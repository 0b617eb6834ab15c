import type { RefObject } from 'react'
import { useEffect, useState } from 'react'
import { cellsOn } from '../../table/clipboard.ts'
import type { Block } from '../../table/separated.ts'
import type { GridSpot } from './grid-keys.ts'
import { spotIn } from './grid-keys.ts'

export interface Pasted {
  readonly block: Block
  /** The cell that had the focus. */
  readonly spot: GridSpot
}

/**
 * A block of cells that was put in at a grid of inputs, until it is written or put away. The page is listened to:
 * not every browser says it where the focus is. `place` holds the grid and what belongs to it.
 */
export const usePasted = (
  place: RefObject<HTMLElement | null>,
  grid: RefObject<HTMLTableElement | null>,
): { readonly pasted: Pasted | null; readonly end: () => void } => {
  const [pasted, setPasted] = useState<Pasted | null>(null)
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const focused = document.activeElement
      if (!focused || !place.current?.contains(focused) || !event.clipboardData) return
      const block = cellsOn(event.clipboardData)
      // One value is for the field it is put in.
      if (block.length === 0 || (block.length === 1 && block[0]?.length === 1)) return
      event.preventDefault()
      setPasted({ block, spot: spotIn(grid.current, focused) })
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [place, grid])
  return { pasted, end: () => setPasted(null) }
}
