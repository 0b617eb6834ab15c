import { describe, expect, it } from 'vitest'
import type { Place, Wanted } from '../../client/comments/threads.ts'
import {
  byStep,
  chosenOf,
  idsOf,
  openedBy,
  partOf,
  portion,
  withAnswered,
} from '../../client/comments/threads.ts'
import { subjectKey } from '../../client/hooks/subjects.ts'
import { commentIndexOf } from '../../client/hooks/useComments.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { answerRoot } from '../../shared/step/doc.ts'
import type { Meeting } from '../support/board.ts'
import {
  about,
  aboutQuestion,
  aboutWords,
  aFullMeeting,
  answer,
  assign,
  at,
  commentId,
  hide,
  memberId,
  removeComment,
  say,
  settle,
  stepId,
} from '../support/board.ts'

const aboutItem = (id: string) => ({ type: 'item', stepId: stepId('goals'), kind: 'goal', id }) as const
const aboutField = (id: string) =>
  ({ type: 'field', stepId: stepId('goals'), kind: 'goal', id, field: 'description' }) as const

const goal = (id: string): PlacedItem => ({
  id,
  kind: 'goal',
  order: '',
  stepId: 'goals',
  leaves: new Map(),
  deleted: null,
})
const goals = { byKind: new Map([['goal', [goal('first'), goal('second')]]]) }
const unknown = { get: () => undefined }

const everything: Wanted = { place: { is: 'all' }, which: 'all' }
const cora = { me: memberId('cora'), visit: null }

const shownOf = ({ board }: Meeting) => ({
  ...board,
  steps: board.steps.filter(({ hidden }) => !hidden),
})
const listed = (
  meeting: Meeting,
  wanted: Wanted = everything,
  seeing: Parameters<typeof chosenOf>[2] = cora,
) => chosenOf(commentIndexOf(shownOf(meeting)).threads, wanted, seeing).map(({ head }) => head.id)
const inOrder = (meeting: Meeting, standings: Parameters<typeof byStep>[3] = unknown) => {
  const board = shownOf(meeting)
  return byStep(commentIndexOf(board).threads, board, goals, standings).map(({ step, threads, orphans }) => ({
    step: step.id,
    threads: threads.map(({ head }) => head.id as string),
    orphans: orphans.map(({ head }) => head.id as string),
  }))
}

describe('the order of the threads', () => {
  it('CO1 is the plan’s: the step, its texts, its questions with their answers, its items with their fields', () => {
    const meeting = aFullMeeting()
    const words = aboutWords('goals')
    const said = [
      say('field', aboutField('first')),
      say('item2', aboutItem('second')),
      say('item1', aboutItem('first')),
      say('answered', { ...words, id: answerRoot('goals.why') }),
      say('question', aboutQuestion('goals', 'goals.why')),
      say('late', words),
      say('early', words),
      say('whole', about('goals')),
      say('before', about('mission')),
    ]
    for (const one of said) meeting.tell('cora', one)
    const from = new Map([
      ['early', 3],
      ['late', 9],
    ])
    const standings = { get: (id: string) => ({ is: 'here', from: from.get(id) ?? 0 }) as const }
    expect(inOrder(meeting, standings)).toEqual([
      { step: 'mission', threads: ['before'], orphans: [] },
      {
        step: 'goals',
        threads: ['whole', 'early', 'late', 'question', 'answered', 'item1', 'field', 'item2'],
        orphans: [],
      },
    ])
  })

  it('CO2 those whose words are gone stand by themselves until they are done with', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('gone', aboutWords('goals')))
    meeting.tell('cora', say('there', aboutWords('goals')))
    const standings = {
      get: (id: string) => (id === 'gone' ? { is: 'orphan' } : { is: 'here', from: 1 }) as never,
    }
    expect(inOrder(meeting, standings)).toEqual([{ step: 'goals', threads: ['there'], orphans: ['gone'] }])
    meeting.tell('faye', settle('gone'))
    expect(inOrder(meeting, standings)[0]?.orphans).toEqual([])
  })

  it('CO3 what the plan hides is neither listed nor counted', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('step', about('actions')))
    meeting.tell('cora', say('words', aboutWords('goals')))
    meeting.tell('cora', say('whole', about('goals')))
    expect(listed(meeting)).toHaveLength(3)
    meeting.tell('faye', hide('step actions'))
    meeting.tell('faye', hide('section goals goals.text'))
    expect(listed(meeting)).toEqual(['whole'])
    expect([...commentIndexOf(shownOf(meeting)).openInStep]).toEqual([['goals', 1]])
  })
})

describe('which threads are shown', () => {
  const meetingWith = () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('mine', about('goals')), 1)
    meeting.tell('ed', say('named', aboutItem('first'), { mentions: [memberId('cora')] }), 2)
    meeting.tell('ed', say('asked', aboutField('first')), 3)
    meeting.tell('faye', assign('asked', 'cora'), 4)
    meeting.tell('ed', say('done', aboutQuestion('goals', 'goals.why')), 5)
    meeting.tell('faye', settle('done'), 6)
    return meeting
  }
  const only = (which: Wanted['which'], place: Place = { is: 'all' }) => ({ which, place })

  it('CO4 open ones, done ones, those about me, and all', () => {
    const meeting = meetingWith()
    expect(listed(meeting, only('open'))).toEqual(['mine', 'named', 'asked'])
    expect(listed(meeting, only('done'))).toEqual(['done'])
    expect(listed(meeting, only('mine'))).toEqual(['named', 'asked'])
    expect(listed(meeting, only('all'))).toHaveLength(4)
  })

  it('CO5 new ones are what others said since the last visit and nobody has read', () => {
    const meeting = meetingWith()
    const seeing = (also: readonly string[] = []) => ({
      me: memberId('cora'),
      visit: { since: at(2), read: { before: at(0), also } },
    })
    expect(listed(meeting, only('new'), seeing())).toEqual(['asked', 'done'])
    expect(listed(meeting, only('new'), seeing(['asked']))).toEqual(['done'])
    expect(listed(meeting, only('new'))).toEqual([])
    meeting.tell('ed', answer('late', 'mine'), 9)
    expect(listed(meeting, only('new'), seeing(['asked', 'done']))).toEqual(['mine'])
  })

  it('CO6 of a step all that is said in it, of an item its fields too, of a question its answer', () => {
    const meeting = meetingWith()
    meeting.tell('cora', say('answered', { ...aboutWords('goals'), id: answerRoot('goals.why') }))
    const said = (subject: Extract<Place, { is: 'subject' }>['subject']) =>
      listed(meeting, only('all', { is: 'subject', subject }))
    expect(said(aboutItem('first'))).toEqual(['named', 'asked'])
    expect(said(aboutField('first'))).toEqual(['asked'])
    expect(said(aboutQuestion('goals', 'goals.why'))).toEqual(['done', 'answered'])
    expect(listed(meeting, only('all', { is: 'step', stepId: 'goals' }))).toHaveLength(5)
    expect(listed(meeting, only('all', { is: 'step', stepId: 'mission' }))).toEqual([])
    const { open } = commentIndexOf(shownOf(meeting))
    expect(open.get(subjectKey(aboutItem('first')))).toBe(2)
    expect(open.get(subjectKey(aboutQuestion('goals', 'goals.why')))).toBe(1)
  })

  it('CO18 a link to an answer opens its thread, with the answer in it', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('c1', about('goals')))
    meeting.tell('ed', answer('a1', 'c1'))
    const { comments } = meeting.board
    expect(openedBy('a1', comments)).toEqual({ thread: 'c1', answer: 'a1' })
    expect(openedBy('c1', comments)).toEqual({ thread: 'c1', answer: null })
    expect(openedBy('nobody', comments)).toEqual({ thread: 'nobody', answer: null })
  })

  it('CO7 the one that was opened is shown whatever else is', () => {
    const meeting = meetingWith()
    const wanted = { ...only('open', { is: 'step', stepId: 'mission' }), id: commentId('done') }
    expect(listed(meeting, wanted)).toEqual(['done'])
    meeting.tell('faye', removeComment('done'))
    expect(listed(meeting, wanted)).toEqual([])
  })

  it('CO20 the one that is being answered stays when it is removed', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('c1', about('goals')))
    meeting.tell('cora', removeComment('c1'))
    const { threads } = commentIndexOf(shownOf(meeting))
    const withIt = (id: string | null) =>
      withAnswered(threads, meeting.board.comments, id).map(({ head }) => head.id as string)
    expect([withIt(null), withIt('c1'), withIt('nobody')]).toEqual([[], ['c1'], []])
  })

  const longMeeting = () => {
    const meeting = aFullMeeting()
    for (let number = 0; number < 2 * portion + 5; number++)
      meeting.tell('cora', say(`c${number}`, about('goals')))
    return meeting
  }

  it('CO21 of many threads a comment makes only its own anew', () => {
    const meeting = longMeeting()
    const threadsNow = () => commentIndexOf(shownOf(meeting)).threads
    const before = threadsNow()
    const anew = () =>
      threadsNow()
        .filter((thread) => !before.includes(thread))
        .map(({ head }) => head.id as string)
    expect(anew()).toEqual([])
    meeting.tell('ed', answer('a1', 'c7'))
    expect(anew()).toEqual(['c7'])
    meeting.tell('cora', settle('c9'))
    expect(anew()).toEqual(['c7', 'c9'])
    meeting.tell('cora', say('last', about('goals')))
    expect(anew()).toEqual(['c7', 'c9', 'last'])
  })

  it('CO22 of many threads the first are shown, and each that is kept at its place', () => {
    const board = shownOf(longMeeting())
    const groups = byStep(commentIndexOf(board).threads, board, goals, unknown)
    const all = idsOf(groups)
    expect(idsOf(partOf(groups, new Set()))).toEqual(all.slice(0, portion))
    const kept = new Set(['c60', 'c50', 'nobody'])
    expect(idsOf(partOf(groups, kept))).toEqual([...all.slice(0, portion), 'c50', 'c60'])
    expect(partOf([], kept)).toEqual([])
  })
})
