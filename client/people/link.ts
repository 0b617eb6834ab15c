import { unreachable } from '../../shared/assert.ts'
import { inviteIsValid } from '../../shared/board/members.ts'
import type { Board, Invite, Member, Role } from '../../shared/board/model.ts'
import { hasAccess } from '../../shared/board/model.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import type { InviteId, Secret, StepId } from '../../shared/ids.ts'

/* A link as it is filled in, and what the plan knows of the links there are. */

export type Until = 'always' | 'day' | 'week' | 'month'

export interface LinkForm {
  readonly role: Role
  readonly name: string
  readonly until: Until
  readonly onlyStep: StepId | null
  readonly password: string
}

export const shortestPassword = 4

/** A new link, or one more like another: its password is not known and has to be chosen anew. */
export const linkForm = (like: Invite | null): LinkForm => ({
  role: like?.role ?? 'editor',
  name: like?.name ?? '',
  until: 'always',
  onlyStep: like?.onlyStep ?? null,
  password: '',
})

export const passwordIsShort = ({ password }: LinkForm): boolean =>
  password !== '' && password.length < shortestPassword

export const inviteFrom = (
  form: LinkForm,
  made: { readonly inviteId: InviteId; readonly secret: Secret; readonly now: number },
): Extract<CommandBody, { type: 'member.invite' }> => {
  const expiresAt = expiryOf(form.until, made.now)
  const name = form.name.trim()
  return {
    type: 'member.invite',
    inviteId: made.inviteId,
    role: form.role,
    secret: made.secret,
    ...(expiresAt !== undefined && { expiresAt }),
    ...(name !== '' && { name }),
    // Whoever leads the plan leads all of it.
    ...(form.onlyStep !== null && form.role !== 'facilitator' && { onlyStep: form.onlyStep }),
    ...(form.password !== '' && { password: form.password }),
  }
}

const hour = 3_600_000

const expiryOf = (until: Until, now: number): string | undefined => {
  switch (until) {
    case 'always':
      return undefined
    case 'day':
      return new Date(now + 24 * hour).toISOString()
    case 'week':
      return new Date(now + 7 * 24 * hour).toISOString()
    case 'month':
      return new Date(now + 30 * 24 * hour).toISOString()
    default:
      return unreachable(until)
  }
}

/** Who takes part by this link now. */
export const cameBy = (board: Pick<Board, 'members'>, invite: Invite): readonly Member[] =>
  board.members.filter((member) => member.inviteId === invite.id && hasAccess(member))

/** The links that were made for somebody who has not come yet, the oldest first. */
export const awaited = (board: Pick<Board, 'invites' | 'members'>, now: string): readonly Invite[] =>
  board.invites
    .filter(
      (invite) =>
        invite.name !== undefined &&
        inviteIsValid(invite, now) &&
        !board.members.some((member) => member.inviteId === invite.id),
    )
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
