import { useCallback, useEffect, useState } from 'react'
import { CommentId } from '../../shared/ids.ts'
import { readyIn } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import type { OpenComments } from '../hooks/useOpenComments.ts'
import { showCurrent } from './passages/current.ts'
import type { Opened, Place, Which } from './threads.ts'
import { openedBy } from './threads.ts'

/** What the list shows: as the address asks, until the person chooses otherwise. */
export const useChosen = (open: OpenComments) => {
  const { board } = useBoardSession()
  const [asked, ask] = useState<OpenComments | null>(null)
  const [place, setPlace] = useState<Place>({ is: 'all' })
  const [which, setWhich] = useState<Which>('open')
  const [opened, setOpened] = useState<Opened | null>(null)
  const current = opened?.thread ?? null
  const setCurrent = useCallback(
    (id: string | null) => setOpened(id === null ? null : openedBy(id, readyIn(board.get()).board.comments)),
    [board],
  )
  // Read while drawing: the address changes under a panel that stays.
  if (asked !== open) {
    ask(open)
    setPlace(placeOf(open))
    setWhich('open')
    setCurrent(open.is === 'thread' ? open.id : null)
  }
  useEffect(() => {
    showCurrent(CommentId.safeParse(current).data ?? null)
    return () => showCurrent(null)
  }, [current])
  /** Puts one in sight that was just written. */
  const show = (id: string) => {
    setCurrent(id)
    if (which !== 'all') setWhich('open')
  }
  const answer = opened?.answer ?? null
  return { place, which, current, answer, setPlace, setWhich, setCurrent, show }
}

const placeOf = (open: OpenComments): Place => {
  if (open.is !== 'about') return { is: 'all' }
  const { subject } = open
  return subject.type === 'step' ? { is: 'step', stepId: subject.stepId } : { is: 'subject', subject }
}
