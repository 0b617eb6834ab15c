import { useEffect, useMemo, useRef } from 'react'
import type { CellActions } from './ScoreCell.tsx'

/** What is done with a cell, always by the same functions: cells are not drawn anew because the view around them is. */
export const useSteady = (actions: CellActions): CellActions => {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  return useMemo(
    () => ({
      onOpen: (cell) => latest.current.onOpen(cell),
      onScore: (cell, score) => latest.current.onScore(cell, score),
    }),
    [],
  )
}
