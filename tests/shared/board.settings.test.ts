import { describe, expect, it } from 'vitest'
import { Command } from '../../shared/board/log.ts'
import { aFullMeeting } from '../support/board.ts'

const period = { from: '2027-01-01', to: '2029-12-31' }
const unit = { id: 'ks', name: 'Kommunstyrelsen', kind: 'committee' } as const

describe('the plan’s settings', () => {
  it('IM21 are changed in part, and null takes one away', () => {
    const meeting = aFullMeeting()
    expect(meeting.board.settings).toEqual({ units: [] })
    meeting.tell('faye', { type: 'plan.settings', period, amountUnit: 'tkr', units: [unit] })
    meeting.tell('faye', { type: 'plan.settings', period: null, currency: 'SEK' })
    expect(meeting.board.settings).toEqual({ amountUnit: 'tkr', currency: 'SEK', units: [unit] })
  })

  it('IM21 that stand so already are no event', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', { type: 'plan.settings', period })
    expect(meeting.tell('faye', { type: 'plan.settings', period, summary: null })).toEqual([])
  })

  it.each(['ed', 'cora', 'rita'])('IM21 are not %s’s to change', (name) => {
    expect(aFullMeeting().tell(name, { type: 'plan.settings', period })).toBe('role')
  })

  it.each<readonly [string, Record<string, unknown>]>([
    ['an unknown key', { colour: 'red' }],
    ['a period that ends before it begins', { period: { from: '2029-01-01', to: '2027-01-01' } }],
    ['a day that is none', { startedAt: '2027-02-31' }],
    ['two units of one id', { units: [unit, unit] }],
    ['a kind of unit that is none', { units: [{ ...unit, kind: 'kingdom' }] }],
    ['nothing for the units', { units: null }],
    ['an unknown key of the municipality', { municipality: { name: 'Almsjö', mayor: 'Nobody' } }],
  ])('IM21 take no %s', (_name, change) => {
    expect(Command.safeParse({ id: 'c1', type: 'plan.settings', ...change }).success).toBe(false)
  })
})
