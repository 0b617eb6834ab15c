import { describe, expect, it } from 'vitest'
import { actions, deny, may, type Action, type Denial } from '../../shared/board/access.ts'
import { roles, type Role, type Step } from '../../shared/board/model.ts'
import { aFullMeeting, agree, aMember, at, pause } from '../support/board.ts'

/*
 * Written out by hand, not derived from the table under test: F facilitator, E editor, C commenter, R reader; one
 * column per state of the step's room. A letter means allowed, a dot not.
 */
const expected: Readonly<Record<Action, Readonly<Record<Room, string>>>> = {
  'plan.read': { open: 'FECR', agreed: 'FECR', paused: 'FECR' },
  'plan.change': { open: 'F...', agreed: 'F...', paused: 'F...' },
  'structure.change': { open: 'F...', agreed: '....', paused: 'F...' },
  'members.manage': { open: 'F...', agreed: 'F...', paused: 'F...' },
  'room.write': { open: 'FE..', agreed: '....', paused: '....' },
  'step.review': { open: 'F...', agreed: '....', paused: 'F...' },
  'step.agree': { open: 'F...', agreed: '....', paused: 'F...' },
  'step.reopen': { open: '....', agreed: 'F...', paused: '....' },
  'step.pause': { open: 'F...', agreed: '....', paused: 'F...' },
  'step.resume': { open: '....', agreed: '....', paused: 'F...' },
  'step.uphold': { open: 'F...', agreed: 'F...', paused: 'F...' },
  'proposal.submit': { open: 'FEC.', agreed: 'FEC.', paused: 'FEC.' },
  'proposal.decide': { open: 'F...', agreed: 'F...', paused: 'F...' },
  'comment.post': { open: 'FEC.', agreed: 'FEC.', paused: 'FEC.' },
  'comment.edit': { open: '....', agreed: '....', paused: '....' },
  'comment.remove': { open: 'F...', agreed: 'F...', paused: 'F...' },
  'comment.settle': { open: 'FE..', agreed: 'FE..', paused: 'FE..' },
  'comment.assign': { open: 'FE..', agreed: 'FE..', paused: 'FE..' },
  'comment.place': { open: 'F...', agreed: 'F...', paused: 'F...' },
  'followUp.write': { open: 'FE..', agreed: 'FE..', paused: 'FE..' },
  'scoring.lead': { open: 'F...', agreed: 'F...', paused: 'F...' },
  'score.give': { open: 'FEC.', agreed: 'FEC.', paused: 'FEC.' },
}

/** What else is allowed with what is their own, in every state of the room. */
const expectedOwn: Readonly<Partial<Record<Action, string>>> = {
  'comment.edit': 'FEC.',
  'comment.remove': 'FEC.',
  'comment.settle': 'FEC.',
  'comment.place': 'FEC.',
}

type Room = 'open' | 'agreed' | 'paused'
const rooms = ['open', 'agreed', 'paused'] as const
const letterOf: Readonly<Record<Role, string>> = {
  facilitator: 'F',
  editor: 'E',
  commenter: 'C',
  reader: 'R',
}

const stepThatIs = (room: Room): Step => {
  const meeting = aFullMeeting()
  if (room === 'agreed') meeting.tell('faye', agree('mission'))
  if (room === 'paused') meeting.tell('faye', pause('mission'))
  return meeting.step('mission')
}
const steps = { open: stepThatIs('open'), agreed: stepThatIs('agreed'), paused: stepThatIs('paused') }

const isExpected = (action: Action, room: Room, role: Role) => expected[action][room].includes(letterOf[role])

/** For each state of the room, one letter or dot per role. */
const tableOf = (allowed: (room: Room, role: Role) => boolean) =>
  Object.fromEntries(
    rooms.map((room) => [room, roles.map((role) => (allowed(room, role) ? letterOf[role] : '.')).join('')]),
  )

describe('rights', () => {
  it('RT1 every action stands in the table, and no other', () => {
    expect([...actions].sort()).toEqual(Object.keys(expected).sort())
  })

  it.each(actions)('RT2 %s is allowed to these roles while the room is so', (action) => {
    expect(tableOf((room, role) => may(aMember('ann', role), action, steps[room]))).toEqual(expected[action])
  })

  it.each(actions)('RT3 %s is denied to whoever has left or never came', (action) => {
    const left = { at: at(1), because: 'removed' } as const
    for (const room of rooms)
      for (const role of roles) expect(deny(aMember('ann', role, { left }), action, steps[room])).toBe('left')
    expect(deny(undefined, action)).toBe('left')
  })

  it.each(actions)('RT4 %s is denied for the role first, then for the state', (action) => {
    for (const room of rooms)
      for (const role of roles) {
        const never = rooms.every((state) => !isExpected(action, state, role))
        const denial: Denial | null = isExpected(action, room, role) ? null : never ? 'role' : room
        expect(deny(aMember('ann', role), action, steps[room])).toBe(denial)
      }
  })

  it('RT5 without a step only the role is asked', () => {
    expect(may(aMember('ann', 'editor'), 'room.write')).toBe(true)
    expect(may(aMember('ann', 'reader'), 'room.write')).toBe(false)
  })

  it('RT6 a step that is both in review and paused is paused', () => {
    const step: Step = { ...steps.paused, state: { is: 'inReview', since: at(1), by: aMember('faye').id } }
    expect(deny(aMember('ann', 'editor'), 'room.write', step)).toBe('paused')
  })

  it.each(actions)('RT7 %s is allowed to these roles with what is their own', (action) => {
    const own = expectedOwn[action]
    const all = Object.fromEntries(rooms.map((room) => [room, own ?? expected[action][room]]))
    const table = tableOf((room, role) => may(aMember('ann', role), action, steps[room], true))
    expect(table).toEqual(all)
  })

  it.each(actions)(
    'RT8 %s: whoever is here for one step reads the others, and the plan as a whole',
    (action) => {
      const meeting = aFullMeeting()
      const elsewhere = meeting.step('goals')
      for (const role of roles) {
        const una = aMember('una', role, { onlyStep: steps.open.id })
        const reader = aMember('rita', 'reader')
        const asReader = [deny(reader, action, elsewhere), deny(reader, action)]
        expect([deny(una, action, elsewhere), deny(una, action)]).toEqual(asReader)
        expect(deny(una, action, elsewhere, true)).toBe(deny(reader, action, elsewhere, true))
        for (const room of rooms)
          expect(deny(una, action, steps[room])).toBe(deny(aMember('ann', role), action, steps[room]))
      }
    },
  )
})
