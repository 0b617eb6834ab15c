import type { IndividualScore, Scoring } from '../../shared/board/score.ts'
import { contributionOf } from '../../shared/board/scoring.ts'
import { numberAt, textAt } from '../../shared/items/item.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import type { Confidence, Weighed } from '../../shared/items/weighted.ts'
import { weighted } from '../../shared/items/weighted.ts'

/* Activities against goals: what each does for each, and what it comes to. */

export interface Cell extends Weighed {
  /** The contribution's id, whether there is one or not. */
  readonly id: string
  readonly activity: PlacedItem
  readonly goal: PlacedItem
  /** Where it is written down. */
  readonly item: PlacedItem | undefined
  readonly rationale: string
  /** What each gave, once it is revealed. */
  readonly scores: readonly IndividualScore[]
  /** What can be agreed on, where anybody gave anything. */
  readonly suggested: Suggested | null
  /** Too far apart to agree on without a word, and not agreed on yet. */
  readonly isToDiscuss: boolean
  readonly isSettled: boolean
}

export interface Suggested {
  readonly score: number
  readonly confidence: Confidence
  /** Whether everybody gave the same score. */
  readonly isSame: boolean
}

export interface Row {
  readonly activity: PlacedItem
  readonly cells: readonly Cell[]
  readonly reach: number
}

export interface Matrix {
  readonly goals: readonly PlacedItem[]
  readonly rows: readonly Row[]
  /** Of each goal, in their order. */
  readonly coverage: readonly number[]
  readonly toDiscuss: number
  /** What everybody gave the same, and the group has not agreed on yet. */
  readonly same: readonly Cell[]
}

export interface Sources {
  readonly activities: readonly PlacedItem[]
  readonly goals: readonly PlacedItem[]
  readonly contributions: readonly PlacedItem[]
  readonly scoring: Scoring | undefined
  /** One’s own scores while everybody scores apart: then nothing else is shown. */
  readonly mine: ReadonlyMap<string, OwnScore> | null
}

export type OwnScore = Pick<IndividualScore, 'score' | 'confidence' | 'rationale'>

/** `before`: as it was drawn last. What did not change of it is kept, so that it need not be drawn anew. */
export const matrixOf = (sources: Sources, before?: Matrix): Matrix => {
  const { activities, goals } = sources
  const written = new Map(sources.contributions.map((item) => [item.id, item]))
  const revealed = sources.scoring?.is === 'revealed' ? sources.scoring : null
  const given = Map.groupBy(revealed?.scores ?? [], contributionOf)
  const settled = new Set(revealed?.settled)
  const cellOf = (activity: PlacedItem, goal: PlacedItem): Cell => {
    const id = contributionOf({ activityId: activity.id, goalId: goal.id })
    const scores = given.get(id) ?? none
    const item = written.get(id)
    const isSettled = settled.has(id)
    const isToDiscuss = spreadOf(scores) >= 2 && !isSettled
    const own = sources.mine ? ownCell(sources.mine.get(id)) : writtenCell(item)
    return {
      id,
      activity,
      goal,
      item,
      scores,
      suggested: suggestedFrom(scores),
      isToDiscuss,
      isSettled,
      ...own,
    }
  }
  const known = new Map(before?.rows.map((row) => [row.activity.id, row]))
  const rows = activities.map((activity) => {
    const cells = goals.map((goal) => cellOf(activity, goal))
    const row = { activity, cells, reach: cells.reduce((sum, cell) => sum + weightOf(cell), 0) }
    return sharing(known.get(activity.id), row)
  })
  const cells = rows.flatMap((row) => row.cells)
  return {
    goals,
    rows,
    coverage: goals.map((_, at) => rows.reduce((sum, row) => sum + weightOf(row.cells[at]), 0)),
    toDiscuss: cells.filter((cell) => cell.isToDiscuss).length,
    same: cells.filter(({ suggested, isSettled }) => suggested?.isSame && !isSettled),
  }
}

const sharing = (before: Row | undefined, now: Row): Row => {
  if (!before) return now
  const known = new Map(before.cells.map((cell) => [cell.id, cell]))
  const cells = now.cells.map((cell) => {
    const old = known.get(cell.id)
    return old && isSameCell(old, cell) ? old : cell
  })
  const isSame = now.activity === before.activity && isSameList(before.cells, cells)
  return isSame ? before : { ...now, cells }
}

/** What can be agreed on follows from the scores. */
const isSameCell = ({ scores, suggested: _, ...before }: Cell, now: Cell): boolean =>
  isSameList(scores, now.scores) &&
  Object.entries(before).every(([name, value]) => now[name as keyof typeof before] === value)

const isSameList = (before: readonly unknown[], now: readonly unknown[]): boolean =>
  before.length === now.length && before.every((one, at) => one === now[at])

const none: readonly IndividualScore[] = []

const writtenCell = (item: PlacedItem | undefined): Weighed & Pick<Cell, 'rationale'> => ({
  score: item ? numberAt(item, 'score') : null,
  confidence: item ? confidenceIn(textAt(item, 'confidence')) : null,
  rationale: item ? textAt(item, 'rationale') : '',
})

const ownCell = (own: OwnScore | undefined): Weighed & Pick<Cell, 'rationale'> => ({
  score: own?.score ?? null,
  confidence: own?.confidence ?? null,
  rationale: own?.rationale ?? '',
})

const confidences = ['low', 'medium', 'high'] as const

const confidenceIn = (word: string): Confidence | null => confidences.find((one) => one === word) ?? null

const weightOf = (cell: Cell | undefined): number =>
  cell ? weighted(cell, numberAt(cell.goal, 'priority')) : 0

/** How far apart they are. */
const spreadOf = (scores: readonly IndividualScore[]): number =>
  scores.length === 0
    ? 0
    : Math.max(...scores.map(({ score }) => score)) - Math.min(...scores.map(({ score }) => score))

const suggestedFrom = (scores: readonly IndividualScore[]): Suggested | null => {
  const score = middleOf(scores.map((one) => one.score))
  const sure = middleOf(scores.map(({ confidence }) => confidences.indexOf(confidence)))
  if (score === undefined || sure === undefined) return null
  return { score, confidence: confidences[sure] ?? 'low', isSame: spreadOf(scores) === 0 }
}

/** Of two in the middle the lower. */
const middleOf = (all: readonly number[]): number | undefined =>
  all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) / 2)]
