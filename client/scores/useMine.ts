import { useEffect, useMemo } from 'react'
import * as z from 'zod/mini'
import type { GivenScore } from '../../shared/board/score.ts'
import { Score } from '../../shared/board/score.ts'
import { contributionOf } from '../../shared/board/scoring.ts'
import { tab } from '../comments/useKeptDraft.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useLive } from '../hooks/useLive.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import type { Answer, Asking } from '../live/ask.ts'
import { ask } from '../live/ask.ts'
import { Pen } from '../live/live.ts'
import type { BoardSession } from '../live/session.ts'
import type { OwnNow, Pair, Scorebook } from './own-scores.ts'
import { OwnScores } from './own-scores.ts'
import type { KeptScores } from './kept-scores.ts'
import { keptScores } from './kept-scores.ts'
import type { OwnScore } from './matrix.ts'

/** One's own scores of the round that is open: from the server and for nobody else. */
export interface Mine extends OwnNow {
  /** Shown at once; null takes it back. */
  readonly give: (pair: Pair, own: OwnScore | null) => void
  readonly again: () => void
  /** What was begun and not saved; null while no round is open. */
  readonly kept: KeptScores | null
}

const Scored = z.object({ mine: z.array(Score) })

const patience = 3
const pause = 2_000

/** Of each plan the round that is open: what was not taken outlives the view. */
const rounds = new WeakMap<BoardSession, { readonly round: number; readonly own: OwnScores }>()

const ownScoresIn = (
  session: BoardSession,
  round: number,
  { book, kept }: { readonly book: Scorebook; readonly kept: KeptScores },
): OwnScores => {
  const known = rounds.get(session)
  if (known?.round === round) return known.own
  const own = new OwnScores(book, round, kept)
  known?.own.endedBy(own)
  rounds.set(session, { round, own })
  return own
}

const nothing = new Pen<OwnNow>({ scores: null, problem: null })

/** `round`: which one is open, or null while none is. */
export const useMine = (round: number | null): Mine => {
  const { board, me } = useBoard()
  const session = useBoardSession()
  const book = useScorebook()
  const kept = useMemo(
    () => (round === null ? null : keptScores(tab, `${board.id} ${me.id} ${round}`)),
    [board.id, me.id, round],
  )
  const own = round === null || !kept ? null : ownScoresIn(session, round, { book, kept })
  const now = useLive(own?.now ?? nothing)
  const counted = useLive(session.given).find(({ memberId }) => memberId === me.id)?.count ?? 0
  const count = now.scores?.size
  useEffect(() => own?.through(book), [own, book])
  useEffect(() => void own?.fetch(), [own])
  useEffect(() => own?.counted(counted), [own, counted, count])
  return {
    ...now,
    give: (pair, score) => {
      kept?.follow(contributionOf(pair), score)
      own?.give(pair, score)
    },
    again: () => own?.again(),
    kept,
  }
}

const useScorebook = (): Scorebook => {
  const { board } = useBoard()
  const { locale } = useLocale()
  const text = useText()
  return useMemo(() => {
    const path = `/api/boards/${encodeURIComponent(board.id)}/scores`
    const asking: Asking = {
      fetch: (url, init) => fetch(url, init),
      locale: () => locale,
      text: () => text,
    }
    const put = (body: GivenScore) => ask(asking, { method: 'PUT', path, body, answer: z.unknown() })
    return {
      all: async () => {
        const answer = await ask(asking, { method: 'GET', path, answer: Scored })
        return answer.is === 'ok' ? { is: 'ok', value: answer.value.mine } : answer
      },
      put: (body) => patiently(() => put(body)),
    }
  }, [board.id, locale, text])
}

/** Asks again for a while when the answer may well be another one later. */
const patiently = async <T>(attempt: () => Promise<Answer<T>>): Promise<Answer<T>> => {
  for (let tries = 1; ; tries++) {
    const answer = await attempt()
    if (answer.is !== 'failed' || !answer.again || tries === patience) return answer
    const wait = answer.waitSeconds === undefined ? pause : answer.waitSeconds * 1000
    await new Promise((resolve) => window.setTimeout(resolve, wait))
  }
}
