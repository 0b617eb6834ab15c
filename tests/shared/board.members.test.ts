import { describe, expect, it } from 'vitest'
import { inviteIsValid } from '../../shared/board/members.ts'
import { hasAccess, type Role } from '../../shared/board/model.ts'
import { Command, type CommandBody } from '../../shared/board/log.ts'
import { Secret } from '../../shared/ids.ts'
import { aFullMeeting, aMeeting, at, inviteId, memberId, stepId, type Meeting } from '../support/board.ts'

const secret = Secret.parse('s'.repeat(43))
type InviteCommand = Extract<CommandBody, { type: 'member.invite' }>

const invite = (
  name: string,
  role: Role,
  expiresAt?: string,
  more: Partial<InviteCommand> = {},
): InviteCommand => ({
  type: 'member.invite',
  inviteId: inviteId(name),
  role,
  secret,
  ...(expiresAt && { expiresAt }),
  ...more,
})
const role = (name: string, to: Role, onlyStep?: string | null): CommandBody => ({
  type: 'member.role',
  memberId: memberId(name),
  role: to,
  ...(onlyStep !== undefined && { onlyStep: onlyStep === null ? null : stepId(onlyStep) }),
})
const remove = (name: string): CommandBody => ({ type: 'member.remove', memberId: memberId(name) })
const revoke = (name: string, keepMembers?: boolean): CommandBody => ({
  type: 'invite.revoke',
  inviteId: inviteId(name),
  ...(keepMembers !== undefined && { keepMembers }),
})

/** Faye has made a link for editors, by which Ed and Eva came. */
const withLink = (linkRole: Role = 'editor'): Meeting => {
  const meeting = aMeeting()
  meeting.tell('faye', invite('link', linkRole), 1)
  for (const name of ['ed', 'eva']) meeting.join(name, linkRole, { inviteId: inviteId('link') })
  return meeting
}

describe('inviting', () => {
  it('MB1 a link has a role, a maker and a time, and never its secret', () => {
    const meeting = aMeeting()
    const events = meeting.tell('faye', invite('link', 'commenter', at(60)), 2)
    expect(meeting.board.invites).toEqual([
      { id: inviteId('link'), role: 'commenter', createdAt: at(2), by: memberId('faye'), expiresAt: at(60) },
    ])
    expect(JSON.stringify([events, meeting.board])).not.toContain(secret)
  })

  it('MB2 an id of a link is used once', () => {
    const meeting = withLink()
    expect(meeting.tell('faye', invite('link', 'facilitator'))).toBe('alreadyUsed')
    expect(meeting.board.invites).toMatchObject([{ role: 'editor' }])
  })

  it('MB3 a link expires later than now', () => {
    expect(aMeeting().tell('faye', invite('link', 'reader', at(1)), 1)).toBe('pastTime')
  })

  it('MB4 a link is valid until it expires or is revoked', () => {
    const meeting = aMeeting()
    meeting.tell('faye', invite('short', 'reader', at(60)), 1)
    const short = meeting.board.invites[0]!
    expect(inviteIsValid(short, at(59))).toBe(true)
    expect(inviteIsValid(short, at(60))).toBe(false)
    meeting.tell('faye', revoke('short'), 2)
    expect(inviteIsValid(meeting.board.invites[0]!, at(3))).toBe(false)
  })
})

describe('inviting somebody in particular', () => {
  it('MB17 a link says whom it was made for, for which step, and that it has a password, never which', () => {
    const meeting = aMeeting()
    const more = { name: 'Almsjö IF', onlyStep: stepId('goals'), password: 'mellan oss' }
    const events = meeting.tell('faye', invite('link', 'commenter', undefined, more), 2)
    expect(meeting.board.invites).toEqual([
      {
        id: inviteId('link'),
        role: 'commenter',
        createdAt: at(2),
        by: memberId('faye'),
        name: 'Almsjö IF',
        onlyStep: 'goals',
        password: true,
      },
    ])
    expect(JSON.stringify([events, meeting.board])).not.toContain('mellan oss')
  })

  it('MB18 a link for one step is for a step that is there, and not for facilitators', () => {
    const meeting = aMeeting()
    const forStep = (to: Role, id: string) => invite('link', to, undefined, { onlyStep: stepId(id) })
    expect(meeting.tell('faye', forStep('editor', 'nowhere'))).toBe('unknownStep')
    expect(meeting.tell('faye', forStep('facilitator', 'goals'))).toBe('wholePlanOnly')
    expect(meeting.board.invites).toEqual([])
  })

  it('MB19 a password has some characters, a name at least one', () => {
    const takes = (more: Partial<InviteCommand>) =>
      Command.safeParse({ id: 'c', ...invite('link', 'reader', undefined, more) }).success
    expect([takes({ password: 'abcd' }), takes({ name: 'A' })]).toEqual([true, true])
    for (const wrong of [{ password: 'abc' }, { password: 'x'.repeat(201) }, { name: ' ' }])
      expect([wrong, takes(wrong)]).toEqual([wrong, false])
  })
})

describe('one step alone', () => {
  it('MB21 a person is limited to one step, moved to another and let in everywhere again', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('faye', role('ed', 'editor', 'goals'))).toHaveLength(1)
    expect(meeting.member('ed')).toMatchObject({ role: 'editor', onlyStep: 'goals' })
    expect(meeting.tell('faye', role('ed', 'editor', 'goals'))).toEqual([])
    meeting.tell('faye', role('ed', 'editor', 'mission'))
    expect(meeting.member('ed').onlyStep).toBe('mission')
    meeting.tell('faye', role('ed', 'editor', null))
    expect(meeting.member('ed')).not.toHaveProperty('onlyStep')
    expect(meeting.tell('faye', role('ed', 'editor', null))).toEqual([])
    expect(meeting.tell('faye', role('ed', 'editor', 'nowhere'))).toBe('unknownStep')
  })

  it('MB22 another role leaves the step as it is', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', role('ed', 'editor', 'goals'))
    meeting.tell('faye', role('ed', 'commenter'))
    expect(meeting.member('ed')).toMatchObject({ role: 'commenter', onlyStep: 'goals' })
  })

  it('MB20 whoever leads the plan leads all of it', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', role('ed', 'editor', 'goals'))
    expect(meeting.tell('faye', role('ed', 'facilitator'))).toBe('wholePlanOnly')
    expect(meeting.tell('faye', role('faye', 'facilitator', 'goals'))).toBe('wholePlanOnly')
    expect(meeting.tell('faye', role('ed', 'facilitator', null))).toHaveLength(1)
    expect(meeting.member('ed')).toMatchObject({ role: 'facilitator' })
    expect(meeting.member('ed')).not.toHaveProperty('onlyStep')
  })
})

describe('roles', () => {
  it('MB5 a facilitator changes the role of another', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('faye', role('rita', 'editor'))).toHaveLength(1)
    expect(meeting.member('rita').role).toBe('editor')
  })

  it('MB6 the role a person already has is no event', () => {
    expect(aFullMeeting().tell('faye', role('ed', 'editor'))).toEqual([])
  })

  it.each(['ed', 'cora', 'rita', 'stranger'])('MB7 %s manages no one', (name) => {
    const meeting = aFullMeeting()
    const before = meeting.board
    const code = name === 'stranger' ? 'left' : 'role'
    for (const command of [
      invite('own', 'facilitator'),
      role(name, 'facilitator'),
      remove('faye'),
      revoke('none'),
    ])
      expect(meeting.tell(name, command)).toBe(code)
    expect(meeting.board).toBe(before)
  })

  it('MB8 the last facilitator keeps the role and stays', () => {
    const meeting = aFullMeeting()
    expect(meeting.tell('faye', role('faye', 'editor'))).toBe('lastFacilitator')
    expect(meeting.tell('faye', remove('faye'))).toBe('lastFacilitator')
    expect(meeting.tell('faye', role('faye', 'facilitator'))).toEqual([])
  })

  it('MB9 one of two facilitators may go, then the other is the last', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', role('ed', 'facilitator'))
    expect(meeting.tell('faye', remove('faye'))).toHaveLength(1)
    expect(meeting.tell('ed', role('ed', 'reader'))).toBe('lastFacilitator')
    expect(meeting.tell('faye', role('ed', 'reader'))).toBe('left')
  })
})

describe('leaving', () => {
  it('MB10 whoever is removed stays known and has no access', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', remove('ed'), 4)
    expect(meeting.member('ed').left).toEqual({ at: at(4), because: 'removed' })
    expect(hasAccess(meeting.member('ed'))).toBe(false)
  })

  it('MB11 whoever has left is unknown to role and remove', () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', remove('ed'))
    expect(meeting.tell('faye', remove('ed'))).toBe('unknownMember')
    expect(meeting.tell('faye', role('ed', 'reader'))).toBe('unknownMember')
    expect(meeting.tell('faye', remove('nobody'))).toBe('unknownMember')
  })

  it('MB12 a revoked link takes those who came by it, unless they are kept', () => {
    const meeting = withLink()
    meeting.tell('faye', revoke('link'), 7)
    expect(meeting.member('ed').left).toEqual({ at: at(7), because: 'inviteRevoked' })
    expect(meeting.member('eva').left).toBeDefined()
    expect(meeting.member('faye').left).toBeUndefined()

    const kept = withLink()
    kept.tell('faye', revoke('link', true))
    expect(hasAccess(kept.member('ed'))).toBe(true)
    expect(inviteIsValid(kept.board.invites[0]!, at(9))).toBe(false)
  })

  it('MB13 somebody removed before the link was revoked keeps that reason', () => {
    const meeting = withLink()
    meeting.tell('faye', remove('ed'), 2)
    meeting.tell('faye', revoke('link'), 3)
    expect(meeting.member('ed').left).toEqual({ at: at(2), because: 'removed' })
  })

  it('MB14 a link by which the last facilitators came is not revoked with them', () => {
    const meeting = withLink('facilitator')
    expect(meeting.tell('ed', remove('faye'))).toHaveLength(1)
    expect(meeting.tell('ed', revoke('link'))).toBe('lastFacilitator')
    expect(meeting.tell('ed', revoke('link', true))).toHaveLength(1)
  })

  it('MB15 revoking twice is no event, and an unknown link is refused', () => {
    const meeting = withLink()
    meeting.tell('faye', revoke('link'))
    expect(meeting.tell('faye', revoke('link'))).toEqual([])
    expect(meeting.tell('faye', revoke('other'))).toBe('unknownInvite')
  })

  it('MB16 whoever joins again by another link is one member, with access', () => {
    const meeting = withLink()
    meeting.tell('faye', revoke('link'))
    meeting.join('ed', 'reader', { inviteId: inviteId('second') })
    expect(meeting.board.members.filter((member) => member.id === memberId('ed'))).toHaveLength(1)
    expect(meeting.member('ed')).toMatchObject({ role: 'reader', inviteId: inviteId('second') })
    expect(hasAccess(meeting.member('ed'))).toBe(true)
  })
})
