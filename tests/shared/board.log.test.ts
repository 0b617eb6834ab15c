import { describe, expect, it } from 'vitest'
import { BoardEvent, Command, decide, evolve, replay, type CommandBody } from '../../shared/board/log.ts'
import { Board } from '../../shared/board/model.ts'
import { Secret } from '../../shared/ids.ts'
import {
  about,
  aboutWords,
  addPart,
  aFullMeeting,
  aMeeting,
  agree,
  aMember,
  answer,
  assign,
  at,
  created,
  hide,
  inviteId,
  memberId,
  movePart,
  pause,
  proposalId,
  propose,
  removeComment,
  rename as renamePart,
  reopen,
  replace,
  restore,
  resume,
  review,
  reword,
  say,
  settle,
  unsettle,
  uphold,
  type Meeting,
} from '../support/board.ts'

const rename = (title: string): CommandBody => ({ type: 'plan.rename', title })

/** One command of every type, in an order in which each is allowed to Faye. */
const everyCommand: readonly CommandBody[] = [
  rename('A safer town'),
  { type: 'plan.settings', startedAt: '2026-02-02' },
  { type: 'plan.variables', variables: { aim: 'A calm town' } },
  { type: 'member.invite', inviteId: inviteId('link'), role: 'reader', secret: Secret.parse('s'.repeat(43)) },
  { type: 'invite.revoke', inviteId: inviteId('link') },
  { type: 'member.role', memberId: memberId('ed'), role: 'reader' },
  { type: 'member.remove', memberId: memberId('rita') },
  review('mission'),
  pause('mission', at(30)),
  resume('mission'),
  agree('mission'),
  reopen('mission'),
  uphold('goals'),
  propose('mission'),
  renamePart('step mission', { title: 'Why' }),
  addPart('section mission mission.more', 'More'),
  hide('section mission mission.more'),
  restore('section mission mission.more'),
  movePart('step mission', 'actions'),
  { type: 'proposal.decline', proposalId: proposalId('p1'), reason: 'Not now' },
  propose('mission', 'p2'),
  { type: 'proposal.accept', proposalId: proposalId('p2') },
  say('c1', aboutWords('goals'), { kind: 'question', mentions: [memberId('ed')], onBehalfOf: 's1' }),
  answer('c2', 'c1'),
  reword('c1', 'Other words', { mentions: [memberId('cora')] }),
  assign('c1', 'cora'),
  settle('c1'),
  unsettle('c1'),
  removeComment('c2'),
  say('c3', about('actions')),
  removeComment('c3'),
  { type: 'scoring.begin' },
  { type: 'scoring.reveal' },
  { type: 'scoring.settle', pairs: ['a1:g1'] },
  { type: 'scoring.end' },
]

const afterEverything = (): Meeting => {
  const meeting = aFullMeeting()
  for (const command of everyCommand) meeting.tell('faye', command)
  return meeting
}

describe('the log', () => {
  it('BL1 a log begins with board.created, and only once', () => {
    const { log, board } = aFullMeeting()
    expect(() => replay([])).toThrow('begins with board.created')
    expect(() => replay(log.slice(1))).toThrow('begins with board.created')
    expect(() => evolve(board, created())).toThrow('created once')
  })

  it('BL2 a new board has every step open, its maker as facilitator and nothing else', () => {
    const { board } = aMeeting()
    expect(board).toMatchObject({ seq: 1, createdAt: at(0), members: [aMember('faye', 'facilitator')] })
    for (const step of board.steps)
      expect(step).toMatchObject({ state: { is: 'open' }, pause: null, epoch: 1, generation: 1, versions: 0 })
  })

  it('BL3 every event carries on the numbers without a gap, and the board knows the last', () => {
    const { log, board } = afterEverything()
    expect(log.map((event) => event.seq)).toEqual(log.map((_, index) => index + 1))
    expect(board.seq).toBe(log.length)
  })

  it('BL4 a command of every type is allowed, and each leaves a mark in the log', () => {
    const meeting = aFullMeeting()
    for (const command of everyCommand)
      expect([command.type, meeting.tell('faye', command)]).toEqual([command.type, [expect.anything()]])
    // Where a passage stands now is no event (CD21).
    const known = Command.def.options.map((option) => option.shape.type.def.values[0])
    const told = [...everyCommand.map(({ type }) => type), 'comment.reanchor']
    expect(new Set(told)).toEqual(new Set(known))
  })

  it('BL5 replaying the log gives the board that was folded live', () => {
    const { log, board } = afterEverything()
    expect(replay(log)).toEqual(board)
  })

  it('BL6 a log and a board survive being written as JSON and parsed by their schemas', () => {
    const { log, board } = afterEverything()
    const read = (JSON.parse(JSON.stringify(log)) as unknown[]).map((event) => BoardEvent.parse(event))
    expect(replay(read as typeof log)).toEqual(board)
    expect(Board.parse(JSON.parse(JSON.stringify(board)))).toEqual(JSON.parse(JSON.stringify(board)))
  })

  it('BL7 evolving changes nothing in the board before', () => {
    const meeting = aFullMeeting()
    for (const command of everyCommand) {
      const before = structuredClone(meeting.board)
      const kept = meeting.board
      meeting.tell('faye', command)
      expect(kept).toEqual(before)
    }
  })

  it('BL8 deciding changes nothing and says the same twice', () => {
    const meeting = aFullMeeting()
    for (const command of everyCommand) {
      const before = structuredClone(meeting.board)
      expect(meeting.ask('faye', command)).toEqual(meeting.ask('faye', command))
      expect(meeting.board).toEqual(before)
      meeting.tell('faye', command)
    }
  })

  it('BL9 whoever may not do a thing hears that first, whatever else is wrong with it', () => {
    const { board } = aFullMeeting()
    const wrong: readonly CommandBody[] = [
      ...everyCommand.filter((command) => command.type !== 'proposal.submit'),
      say('c1', about('nowhere'), { mentions: [memberId('nobody')] }),
      replace('c1'),
      pause('mission', at(-60)),
      { ...review('mission'), until: '1999-01-01' } as CommandBody,
      agree('nowhere'),
    ]
    for (const command of wrong)
      for (const [name, code] of [
        ['rita', 'role'],
        ['nobody', 'left'],
      ] as const) {
        const actor = board.members.find((member) => member.id === memberId(name))
        const verdict = decide(board, command, {
          actor,
          now: at(1),
          freeze: never,
          errorsOf: never,
          scores: never,
        })
        expect([command.type, verdict]).toMatchObject([command.type, { refusal: { code } }])
      }
  })
})

const never = (): never => {
  throw new Error('nothing is frozen or revealed for somebody who may not do so')
}

describe('the plan', () => {
  it('PL1 a facilitator renames the plan; the same title is no event', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('faye', rename('A safer town'))).toHaveLength(1)
    expect(meeting.board.title).toBe('A safer town')
    expect(meeting.tell('faye', rename('A safer town'))).toEqual([])
    expect(meeting.tell('ed', rename('Mine'))).toBe('role')
  })
})

describe('commands on the wire', () => {
  const command = { id: 'c-1', type: 'step.reopen', stepId: 'mission', reason: ' New facts ' }
  const takes = (changes: object) => Command.safeParse({ ...command, ...changes }).success

  it('CM1 an unknown key, an unknown type and a missing id are refused', () => {
    expect(takes({})).toBe(true)
    expect(takes({ extra: 1 })).toBe(false)
    expect(takes({ type: 'step.delete' })).toBe(false)
    expect(takes({ id: undefined })).toBe(false)
    expect(takes({ id: '../etc' })).toBe(false)
  })

  it('CM2 text is trimmed, never empty and never endless', () => {
    expect(Command.parse(command)).toMatchObject({ reason: 'New facts' })
    expect(takes({ reason: '  \n ' })).toBe(false)
    expect(takes({ reason: 'x'.repeat(2001) })).toBe(false)
    expect(takes({ reason: 'x'.repeat(2000) })).toBe(true)
  })

  it('CM3 a decision needs words and a real date, and nothing more', () => {
    const agreed = { decision: 'Yes', date: '2026-03-02' }
    const takesDecision = (changes: object) =>
      Command.safeParse({
        id: 'c',
        type: 'step.agree',
        stepId: 'mission',
        decision: { ...agreed, ...changes },
      }).success
    expect(takesDecision({})).toBe(true)
    expect(takesDecision({ votes: { for: 12, against: 3, abstain: 1 } })).toBe(true)
    for (const bad of [
      { date: '2026-02-30' },
      { date: 'today' },
      { decision: ' ' },
      { votes: { for: -1, against: 0, abstain: 0 } },
      { votes: { for: 1 } },
      { signedBy: 'Ed' },
    ])
      expect([bad, takesDecision(bad)]).toEqual([bad, false])
  })

  it('CM4 who and when never come from the sender', () => {
    expect(takes({ by: memberId('ed') })).toBe(false)
    expect(takes({ at: at(1) })).toBe(false)
  })

  it('CM5 ids of people are 22 letters of base64url', () => {
    const removing = { id: 'c', type: 'member.remove' }
    expect(Command.safeParse({ ...removing, memberId: 'x'.repeat(22) }).success).toBe(true)
    for (const bad of [
      '',
      'x'.repeat(21),
      'x'.repeat(23),
      `${'x'.repeat(21)}/`,
      `${'x'.repeat(22)}\n`,
      1,
      null,
    ])
      expect([bad, Command.safeParse({ ...removing, memberId: bad }).success]).toEqual([bad, false])
  })
})
