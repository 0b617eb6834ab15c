import type { EventBody } from '../../shared/board/log.ts'
import { inviteIsValid } from '../../shared/board/members.ts'
import type { Board, Invite, Member, Role } from '../../shared/board/model.ts'
import { hasAccess, memberOf, roles } from '../../shared/board/model.ts'
import type { Refusal } from '../../shared/board/refusal.ts'
import { refuse } from '../../shared/board/refusal.ts'
import type { MemberId, RandomBytes } from '../../shared/ids.ts'
import { InviteId, MemberId as MemberIdBrand, newId, Secret } from '../../shared/ids.ts'
import type { Link } from '../storage/storage.ts'

/* Who comes in by a link, and as whom. */

/** What somebody says of themselves at the door; whoever is known already need not say it again. */
export interface Newcomer {
  readonly name?: string | undefined
  readonly organisation?: string | undefined
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

/** A link never takes away: of the role they have and the link's, a member keeps the higher. */
const readmit = (known: Member, invite: Invite): Admission => {
  const { left, ...rest } = known
  const higher = !left && roles.indexOf(known.role) <= roles.indexOf(invite.role)
  if (higher) return { member: known, event: null }
  const member: Member = { ...rest, role: invite.role, inviteId: invite.id }
  return { member, event: { type: 'member.joined', member } }
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
    role: invite.role,
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

export const operatorsInvite = (role: Role, now: string, random: RandomBytes) => {
  const invite = newInvite(role, now, null, random)
  const event: EventBody = { type: 'invite.created', invite }
  return { event, invite: invite.id, secret: newSecret(random) }
}

export const newSecret = (random: RandomBytes): Secret =>
  Secret.parse(Buffer.from(random(24)).toString('base64url'))

/** SHA-256 in hex: all that is ever stored of a secret. */
export const hashSecret = async (secret: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(secret))).toString('hex')
