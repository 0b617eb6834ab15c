import type { EventBody } from '../../shared/board/log.ts'
import { inviteIsValid } from '../../shared/board/members.ts'
import type { Board, Invite, Member, Role } from '../../shared/board/model.ts'
import { hasAccess, memberOf, roles } from '../../shared/board/model.ts'
import type { Refusal } from '../../shared/board/refusal.ts'
import { refuse } from '../../shared/board/refusal.ts'
import type { MemberId, RandomBytes, StepId } from '../../shared/ids.ts'
import { InviteId, MemberId as MemberIdBrand, newId } from '../../shared/ids.ts'
import type { Link } from '../storage/storage.ts'

/* Who comes in by a link, and as whom. */

/** What somebody says of themselves at the door; whoever is known already need not say it again. */
export interface Newcomer {
  readonly name?: string | undefined
  readonly organisation?: string | undefined
  /** The link's, and it was right. */
  readonly saidPassword?: boolean
}

export interface Admission {
  readonly member: Member
  /** Null when nothing changes: the person is here already. */
  readonly event: EventBody | null
}

export const admit = (
  board: Board,
  link: Link,
  person: Newcomer,
  as: MemberId | undefined,
  now: string,
  random: RandomBytes,
): Admission | { readonly refusal: Refusal } => {
  if (link.is === 'return') {
    const member = memberOf(board, link.member)
    return hasAccess(member) ? { member, event: null } : refuse('linkInvalid')
  }
  const invite = board.invites.find((one) => one.id === link.invite)
  if (!invite || !inviteIsValid(invite, now)) return refuse('linkInvalid')
  const known = as === undefined ? undefined : memberOf(board, as)
  return known ? readmit(known, invite) : welcome(invite, person, now, random)
}

/** Whether it opens with a password alone. */
export const isLocked = (link: Link): boolean => link.is === 'invite' && link.password !== null

const readmit = (known: Member, invite: Invite): Admission => {
  const { left, onlyStep: _, ...rest } = known
  if (!left && !gives(invite, known)) return { member: known, event: null }
  const member: Member = { ...rest, ...partOf(invite), inviteId: invite.id }
  return { member, event: { type: 'member.joined', member } }
}

type Part = Pick<Member, 'role' | 'onlyStep'>

const partOf = ({ role, onlyStep }: Invite): Part => ({ role, ...(onlyStep && { onlyStep }) })

/**
 * A link never takes away: of the role they have and the link's, a member keeps the higher, and for one in a single
 * step nobody gives up one that counts elsewhere too. A link to the whole plan lifts the limit.
 */
const gives = (invite: Part, known: Part): boolean => {
  const isEverywhere = invite.onlyStep === undefined || known.role === 'reader'
  if (!isEverywhere && invite.onlyStep !== known.onlyStep) return false
  const more = roles.indexOf(known.role) - roles.indexOf(invite.role)
  return more > 0 || (more === 0 && known.onlyStep !== undefined && invite.onlyStep === undefined)
}

const welcome = (
  invite: Invite,
  person: Newcomer,
  now: string,
  random: RandomBytes,
): Admission | { readonly refusal: Refusal } => {
  if (!person.name) return refuse('nameNeeded')
  const member: Member = {
    id: newId(MemberIdBrand, random),
    name: person.name,
    organisation: person.organisation ?? '',
    ...partOf(invite),
    joinedAt: now,
    inviteId: invite.id,
  }
  return { member, event: { type: 'member.joined', member } }
}

export const newInvite = (role: Role, now: string, by: MemberId | null, random: RandomBytes): Invite => ({
  id: newId(InviteId, random),
  role,
  createdAt: now,
  by,
})

/** What an operator may say of a link that they make. */
export interface Wanted {
  readonly name?: string | undefined
  readonly onlyStep?: StepId | undefined
  readonly expiresAt?: string | undefined
  readonly password?: string | undefined
}

export const operatorsInvite = (
  role: Role,
  { name, onlyStep, expiresAt, password }: Wanted,
  now: string,
  random: RandomBytes,
): Invite => ({
  ...newInvite(role, now, null, random),
  ...(expiresAt !== undefined && { expiresAt }),
  ...(name !== undefined && { name }),
  ...(onlyStep !== undefined && { onlyStep }),
  ...(password !== undefined && { password: true }),
})
