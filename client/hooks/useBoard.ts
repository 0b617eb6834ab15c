import { must } from '../../shared/assert.ts'
import { visible } from '../../shared/board/model.ts'
import type { BoardView } from '../live/session.ts'
import { useBoardSession } from './useBoardSession.ts'
import { useLive } from './useLive.ts'

type Ready = Extract<BoardView, { is: 'ready' }>

/** Loading, ready or gone: for the page that decides what to show at all. */
export const useBoardView = (): BoardView => useLive(useBoardSession().board)

/**
 * The board as people see it, without steps that are hidden, and who I am on it: for views that are only drawn once
 * the board is ready, or was.
 */
export const useBoard = (): Ready => shownOf(useWholeBoard())

const shown = new WeakMap<Ready, Ready>()

/** Made once for all views, which compare by identity. */
export const shownOf = (whole: Ready): Ready => {
  const { board } = whole
  if (!board.steps.some(({ hidden }) => hidden)) return whole
  const known = shown.get(whole) ?? { ...whole, board: { ...board, steps: visible(board.steps) } }
  shown.set(whole, known)
  return known
}

/** With the steps that are hidden. */
export const useWholeBoard = (): Ready => {
  const view = useBoardView()
  return must(view.is === 'ready' ? view : view.is === 'gone' ? view.last : null, 'the board is not ready')
}
