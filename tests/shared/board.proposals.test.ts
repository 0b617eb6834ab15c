import { describe, expect, it } from 'vitest'
import { proposalLimit, roomForProposal, sizeOf } from '../../shared/board/proposals.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import {
  aFullMeeting,
  agree,
  at,
  created,
  aMeeting,
  memberId,
  pause,
  proposalId,
  propose,
} from '../support/board.ts'

const decline = (name: string): CommandBody => ({
  type: 'proposal.decline',
  proposalId: proposalId(name),
  reason: 'Not now',
})

describe('proposals', () => {
  it('PP1 a proposal keeps its author, time, reason, size and number of parts, not its words', () => {
    const meeting = aFullMeeting()
    const command = propose('mission', 'p1', 'åtta ord')
    meeting.tell('cora', command, 3)
    expect(meeting.board.proposals).toEqual([
      {
        id: proposalId('p1'),
        stepId: 'mission',
        generation: 1,
        author: memberId('cora'),
        at: at(3),
        reason: 'Clearer',
        cause: 'person',
        state: 'open',
        size: command.type === 'proposal.submit' ? sizeOf(command.changes) : 0,
        parts: 1,
      },
    ])
    expect(JSON.stringify(meeting.log)).not.toContain('åtta ord')
  })

  it('PP2 an agreed or paused step takes proposals', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('mission'))
    meeting.tell('faye', pause('goals'))
    expect(meeting.tell('ed', propose('mission', 'p1'))).toHaveLength(1)
    expect(meeting.tell('ed', propose('goals', 'p2'))).toHaveLength(1)
  })

  it('PP3 a reader and a stranger propose nothing', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('rita', propose('mission'))).toBe('role')
    expect(meeting.tell('stranger', propose('mission'))).toBe('left')
    expect(meeting.board.proposals).toEqual([])
  })

  it('PP4 a proposal built on a replaced generation says so', () => {
    const meeting = aMeeting(created())
    const command = { ...propose('mission'), generation: 0 } as CommandBody
    meeting.tell('faye', command)
    expect(meeting.board.proposals).toMatchObject([{ generation: 0, cause: 'replaced' }])
  })

  it('PP5 an id is used once, also after the proposal was declined', () => {
    const meeting = aFullMeeting()
    meeting.tell('ed', propose('mission'))
    expect(meeting.tell('ed', propose('goals'))).toBe('alreadyUsed')
    meeting.tell('faye', decline('p1'))
    expect(meeting.tell('cora', propose('mission'))).toBe('alreadyUsed')
  })

  it('PP6 at most 20 proposals of one person wait; a declined one makes room', () => {
    const meeting = aFullMeeting()
    for (let n = 0; n < proposalLimit.open; n++)
      expect(meeting.tell('ed', propose('mission', `p${n}`))).toHaveLength(1)
    expect(meeting.tell('ed', propose('mission', 'more'))).toBe('tooManyProposals')
    expect(meeting.tell('cora', propose('mission', 'hers'))).toHaveLength(1)
    meeting.tell('faye', decline('p0'))
    expect(meeting.tell('ed', propose('mission', 'more'))).toHaveLength(1)
  })

  it('PP7 the words of one person that wait are at most 2 MB, counted in UTF-8', () => {
    const meeting = aFullMeeting()
    const half = 'å'.repeat(proposalLimit.bytes / 4)
    expect(meeting.tell('ed', propose('mission', 'p1', half))).toHaveLength(1)
    expect(meeting.tell('ed', propose('mission', 'p2', half))).toBe('tooManyProposals')
    expect(roomForProposal(meeting.board, { id: memberId('cora') }, proposalLimit.bytes)).toBe(true)
    expect(roomForProposal(meeting.board, { id: memberId('cora') }, proposalLimit.bytes + 1)).toBe(false)
  })

  it('PP8 a facilitator declines an open proposal once, with a reason', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', propose('mission'))
    expect(meeting.tell('ed', decline('p1'))).toBe('role')
    expect(meeting.tell('faye', decline('p1'))).toMatchObject([
      { type: 'proposal.declined', reason: 'Not now' },
    ])
    expect(meeting.board.proposals).toMatchObject([{ state: 'declined' }])
    expect(meeting.tell('faye', decline('p1'))).toBe('alreadyDecided')
    expect(meeting.tell('faye', decline('p2'))).toBe('unknownProposal')
  })

  it('PP9 a proposal for an unknown step is refused', () => {
    expect(aFullMeeting().tell('ed', propose('nowhere'))).toBe('unknownStep')
  })

  const accept = (name: string, over: object = {}): CommandBody => ({
    type: 'proposal.accept',
    proposalId: proposalId(name),
    ...over,
  })

  it('PP10 a facilitator accepts an open proposal once, all parts or some, each named once', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', propose('mission', 'p1'))
    meeting.tell('cora', propose('mission', 'p2'))
    expect(meeting.tell('ed', accept('p1'))).toBe('role')
    expect(meeting.tell('faye', accept('nowhere'))).toBe('unknownProposal')
    expect(meeting.tell('faye', accept('p1', { parts: [1] }))).toBe('unknownPart')
    expect(meeting.tell('faye', accept('p1', { parts: [0, { part: 0, value: null }] }))).toBe('unknownPart')
    expect(meeting.tell('faye', accept('p1'))).toMatchObject([{ type: 'proposal.accepted', parts: [0] }])
    expect(meeting.tell('faye', accept('p1'))).toBe('alreadyDecided')
    expect(meeting.tell('faye', accept('p2', { parts: [{ part: 0 }] }))).toHaveLength(1)
    expect(meeting.board.proposals).toMatchObject([
      { state: 'accepted', taken: [0] },
      { state: 'accepted', taken: [0] },
    ])
  })

  it('PP11 an agreed step takes words only when it is agreed again, a paused one none', () => {
    const meeting = aFullMeeting()
    for (const [step, name] of [
      ['mission', 'p1'],
      ['goals', 'p2'],
      ['actions', 'p3'],
    ] as const)
      meeting.tell('cora', propose(step, name))
    meeting.tell('faye', agree('mission'))
    meeting.tell('faye', pause('goals'))
    expect(meeting.tell('faye', accept('p1'))).toBe('locked')
    expect(meeting.tell('faye', accept('p2', { agreeAgain: true }))).toBe('paused')
    expect(meeting.tell('faye', accept('p3', { agreeAgain: true }))).toBe('notAgreed')
    const { epoch } = meeting.step('mission')
    expect(meeting.tell('faye', accept('p1', { agreeAgain: true }))).toMatchObject([
      { type: 'step.reopened', reason: 'Clearer' },
      { type: 'proposal.accepted' },
      { type: 'step.agreed', version: { number: 2 } },
    ])
    expect(meeting.step('mission')).toMatchObject({ epoch: epoch + 2, versions: 2, state: { is: 'agreed' } })
    expect(meeting.step('goals').changedGround).toMatchObject([{ stepId: 'mission' }])
  })
})
