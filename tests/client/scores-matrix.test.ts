import { describe, expect, test } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { IndividualScore, Scoring } from '../../shared/board/score.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { weighted } from '../../shared/items/weighted.ts'
import type { Matrix } from '../../client/scores/matrix.ts'
import { matrixOf } from '../../client/scores/matrix.ts'
import { aScore, at, memberId } from '../support/board.ts'

const item = (
  kind: string,
  id: string,
  leaves: PlacedItem['leaves'] extends ReadonlyMap<string, infer Leaf> ? Record<string, Leaf> : never,
): PlacedItem => ({
  kind,
  id,
  order: id,
  stepId: 'actions',
  leaves: new Map(Object.entries(leaves)),
  deleted: null,
})

const activities = ['a1', 'a2'].map((id) => item('activity', id, { title: id }))
const goals = [1, 2, 3].map((priority) => item('goal', `g${priority}`, { title: 'Goal', priority }))
const contribution = (activityId: string, goalId: string, score: number, confidence: string) =>
  item('contribution', `${activityId}:${goalId}`, { activityId, goalId, score, confidence })
const contributions = [contribution('a1', 'g1', 3, 'high'), contribution('a1', 'g2', 1, 'low')]
const nothing = { activities, goals, contributions, scoring: undefined, mine: null }

const revealed = (scores: readonly IndividualScore[], settled: readonly string[] = []): Scoring => ({
  is: 'revealed',
  since: at(1),
  by: memberId('faye'),
  round: 2,
  at: at(2),
  scores,
  settled,
})
const given = (goalId: string, ...scores: readonly number[]) =>
  scores.map((score, n) => aScore({ by: memberId(`m${n}`), goalId, score }))
const cellOf = (goalId: string, scoring: Scoring) =>
  must(
    matrixOf({ ...nothing, scoring }).rows[0]?.cells.find(({ goal }) => goal.id === goalId),
    'the cell is there',
  )

describe('what contributions come to', () => {
  test('SC14 a contribution weighs its score, by the goal’s priority and how sure one is', () => {
    expect(weighted({ score: 3, confidence: 'high' }, 1) + weighted({ score: 1, confidence: 'low' }, 2)).toBe(
      10,
    )
    expect([1, 2, 3, null].map((priority) => weighted({ score: 2, confidence: 'high' }, priority))).toEqual([
      6, 4, 2, 2,
    ])
    const sure = (['low', 'medium', 'high', null] as const).map((confidence) =>
      weighted({ score: 2, confidence }, 3),
    )
    expect(sure).toEqual([1, 1.5, 2, 1])
    expect(weighted({ score: null, confidence: 'high' }, 1)).toBe(0)
  })

  test('SC15 a row is the activity’s reach, a column the goal’s coverage', () => {
    const { rows, coverage } = matrixOf(nothing)
    expect(rows.map(({ reach }) => reach)).toEqual([10, 0])
    expect(coverage).toEqual([9, 1, 0])
    expect(rows[0]?.cells.map(({ id, score }) => [id, score])).toEqual([
      ['a1:g1', 3],
      ['a1:g2', 1],
      ['a1:g3', null],
    ])
  })

  test('SC15 while everybody scores apart it is one’s own scores alone', () => {
    const mine = new Map([['a2:g3', { score: 2, confidence: 'high' } as const]])
    const { rows, coverage } = matrixOf({ ...nothing, mine })
    expect(rows.map(({ reach }) => reach)).toEqual([0, 2])
    expect(coverage).toEqual([0, 0, 2])
  })
})

describe('scores that are revealed', () => {
  test('SC16 two or more apart are to be talked about, until the group has agreed', () => {
    const scores = [...given('g1', 1, 3), ...given('g2', 1, 2), ...given('g3', 0, 1, 3)]
    const toDiscuss = (settled: readonly string[]) => {
      const matrix = matrixOf({ ...nothing, scoring: revealed(scores, settled) })
      const cells = matrix.rows.flatMap((row) => row.cells)
      expect(matrix.toDiscuss).toBe(cells.filter((cell) => cell.isToDiscuss).length)
      return cells.flatMap(({ id, isToDiscuss }) => (isToDiscuss ? id : []))
    }
    expect(toDiscuss([])).toEqual(['a1:g1', 'a1:g3'])
    expect(toDiscuss(['a1:g1'])).toEqual(['a1:g3'])
  })

  test.each([
    [[2], 2],
    [[0, 3], 0],
    [[3, 1, 2], 2],
    [[3, 3, 1, 2], 2],
    [[0, 0, 0, 3], 0],
  ])('SC16 of %j the middle is %i', (scores, middle) => {
    expect(cellOf('g1', revealed(given('g1', ...scores))).suggested?.score).toBe(middle)
  })

  test('SC16 with the middle confidence, and nothing where nobody gave anything', () => {
    const scores = (['high', 'low', 'medium'] as const).map((confidence, n) =>
      aScore({ by: memberId(`m${n}`), confidence }),
    )
    expect(cellOf('g1', revealed(scores)).suggested).toEqual({ score: 3, confidence: 'medium', isSame: true })
    expect(cellOf('g2', revealed(scores)).suggested).toBeNull()
  })

  test('SC17 those that are the same can be agreed on at once, until they are', () => {
    const same = (settled: readonly string[]) => {
      const scores = [...given('g1', 3, 3), ...given('g2', 2), ...given('g3', 1, 2)]
      return matrixOf({ ...nothing, scoring: revealed(scores, settled) }).same.map(({ id }) => id)
    }
    expect(same([])).toEqual(['a1:g1', 'a1:g2'])
    expect(same(['a1:g2'])).toEqual(['a1:g1'])
  })
})

describe('a matrix after a change', () => {
  const scores = given('g1', 1, 3)
  const before = matrixOf({ ...nothing, scoring: revealed(scores) })
  const keptIn = (now: Matrix) => ({
    rows: now.rows.map((row, at) => row === before.rows[at]),
    first: now.rows[0]?.cells.map((cell, at) => cell === before.rows[0]?.cells[at]),
  })

  test('SC25 keeps each row of which nothing else is said', () => {
    const again = matrixOf({ ...nothing, scoring: revealed([...scores]) }, before)
    expect(keptIn(again).rows).toEqual([true, true])
  })

  test('SC25 makes anew what changes, and of the rest nothing', () => {
    const anew = { rows: [false, true], first: [false, true, true] }
    const other = [contribution('a1', 'g1', 2, 'high'), must(contributions[1])]
    const rated = { ...nothing, contributions: other, scoring: revealed(scores) }
    expect(keptIn(matrixOf(rated, before))).toEqual(anew)
    expect(matrixOf(rated, before)).toEqual(matrixOf(rated))
    const settled = { ...nothing, scoring: revealed(scores, ['a1:g1']) }
    expect(keptIn(matrixOf(settled, before))).toEqual(anew)
    const more = { ...nothing, scoring: revealed([...scores, ...given('g1', 2)]) }
    expect(keptIn(matrixOf(more, before))).toEqual(anew)
  })
})
