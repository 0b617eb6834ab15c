import { must } from '../../shared/assert.ts'
import type { BoardView } from '../live/session.ts'
import { useBoardSession } from './useBoardSession.ts'
import { useLive } from './useLive.ts'

type Ready = Extract<BoardView, { is: 'ready' }>

/** Loading, ready or gone: for the page that decides what to show at all. */
export const useBoardView = (): BoardView => useLive(useBoardSession().board)

/** The board and who I am on it, for views that are only drawn once the board is ready, or was. */
export const useBoard = (): Ready => {
  const view = useBoardView()
  return must(view.is === 'ready' ? view : view.is === 'gone' ? view.last : null, 'the board is not ready')
}
