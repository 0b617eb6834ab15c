import { describe, expect, it } from 'vitest'
import type { Comment } from '../../shared/board/comment.ts'
import { findingsOf } from '../../shared/checks/find.ts'
import { about, aboutQuestion, at, commentId, memberId } from '../support/board.ts'
import type { PlanParts, StepParts } from '../support/checks.ts'
import { agreedOn, aPlan, findingsBy, foundBy, inReview, limits } from '../support/checks.ts'

/* What is asked of every step: questions, comments, decisions, what it rests on. */

const steps = (...all: readonly StepParts[]): PlanParts => ({ steps: all })
const asking = (
  more: Partial<NonNullable<StepParts['questions']>[number]> = {},
  state?: StepParts['state'],
) => steps({ id: 'goals', ...(state && { state }), questions: [{ id: 'goals.q1', ...more }] })

const comment = (kind: Comment['kind'], more: Partial<Comment> = {}): Comment => ({
  id: commentId('c1'),
  anchor: about('goals'),
  kind,
  body: 'Is that so?',
  author: memberId('cora'),
  at: at(1),
  ...more,
})
const commented = (...comments: readonly Comment[]): PlanParts => ({
  ...steps({ id: 'goals', state: inReview, questions: [{ id: 'goals.why', status: 'drafted' }] }),
  comments,
})
const done = { at: at(2), by: memberId('faye') }

describe('the checks of steps', () => {
  it('CK3 GEN-01 names a question without an answer, more gravely once the step is looked through', () => {
    const place = { is: 'question', stepId: 'goals', id: 'goals.q1' }
    const found = (state?: StepParts['state']) =>
      findingsBy('GEN-01', asking({}, state)).map(({ severity, ...one }) => [severity, one])
    const told = { check: 'GEN-01', entityId: 'goals.q1', place }
    expect(found()).toEqual([['info', told]])
    expect(found(inReview)).toEqual([['warning', told]])
    expect(found(agreedOn('2026-05-04'))).toEqual([['warning', told]])
  })

  it.each(['drafted', 'agreed', 'notRelevant'] as const)(
    'CK3 GEN-01 goes when the question is %s',
    (status) => {
      expect(foundBy('GEN-01', asking({ status }))).toEqual([])
    },
  )

  it('CK3 GEN-01 is asked of questions, not of what the process requires', () => {
    expect(foundBy('GEN-01', asking({ kind: 'requirement' }))).toEqual([])
  })

  it('CK3 GEN-02 counts the open questions and objections in a step that is looked through', () => {
    const open = commented(
      comment('question'),
      comment('objection', { id: commentId('c2'), anchor: aboutQuestion('goals') }),
    )
    expect(findingsBy('GEN-02', open)).toEqual([
      {
        check: 'GEN-02',
        severity: 'warning',
        entityId: 'goals',
        place: { is: 'step', stepId: 'goals' },
        values: { n: 2 },
      },
    ])
  })

  it.each([
    ['it is answered for', [comment('question', { resolved: done })]],
    ['it is removed', [comment('question', { removed: done })]],
    ['it is a mere comment', [comment('comment')]],
    ['it is about another step', [comment('question', { anchor: about('mission') })]],
    [
      'it is an answer to a comment',
      [comment('comment'), comment('question', { id: commentId('c2'), parentId: commentId('c1') })],
    ],
  ] as const)('CK3 GEN-02 goes when %s', (_, comments) => {
    expect(foundBy('GEN-02', commented(...comments))).toEqual([])
  })

  it('CK3 GEN-02 is asked when a step is about to be agreed, or was', () => {
    const open = (state?: StepParts['state']) => ({
      ...steps({ id: 'goals', ...(state && { state }) }),
      comments: [comment('question')],
    })
    expect(foundBy('GEN-02', open())).toEqual([])
    expect(foundBy('GEN-02', open(agreedOn('2026-05-04')))).toEqual(['goals'])
  })

  it('CK3 GEN-03 is an error where a step was agreed without a decision, and goes with one', () => {
    const agreed = (more: Parameters<typeof agreedOn>[1]) =>
      findingsBy('GEN-03', steps({ id: 'goals', state: agreedOn('2026-05-04', more) })).map(
        ({ entityId, severity }) => `${entityId} ${severity}`,
      )
    expect(agreed({ unrecorded: true })).toEqual(['goals error'])
    expect(agreed({})).toEqual([])
  })

  it('CK3 GEN-04 names each step underneath that is not agreed', () => {
    const resting = (mission: StepParts['state'], goals: StepParts['state']) =>
      findingsBy(
        'GEN-04',
        steps(
          { id: 'mission', ...(mission && { state: mission }) },
          { id: 'goals', dependsOn: ['mission'], ...(goals && { state: goals }) },
        ),
      ).map(({ entityId, values }) => [entityId, values])
    expect(resting(inReview, inReview)).toEqual([['goals', { dep: 'mission' }]])
    expect(resting(undefined, agreedOn('2026-06-01'))).toEqual([['goals', { dep: 'mission' }]])
    expect(resting(agreedOn('2026-05-04'), inReview)).toEqual([])
    expect(resting(undefined, undefined)).toEqual([])
  })

  it('CK3 a step that is not shown is neither asked nor rested on', () => {
    const hidden = steps(
      { id: 'mission', hidden: true, questions: [{ id: 'mission.q1' }] },
      { id: 'goals', dependsOn: ['mission'], state: inReview },
    )
    expect(findingsOf(aPlan(hidden)).filter(({ check }) => check.startsWith('GEN'))).toEqual([])
  })
})

describe('which checks are asked', () => {
  const withoutSource = (step: StepParts) => foundBy('MIS-01', steps(step))

  it('CK4 those that some step of the process lists', () => {
    expect(withoutSource({ checks: ['MIS-01'] })).toEqual([null])
    expect(withoutSource({ checks: ['MIS-02'] })).toEqual([])
    expect(withoutSource({ checks: ['MIS-01'], hidden: true })).toEqual([])
  })

  it('CK4 in a step that lists none, those of the kinds it shows', () => {
    const sections = [{ id: 'mission.sources', kinds: ['missionSource'] as const }]
    expect(withoutSource({ checks: null, sections })).toEqual([null])
    expect(withoutSource({ checks: null })).toEqual([])
    expect(
      withoutSource({ checks: null, sections: sections.map((one) => ({ ...one, hidden: true })) }),
    ).toEqual([])
  })

  it('CK4 questions, comments and decisions of a step whether it lists them or not', () => {
    expect(foundBy('GEN-01', steps({ checks: [], questions: [{ id: 'a.q1' }] }))).toEqual(['a.q1'])
  })

  it('CK4 not those that the facilitator has turned off', () => {
    expect(foundBy('GEN-01', { ...asking(), ...limits('GEN-01', { off: true }) })).toEqual([])
    expect(foundBy('GEN-01', { ...asking(), ...limits('GEN-02', { off: true }) })).toEqual(['goals.q1'])
  })
})
