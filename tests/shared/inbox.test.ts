import { describe, expect, it } from 'vitest'
import type { Comment } from '../../shared/board/comment.ts'
import type { InboxEntry } from '../../shared/board/inbox.ts'
import { inboxOf, isNew, isRead } from '../../shared/board/inbox.ts'
import { must } from '../../shared/assert.ts'
import {
  about,
  aboutQuestion,
  aboutWords,
  aFullMeeting,
  agree,
  answer,
  assign,
  at,
  hide,
  memberId,
  removeComment,
  review,
  say,
  type Meeting,
} from '../support/board.ts'

/** What is asked of the person: why, and by which comment or in which step. */
const asked = (meeting: Meeting, name: string): readonly string[] =>
  inboxOf(meeting.board, memberId(name)).map(({ because, commentId, stepId }) =>
    [because, commentId ?? stepId].join(' '),
  )
const mentions = (...names: readonly string[]) => ({ mentions: names.map(memberId) })

describe('the inbox', () => {
  it('IB1 whoever is named hears it, and nobody else', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('c1', about('goals'), mentions('ed', 'cora')), 2)
    expect(inboxOf(meeting.board, memberId('ed'))).toEqual([
      { id: 'c1', because: 'mention', at: at(2), by: memberId('cora'), stepId: 'goals', commentId: 'c1' },
    ])
    for (const name of ['cora', 'faye', 'rita']) expect(asked(meeting, name)).toEqual([])
  })

  it('IB2 an answer reaches whoever began the thread, wrote in it before, or is to see to it', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('c1', about('goals')), 1)
    meeting.tell('ed', answer('a1', 'c1'), 2)
    meeting.tell('faye', answer('a2', 'c1'), 2)
    meeting.tell('faye', assign('c1', 'rita'), 3)
    expect(asked(meeting, 'cora').toSorted()).toEqual(['answer a1', 'answer a2'])
    expect(asked(meeting, 'ed')).toEqual(['answer a2'])
    expect(asked(meeting, 'faye')).toEqual([])
    expect(asked(meeting, 'rita').toSorted()).toEqual(['answer a1', 'answer a2', 'assigned c1'])
  })

  it('IB3 an answer that names the person is a mention, and comes once', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('c1', about('goals')), 1)
    meeting.tell('ed', answer('a1', 'c1', mentions('cora')), 2)
    expect(asked(meeting, 'cora')).toEqual(['mention a1'])
  })

  it('IB4 what is assigned again is asked again, and what is taken back is not', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('c1', about('goals')), 1)
    meeting.tell('faye', assign('c1', 'ed'), 2)
    const [first] = inboxOf(meeting.board, memberId('ed'))
    meeting.tell('faye', assign('c1', null), 3)
    expect(asked(meeting, 'ed')).toEqual([])
    meeting.tell('faye', assign('c1', 'ed'), 4)
    const [second] = inboxOf(meeting.board, memberId('ed'))
    expect(second).toMatchObject({ because: 'assigned', at: at(4), by: memberId('faye') })
    expect(second?.id).not.toBe(first?.id)
    meeting.tell('ed', assign('c1', null), 5)
    meeting.tell('ed', assign('c1', 'ed'), 6)
    expect(asked(meeting, 'ed')).toEqual([])
  })

  it('IB5 a step in review asks everybody but who put it there, until it is agreed', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', review('goals'), 3)
    for (const name of ['ed', 'cora', 'rita']) expect(asked(meeting, name)).toEqual(['review goals'])
    expect(asked(meeting, 'faye')).toEqual([])
    meeting.tell('faye', agree('goals'), 4)
    expect(asked(meeting, 'ed')).toEqual([])
  })

  it('IB6 the newest comes first, and of one moment what came last', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('c1', about('goals'), mentions('ed')), 2)
    meeting.tell('cora', say('c2', about('goals'), mentions('ed')), 9)
    meeting.tell('faye', review('mission'), 5)
    meeting.tell('faye', say('c3', about('goals'), mentions('ed')), 2)
    expect(asked(meeting, 'ed')).toEqual(['mention c2', 'review mission', 'mention c3', 'mention c1'])
  })

  it('IB7 nothing that is hidden or removed is asked', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('step', about('goals'), mentions('ed')))
    meeting.tell('cora', say('question', aboutQuestion('mission'), mentions('ed')))
    meeting.tell('cora', say('words', aboutWords('mission'), mentions('ed')))
    meeting.tell('cora', say('gone', about('mission'), mentions('ed')))
    meeting.tell('cora', say('kept', about('mission'), mentions('ed')))
    meeting.tell('faye', review('goals'))
    for (const part of ['step goals', 'question mission mission.why', 'section mission mission.text'])
      meeting.tell('faye', hide(part))
    meeting.tell('cora', removeComment('gone'))
    expect(asked(meeting, 'ed')).toEqual(['mention kept'])
  })

  it('IB8 answers of the same moment are told apart by their order', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('c1', about('goals')), 1)
    meeting.tell('faye', answer('a1', 'c1'), 2)
    meeting.tell('ed', answer('a2', 'c1'), 2)
    meeting.tell('faye', answer('a3', 'c1'), 2)
    expect(asked(meeting, 'ed')).toEqual(['answer a3'])
  })
})

describe('what has been read', () => {
  const entry = (id: string, minutes: number): Pick<InboxEntry, 'id' | 'at'> => ({ id, at: at(minutes) })

  it('IB9 everything up to a moment, and what is marked one by one', () => {
    const read = { before: at(5), also: ['late'] }
    expect([entry('a', 4), entry('b', 5), entry('late', 9)].map((one) => isRead(one, read))).toEqual([
      true,
      true,
      true,
    ])
    expect(isRead(entry('other', 9), read)).toBe(false)
    expect(isRead({ id: 'x', at: at(5).replace('.000Z', 'Z') }, read)).toBe(true)
  })

  it('IB10 new is what others wrote since the last visit and nobody opened', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('c1', about('goals')), 2)
    const comment = must(meeting.board.comments[0])
    const read = { before: at(0), also: [] }
    const isNewToEd = (over: Partial<Comment>, since: string | null = at(1), also: readonly string[] = []) =>
      isNew({ ...comment, ...over }, memberId('ed'), { since, read: { ...read, also } })
    expect([isNewToEd({}), isNewToEd({}, null)]).toEqual([true, true])
    expect(isNewToEd({}, at(2))).toBe(false)
    expect(isNewToEd({}, at(1), ['c1'])).toBe(false)
    expect(isNewToEd({ author: memberId('ed') })).toBe(false)
    expect(isNewToEd({ removed: { at: at(3), by: memberId('cora') } })).toBe(false)
    expect(isNewToEd({ imported: true })).toBe(false)
  })
})
