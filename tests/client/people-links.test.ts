import { describe, expect, it } from 'vitest'
import { contactOf, mailtoOf, reportOf } from '../../client/home/barrier.ts'
import { tryPassword } from '../../client/home/link-password.ts'
import { rolePlace } from '../../client/hooks/roles.ts'
import { settleWayBack, wantsWayBack, wantWayBack } from '../../client/hooks/way-back.ts'
import { hereOf } from '../../client/people/here.ts'
import type { LinkForm } from '../../client/people/link.ts'
import { awaited, cameBy, inviteFrom, linkForm, passwordIsShort } from '../../client/people/link.ts'
import type { Api } from '../../client/live/api.ts'
import type { Answer } from '../../client/live/ask.ts'
import { must } from '../../shared/assert.ts'
import { newId, Secret } from '../../shared/ids.ts'
import { en } from '../../shared/messages/en/index.ts'
import { translator } from '../../shared/messages/format.ts'
import type { Meeting } from '../support/board.ts'
import { aFullMeeting, at, inviteId, stepId } from '../support/board.ts'

const t = translator('en', en)
const now = Date.parse(at(0))
const secret = newId(Secret)
const sent = (form: LinkForm, name = 'new') => inviteFrom(form, { inviteId: inviteId(name), secret, now })
const filled: LinkForm = {
  role: 'commenter',
  name: ' The elders ',
  until: 'week',
  onlyStep: stepId('goals'),
  password: 'lingon',
}

describe('a link as it is filled in', () => {
  it('PJ1 is sent with all that was chosen, and the plan takes it', () => {
    const meeting = aFullMeeting()
    expect(sent(filled)).toEqual({
      type: 'member.invite',
      inviteId: inviteId('new'),
      role: 'commenter',
      secret,
      expiresAt: at(7 * 24 * 60),
      name: 'The elders',
      onlyStep: 'goals',
      password: 'lingon',
    })
    expect(meeting.tell('faye', sent(filled))).not.toBeTypeOf('string')
    expect(meeting.board.invites.at(-1)).toMatchObject({
      name: 'The elders',
      onlyStep: 'goals',
      password: true,
    })
  })

  it('PJ1 has nothing in it that was left empty', () => {
    expect(sent({ ...linkForm(null), name: ' ' })).toEqual({
      type: 'member.invite',
      inviteId: inviteId('new'),
      role: 'editor',
      secret,
    })
  })

  it('PJ1 leads the whole plan when it is for a facilitator, whatever step was chosen before', () => {
    const leader = sent({ ...filled, role: 'facilitator' })
    expect(leader).not.toHaveProperty('onlyStep')
    expect(aFullMeeting().tell('faye', leader)).not.toBeTypeOf('string')
  })

  it('PJ1 has a password of four characters or none', () => {
    expect(['', 'abc', 'abcd'].map((password) => passwordIsShort({ ...filled, password }))).toEqual([
      false,
      true,
      false,
    ])
  })

  it('PJ1 like another keeps whom it was for, and needs a password of its own', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', sent(filled))
    expect(linkForm(must(meeting.board.invites.at(-1)))).toEqual({
      ...filled,
      name: 'The elders',
      until: 'always',
      password: '',
    })
  })
})

describe('who was invited and who came', () => {
  const invited = (): Meeting => {
    const meeting = aFullMeeting()
    meeting.tell('faye', sent(filled, 'elders'))
    meeting.tell('faye', sent({ ...linkForm(null), name: 'Youth' }, 'youth'), 2)
    meeting.tell('faye', sent(linkForm(null), 'nobody'), 3)
    return meeting
  }
  const names = (meeting: Meeting, minutes = 5) => awaited(meeting.board, at(minutes)).map(({ name }) => name)

  it('PJ2 whoever has a link of their own and has not come by it is awaited', () => {
    const meeting = invited()
    expect(names(meeting)).toEqual(['The elders', 'Youth'])
    meeting.join('elsa', 'commenter', { inviteId: inviteId('elders') })
    expect(names(meeting)).toEqual(['Youth'])
    expect(cameBy(meeting.board, must(meeting.board.invites[0])).map(({ name }) => name)).toEqual(['elsa'])
  })

  it('PJ2 nobody is awaited by a link that was withdrawn or has expired', () => {
    const meeting = invited()
    expect(names(meeting, 8 * 24 * 60)).toEqual(['Youth'])
    meeting.tell('faye', { type: 'invite.revoke', inviteId: inviteId('youth') })
    expect(names(meeting)).toEqual(['The elders'])
  })

  it('PJ2 whoever came and was removed is neither awaited nor counted', () => {
    const meeting = invited()
    meeting.join('elsa', 'commenter', { inviteId: inviteId('elders') })
    meeting.tell('faye', { type: 'member.remove', memberId: meeting.member('elsa').id })
    expect(names(meeting)).toEqual(['Youth'])
    expect(cameBy(meeting.board, must(meeting.board.invites[0]))).toEqual([])
  })

  it('PJ3 of each is said that they are here, else when they last were, else when they joined', () => {
    const ed = aFullMeeting().member('ed')
    const visits = [{ member: ed.id, at: at(90) }]
    expect(hereOf(ed, [{ memberId: ed.id }], visits)).toEqual({ is: 'here' })
    expect(hereOf(ed, [], visits)).toEqual({ is: 'last', at: new Date(at(90)) })
    expect(hereOf(ed, [], [])).toEqual({ is: 'joined', at: new Date(ed.joinedAt) })
  })

  it('PJ3 a role in one step is called so', () => {
    const number = (step: string) => (step === 'goals' ? 2 : 0)
    const words = (onlyStep?: string) =>
      rolePlace(t, { role: 'commenter', ...(onlyStep && { onlyStep: stepId(onlyStep) }) }, { number })
    expect([words(), words('goals'), words('hidden')]).toEqual([
      'Commenter',
      'Commenter in step 2',
      'Commenter in a step that is hidden',
    ])
  })
})

describe('a link with a password', () => {
  const refused = (code: string) => ({ is: 'refused', code, message: 'No.' }) as const
  const invitation = { title: 'Plan', role: 'editor' }
  const trying = async (answer: Answer<unknown>) => {
    const asked: unknown[] = []
    const join = async (...question: unknown[]) => {
      asked.push(question)
      return answer
    }
    const tried = await tryPassword({ join } as unknown as Api, 'board', 'secret', 'lingon')
    return { asked, tried }
  }

  it('PJ4 is tried without a name, and what it opens is told before one is asked for', async () => {
    const { asked, tried } = await trying({ ...refused('nameNeeded'), invitation })
    expect(asked).toEqual([['board', { secret: 'secret', password: 'lingon' }]])
    expect(tried).toEqual({ is: 'open', password: 'lingon', invitation })
  })

  it('PJ4 lets in at once whoever is known', async () => {
    expect((await trying({ is: 'ok', value: {} })).tried).toEqual({ is: 'known' })
  })

  it.each([
    ['passwordWrong', 'wrong'],
    ['linkInvalid', 'failed'],
  ])('PJ4 %s is said in the words of the server', async (code, is) => {
    expect((await trying(refused(code))).tried).toEqual({ is, message: 'No.' })
  })
})

describe('the way back', () => {
  it('PJ5 is reminded of from joining until it is kept or put away, for each plan by itself, also where nothing is stored', () => {
    expect(wantsWayBack('one')).toBe(false)
    wantWayBack('one')
    wantWayBack('two')
    expect([wantsWayBack('one'), wantsWayBack('two')]).toEqual([true, true])
    settleWayBack('one')
    expect([wantsWayBack('one'), wantsWayBack('two')]).toEqual([false, true])
  })
})

describe('a report of a barrier', () => {
  it('PJ6 goes to a mail address, to a page, or to people', () => {
    expect(contactOf('help@example.org')).toEqual({ is: 'mail', address: 'help@example.org' })
    expect(contactOf('https://example.org/contact')).toEqual({
      is: 'page',
      url: 'https://example.org/contact',
    })
    expect([null, 'javascript:alert(1)'].map(contactOf)).toEqual([{ is: 'none' }, { is: 'none' }])
  })

  it('PJ6 holds what was written and what was chosen, and nothing else', () => {
    expect(reportOf(' I could not press Send. \n', ['Browser 1.0'])).toBe(
      'I could not press Send.\n\nBrowser 1.0',
    )
    expect(reportOf('Words', [])).toBe('Words')
  })

  it('PJ6 reaches the mail program whole', () => {
    const mail = new URL(mailtoOf('help@example.org', 'Ett hinder & mer', 'Rad ett?\nRad två #2'))
    expect(mail.pathname).toBe('help@example.org')
    expect(Object.fromEntries(mail.searchParams)).toEqual({
      subject: 'Ett hinder & mer',
      body: 'Rad ett?\r\nRad två #2',
    })
  })
})
