import { useCallback, useMemo } from 'react'
import { useLocation } from 'wouter'
import { useBoard } from '../hooks/useBoard.ts'
import type { TableState } from './state.ts'
import { readState, stateHref } from './state.ts'

/** Which kind the address names, and what is looked at of it. */
export const useTableState = () => {
  const { board } = useBoard()
  const [path, go] = useLocation()
  const [kind = '', ...rest] = path.split('/').slice(4)
  const word = rest.join('/')
  const state = useMemo(() => readState(word), [word])
  const change = useCallback(
    (next: Partial<TableState>) => {
      // What lies open beside the table stays open.
      const beside = window.location.search
      go(`${stateHref(board.id, kind, { ...state, ...next })}${beside}`, { replace: true })
    },
    [go, board.id, kind, state],
  )
  return { kind, state, change }
}
