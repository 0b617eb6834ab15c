import { useMemo, useState } from 'react'
import { may } from '../../shared/board/access.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import type { Telling } from '../items/said.ts'
import { useAnnounce } from '../ui/useAnnounce.ts'
import type { Cell, Matrix, OwnScore, Sources } from './matrix.ts'
import { matrixOf } from './matrix.ts'
import type { Mine } from './useMine.ts'
import { useMine } from './useMine.ts'
import type { Writing } from './useWriting.ts'
import { useWriting } from './useWriting.ts'

export interface Shown {
  readonly telling: Telling
  readonly stepId: string
  /** Why nothing can be written in the step, or null. */
  readonly readOnly: string | null
}

export interface UsedContributions {
  readonly matrix: Matrix
  readonly writing: Writing
  /** One’s own scores, while everybody scores apart and so does the person; else null. */
  readonly mine: Mine | null
  /** A digit was pressed; null takes the score away. */
  readonly score: (cell: Cell, value: number | null) => void
  readonly agreeSame: () => void
  /** What is in the way of that, or null. */
  readonly whyNotSame: string | null
}

const none: readonly never[] = []
const nothing: ReadonlyMap<string, OwnScore> = new Map()

/** Each matrix keeps of the one before what did not change. */
const drawnFrom = (): ((sources: Sources) => Matrix) => {
  let last: Matrix | undefined
  return (sources) => (last = matrixOf(sources, last))
}

/** The plan’s contributions as the person may see them now, and what can be done with them. */
export const useContributions = ({ telling, stepId, readOnly }: Shown): UsedContributions => {
  const t = useText()
  const announce = useAnnounce()
  const { board, me } = useBoard()
  const { scoring } = board
  const isApart = scoring?.is === 'open' && may(me, 'score.give')
  const mine = useMine(isApart ? scoring.round : null)
  const writing = useWriting(stepId, readOnly)
  const own = isApart ? (mine.scores ?? nothing) : null
  const { byKind } = telling.items
  const activities = byKind.get('activity') ?? none
  const goals = byKind.get('goal') ?? none
  const contributions = byKind.get('contribution') ?? none
  const [matrixFrom] = useState(drawnFrom)
  const matrix = useMemo(
    () => matrixFrom({ activities, goals, contributions, scoring, mine: own }),
    [matrixFrom, activities, goals, contributions, scoring, own],
  )
  const give = ({ activity, goal, confidence, rationale }: Cell, value: number | null) => {
    if (mine.scores === null) return
    const because = rationale !== '' && { rationale }
    const given = value === null ? null : { score: value, confidence: confidence ?? 'medium', ...because }
    mine.give({ activityId: activity.id, goalId: goal.id }, given)
  }
  const write = (cell: Cell, value: number | null) => {
    const why = writing.whyNot(cell)
    if (why !== null) return announce(why)
    if (value === null) return writing.remove(cell)
    writing.write(cell, value)
    writing.settle([cell])
  }
  const writable = matrix.same.filter((cell) => writing.whyNot(cell) === null)
  const agreeSame = () => {
    for (const cell of writable) {
      const { suggested, score: before } = cell
      if (suggested && suggested.score !== (before ?? 0))
        writing.write(cell, suggested.score, suggested.confidence)
    }
    writing.settle(writable)
    announce(t('scores.agreedSame', { count: writable.length }))
  }
  const [first] = matrix.same
  return {
    matrix,
    writing,
    mine: isApart ? mine : null,
    score: isApart ? give : write,
    agreeSame,
    whyNotSame: writable.length === 0 && first ? writing.whyNot(first) : null,
  }
}
