import { describe, expect, it } from 'vitest'
import type { Locale } from '../../shared/locale.ts'
import { translator } from '../../shared/messages/format.ts'
import { en } from '../../shared/messages/en/index.ts'
import { nb } from '../../shared/messages/nb/index.ts'
import { sv } from '../../shared/messages/sv/index.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import type { Presence } from '../../shared/protocol/control.ts'
import { namesOn } from '../../client/hooks/useNames.ts'
import type { Told } from '../../client/inbox/told.ts'
import { comings, newComments, saying } from '../../client/inbox/told.ts'
import type { Meeting } from '../support/board.ts'
import {
  about,
  aboutQuestion,
  aboutWords,
  aFullMeeting,
  answer,
  assign,
  memberId,
  review,
  say,
} from '../support/board.ts'

const texts = { en, sv, nb }
const noItems = { byId: new Map(), byKind: new Map(), deleted: [], unread: new Map() }

const tellingIn = (locale: Locale, { board, member }: Meeting, items: readonly PlacedItem[] = []) => {
  const t = translator(locale, texts[locale])
  const byId = new Map(items.map((item) => [item.id, item]))
  const telling = { t: (key: string) => key, locale, board, items: { ...noItems, byId } }
  return { t, telling, names: namesOn(board, member('ed'), locale, t) }
}

const written = (stepId: string, part: string, by: string | null): Told => ({
  is: 'written',
  stepId,
  what: part,
  by: by === null ? null : memberId(by),
})

const wordsOf = (news: readonly Told[], meeting = aFullMeeting(), locale: Locale = 'en') =>
  saying(news, tellingIn(locale, meeting))

describe('the sentences that others’ work becomes', () => {
  const both = [
    written('goals', 'section:goals.text', 'cora'),
    written('goals', 'section:goals.text', 'faye'),
    written('goals', 'answer:goals.why', 'faye'),
  ]

  it('IN12 name who wrote, the step and the places', () => {
    expect(wordsOf(both)).toBe('cora and faye have written in 2 Step goals: Text and Why?.')
    expect(wordsOf(both, aFullMeeting(), 'sv')).toBe(
      'cora och faye har skrivit i 2 Step goals: Text och Why?.',
    )
    expect(wordsOf(both, aFullMeeting(), 'nb')).toBe('cora og faye har skrevet i 2 Step goals: Text og Why?.')
  })

  it('IN15 name for what lies in the plan’s own room the step of its item, or the one that shows its kind', () => {
    const item = (kind: string, id: string, step: string, title: string): PlacedItem => ({
      ...{ kind, id, order: '', deleted: null, stepId: step },
      leaves: new Map([['name', title]]),
    })
    const meeting = aFullMeeting()
    const items = [item('indicator', 'i1', 'goals', 'Trust'), item('followUp', 'f1', followUpRoom, '')]
    const news = [
      written(followUpRoom, 'items:indicator/i1', 'cora'),
      written('goals', 'section:goals.text', 'cora'),
      written(followUpRoom, 'items:followUp/gone', 'cora'),
    ]
    expect(saying(news, tellingIn('en', meeting, items))).toBe(
      'cora has written in 2 Step goals: Trust and Text.',
    )
    const [told] = [written(followUpRoom, 'items:followUp/f1', 'cora')]
    expect(saying([told], tellingIn('en', meeting, items))).toMatch(/^cora has written in 1 Step mission: /)
  })

  it('IN12 name many steps by their numbers, and whom nobody knows “somebody”', () => {
    const news = ['mission', 'goals', 'actions'].map((id) => written(id, `section:${id}.text`, null))
    expect(wordsOf(news)).toBe('Somebody has written in steps 1, 2 and 3.')
    expect(wordsOf(news, aFullMeeting(), 'sv')).toBe('Någon har skrivit i steg 1, 2 och 3.')
  })

  it('IN12 say nothing of what is not there any more', () => {
    expect(wordsOf([written('goals', 'section:gone', 'cora'), written('gone', 'questions', 'cora')])).toBe('')
  })

  it('IN12 tell of a new comment by its kind, its author and what it is about', () => {
    const meeting = aFullMeeting()
    const before = meeting.board
    meeting.tell('cora', say('c1', aboutQuestion('goals'), { kind: 'question' }))
    meeting.tell('cora', say('c2', aboutWords('goals'), { kind: 'objection' }))
    const news = newComments(before, meeting.board, memberId('ed'))
    expect(wordsOf(news, meeting)).toBe('New question by cora on “Why?”. New objection by cora on “Text”.')
    expect(wordsOf(news, meeting, 'nb')).toBe(
      'Nytt spørsmål av cora om «Why?». Ny innvending av cora om «Text».',
    )
  })

  it('IN12 only count more than two comments', () => {
    const meeting = aFullMeeting()
    const before = meeting.board
    for (const id of ['c1', 'c2', 'c3']) meeting.tell('cora', say(id, about('goals')))
    const news = newComments(before, meeting.board, memberId('ed'))
    expect(wordsOf(news, meeting)).toBe('3 new comments, by cora.')
    expect(wordsOf(news, meeting, 'sv')).toBe('3 nya kommentarer, av cora.')
  })

  it('IN12 tell of what is asked of me once, and as such', () => {
    const meeting = aFullMeeting()
    meeting.tell('ed', say('mine', about('goals')))
    const before = meeting.board
    meeting.tell('cora', say('c1', about('goals'), { mentions: [memberId('ed')] }))
    meeting.tell('faye', answer('c2', 'mine'), 2)
    meeting.tell('faye', assign('c1', 'ed'), 3)
    const news = newComments(before, meeting.board, memberId('ed'))
    expect(news.map(({ is }) => is)).toEqual(['asked', 'asked', 'asked'])
    expect(wordsOf(news, meeting)).toBe(
      'cora mentions you in a comment on “Step goals”. faye answers you on “Step goals”. faye asks you to see to a comment on “Step goals”.',
    )
  })

  it('IN12 leave out my own comments, and a review, which is told as a decision', () => {
    const meeting = aFullMeeting()
    const before = meeting.board
    meeting.tell('ed', say('mine', about('goals')))
    meeting.tell('faye', review('goals'))
    expect(newComments(before, meeting.board, memberId('ed'))).toEqual([])
  })

  it('IN14 of who came and who left are for those who ask', () => {
    const present = (name: string) => ({ memberId: memberId(name), name }) as Presence
    const { t, names } = tellingIn('en', aFullMeeting())
    expect(comings([present('cora')], [present('faye'), present('rita')], { t, names })).toBe(
      'faye and rita came. cora left.',
    )
    expect(comings([present('cora')], [present('cora')], { t, names })).toBe('')
  })
})
