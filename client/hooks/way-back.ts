import { useCallback, useSyncExternalStore } from 'react'
import { Pen } from '../live/live.ts'
import { recall, remember } from './device.ts'

/*
 * Whoever has just come in is reminded of their way back until they have kept it or put the reminder away, once on
 * this device. Where nothing can be stored, the page itself remembers for as long as it is open.
 */

type WayBack = 'wanted' | 'settled'

const here = new Pen<ReadonlyMap<string, WayBack>>(new Map())
const key = (board: string) => `samplan.wayBack.${board}`

const write = (board: string, state: WayBack): void => {
  remember(key(board), state)
  here.set(new Map(here.get()).set(board, state))
}

/** The person has a personal link to this plan and may not have kept it. */
export const wantWayBack = (board: string): void => write(board, 'wanted')

/** It was kept, or the person does not want to be reminded. */
export const settleWayBack = (board: string): void => write(board, 'settled')

export const wantsWayBack = (board: string): boolean =>
  (here.get().get(board) ?? recall(key(board))) === 'wanted'

export const useWantsWayBack = (board: string): boolean =>
  useSyncExternalStore(
    here.subscribe,
    useCallback(() => wantsWayBack(board), [board]),
  )
