import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { may } from '../../shared/board/access.ts'
import type { Comment } from '../../shared/board/comment.ts'
import { replay, type CommandBody } from '../../shared/board/log.ts'
import { closedBecause, hasAccess, roles, stepOf, visible, type Board } from '../../shared/board/model.ts'
import { Secret } from '../../shared/ids.ts'
import {
  about,
  aboutQuestion,
  addPart,
  aFullMeeting,
  agree,
  answer,
  assign,
  at,
  hide,
  inviteId,
  memberId,
  movePart,
  pause,
  proposalId,
  propose,
  removeComment,
  rename,
  reopen,
  restore,
  resume,
  review,
  reword,
  say,
  settle,
  stepId,
  unsettle,
  uphold,
  type Meeting,
} from '../support/board.ts'

/* Meetings in which anybody says anything: what must hold after every word, whoever said it. */

const names = ['faye', 'ed', 'cora', 'rita', 'una', 'newcomer', 'stranger']
const person = fc.constantFrom(...names)
const step = fc.constantFrom('mission', 'goals', 'actions', 'nowhere')
const role = fc.constantFrom(...roles)
const link = fc.constantFrom('l1', 'l2')
const proposal = fc.constantFrom('p1', 'p2', 'p3')

const part = fc.constantFrom(
  'step mission',
  'step goals',
  'step new',
  'section mission mission.text',
  'section mission fresh',
  'question goals goals.why',
  'question goals fresh',
)
const spot = fc.constantFrom(null, 'mission', 'actions', 'mission.text', 'fresh', 'goals.why')
const structureChange: fc.Arbitrary<CommandBody> = fc.oneof(
  fc.tuple(part, fc.constantFrom('A', 'B')).map(([one, title]) => rename(one, { title })),
  fc.tuple(part, spot).map(([one, after]) => addPart(one, 'New', { after })),
  part.map(hide),
  part.map(restore),
  fc.tuple(part, spot).map(([one, after]) => movePart(one, after)),
)

const comment = fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6')
const named = fc.option(fc.array(person.map(memberId), { maxLength: 2 }), { nil: undefined })
const place = step.chain((id) => fc.constantFrom(about(id), aboutQuestion(id)))
const posts: fc.Arbitrary<CommandBody> = fc
  .tuple(comment, place, named)
  .map(([id, anchor, mentions]) => say(id, anchor, { mentions }))
const commentChange: fc.Arbitrary<CommandBody> = fc.oneof(
  { weight: 4, arbitrary: posts },
  { weight: 4, arbitrary: fc.tuple(comment, comment).map(([id, parent]) => answer(id, parent)) },
  fc
    .tuple(comment, fc.constantFrom('One', 'Two'), named)
    .map(([id, body, mentions]) => reword(id, body, { mentions })),
  comment.map(settle),
  comment.map(unsettle),
  comment.map(removeComment),
  fc.tuple(comment, fc.option(person)).map(([id, to]) => assign(id, to)),
)

const command: fc.Arbitrary<CommandBody> = fc.oneof(
  step.map(agree),
  step.map((id) => reopen(id)),
  fc
    .tuple(fc.option(step, { nil: undefined }), fc.option(fc.constant(at(500)), { nil: undefined }))
    .map((args) => pause(...args)),
  fc.option(step, { nil: undefined }).map(resume),
  step.map((id) => review(id)),
  step.map(uphold),
  fc
    .record({
      memberId: person.map(memberId),
      role,
      onlyStep: fc.constantFrom(undefined, null, stepId('goals'), stepId('nowhere')),
    })
    .map((how) => ({ type: 'member.role' as const, ...how })),
  fc.record({ type: fc.constant('member.remove' as const), memberId: person.map(memberId) }),
  fc.record({
    type: fc.constant('member.invite' as const),
    inviteId: link.map(inviteId),
    role,
    secret: fc.constant(Secret.parse('s'.repeat(43))),
    onlyStep: fc.constantFrom(undefined, stepId('goals')),
  }),
  fc.record({
    type: fc.constant('invite.revoke' as const),
    inviteId: link.map(inviteId),
    keepMembers: fc.boolean(),
  }),
  fc.tuple(step, proposal).map(([id, name]) => propose(id, name)),
  fc.record({
    type: fc.constant('proposal.decline' as const),
    proposalId: proposal.map(proposalId),
    reason: fc.constant('No'),
  }),
  fc.tuple(proposal, fc.boolean()).map(([name, again]) => ({
    type: 'proposal.accept' as const,
    proposalId: proposalId(name),
    ...(again && { agreeAgain: true as const }),
  })),
  fc.constantFrom('scoring.begin', 'scoring.reveal', 'scoring.end').map((type) => ({ type })),
  structureChange,
  { weight: 12, arbitrary: commentChange },
  fc.constantFrom('One', 'Two').map((title) => ({ type: 'plan.rename' as const, title })),
  fc
    .constantFrom('Step', 'One', 'Safety')
    .map((aim) => ({ type: 'plan.variables' as const, variables: { aim } })),
)

type Turn =
  { readonly who: string; readonly says: CommandBody } | { readonly joins: string; readonly by: string }

const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ who: person, says: command }) },
  { weight: 1, arbitrary: fc.record({ joins: fc.constantFrom('newcomer', 'ed', 'rita'), by: link }) },
)
const meetingOf = fc.array(turn, { minLength: 1, maxLength: 60, size: 'max' })

/** A person comes in by a link as the shell lets them: only while it is valid. */
const comeIn = (meeting: Meeting, name: string, by: string) => {
  const invite = meeting.board.invites.find((one) => one.id === inviteId(by) && one.revokedAt === undefined)
  const scope = invite?.onlyStep && { onlyStep: invite.onlyStep }
  if (invite) meeting.join(name, invite.role, { inviteId: invite.id, ...scope })
}

const play = (
  turns: readonly Turn[],
  after: (before: Board, meeting: Meeting, turn: Turn) => void,
): Meeting => {
  const meeting = aFullMeeting()
  meeting.join('una', 'editor', { onlyStep: stepId('goals') })
  for (const [index, one] of turns.entries()) {
    const before = meeting.board
    if ('joins' in one) comeIn(meeting, one.joins, one.by)
    else meeting.tell(one.who, one.says, index + 1)
    after(before, meeting, one)
  }
  return meeting
}

const always = (holds: (before: Board, meeting: Meeting, turn: Turn) => void) =>
  fc.assert(
    fc.property(meetingOf, (turns) => void play(turns, holds)),
    { numRuns: 300 },
  )

const idIn = ({ id }: { readonly id: string }) => id

/** What never changes of a comment. */
const said = ({ id, author, at: when, anchor, parentId }: Comment) => ({ id, author, when, anchor, parentId })

const facilitators = (board: Board) =>
  board.members.filter((one) => hasAccess(one) && one.role === 'facilitator')

describe('random meetings', () => {
  it('BL10 there is always a facilitator with access', () => {
    always((_, { board }) => expect(facilitators(board).length).toBeGreaterThan(0))
  })

  it('BL11 the epoch of a room never falls, and rises whenever the room closes or opens', () => {
    always((before, { board }) => {
      for (const was of before.steps) {
        const now = stepOf(board, was.id)!
        expect(now.epoch).toBeGreaterThanOrEqual(was.epoch)
        if (closedBecause(now) !== closedBecause(was)) expect(now.epoch).toBeGreaterThan(was.epoch)
      }
    })
  })

  it('BL12 an agreed step changes only by being reopened, agreed again with a proposal, or by changed ground', () => {
    always((before, { board }, one) => {
      for (const was of before.steps) {
        if (was.state.is !== 'agreed') continue
        const reopened = 'says' in one && one.says.type === 'step.reopen' && one.says.stepId === was.id
        const { changedGround: _, ...now } = stepOf(board, was.id)!
        const { changedGround: __, ...then } = was
        const again = 'says' in one && one.says.type === 'proposal.accept' && now.versions > was.versions
        if (again) expect(now).toMatchObject({ state: { is: 'agreed' }, epoch: was.epoch + 2 })
        if (again) continue
        if (!reopened || now.state.is === 'agreed') expect(now).toEqual(then)
      }
    })
  })

  it('BL13 nobody without access decides anything', () => {
    always((before, { board }, one) => {
      if ('joins' in one) return
      const actor = before.members.find((member) => member.id === memberId(one.who))
      if (!hasAccess(actor)) expect(board).toBe(before)
    })
  })

  it('BL14 nobody but a facilitator decides anything, except to propose and to comment', () => {
    always((before, { board }, one) => {
      if ('joins' in one) return
      const actor = before.members.find((member) => member.id === memberId(one.who))
      if (may(actor, 'plan.change')) return
      const { proposals, comments, seq, ...rest } = board
      const { proposals: earlier, comments: saidBefore, seq: earlierSeq, ...earlierRest } = before
      expect(rest).toEqual(earlierRest)
      if (comments === saidBefore) expect(proposals.length - earlier.length).toBe(seq - earlierSeq)
      else expect(proposals).toBe(earlier)
    })
  })

  it('BL15 no room is both agreed and paused', () => {
    always((_, { board }) => {
      for (const one of board.steps) if (one.state.is === 'agreed') expect(one.pause).toBeNull()
    })
  })

  it('CD25 what is said is said by whoever said it, by nobody who only reads, and never taken out', () => {
    always((before, { board }, one) => {
      expect(board.comments.slice(0, before.comments.length).map(said)).toEqual(before.comments.map(said))
      const more = board.comments.slice(before.comments.length)
      if (more.length === 0) return
      const actor = before.members.find((member) => 'who' in one && member.id === memberId(one.who))
      expect(more.map(({ author }) => author)).toEqual([actor?.id])
      for (const { anchor } of more) {
        expect(actor?.role).not.toBe('reader')
        expect([undefined, anchor.stepId]).toContain(actor?.onlyStep)
      }
    })
  })

  it('CD26 every answer stands under a first comment that came before, and is about the same', () => {
    always((_, { board: { comments } }) => {
      expect(new Set(comments.map(idIn)).size).toBe(comments.length)
      for (const [index, { parentId, anchor, assigned, resolved }] of comments.entries()) {
        if (parentId === undefined) continue
        const head = comments.slice(0, index).find(({ id }) => id === parentId)
        expect(head).toMatchObject({ anchor })
        expect([head?.parentId, assigned, resolved]).toEqual([undefined, undefined, undefined])
      }
    })
  })

  it('MB20 whoever leads the plan leads all of it', () => {
    always((_, { board }) => {
      for (const one of facilitators(board)) expect(one.onlyStep).toBeUndefined()
    })
  })

  it('PS15 ids stay unique, nothing that was there goes, and a step can be seen', () => {
    always((before, { board }) => {
      const all = (one: Board) =>
        one.steps.flatMap(({ id, sections, questions }) => [
          id,
          ...sections.map(idIn),
          ...questions.map(idIn),
        ])
      const now = all(board)
      expect(new Set(now).size).toBe(now.length)
      expect(now).toEqual(expect.arrayContaining(all(before)))
      expect(visible(board.steps).length).toBeGreaterThan(0)
    })
  })

  it('BL16 the replayed log is the board, every time', () => {
    fc.assert(
      fc.property(meetingOf, (turns) => {
        const { log, board } = play(turns, () => {})
        expect(replay(log)).toEqual(board)
        expect(replay(JSON.parse(JSON.stringify(log)) as typeof log)).toEqual(
          JSON.parse(JSON.stringify(board)),
        )
      }),
      { numRuns: 150 },
    )
  })
})
