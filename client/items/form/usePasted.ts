import type { ClipboardEvent, RefObject } from 'react'
import { useState } from 'react'
import { cellsOn } from '../../table/clipboard.ts'
import type { Block } from '../../table/separated.ts'
import type { GridSpot } from './grid-keys.ts'
import { spotIn } from './grid-keys.ts'

export interface Pasted {
  readonly block: Block
  /** The cell that had the focus. */
  readonly spot: GridSpot
}

/** A block of cells that was put into a grid of inputs, until it is written or put away. */
export const usePasted = (grid: RefObject<HTMLTableElement | null>) => {
  const [pasted, setPasted] = useState<Pasted | null>(null)
  return {
    pasted,
    end: () => setPasted(null),
    onPaste: (event: ClipboardEvent) => {
      // What is pasted in the dialog over it is none of its own.
      if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return
      const block = cellsOn(event.clipboardData)
      // One value is for the field it is put in.
      if (block.length === 0 || (block.length === 1 && block[0]?.length === 1)) return
      event.preventDefault()
      setPasted({ block, spot: spotIn(grid.current, event.target) })
    },
  }
}
