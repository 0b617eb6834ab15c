import { useCallback, useSyncExternalStore } from 'react'
import { must } from '../../shared/assert.ts'
import type { Board, Member } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import type { BoardView, Live } from '../live/session.ts'
import { useBoardSession } from './useBoardSession.ts'
import { useLive } from './useLive.ts'

type Ready = Extract<BoardView, { is: 'ready' }>

/** A board without what is said of it. */
export type Plan = Omit<Board, 'comments' | 'seq'>

export interface Seen {
  readonly board: Plan
  readonly me: Member
}

/** Loading, ready or gone: for the page that decides what to show at all. */
export const useBoardView = (): BoardView => useLive(useBoardSession().board)

/**
 * The board as people see it, without steps that are hidden, and who I am on it: for views that are only drawn once
 * the board is ready, or was. Nothing is drawn anew because somebody comments.
 */
export const useBoard = (): Seen => {
  const live = useBoardSession().board
  return useSyncExternalStore(
    live.subscribe,
    useCallback(() => seenOn(live), [live]),
  )
}

/** The same, for views that show what is said. */
export const useBoardWithComments = (): Ready => shownOf(useWholeBoard())

const shown = new WeakMap<Ready, Ready>()

/** Made once for all views, which compare by identity. */
export const shownOf = (whole: Ready): Ready => {
  const { board } = whole
  if (!board.steps.some(({ hidden }) => hidden)) return whole
  const known = shown.get(whole) ?? { ...whole, board: { ...board, steps: shownIn(board.steps) } }
  shown.set(whole, known)
  return known
}

const shownSteps = new WeakMap<Board['steps'], Board['steps']>()

const shownIn = (steps: Board['steps']): Board['steps'] => {
  const known = shownSteps.get(steps) ?? visible(steps)
  shownSteps.set(steps, known)
  return known
}

const seen = new WeakMap<Live<BoardView>, Seen>()

/** The same until something else changes than what is said. */
export const seenOn = (live: Live<BoardView>): Seen => {
  const now = shownOf(readyIn(live.get()))
  const before = seen.get(live)
  if (before && before.me === now.me && isSame(before.board, now.board)) return before
  seen.set(live, now)
  return now
}

/** What a comment changes of a board. */
const said: ReadonlySet<string> = new Set<keyof Board>(['comments', 'seq'])

const isSame = (before: object, now: object): boolean => {
  const parts = new Map(Object.entries(before))
  const others = new Map(Object.entries(now))
  // What is no longer there is a change too.
  const names = [...parts.keys(), ...others.keys()].filter((name) => !said.has(name))
  return names.every((name) => parts.get(name) === others.get(name))
}

/** With the steps that are hidden. */
export const useWholeBoard = (): Ready => readyIn(useBoardView())

/** What the board is, or last was. */
export const readyIn = (view: BoardView): Ready =>
  must(view.is === 'ready' ? view : view.is === 'gone' ? view.last : null, 'the board is not ready')
