import type { FastifyRequest } from 'fastify'
import { inviteIsValid } from '../../shared/board/members.ts'
import type { Invite, Member } from '../../shared/board/model.ts'
import { hasAccess, memberOf, stepOf } from '../../shared/board/model.ts'
import { BoardId, Secret } from '../../shared/ids.ts'
import { admit } from '../live/admission.ts'
import type { LiveBoard } from '../live/board.ts'
import { networkOf } from '../people/limits.ts'
import { hashOf } from '../people/links.ts'
import type { Try } from '../people/tries.ts'
import type { Link } from '../storage/storage.ts'
import type { Invitation } from './refusals.ts'
import type { Services } from './services.ts'

/* What a link leads to: the same for who comes in and for who looks first. */

export interface Door {
  readonly live: LiveBoard
  readonly link: Link
  readonly hash: string
}

/** What a secret opens, or null for every way in which it opens nothing. */
export const findDoor = async (services: Services, boardId: string, secret: string): Promise<Door | null> => {
  const board = BoardId.safeParse(boardId)
  const known = Secret.safeParse(secret)
  if (!board.success || !known.success) return null
  const hash = hashOf(known.data)
  const link = await services.storage.people.findLink(board.data, hash)
  const live = link && (await services.hub.open(board.data))
  if (!link || !live) return null
  return opens(live, link, new Date(services.now()).toISOString()) ? { live, link, hash } : null
}

const opens = (live: LiveBoard, link: Link, now: string): boolean => {
  if (link.is === 'return') return hasAccess(memberOf(live.board, link.member))
  const invite = inviteOf(live, link)
  return invite !== undefined && inviteIsValid(invite, now)
}

const inviteOf = (live: LiveBoard, link: Link): Invite | undefined =>
  live.board.invites.find((one) => link.is === 'invite' && one.id === link.invite)

/** The person's place on the plan that they keep when they come by the link; a return link is its person's own. */
export const knownBehind = async (
  { people }: Services,
  request: FastifyRequest,
  { live, link }: Door,
): Promise<Member | undefined> => {
  if (link.is === 'return') return memberOf(live.board, link.member)
  const identity = await people.identify(request)
  const as = identity.is === 'session' ? identity.memberOn(live.board.id) : null
  return memberOf(live.board, as ?? '')
}

/**
 * The hash that a password has to fit, or null where none is needed: a return link has none, and who takes part
 * already is let in by it as who they are. What it would give them beyond that, it gives for the password alone.
 */
export const lockOf = (
  services: Services,
  { live, link }: Door,
  known: Member | undefined,
): string | null => {
  if (link.is === 'return' || link.password === null) return null
  if (!hasAccess(known)) return link.password
  const now = new Date(services.now()).toISOString()
  const admission = admit(live.board, link, {}, known.id, now, services.people.random)
  return 'event' in admission && admission.event === null ? null : link.password
}

/** What the link leads to, in words for who has not come yet. */
export const invitationOf = ({ live, link }: Door): Invitation => {
  const invite = inviteOf(live, link)
  const member = link.is === 'return' ? memberOf(live.board, link.member) : undefined
  const { role, onlyStep } = invite ?? member ?? { role: '', onlyStep: undefined }
  const stepTitle = onlyStep && stepOf(live.board, onlyStep)?.title
  return {
    title: live.board.title,
    role,
    ...(onlyStep && { onlyStep }),
    ...(stepTitle !== undefined && { stepTitle }),
  }
}

/**
 * Only failures are held back: a secret of 128 bits cannot be guessed, and a whole workshop may sit behind one
 * address, so a good link always opens. The seconds to wait, or 0.
 */
export const waitAfterFailure = ({ people }: Services, request: FastifyRequest, board: string): number =>
  Math.max(
    people.limits.failedJoinsByAddress.take(networkOf(request.ip)),
    people.limits.failedJoinsByBoard.take(board),
  )

/** Tries the door's password, where it takes one. */
export const tryDoor = async (
  services: Services,
  door: Door,
  known: Member | undefined,
  password: string | undefined,
): Promise<Try | { readonly is: 'missing' | 'notAsked' }> => {
  const lock = lockOf(services, door, known)
  if (lock === null) return { is: 'notAsked' }
  if (password === undefined) return { is: 'missing' }
  return services.people.tryPassword(door.hash, lock, password)
}
