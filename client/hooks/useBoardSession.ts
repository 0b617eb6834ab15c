import { createContext, useContext } from 'react'
import { must } from '../../shared/assert.ts'
import type { BoardSession } from '../live/session.ts'

/** Filled by the board's page: `<BoardSessionContext value={session}>`. */
export const BoardSessionContext = createContext<BoardSession | null>(null)

/** The open board that this view is part of. */
export const useBoardSession = (): BoardSession =>
  must(useContext(BoardSessionContext), 'this view stands outside a board')
