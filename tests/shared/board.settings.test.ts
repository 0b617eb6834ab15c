import { describe, expect, it } from 'vitest'
import { Command } from '../../shared/board/log.ts'
import { aFullMeeting } from '../support/board.ts'

const period = { from: '2027-01-01', to: '2029-12-31' }
const unit = { id: 'ks', name: 'Kommunstyrelsen', kind: 'committee' } as const

const letters = 'ABCDEFGHIJ'
/** So many names, which are all of checks that could be: `GOALAB-07`. */
const many = (count: number, name: string, value: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const tail = `${letters[Math.floor(at / 100) % 10]}${letters[Math.floor(at / 10) % 10]}`
      return [`${name}${tail}-0${at % 10}`, value]
    }),
  )

describe('the plan’s settings', () => {
  it('IM21 are changed in part, and null takes one away', () => {
    const meeting = aFullMeeting()
    expect(meeting.board.settings).toEqual({ units: [] })
    meeting.tell('faye', { type: 'plan.settings', period, amountUnit: 'tkr', units: [unit] })
    meeting.tell('faye', { type: 'plan.settings', period: null, currency: 'SEK' })
    expect(meeting.board.settings).toEqual({ amountUnit: 'tkr', currency: 'SEK', units: [unit] })
  })

  it('IM21 hold what readers are warned of, for a file’s sake', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', { type: 'plan.settings', disclaimer: 'All of it is made up.' })
    expect(meeting.board.settings).toEqual({ units: [], disclaimer: 'All of it is made up.' })
    meeting.tell('faye', { type: 'plan.settings', disclaimer: null })
    expect(meeting.board.settings).toEqual({ units: [] })
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
    ['check by another name', { checks: { 'goal-1': { off: true } } }],
    ['more checks than there could be', { checks: many(201, 'GOAL', { off: true }) }],
    ['more limits than a check could have', { checks: { 'GOAL-03': { params: many(21, 'max', 1) } } }],
    ['a limit that is no number', { checks: { 'GOAL-03': { params: { maxGoals: '10' } } } }],
    ['an unknown key of the municipality', { municipality: { name: 'Almsjö', mayor: 'Nobody' } }],
  ])('IM21 take no %s', (_name, change) => {
    expect(Command.safeParse({ id: 'c1', type: 'plan.settings', ...change }).success).toBe(false)
  })
})
