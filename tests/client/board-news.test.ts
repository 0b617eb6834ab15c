import { describe, expect, it } from 'vitest'
import type { CommandBody } from '../../shared/board/log.ts'
import { newsBetween } from '../../client/board/useNews.ts'
import { namesOn } from '../../client/hooks/useNames.ts'
import { en } from '../../shared/messages/en/index.ts'
import { translator } from '../../shared/messages/format.ts'
import { aFullMeeting, agree, at, pause, propose, reopen, resume, review } from '../support/board.ts'

const t = translator('en', en)

const newsOf = (...commands: readonly CommandBody[]): readonly string[] => {
  const meeting = aFullMeeting()
  let news: readonly string[] = []
  commands.forEach((command, minute) => {
    const before = meeting.board.steps
    expect(typeof meeting.tell('faye', command, minute + 1)).toBe('object')
    const names = namesOn(meeting.board, meeting.member('ed'), 'en', t)
    news = newsBetween(before, meeting.board.steps, { t, names })
  })
  return news
}

describe('what is said aloud when a step is closed or opened', () => {
  it('BV4 names who agreed on which step', () => {
    expect(newsOf(agree('goals'))).toEqual(['faye agreed on step 2.'])
  })

  it('BV4 says of a reopened step who opened it, and nothing of the steps that rest on it', () => {
    expect(newsOf(agree('mission'), reopen('mission'))).toEqual(['faye reopened step 1.'])
  })

  it('BV4 says one sentence of steps that are paused together, and of the end of their pause', () => {
    expect(newsOf(pause())).toEqual(['faye paused the editing in steps 1, 2 and 3.'])
    expect(newsOf(pause(), resume())).toEqual(['The pause in steps 1, 2 and 3 is over.'])
    expect(newsOf(pause('goals'))).toEqual(['faye paused the editing in step 2.'])
  })

  it('BV4 does not call a pause over when the step is agreed instead', () => {
    expect(newsOf(pause('goals'), agree('goals'))).toEqual(['faye agreed on step 2.'])
  })

  it('BV4 tells of a review once, and not when its end is moved', () => {
    expect(newsOf(review('goals'))).toEqual(['Step 2 is now in review.'])
    expect(newsOf(review('goals'), review('goals', { until: at(0).slice(0, 10) }))).toEqual([])
  })

  it('BV4 says nothing of what does not close or open a step', () => {
    expect(newsOf(propose('goals'))).toEqual([])
    expect(newsOf({ type: 'plan.rename', title: 'Another name' })).toEqual([])
    expect(newsOf(pause('goals'), pause('goals', at(60)))).toEqual([])
  })
})
