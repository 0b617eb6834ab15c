import { describe, expect, it } from 'vitest'
import { isFormal } from '../../shared/board/decisions.ts'
import { closedBecause } from '../../shared/board/model.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import { decide } from '../../shared/board/log.ts'
import { mostHindrances, pausesOver, restingOn } from '../../shared/board/steps.ts'
import {
  aDecision,
  aFullMeeting,
  aMeeting,
  agree,
  aStructure,
  at,
  created,
  memberId,
  pause,
  reopen,
  resume,
  review,
  stepId,
  uphold,
  versionId,
} from '../support/board.ts'

const ids = (steps: readonly { readonly id: string }[]) => steps.map((step) => step.id)

describe('agreeing', () => {
  it('LF1 agreeing keeps the decision, its version, who and when, and closes the room', () => {
    const meeting = aFullMeeting()
    const events = meeting.tell('faye', agree('mission'), 5)
    expect(events).toMatchObject([{ type: 'step.agreed', seq: 5, at: at(5), by: memberId('faye') }])
    const step = meeting.step('mission')
    expect(step.state).toMatchObject({
      is: 'agreed',
      at: at(5),
      by: memberId('faye'),
      decision: aDecision,
      version: { number: 1, hash: 'a'.repeat(64) },
    })
    expect(closedBecause(step)).toBe('agreed')
    expect(step.versions).toBe(1)
  })

  it('FU11 with an error it is refused with all that is wrong, unless a reason is given, which is kept', () => {
    const { board, member } = aFullMeeting()
    const findings = [
      { check: 'GEN-03', severity: 'error', entityId: null, place: { is: 'step', stepId: 'mission' } },
    ] as const
    const version = { id: versionId('v1'), number: 1, hash: 'a'.repeat(64) }
    const ask = (name: string, command: CommandBody) =>
      decide(board, command, {
        actor: member(name),
        now: at(1),
        freeze: () => version,
        errorsOf: () => findings,
        scores: () => [],
      })
    const values = { count: 1 }
    expect(ask('faye', agree('mission'))).toEqual({ refusal: { code: 'errorsRemain', findings, values } })
    expect(ask('ed', agree('mission'))).toMatchObject({ refusal: { code: 'role' } })
    const override = { ...agree('mission'), override: { reason: 'It cannot wait' } } as CommandBody
    expect(ask('faye', override)).toMatchObject({
      events: [{ type: 'step.agreed', override: 'It cannot wait' }],
    })
  })

  it('FU11 of very many errors it says how many they are, and only the first', () => {
    const { board, member } = aFullMeeting()
    const many = Array.from({ length: 5000 }, (_, at) => ({
      check: 'ACT-01',
      entityId: `a${at}`,
      place: { is: 'item' },
    }))
    const verdict = decide(board, agree('mission'), {
      actor: member('faye'),
      now: at(1),
      freeze: () => ({ id: versionId('v1'), number: 1, hash: 'a'.repeat(64) }),
      errorsOf: () => many,
      scores: () => [],
    })
    expect(verdict).toEqual({
      refusal: { code: 'errorsRemain', findings: many.slice(0, mostHindrances), values: { count: 5000 } },
    })
  })

  it('LF2 agreeing is allowed from open, in review and paused, and ends the pause', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('faye', agree('mission'))).toHaveLength(1)
    meeting.tell('faye', review('goals'))
    expect(meeting.tell('faye', agree('goals'))).toHaveLength(1)
    meeting.tell('faye', pause('actions', at(60)))
    expect(meeting.tell('faye', agree('actions'))).toHaveLength(1)
    expect(meeting.step('actions').pause).toBeNull()
    expect(pausesOver(meeting.board, at(90))).toEqual([])
  })

  it('LF3 an agreed step refuses review, agreeing, pausing and resuming as locked', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('mission'))
    const before = meeting.board
    for (const command of [review('mission'), agree('mission'), pause('mission')])
      expect(meeting.tell('faye', command)).toBe('locked')
    expect(meeting.tell('faye', resume('mission'))).toBe('locked')
    expect(meeting.board).toBe(before)
  })

  it('LF4 the refusal names the step', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('mission'))
    expect(meeting.ask('faye', agree('mission'))).toEqual({
      refusal: { code: 'locked', values: { step: 'Step mission' } },
    })
  })

  it('LF5 the reason for overriding is kept, also when nothing needed it', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', {
      type: 'step.agree',
      stepId: stepId('mission'),
      decision: aDecision,
      override: { reason: 'The council has decided' },
    })
    expect(meeting.step('mission').state).toMatchObject({ override: 'The council has decided' })
  })

  it('LF6 a decision is formal with a body and a reference, else a working agreement', () => {
    expect(isFormal({ ...aDecision, body: 'Kommunstyrelsen', reference: '§ 12' })).toBe(true)
    expect(isFormal({ ...aDecision, body: 'Kommunstyrelsen' })).toBe(false)
    expect(isFormal(aDecision)).toBe(false)
  })

  it('LF7 a second agreement has the next number', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('mission'))
    meeting.tell('faye', reopen('mission'))
    expect(meeting.step('mission').versions).toBe(1)
    meeting.tell('faye', agree('mission'))
    expect(meeting.step('mission')).toMatchObject({ versions: 2, state: { version: { number: 2 } } })
  })
})

describe('review', () => {
  it('LF8 a review says since when, who looks and until when, and leaves the room open', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', review('mission', { who: 'The youth council', until: '2026-03-20' }), 3)
    const step = meeting.step('mission')
    expect(step.state).toEqual({
      is: 'inReview',
      since: at(3),
      by: memberId('faye'),
      who: 'The youth council',
      until: '2026-03-20',
    })
    expect(closedBecause(step)).toBeNull()
    expect(step.epoch).toBe(1)
  })

  it('LF9 a review cannot end before today, but may end today', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('faye', review('mission', { until: '2026-03-01' }))).toBe('pastTime')
    expect(meeting.tell('faye', review('mission', { until: '2026-03-02' }))).toHaveLength(1)
  })
})

describe('reopening', () => {
  it('LF10 only an agreed step is reopened', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('faye', reopen('mission'))).toBe('notAgreed')
    meeting.tell('faye', pause('mission'))
    expect(meeting.tell('faye', reopen('mission'))).toBe('paused')
  })

  it('LF11 reopening opens the room and keeps who, when and why', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('mission'))
    meeting.tell('faye', reopen('mission', 'New numbers'), 9)
    const step = meeting.step('mission')
    expect(step.state).toEqual({
      is: 'open',
      reopened: { at: at(9), by: memberId('faye'), reason: 'New numbers' },
    })
    expect(closedBecause(step)).toBeNull()
  })

  it('LF12 every step that rests on a reopened one, directly or not, rests on changed ground', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('mission'))
    meeting.tell('faye', reopen('mission', 'New numbers'), 9)
    const ground = [{ stepId: 'mission', at: at(9), reason: 'New numbers' }]
    expect(meeting.step('goals').changedGround).toEqual(ground)
    expect(meeting.step('actions').changedGround).toEqual(ground)
    expect(meeting.step('mission').changedGround).toEqual([])
  })

  it('LF13 a ground that changes twice is named once, with the last reason', () => {
    const meeting = aFullMeeting()
    for (const reason of ['First', 'Second']) {
      meeting.tell('faye', agree('mission'))
      meeting.tell('faye', reopen('mission', reason))
    }
    expect(meeting.step('goals').changedGround).toMatchObject([{ stepId: 'mission', reason: 'Second' }])
  })

  it('LF14 upholding or agreeing settles the changed ground', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('faye', uphold('goals'))).toBe('nothingToUphold')
    meeting.tell('faye', agree('mission'))
    meeting.tell('faye', reopen('mission'))
    expect(meeting.tell('faye', uphold('goals'))).toHaveLength(1)
    expect(meeting.step('goals').changedGround).toEqual([])
    expect(meeting.step('actions').changedGround).toHaveLength(1)
    meeting.tell('faye', agree('actions'))
    expect(meeting.step('actions').changedGround).toEqual([])
  })

  it('LF15 steps that rest on each other in a ring are each found once', () => {
    const ring = [aStructure('a', ['c']), aStructure('b', ['a']), aStructure('c', ['b']), aStructure('d')]
    const { board } = aMeeting(created({ steps: ring }))
    expect([...restingOn(board, 'a')].sort()).toEqual(['a', 'b', 'c'])
    expect(restingOn(board, 'd').size).toBe(0)
  })
})

describe('pausing', () => {
  it('LF16 a pause closes the room for everyone, the facilitator too', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', pause('mission', at(30)), 2)
    expect(meeting.step('mission').pause).toEqual({ at: at(2), by: memberId('faye'), until: at(30) })
    expect(closedBecause(meeting.step('mission'))).toBe('paused')
    expect(closedBecause(meeting.step('goals'))).toBeNull()
  })

  it('LF17 pausing without naming a step pauses every step that is not agreed', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('mission'))
    meeting.tell('faye', pause())
    expect(ids(meeting.board.steps.filter((step) => step.pause))).toEqual(['goals', 'actions'])
    meeting.tell('faye', resume())
    expect(meeting.board.steps.every((step) => step.pause === null)).toBe(true)
    expect(closedBecause(meeting.step('mission'))).toBe('agreed')
  })

  it('LF18 pausing is refused when every step is agreed, resuming when nothing is paused', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('faye', resume())).toBe('notPaused')
    expect(meeting.tell('faye', resume('mission'))).toBe('notPaused')
    for (const id of ['mission', 'goals', 'actions']) meeting.tell('faye', agree(id))
    expect(meeting.tell('faye', pause())).toBe('locked')
  })

  it('LF19 a pause ends later than now', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('faye', pause('mission', at(1)), 1)).toBe('pastTime')
    expect(meeting.tell('faye', pause('mission', at(2)), 1)).toHaveLength(1)
  })

  it('LF20 a pause is over when its time has come, and the clock resumes it', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', pause('mission', at(10)))
    meeting.tell('faye', pause('goals'))
    expect(pausesOver(meeting.board, at(9))).toEqual([])
    const over = pausesOver(meeting.board, at(10))
    expect(over).toEqual([{ type: 'step.resumed', stepId: 'mission' }])
    meeting.happen(over[0]!)
    expect(closedBecause(meeting.step('mission'))).toBeNull()
    expect(pausesOver(meeting.board, at(99))).toEqual([])
  })

  it('LF21 pausing again changes when it ends, not the epoch', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', pause('mission', at(10)))
    const { epoch } = meeting.step('mission')
    meeting.tell('faye', pause('mission', at(20)))
    expect(meeting.step('mission')).toMatchObject({ epoch, pause: { until: at(20) } })
  })

  it('LF22 a review survives a pause', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', review('mission'))
    meeting.tell('faye', pause('mission'))
    meeting.tell('faye', resume('mission'))
    expect(meeting.step('mission').state.is).toBe('inReview')
  })
})

describe('epoch', () => {
  it('LF23 the epoch rises at every closing and every opening', () => {
    const meeting = aFullMeeting()
    const epochs = [agree('mission'), reopen('mission'), pause('mission'), resume('mission')].map(
      (command) => {
        meeting.tell('faye', command)
        return meeting.step('mission').epoch
      },
    )
    expect(epochs).toEqual([2, 3, 4, 5])
    expect(meeting.step('goals').epoch).toBe(1)
  })
})

describe('asking', () => {
  it('LF24 an unknown step is refused, by its role first', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('faye', agree('nowhere'))).toBe('unknownStep')
    expect(meeting.tell('faye', pause('nowhere'))).toBe('unknownStep')
    expect(meeting.tell('ed', agree('nowhere'))).toBe('role')
  })
})
