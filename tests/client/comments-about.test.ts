import { describe, expect, it } from 'vitest'
import { aboutOf } from '../../client/comments/useAbout.ts'
import { subjectOf } from '../../client/items/subject.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { Leaf } from '../../shared/items/define.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { en } from '../../shared/messages/en/index.ts'
import type { MessageKey, MessageValues } from '../../shared/messages/format.ts'
import { translator } from '../../shared/messages/format.ts'
import { addPart, aFullMeeting, hide } from '../support/board.ts'

const t = translator('en', en)

const anItem = (kind: string, stepId: string, leaves: Readonly<Record<string, Leaf>>): PlacedItem => ({
  ...{ kind, id: kind, order: 'a0', deleted: null, stepId },
  leaves: new Map(Object.entries(leaves)),
})
const followUp = anItem('followUp', followUpRoom, { date: '2026-11-22' })
const goal = anItem('goal', 'goals', { number: 3, title: 'Fewer' })

const meetingWithFollowUps = () => {
  const meeting = aFullMeeting()
  for (const step of ['goals', 'actions'])
    meeting.tell(
      'faye',
      addPart(`section ${step} ${step}.own`, 'Own', { kind: 'collection', kinds: ['followUp'] }),
      3,
    )
  return meeting
}

const titleIn = (item: PlacedItem, field?: string): string => {
  const { board } = aFullMeeting()
  const items = { byId: new Map([[item.id, item]]), byKind: new Map(), deleted: [], unread: new Map() }
  const itemWords = (key: string, values?: MessageValues) => t(`items.${key}` as MessageKey, values)
  return aboutOf(subjectOf(item, board, field), { t: itemWords, locale: 'en', board, items }, t).title
}

describe('what is spoken of', () => {
  it('CO23 an item is spoken of in its step, one of the plan’s own room in the first that shows its kind', () => {
    const meeting = meetingWithFollowUps()
    expect(subjectOf(goal, meeting.board)).toEqual({
      type: 'item',
      stepId: 'goals',
      kind: 'goal',
      id: 'goal',
    })
    const said = { kind: 'followUp', id: 'followUp' }
    expect(subjectOf(followUp, meeting.board)).toEqual({ type: 'item', stepId: 'goals', ...said })
    meeting.tell('faye', hide('section goals goals.own'), 4)
    expect(subjectOf(followUp, meeting.board, 'status')).toEqual({
      ...{ type: 'field', stepId: 'actions', ...said },
      field: 'status',
    })
    expect(subjectOf(followUp, aFullMeeting().board).stepId).toBe('mission')
  })

  it('CO24 it is called by its kind and its name, the kind once', () => {
    expect(titleIn(goal)).toBe('Goal 3 · Fewer')
    expect(titleIn(followUp)).toBe('Follow-up 22/11/2026')
    expect(titleIn(anItem('goal', 'goals', {}))).toMatch(/^Goal · /)
  })
})
