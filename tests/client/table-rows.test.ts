import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chosenColumns, columnsOf, writingOf } from '../../client/table/columns.ts'
import type { Cell } from '../../client/table/move.ts'
import { moved } from '../../client/table/move.ts'
import type { Shown } from '../../client/table/rows.ts'
import { optionsOf, rowsOf } from '../../client/table/rows.ts'
import type { TableState } from '../../client/table/state.ts'
import { plainTable, readState, stateHref, wordOf } from '../../client/table/state.ts'
import { inPickOrder, isNewName, optionsWith } from '../../client/table/several.ts'
import { must } from '../../shared/assert.ts'
import { kinds } from '../../shared/items/index.ts'
import { allKinds } from '../support/items.ts'
import { aTelling, placed } from '../support/telling.ts'

const kind = must(kinds.get('goal'))
const items = [
  placed('goal', 'g1', { title: 'Ängar', number: 2, kind: 'qualityGoal' }),
  placed('goal', 'g2', { title: 'Barn', number: 10, kind: 'communityGoal' }, 'mission'),
  placed('goal', 'g3', { title: 'Arbete', kind: 'qualityGoal' }),
]
const telling = aTelling('sv', items)
const columns = columnsOf(kind, items)
const shown: Shown = { kind, columns, telling, isFound: (id) => id === 'g2', keep: null }
const ids = (state: Partial<TableState>, more: Partial<Shown> = {}) =>
  rowsOf(items, { ...plainTable, ...state }, columns, { ...shown, ...more }).map(({ id }) => id)

describe('TB: the rows of a table', () => {
  it('TB16 rows are sorted as the language sorts, numbers by their value, and what says nothing stands last', () => {
    expect(ids({ sort: { path: 'title', isDown: false } })).toEqual(['g3', 'g2', 'g1'])
    expect(ids({ sort: { path: 'title', isDown: true } })).toEqual(['g1', 'g2', 'g3'])
    expect(ids({ sort: { path: 'number', isDown: false } })).toEqual(['g1', 'g2', 'g3'])
    expect(ids({ sort: { path: 'number', isDown: true } })).toEqual(['g2', 'g1', 'g3'])
  })

  it('TB17 words, a choice, the step and what the checks find leave out the other rows', () => {
    expect(ids({ words: 'ang' })).toEqual(['g1'])
    expect(ids({ only: new Map([['kind', 'qualityGoal']]) })).toEqual(['g1', 'g3'])
    expect(ids({ step: 'mission' })).toEqual(['g2'])
    expect(ids({ isFound: true })).toEqual(['g2'])
    expect(ids({ only: new Map([['kind', 'qualityGoal']]), words: 'arb' })).toEqual(['g3'])
  })

  it('TB18 a row that somebody stands in stays while they do', () => {
    expect(ids({ words: 'ang' }, { keep: 'g3' })).toEqual(['g1', 'g3'])
  })

  it('TB19 a column of choices can be asked for what there is in it, in the order of the choice', () => {
    const column = must(columns.find(({ path }) => path === 'kind'))
    expect(optionsOf(items, column, telling).map(({ value }) => value)).toEqual([
      'qualityGoal',
      'communityGoal',
    ])
    expect(optionsOf(items, must(columns[0]), telling)).toEqual([])
  })

  it('TB20 an address says what is looked at, and is read as it was written', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 10 })
    const state = fc.record({
      sort: fc.option(fc.record({ path: fc.constantFrom('title', 'cost/amount'), isDown: fc.boolean() })),
      words: word,
      step: fc.option(fc.constantFrom('goals', 'follow-up')),
      isFound: fc.boolean(),
      only: fc
        .uniqueArray(fc.tuple(fc.constantFrom('kind', 'cost/unit', 'owner'), word), {
          selector: ([path]) => path,
        })
        .map((all) => new Map(all)),
      columns: fc.option(fc.uniqueArray(fc.constantFrom('kind', 'values/2026/T/-/value'))),
    })
    fc.assert(
      fc.property(state, (one) => {
        expect(readState(wordOf(one))).toEqual(one)
        expect(new URL(stateHref('b', 'goal', one), 'http://here').search).toBe('')
      }),
    )
    expect(stateHref('b', 'goal', plainTable)).toBe('/b/b/table/goal')
  })

  it('TB21 every kind has columns: its name first, then its own, each with a way to write or to open it', () => {
    for (const one of allKinds) {
      const all = columnsOf(one, [])
      const [first, ...others] = chosenColumns(one, all, null)
      expect(first?.path).toBe(one.title)
      expect(others.length).toBeGreaterThan(0)
      expect(new Set(all.map(({ path }) => path)).size).toBe(all.length)
      for (const column of all)
        expect(writingOf(one, column)).toMatch(/typed|chosen|ticked|linked|several|opened/)
    }
  })

  it('TB22 a series has a column for each year that any item says, and the newest are shown', () => {
    const indicator = must(kinds.get('indicator'))
    const leaves = Object.fromEntries(
      [2019, 2020, 2021, 2022, 2023].map((year) => [`values/${year}/T/-/value`, 1]),
    )
    const all = columnsOf(indicator, [placed('indicator', 'i1', { name: 'A', ...leaves })])
    const years = (some: typeof all) => some.flatMap(({ year }) => (year ? [year.year] : []))
    expect(years(all)).toEqual(['2019', '2020', '2021', '2022', '2023'])
    expect(years(chosenColumns(indicator, all, null))).toEqual(['2020', '2021', '2022', '2023'])
  })

  it('TB23 keys go from cell to cell, to the ends of a row and of the table, and never out of it', () => {
    const extent = { rows: 5, columns: 4 }
    const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false })
    const from = (row: number, column: number): Cell => ({ row, column })
    expect(moved(from(0, 0), key('ArrowUp'), extent)).toEqual(from(-1, 0))
    expect(moved(from(2, 1), key('Home'), extent)).toEqual(from(2, 0))
    expect(moved(from(2, 1), key('End'), extent)).toEqual(from(2, 3))
    expect(moved(from(2, 1), key('Home', true), extent)).toEqual(from(0, 0))
    expect(moved(from(2, 1), key('End', true), extent)).toEqual(from(4, 3))
    expect(moved(from(2, 1), key('a'), extent)).toBeNull()
    const keys = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'PageUp',
      'PageDown',
      'Home',
      'End',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.boolean()), { maxLength: 30 }), (pressed) => {
        let cell = from(0, 0)
        for (const [name, isFar] of pressed) cell = must(moved(cell, key(name, isFar), extent))
        expect(cell.row >= -1 && cell.row < 5 && cell.column >= 0 && cell.column < 4).toBe(true)
      }),
    )
  })

  it('TB34 several links, and several words, are chosen in their cell: the chosen ones first, others by words', () => {
    const column = (name: string, path: string) => {
      const kind = must(kinds.get(name))
      return writingOf(kind, must(columnsOf(kind, []).find((one) => one.path === path)))
    }
    expect(column('goal', 'indicatorIds')).toBe('several')
    expect(column('arena', 'reaches')).toBe('several')
    const options = ['Åldern', 'Buss', 'Cykel till skola'].map((title, at) => ({ id: `${at}`, title }))
    const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id)
    expect(ids(inPickOrder(options, ['2']))).toEqual(['2', '0', '1'])
    expect(ids(optionsWith(options, 'SKOLA cyk'))).toEqual(['2'])
    expect(ids(optionsWith(options, ' alder '))).toEqual(['0'])
    expect(optionsWith(options, '')).toHaveLength(3)
    expect([' buss ', 'tåg', ''].map((sought) => isNewName(options, sought))).toEqual([false, true, false])
  })
})
