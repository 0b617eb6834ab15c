import { describe, expect, it } from 'vitest'
import { may } from '../../shared/board/access.ts'
import { headOf, threadsOf } from '../../shared/board/comment.ts'
import { commentLimit, movedPassage } from '../../shared/board/comments.ts'
import { Command, type CommandBody } from '../../shared/board/log.ts'
import type { Role } from '../../shared/board/model.ts'
import {
  about,
  aboutQuestion,
  aboutWords,
  aFullMeeting,
  agree,
  answer,
  assign,
  at,
  commentId,
  memberId,
  pause,
  removeComment,
  replace,
  reword,
  say,
  settle,
  stepId,
  unsettle,
  type Meeting,
} from '../support/board.ts'

const commentOf = (meeting: Meeting, id: string) => meeting.board.comments.find((one) => one.id === id)

/** Cora, who may comment and not write, has said `c1` of the step goals. */
const withComment = (): Meeting => {
  const meeting = aFullMeeting()
  meeting.tell('cora', say('c1', about('goals')), 1)
  return meeting
}

const thePeople: readonly (readonly [string, Role])[] = [
  ['faye', 'facilitator'],
  ['ed', 'editor'],
  ['cora', 'commenter'],
  ['rita', 'reader'],
]

describe('saying something', () => {
  it('CD1 a comment has what was said, who said it, when and of what, and no more', () => {
    const meeting = aFullMeeting()
    const said = say('c1', aboutWords('goals'), { kind: 'objection', onBehalfOf: 's1', mentions: [] })
    expect(meeting.tell('cora', said, 3)).toHaveLength(1)
    expect(meeting.board.comments).toEqual([
      {
        id: 'c1',
        anchor: aboutWords('goals'),
        kind: 'objection',
        body: 'Words of c1',
        author: memberId('cora'),
        at: at(3),
        onBehalfOf: 's1',
      },
    ])
  })

  it('CD2 what is said without a kind is a comment', () => {
    expect(commentOf(withComment(), 'c1')).toMatchObject({ kind: 'comment' })
  })

  it.each(thePeople)(
    'CD3 %s says something also where nothing may be written, if the table allows',
    (name) => {
      const meeting = aFullMeeting()
      meeting.tell('faye', agree('mission'))
      meeting.tell('faye', pause('goals'))
      for (const step of ['mission', 'goals', 'actions']) {
        const isAllowed = may(meeting.member(name), 'comment.post', meeting.step(step))
        const verdict = meeting.tell(name, say(`${name}-${step}`, about(step)))
        expect(verdict).toEqual(isAllowed ? [expect.anything()] : 'role')
      }
    },
  )

  it('CD4 an id is used once, and whoever may say nothing hears that first', () => {
    const meeting = withComment()
    expect(meeting.tell('ed', say('c1', about('mission')))).toBe('alreadyUsed')
    expect(meeting.tell('rita', say('c1', about('mission')))).toBe('role')
  })

  it('CD5 it is about a step or question that is there', () => {
    const meeting = aFullMeeting()
    const of = (anchor: ReturnType<typeof about>) => meeting.ask('cora', say('c1', anchor))
    const refusal = (code: string) => ({ refusal: { code } })
    expect(of(about('nowhere'))).toMatchObject(refusal('unknownStep'))
    expect(of({ type: 'step', stepId: stepId('goals'), id: stepId('mission') })).toMatchObject(
      refusal('unknownPlace'),
    )
    expect(of(aboutQuestion('goals', 'mission.why'))).toMatchObject(refusal('unknownPlace'))
    expect(of(aboutQuestion('goals'))).toHaveProperty('events')
    const { anchor: _, ...nowhere } = say('c1', about('goals'))
    expect(meeting.tell('cora', nowhere)).toBe('anchorNeeded')
  })

  it('CD6 each who is here and named is mentioned once, and nobody who is unknown', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', { type: 'member.remove', memberId: memberId('rita') })
    const mentions = ['ed', 'rita', 'ed', 'faye'].map(memberId)
    meeting.tell('cora', say('c1', about('goals'), { mentions }))
    expect(commentOf(meeting, 'c1')?.mentions).toEqual([memberId('ed'), memberId('faye')])
    const unknown = say('c2', about('goals'), { mentions: [memberId('stranger')] })
    expect(meeting.tell('cora', unknown)).toBe('unknownMember')
  })

  it('CD7 there is room for so many comments and characters', () => {
    const meeting = aFullMeeting()
    const many = Math.floor(commentLimit.characters / commentLimit.body)
    const body = 'x'.repeat(commentLimit.body)
    for (let one = 0; one < many; one++) meeting.tell('ed', say(`c${one}`, about('goals'), { body }))
    expect(meeting.board.comments).toHaveLength(many)
    expect(meeting.tell('ed', say('more', about('goals'), { body: 'x' }))).toBe('tooManyComments')
    expect(meeting.tell('ed', reword('c1', body.replace('x', 'y')))).toHaveLength(1)
    meeting.tell('ed', removeComment('c1'))
    expect(meeting.tell('ed', say('more', about('goals'), { body: 'x' }))).toHaveLength(1)
  })

  it('CD8 words are trimmed, never empty and never endless', () => {
    const takes = (body: string) =>
      Command.safeParse({ id: 'c', ...say('c1', about('goals'), { body }) }).success
    expect([' \n', 'x'.repeat(commentLimit.body + 1)].map(takes)).toEqual([false, false])
    expect(takes('x'.repeat(commentLimit.body))).toBe(true)
    expect(Command.parse({ id: 'c', ...say('c1', about('goals'), { body: ' Yes\nno ' }) })).toMatchObject({
      body: 'Yes\nno',
    })
  })
})

describe('answering', () => {
  it('CD9 an answer is about what its thread is about, wherever it says it is', () => {
    const meeting = withComment()
    meeting.tell('ed', answer('a1', 'c1', { anchor: about('mission') }), 2)
    expect(commentOf(meeting, 'a1')).toMatchObject({ parentId: 'c1', anchor: about('goals'), at: at(2) })
  })

  it('CD10 only the first comment of a thread is answered', () => {
    const meeting = withComment()
    meeting.tell('ed', answer('a1', 'c1'))
    expect(meeting.tell('ed', answer('a2', 'a1'))).toBe('unknownComment')
    expect(meeting.tell('ed', answer('a2', 'nobody', { anchor: about('goals') }))).toBe('unknownComment')
  })

  it('CD11 an answer opens what was resolved', () => {
    const meeting = withComment()
    meeting.tell('ed', settle('c1'))
    expect(meeting.tell('cora', answer('a1', 'c1'))).toMatchObject([
      { type: 'comment.posted' },
      { type: 'comment.reopened', commentId: 'c1' },
    ])
    expect(commentOf(meeting, 'c1')).not.toHaveProperty('resolved')
  })

  it('CD12 a thread is its first comment and its answers in their order', () => {
    const meeting = withComment()
    meeting.tell('ed', say('c2', about('goals')))
    meeting.tell('ed', answer('a1', 'c1'))
    meeting.tell('cora', answer('a2', 'c1'))
    const threads = threadsOf(meeting.board.comments)
    expect(threads.map(({ head, answers }) => [head.id, answers.map(({ id }) => id)])).toEqual([
      ['c1', ['a1', 'a2']],
      ['c2', []],
    ])
    expect(headOf(meeting.board.comments, threads[0]!.answers[1]!).id).toBe('c1')
  })
})

describe('changing what was said', () => {
  it('CD13 only the author changes the words, and it shows when', () => {
    const meeting = withComment()
    for (const name of ['faye', 'ed', 'rita'])
      expect(meeting.tell(name, reword('c1', 'Other words'))).toBe('role')
    meeting.tell('cora', reword('c1', 'Other words', { kind: 'question' }), 5)
    expect(commentOf(meeting, 'c1')).toMatchObject({
      body: 'Other words',
      kind: 'question',
      at: at(1),
      editedAt: at(5),
    })
  })

  it('CD14 the same words are no event, whatever happened to the comment before', () => {
    const meeting = aFullMeeting()
    const mentions = [memberId('ed')]
    meeting.tell('cora', say('c1', about('goals'), { mentions }))
    meeting.tell('ed', assign('c1', 'ed'))
    for (const body of ['One', 'Two']) {
      expect(meeting.tell('cora', reword('c1', body, { mentions }))).toHaveLength(1)
      expect(meeting.tell('cora', reword('c1', body, { mentions }))).toEqual([])
    }
    expect(meeting.tell('cora', reword('c1', 'Two'))).toHaveLength(1)
    expect(commentOf(meeting, 'c1')).not.toHaveProperty('mentions')
  })

  it('CD15 the author or a facilitator removes it: the fact stays, the words do not', () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('c1', about('goals'), { mentions: [memberId('ed')] }))
    expect(meeting.tell('ed', removeComment('c1'))).toBe('role')
    meeting.tell('faye', removeComment('c1'), 4)
    const removed = commentOf(meeting, 'c1')
    expect(removed).toMatchObject({ body: '', removed: { at: at(4), by: memberId('faye') } })
    expect(removed).not.toHaveProperty('mentions')
    expect(meeting.tell('cora', removeComment('c1'))).toEqual([])
    expect(meeting.tell('cora', reword('c1', 'Again'))).toBe('commentRemoved')
  })

  it('CD16 a thread whose every comment was removed is gone; with an answer left it goes on', () => {
    const meeting = withComment()
    meeting.tell('ed', answer('a1', 'c1'))
    meeting.tell('cora', removeComment('c1'))
    expect(threadsOf(meeting.board.comments)).toHaveLength(1)
    expect(meeting.tell('cora', answer('a2', 'c1'))).toHaveLength(1)
    for (const [name, id] of [
      ['ed', 'a1'],
      ['cora', 'a2'],
    ] as const)
      meeting.tell(name, removeComment(id))
    expect(threadsOf(meeting.board.comments)).toEqual([])
    for (const command of [answer('a3', 'c1'), settle('c1'), unsettle('a1'), assign('c1', 'ed')])
      expect([command.type, meeting.tell('ed', command)]).toEqual([command.type, 'commentRemoved'])
  })

  it('CD17 a comment that is not there is unknown to whoever could do it with their own', () => {
    const meeting = aFullMeeting()
    const commands = (name: string): readonly CommandBody[] => [
      reword(name, 'Words'),
      removeComment(name),
      settle(name),
      unsettle(name),
      replace(name),
    ]
    for (const command of commands('none')) {
      expect([command.type, meeting.tell('cora', command)]).toEqual([command.type, 'unknownComment'])
      expect([command.type, meeting.tell('rita', command)]).toEqual([command.type, 'role'])
    }
  })
})

describe('seeing to it', () => {
  it('CD18 the thread’s author or whoever may write resolves and reopens it', () => {
    const meeting = aFullMeeting()
    meeting.join('carl', 'commenter')
    meeting.tell('cora', say('c1', about('goals')))
    expect(meeting.tell('carl', answer('a1', 'c1'))).toHaveLength(1)
    expect([meeting.tell('carl', settle('c1')), meeting.tell('carl', settle('a1'))]).toEqual(['role', 'role'])
    for (const name of ['cora', 'ed', 'faye']) {
      expect(meeting.tell(name, settle('c1'), 6)).toHaveLength(1)
      expect(commentOf(meeting, 'c1')?.resolved).toEqual({ at: at(6), by: memberId(name) })
      expect(meeting.tell(name, settle('c1'))).toEqual([])
      expect(meeting.tell(name, unsettle('c1'))).toHaveLength(1)
      expect(meeting.tell(name, unsettle('c1'))).toEqual([])
    }
  })

  it('CD19 resolving an answer resolves its thread', () => {
    const meeting = withComment()
    meeting.tell('ed', answer('a1', 'c1'))
    meeting.tell('ed', settle('a1'))
    expect(commentOf(meeting, 'c1')).toHaveProperty('resolved')
    expect(commentOf(meeting, 'a1')).not.toHaveProperty('resolved')
  })

  it('CD20 whoever may write assigns a thread to somebody who is here, and takes it back', () => {
    const meeting = withComment()
    expect(meeting.tell('cora', assign('c1', 'ed'))).toBe('role')
    expect(meeting.tell('ed', assign('c1', 'nobody'))).toBe('unknownMember')
    meeting.tell('ed', assign('c1', 'rita'), 3)
    expect(commentOf(meeting, 'c1')?.assigned).toEqual({
      to: memberId('rita'),
      at: at(3),
      by: memberId('ed'),
    })
    expect(meeting.tell('faye', assign('c1', 'rita'))).toEqual([])
    meeting.tell('faye', assign('c1', null))
    expect(commentOf(meeting, 'c1')).not.toHaveProperty('assigned')
    expect(meeting.tell('faye', assign('c1', null))).toEqual([])
  })
})

describe('where a passage stands', () => {
  it('CD21 only a passage is placed again, and it is no event', () => {
    const meeting = withComment()
    expect(meeting.tell('cora', replace('c1'))).toBe('notAPassage')
    meeting.tell('cora', say('c2', aboutWords('goals')))
    const before = meeting.board
    expect(meeting.tell('cora', replace('c2'))).toEqual([])
    expect(meeting.board).toBe(before)
  })

  it('CD22 its author, a facilitator, or whoever may write in the text now places it', () => {
    const meeting = aFullMeeting()
    meeting.join('carl', 'commenter')
    meeting.tell('cora', say('c1', aboutWords('goals')))
    const asked = () =>
      ['faye', 'ed', 'cora', 'carl', 'rita'].filter((name) => 'events' in meeting.ask(name, replace('c1')))
    expect(asked()).toEqual(['faye', 'ed', 'cora'])
    meeting.tell('faye', agree('goals'))
    expect(asked()).toEqual(['faye', 'cora'])
  })

  it('CD23 of two who place it at the same time the second is told; the same said again is no other', () => {
    const known = { commentId: commentId('c1'), start: 'AAEB', end: 'AAEC', revision: 1 }
    expect(movedPassage(undefined, replace('c1', 0))).toEqual(known)
    expect(movedPassage(undefined, replace('c1', 1))).toEqual({ refusal: { code: 'passageMoved' } })
    expect(movedPassage(known, replace('c1', 0))).toBe(known)
    expect(movedPassage(known, replace('c1', 0, 'AAED'))).toEqual({ refusal: { code: 'passageMoved' } })
    expect(movedPassage(known, replace('c1', 1, 'AAED'))).toMatchObject({ start: 'AAED', revision: 2 })
  })

  it('CD27 words it was given by hand stay through moves, and are news in the same place too', () => {
    const words = { quote: 'a safe town', before: '', after: ' for all' }
    const known = { commentId: commentId('c1'), start: 'AAEB', end: 'AAEC', revision: 1 }
    const placed = { ...known, revision: 2, words }
    expect(movedPassage(known, { ...replace('c1', 1), words })).toEqual(placed)
    expect(movedPassage(placed, { ...replace('c1', 1), words: { ...words } })).toBe(placed)
    expect(movedPassage(placed, replace('c1', 1))).toBe(placed)
    expect(movedPassage(placed, replace('c1', 2, 'AAED'))).toEqual({ ...placed, start: 'AAED', revision: 3 })
    const other = { ...words, after: ' for some' }
    expect(movedPassage(placed, { ...replace('c1', 2), words: other })).toMatchObject({
      revision: 3,
      words: other,
    })
  })
})

describe('a person of one step', () => {
  it('CD24 comments there and reads elsewhere, also what was their own', () => {
    const meeting = aFullMeeting()
    meeting.join('una', 'editor', { onlyStep: stepId('goals') })
    expect(meeting.tell('una', say('c1', about('goals')))).toHaveLength(1)
    expect(meeting.tell('una', say('c2', about('mission')))).toBe('role')
    expect(meeting.tell('una', say('c2', about('nowhere')))).toBe('role')
    const elsewhere = { memberId: memberId('una'), role: 'editor', onlyStep: stepId('mission') } as const
    meeting.tell('faye', { type: 'member.role', ...elsewhere })
    for (const command of [reword('c1', 'No'), removeComment('c1'), settle('c1'), answer('c2', 'c1')])
      expect([command.type, meeting.tell('una', command)]).toEqual([command.type, 'role'])
  })
})
