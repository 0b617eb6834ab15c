import { describe, expect, it } from 'vitest'
import type { Locale } from '../../shared/locale.ts'
import { translator } from '../../shared/messages/format.ts'
import { en } from '../../shared/messages/en/index.ts'
import { nb } from '../../shared/messages/nb/index.ts'
import { sv } from '../../shared/messages/sv/index.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { Visit, Writing } from '../../shared/board/visit.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { apiOf } from '../../client/live/api.ts'
import { namesOn } from '../../client/hooks/useNames.ts'
import { decidedIn, eventsSince } from '../../client/inbox/decided.ts'
import { askedOf, missedCounts, writtenSteps } from '../../client/inbox/missed.ts'
import type { Meeting } from '../support/board.ts'
import {
  about,
  aFullMeeting,
  agree,
  answer,
  at,
  boardId,
  hide,
  memberId,
  proposalId,
  propose,
  rename,
  reopen,
  review,
  say,
  stepId,
} from '../support/board.ts'

const texts = { en, sv, nb }
const noItems = { byId: new Map(), byKind: new Map(), deleted: [], unread: new Map() }
const t = translator('en', en)

const visitOf = (over: Partial<Visit> = {}): Visit => ({
  since: at(10),
  read: { before: at(10), also: [] },
  written: [],
  ...over,
})

const writing = (step: string, what: string, minutes: number, by = ['cora']): Writing => ({
  stepId: stepId(step),
  what,
  by: by.map(memberId),
  at: at(minutes),
})

describe('what was written since the last visit', () => {
  const naming = ({ board }: Meeting) => ({
    t,
    telling: { t: (key: string) => key, locale: 'en' as const, board, items: noItems },
  })

  it('IN4 is told by step in the plan’s order, each place by its name, the last first', () => {
    const steps = writtenSteps(
      [
        writing('goals', 'section:goals.text', 11),
        writing('goals', 'answer:goals.why', 12, ['cora', 'faye']),
        writing('mission', 'questions', 13),
      ],
      naming(aFullMeeting()),
    )
    expect(steps.map(({ step, places }) => [step.id, places.map(({ title }) => title)])).toEqual([
      ['mission', ['How the questions stand']],
      ['goals', ['Why?', 'Text']],
    ])
    expect(steps[1]?.places.map(({ href, by }) => [href, by.length])).toEqual([
      [`/b/${boardId()}/s/goals#goals.why`, 2],
      [`/b/${boardId()}/s/goals#goals.text`, 1],
    ])
  })

  it('IN4 tells once of an item in which something was written before and after agreement', () => {
    const meeting = naming(aFullMeeting())
    const i1: PlacedItem = {
      ...{ kind: 'indicator', id: 'i1', order: '', deleted: null, stepId: 'goals' },
      leaves: new Map([['name', 'Trust']]),
    }
    const items = { ...noItems, byId: new Map([['i1', i1]]) }
    const [step] = writtenSteps(
      [
        writing('goals', 'items:indicator/i1', 11, ['faye', 'cora']),
        writing(followUpRoom, 'items:indicator/i1', 12, ['cora']),
      ],
      { ...meeting, telling: { ...meeting.telling, items } },
    )
    expect(step?.places).toMatchObject([
      { title: 'Trust', by: [memberId('cora'), memberId('faye')], at: at(12) },
    ])
    expect(step?.places).toHaveLength(1)
  })

  it('IN4 leaves out what is not there any more', () => {
    const gone = [writing('goals', 'section:gone', 11), writing('gone', 'section:x', 11)]
    const item = writing('goals', 'items:goal/thrown-away', 11)
    expect(writtenSteps([...gone, item], naming(aFullMeeting()))).toEqual([])
  })
})

describe('what is asked of me', () => {
  const asked = () => {
    const meeting = aFullMeeting()
    meeting.tell('ed', say('mine', about('goals')), 5)
    meeting.tell('cora', answer('c1', 'mine'), 6)
    meeting.tell('cora', say('c2', about('goals'), { mentions: [memberId('ed')] }), 20)
    meeting.tell('faye', review('actions'), 21)
    return meeting
  }

  it('IN5 leads to its thread, or to the step in review', () => {
    const { board, member } = asked()
    expect(askedOf(board, member('ed'), visitOf()).map(({ because, href }) => [because, href])).toEqual([
      ['review', `/b/${boardId()}/s/actions`],
      ['mention', `/b/${boardId()}?comments=thread~c2`],
      ['answer', `/b/${boardId()}?comments=thread~mine`],
    ])
  })

  it('IN5 is unread until it is read, alone or with all before it', () => {
    const { board, member } = asked()
    const unread = (visit: Visit | null) =>
      askedOf(board, member('ed'), visit).flatMap(({ isUnread, because }) => (isUnread ? [because] : []))
    expect(unread(visitOf())).toEqual(['review', 'mention'])
    expect(unread(visitOf({ read: { before: at(10), also: ['c2'] } }))).toEqual(['review'])
    expect(unread(visitOf({ read: { before: at(21), also: [] } }))).toEqual([])
    expect(unread(null)).toEqual([])
  })

  it('IN6 is counted for the notice with other new comments and places, each once', () => {
    const meeting = asked()
    meeting.tell('cora', say('c3', about('goals')), 22)
    const visit = visitOf({ written: [writing('goals', 'section:goals.text', 20)] })
    expect(missedCounts(meeting.board, meeting.member('ed'), visit)).toEqual({
      asked: 2,
      said: 1,
      written: 1,
    })
  })

  it('IN6 is nothing to offer at a first visit', () => {
    const { board, member } = asked()
    const visit = visitOf({ since: null, written: [writing('goals', 'section:goals.text', 20)] })
    expect(missedCounts(board, member('ed'), visit)).toEqual({ asked: 0, said: 0, written: 0 })
  })
})

describe('what others decided', () => {
  const busy = () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('mission'), 11)
    meeting.tell('faye', reopen('mission'), 12)
    meeting.tell('faye', agree('mission'), 13)
    meeting.tell('ed', propose('goals', 'p1'), 14)
    meeting.tell('ed', propose('goals', 'p2'), 14)
    for (const id of ['p1', 'p2'])
      meeting.tell('faye', { type: 'proposal.decline', proposalId: proposalId(id), reason: 'No' }, 15)
    meeting.tell('faye', rename('step actions', { title: 'Deeds' }), 16)
    meeting.join('zoe', 'editor')
    return meeting
  }
  const told = ({ log, board, member }: Meeting, locale: Locale = 'en', who = 'ed') => {
    const text = translator(locale, texts[locale])
    return decidedIn(log.slice(4), {
      t: text,
      names: namesOn(board, member(who), locale, text),
      me: member(who),
      stepOfProposal: (id) => board.proposals.find((one) => one.id === id)?.stepId,
    }).map(({ words }) => words)
  }

  it('IN7 is told in sentences, the last first, several alike in one', () => {
    expect(told(busy())).toEqual([
      'The process of the plan has been changed.',
      'faye declined 2 proposals in step 2.',
      'faye agreed on step 1.',
      'faye reopened step 1.',
      'zoe has joined the plan.',
    ])
  })

  it('IN7 is told in each language', () => {
    expect(told(busy(), 'sv')).toContain('faye avböjde 2 förslag i steg 2.')
    expect(told(busy(), 'nb')).toContain('faye avslo 2 forslag i trinn 2.')
  })

  it('IN7 leaves out what I decided myself, and steps that are hidden', () => {
    expect(told(busy(), 'en', 'faye')).toEqual(['zoe has joined the plan.'])
    const meeting = aFullMeeting()
    meeting.tell('faye', review('goals'), 11)
    meeting.tell('faye', hide('step goals'), 12)
    const shown = { ...meeting.board, steps: meeting.board.steps.filter(({ hidden }) => !hidden) }
    expect(told({ ...meeting, log: meeting.log, board: shown })).toEqual([
      'The process of the plan has been changed.',
    ])
  })

  it('IN8 is fetched from the end of the log, no further back than it must', async () => {
    const long = Array.from({ length: 1_000 }, (_, index) => ({
      type: 'plan.renamed',
      title: `Title ${index}`,
      seq: index + 1,
      at: at(index),
      by: memberId('faye'),
    }))
    const asked: number[] = []
    const api = apiOf({
      fetch: async (url) => {
        const since = Number(new URLSearchParams(url.split('?')[1]).get('since'))
        asked.push(since)
        return Response.json([...long.slice(since), { type: 'of.tomorrow', seq: 2_000, at: at(0), by: null }])
      },
      locale: () => 'en',
      text: () => t,
    })
    const since = async (minutes: number) => {
      const answered = await eventsSince(api, { id: boardId(), seq: 1_000 }, at(minutes))
      return answered.is === 'ok' ? answered.value.length : answered
    }
    expect(await since(989)).toBe(10)
    expect(asked).toEqual([800])
    expect(await since(499)).toBe(500)
    expect(asked).toEqual([800, 800, 200])
  })
})
