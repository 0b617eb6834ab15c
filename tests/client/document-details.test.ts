import { describe, expect, it } from 'vitest'
import { detailsOf } from '../../client/document/detail.ts'
import { columnWord, seriesOf } from '../../client/document/series.ts'
import { fullPlaces } from '../../client/document/shown.ts'
import { stepAt } from '../../client/board/anchor.ts'
import type { Step } from '../../shared/board/model.ts'
import type { Fields, Leaf, Table } from '../../shared/items/define.ts'
import type { Item } from '../../shared/items/item.ts'
import { aFullMeeting } from '../support/board.ts'

const anItem = (leaves: Readonly<Record<string, Leaf>>): Item => ({
  kind: 'thing',
  id: 'x1',
  order: 'a0',
  deleted: null,
  leaves: new Map(Object.entries(leaves)),
})

const sexes = { name: 'gender', values: ['K', 'M', 'T'] } as const
const series = {
  is: 'table',
  by: [
    { name: 'year', is: 'year' },
    { name: 'gender', is: 'choice', of: sexes },
    { name: 'groupId', is: 'link', to: 'targetGroup', orNone: true },
  ],
  fields: { value: { is: 'number' } },
} as const satisfies Table

describe('what a document says of an item', () => {
  const fields: Fields = {
    title: { is: 'line' },
    why: { is: 'text' },
    how: { is: 'text' },
    start: { is: 'day' },
    end: { is: 'day' },
    yes: { is: 'flag' },
    no: { is: 'flag' },
    secret: { is: 'line', hidden: true },
    cost: { is: 'group', fields: { amount: { is: 'number' }, unit: { is: 'line', hidden: true } } },
    values: series,
  }
  const sorted = (leaves: Readonly<Record<string, Leaf>>) => {
    const span = { from: 'start', to: 'end' }
    const { texts, facts, tables } = detailsOf({
      item: anItem(leaves),
      fields,
      path: '',
      name: '',
      span,
      without: ['title'],
    })
    return [texts, facts, tables].map((all) => all.map(({ path }) => path))
  }

  it('DV1 is what was said, once: neither its title again, nor what is hidden, nor an answer no', () => {
    const leaves = { title: 'A', why: 'B', how: '', yes: true, no: false, secret: 'C', 'cost/amount': 0 }
    expect(sorted(leaves)).toEqual([['why'], ['yes', 'cost'], []])
  })

  it('DV1 leaves out a group in which only hidden things were said', () => {
    expect(sorted({ 'cost/unit': 'tkr' })).toEqual([[], [], []])
  })

  it('DV1 says two days of a span together', () => {
    expect(sorted({ start: '2027-01-01', end: '2027-02-01', 'values/2026/T/-/value': 1 })).toEqual([
      [],
      [],
      ['values'],
    ])
  })

  it('DV2 has a row for each year and a column for each sex that has a value', () => {
    const item = anItem({
      'values/2026/T/-/value': 3,
      'values/2025/T/-/value': 2,
      'values/2025/K/-/value': 1,
    })
    expect(seriesOf(item, 'values', series)).toEqual({
      columns: ['K', 'T'],
      rows: [
        { year: '2025', group: '', paths: ['values/2025/K/-', 'values/2025/T/-'] },
        { year: '2026', group: '', paths: ['values/2026/K/-', 'values/2026/T/-'] },
      ],
      hasGroups: false,
    })
    expect(columnWord(series, 'K')).toBe('gender=K')
  })

  it('DV2 keeps the years of a group together, after those of everybody', () => {
    const item = anItem({
      'values/2026/T/young/value': 3,
      'values/2025/T/young/value': 2,
      'values/2026/T/-/value': 1,
    })
    const { rows, hasGroups } = seriesOf(item, 'values', series)
    expect(rows.map(({ year, group }) => `${group} ${year}`)).toEqual([' 2026', 'young 2025', 'young 2026'])
    expect(hasGroups).toBe(true)
  })
})

describe('where a document says it', () => {
  const { steps } = aFullMeeting().board
  const [first, second] = steps as [Step, Step]
  const showing = (step: Step, kinds: readonly string[], hidden = false): Step => ({
    ...step,
    sections: step.sections.map((section) => ({ ...section, kinds, ...(hidden && { hidden: true }) })),
  })

  it('DV3 is the first section in the plan that shows the kind, among those that are there to see', () => {
    const plan = (hidden: boolean) => ({
      steps: [showing(first, ['goal', 'unheard-of'], hidden), showing(second, ['goal'])],
    })
    expect(fullPlaces(plan(false)).get('goal')?.step.id).toBe(first.id)
    expect(fullPlaces(plan(true)).get('goal')?.step.id).toBe(second.id)
    expect(fullPlaces(plan(false)).has('unheard-of')).toBe(false)
  })

  it('DV4 an address finds the step of a section, of a question, of the questions together', () => {
    const places = [
      second.id,
      `${second.id}-questions`,
      ...second.sections.map(({ id }) => id),
      ...second.questions.map(({ id }) => id),
    ]
    expect(places.length).toBeGreaterThan(3)
    for (const place of places) expect(stepAt({ steps }, place)?.id, place).toBe(second.id)
    expect(stepAt({ steps }, 'nowhere')).toBeUndefined()
  })
})
