import { describe, expect, it } from 'vitest'
import { isRestructured } from '../../client/board/useNews.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import { namesOn } from '../../client/hooks/useNames.ts'
import { seenOn, shownOf } from '../../client/hooks/useBoard.ts'
import { Pen } from '../../client/live/live.ts'
import type { BoardView } from '../../client/live/session.ts'
import { en } from '../../shared/messages/en/index.ts'
import { translator } from '../../shared/messages/format.ts'
import type { Meeting } from '../support/board.ts'
import { about, addPart, aFullMeeting, hide, movePart, rename, review, say } from '../support/board.ts'

/** As a page sees the meeting’s board, one moment after the other. */
const pageOf = (meeting: Meeting) => {
  const live = new Pen<BoardView>({ is: 'loading' })
  return () => {
    live.set({ is: 'ready', board: meeting.board, me: meeting.member('ed') })
    return seenOn(live)
  }
}

describe('what a plan holds for a while', () => {
  it('SC18 the page hears that scoring has begun, was revealed and is over', () => {
    const meeting = aFullMeeting()
    const seen = pageOf(meeting)
    const stages = (['begin', 'reveal', 'end'] as const).map((verb) => {
      meeting.tell('faye', { type: `scoring.${verb}` })
      return seen().board.scoring?.is
    })
    expect(stages).toEqual(['open', 'revealed', undefined])
  })
})

describe('news of the process', () => {
  it('PS28 words, order, what came and what went are news, and nothing else is', () => {
    const meeting = aFullMeeting()
    const after = (command: CommandBody) => {
      const before = meeting.board.steps
      meeting.tell('faye', command)
      return isRestructured(before, meeting.board.steps)
    }
    expect(after(rename('step mission', { title: 'Why' }))).toBe(true)
    expect(after(rename('question mission mission.why', { title: 'Who?' }))).toBe(true)
    expect(after(movePart('step mission', 'goals'))).toBe(true)
    expect(after(addPart('step own', 'Own'))).toBe(true)
    expect(after(hide('section mission mission.text'))).toBe(true)
    expect(after(rename('section mission mission.text', { title: 'Unseen' }))).toBe(false)
    expect(after(review('goals'))).toBe(false)
  })
})

describe('a plan with a hidden step', () => {
  const meeting = aFullMeeting()
  meeting.tell('faye', hide('step mission'))
  const view = { is: 'ready', board: meeting.board, me: meeting.member('ed') } as const

  it('PS27 is seen without it, as the same board each time', () => {
    const shown = shownOf(view)
    expect(shown.board.steps.map(({ id }) => id)).toEqual(['goals', 'actions'])
    expect(shown.board.steps[0]).toBe(meeting.step('goals'))
    expect(shownOf(view)).toBe(shown)
    const other = { ...view, board: aFullMeeting().board }
    expect(shownOf(other)).toBe(other)
  })

  it('PS27 numbers the others by what is seen', () => {
    const names = namesOn(shownOf(view).board, view.me, 'en', translator('en', en))
    expect(names.number('goals')).toBe(1)
    expect(names.numbers(['mission', 'goals', 'actions'])).toBe('1 and 2')
  })
})

describe('a plan that people look at', () => {
  it('PS29 is the same, hidden steps or not, until something else changes than what is said of it', () => {
    const meeting = aFullMeeting()
    const seen = pageOf(meeting)
    for (const make of [() => undefined, () => meeting.tell('faye', hide('step mission'))]) {
      make()
      const before = seen()
      meeting.tell(
        'cora',
        say(`said${before.board.members.length}${before.board.steps.length}`, about('goals')),
      )
      expect(seen()).toBe(before)
      meeting.tell('faye', rename('step goals', { title: `Of ${before.board.steps.length}` }))
      expect(seen()).not.toBe(before)
    }
  })
})
