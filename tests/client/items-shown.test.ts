import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Leaf } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import { beginningsOf } from '../../shared/step/items.ts'
import { en } from '../../shared/messages/en/index.ts'
import type { MessageKey, MessageValues } from '../../shared/messages/format.ts'
import { translator } from '../../shared/messages/format.ts'
import { mostOf } from '../../client/checks/most.ts'
import { isBare } from '../../client/items/bare.ts'
import { leadOf } from '../../client/items/section-kinds.ts'
import { aFullMeeting } from '../support/board.ts'

/* What stands at a section's heading, and how much a new card says. */

const translate = translator('en', en)
const t = (key: string, values?: MessageValues) => translate(`items.${key}` as MessageKey, values)

describe('a section’s heading', () => {
  it('KN14 speaks for the only kind', () => {
    expect(leadOf({ title: 'Who pays for what', kinds: ['allocation'] }, t)).toBe('allocation')
  })

  it('KN14 speaks for the first of several kinds where it is called as that is', () => {
    expect(leadOf({ title: 'Goals', kinds: ['goal', 'targetGroup'] }, t)).toBe('goal')
    expect(leadOf({ title: ' GOALS ', kinds: ['goal', 'targetGroup'] }, t)).toBe('goal')
    expect(leadOf({ title: 'Target groups', kinds: ['goal', 'targetGroup'] }, t)).toBeNull()
    expect(leadOf({ title: 'Trends and scenarios', kinds: ['trend', 'scenario'] }, t)).toBeNull()
  })

  it('KN14 speaks for no kind that is not known', () => {
    expect(leadOf({ title: 'Later', kinds: ['laterKind'] }, t)).toBeNull()
    expect(leadOf({ title: 'Words alone' }, t)).toBeNull()
  })
})

describe('a limit at a heading', () => {
  const { board } = aFullMeeting()
  const [first, ...others] = board.steps
  const asking = (...checks: readonly string[]) => ({
    steps: [{ ...must(first), checks: [...checks] }, ...others.map((step) => ({ ...step, checks: [] }))],
    settings: board.settings,
  })

  it('KN15 is what the check of the kind says, as the facilitator set it', () => {
    expect(mostOf(asking('GOAL-03'), 'goal')).toBe(10)
    expect(mostOf(asking('GOAL-04'), 'indicator')).toBe(25)
    const settings = { ...board.settings, checks: { 'GOAL-03': { params: { maxGoals: 7 } } } }
    expect(mostOf({ ...asking('GOAL-03'), settings }, 'goal')).toBe(7)
  })

  it('KN15 is none where no step asks, the check is off, or none counts the kind', () => {
    expect(mostOf(asking('GOAL-04'), 'goal')).toBeNull()
    const settings = { ...board.settings, checks: { 'GOAL-03': { off: true as const } } }
    expect(mostOf({ ...asking('GOAL-03'), settings }, 'goal')).toBeNull()
    expect(mostOf(asking('GOAL-03', 'GOAL-04'), 'stakeholder')).toBeNull()
  })
})

describe('an item that says no more than its name', () => {
  const goal = must(kinds.get('goal'))
  const bare = (leaves: Readonly<Record<string, Leaf>>) =>
    isBare(
      { kind: 'goal', id: 'g1', order: 'a0', deleted: null, leaves: new Map(Object.entries(leaves)) },
      goal,
    )

  it('KN16 is one with its title, its number and what each begins with', () => {
    expect(bare({})).toBe(true)
    expect(bare({ title: 'Fewer', number: 3, description: '' })).toBe(true)
    expect(bare({ title: 'Fewer', ...Object.fromEntries(beginningsOf(goal, '2026-11-15')) })).toBe(true)
  })

  it('KN16 is none where anything else is said, or otherwise than it began', () => {
    expect(bare({ title: 'Fewer', description: 'In the evening' })).toBe(false)
    expect(bare({ title: 'Fewer', status: 'agreed' })).toBe(false)
    expect(bare({ title: 'Fewer', 'indicatorIds/i1': true })).toBe(false)
  })
})
