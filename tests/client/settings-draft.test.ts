import { describe, expect, it } from 'vitest'
import type { Settings } from '../../shared/board/settings.ts'
import type { SettingsDraft, Texts } from '../../client/settings/draft.ts'
import { emptyDraft, outcomeOf, textsOf } from '../../client/settings/draft.ts'
import { changedUnits, unitRows } from '../../client/items/units.ts'

const ks = { id: 'ks', name: 'Kommunstyrelsen', kind: 'committee' } as const
const bun = { id: 'bun', name: 'Barnnämnden', kind: 'committee' } as const
const settings: Settings = {
  period: { from: '2027-01-01', to: '2029-12-31' },
  currency: 'SEK',
  municipality: { name: 'Almsjö', code: '9901', population: 24810, fictional: true },
  units: [ks, bun],
}
const labels = { from: 'Begins', to: 'Ends' }
const plan = { settings, variables: { initiativeName: 'Leve hele livet' } }
const outcome = (draft: Partial<SettingsDraft>, locale: 'sv' | 'en' = 'sv') =>
  outcomeOf(plan, { ...emptyDraft, ...draft }, locale, labels)
const typed = (texts: Partial<Texts>) => outcome({ texts })
const problems = (texts: Partial<Texts>) =>
  Object.entries(typed(texts).problems).map(([field, { key }]) => `${field} ${key}`)

describe('the settings that are typed', () => {
  it('KN10 that stand as they stood are no change, and what else the plan has is left alone', () => {
    expect(outcome({})).toEqual({ problems: {}, settings: {}, variables: {} })
    expect(typed({ ...textsOf(settings, 'sv') }).settings).toEqual({})
    expect(typed({ currency: ' SEK ' }).settings).toEqual({})
    expect(typed({ population: '24 811' }).settings).toEqual({
      municipality: { name: 'Almsjö', code: '9901', population: 24811, fictional: true },
    })
  })

  it('KN10 that are taken away are null', () => {
    expect(typed({ from: '', to: '', currency: ' ' }).settings).toEqual({ period: null, currency: null })
    expect(typed({ municipality: '', code: '', population: '' }).settings).toEqual({ municipality: null })
    expect(typed({ code: '' }).settings).toEqual({
      municipality: { name: 'Almsjö', population: 24810, fictional: true },
    })
  })

  it('KN11 that cannot be are named at their field, and both of what belongs together', () => {
    expect(problems({ to: '2026-01-01' })).toEqual(['to items.endBeforeStart', 'from items.endBeforeStart'])
    expect(typed({ to: '2026-01-01' }).problems['to']?.values).toEqual(labels)
    expect(problems({ to: '' })).toEqual(['to settings.bothDays'])
    expect(problems({ startedAt: '0027-01-01' })).toEqual(['startedAt items.notDay'])
    expect(problems({ population: 'många' })).toEqual(['population items.notNumber'])
    expect(problems({ population: '1,5' })).toEqual(['population items.notWhole'])
    expect(problems({ population: '-1' })).toEqual(['population items.outOfRange'])
    expect(problems({ municipality: '' })).toEqual(['municipality settings.municipalityNeeded'])
    expect(problems({ currency: 'x'.repeat(11) })).toEqual(['currency items.tooLong'])
    expect(problems({ summary: 'x'.repeat(5001) })).toEqual(['summary items.tooLong'])
    expect(outcome({ half: ['from'] }).problems).toEqual({ from: { key: 'items.notDay' } })
  })

  it('KN12 words of the plan’s own need letters, and only changed ones are sent', () => {
    expect(outcome({ variables: { initiativeName: ' Bo trygt ' } }).variables).toEqual({
      initiativeName: 'Bo trygt',
    })
    expect(outcome({ variables: { initiativeName: 'Leve hele livet ' } }).variables).toEqual({})
    expect(outcome({ variables: { initiativeName: ' ' } }).problems).toMatchObject({
      'variable:initiativeName': { key: 'settings.needed' },
    })
  })

  it('KN13 units are renamed, added and removed, whatever others add meanwhile', () => {
    const edits = {
      ks: { name: ' Styrelsen ', kind: 'council' },
      bun: null,
      u1: { name: 'Bolaget', kind: 'company' },
    } as const
    const others = [ks, bun, { id: 'son', name: 'Socialnämnden', kind: 'committee' }] as const
    expect(changedUnits(others, edits)).toEqual([
      { id: 'ks', name: 'Styrelsen', kind: 'council' },
      others[2],
      { id: 'u1', name: 'Bolaget', kind: 'company' },
    ])
    expect(unitRows(others, edits).map(({ id, is }) => `${id} ${is}`)).toEqual([
      'ks kept',
      'bun removed',
      'son kept',
      'u1 added',
    ])
  })

  it('KN13 a unit has a name that no other has; a new one without a name was never meant', () => {
    const blank = { u1: { name: ' ', kind: 'company' } } as const
    expect(outcome({ units: blank })).toEqual({ problems: {}, settings: {}, variables: {} })
    expect(outcome({ units: { ks: { ...ks, name: '' } } }).problems).toMatchObject({
      'unit:ks': { key: 'settings.needed' },
    })
    expect(outcome({ units: { ks: { ...ks, name: 'barnnämnden' } } }).problems).toEqual({
      'unit:ks': { key: 'settings.unitTwice' },
    })
  })
})
