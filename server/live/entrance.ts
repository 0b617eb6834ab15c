import type { EventBody } from '../../shared/board/log.ts'
import type { Board, Member, Role } from '../../shared/board/model.ts'
import { refuse } from '../../shared/board/refusal.ts'
import type { MemberId, RandomBytes, Secret } from '../../shared/ids.ts'
import { hashOf, newSecret } from '../people/links.ts'
import type { Commit, Link, Storage } from '../storage/storage.ts'
import type { Newcomer, Wanted } from './admission.ts'
import { admit, isLocked, operatorsInvite } from './admission.ts'
import { linkFor } from './beside.ts'
import type { Refused } from './decisions.ts'
import type { Space } from './space.ts'
import { noSpace } from './space.ts'

interface Dependencies {
  readonly storage: Pick<Storage, 'people'>
  readonly random: RandomBytes
  readonly space: Pick<Space, 'full'>
  board(): Board
  now(): string
  /** One after the other, with everything else that is decided on the board. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  commit(events: readonly EventBody[], by: MemberId | null, beside?: Partial<Commit>): Promise<unknown>
}

/** The links by which people come in, and come back. */
export class Entrance {
  readonly #dependencies: Dependencies

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies
  }

  /** `as`: who the caller already is on this board. A new person gets a return link of their own. */
  join(
    link: Link,
    newcomer: Newcomer,
    as?: MemberId,
  ): Promise<{ readonly member: Member; readonly returnSecret?: Secret } | Refused | typeof noSpace> {
    const { board, now, random, space, inTurn, commit } = this.#dependencies
    return inTurn(async () => {
      const admission = admit(board(), link, newcomer, as, now(), random)
      if ('refusal' in admission) return admission
      const { member, event } = admission
      // Asked again: what they have here may have changed since somebody looked whether they need it.
      if (event && isLocked(link) && !newcomer.saidPassword) return refuse('passwordNeeded')
      if (event && space.full) return noSpace
      if (event) await commit([event], member.id)
      return as === undefined && link.is === 'invite'
        ? { member, returnSecret: await this.renewReturnLink(member.id) }
        : { member }
    })
  }

  /** The operator's way in: a fresh link of this role, made by nobody on the board. */
  operatorInvite(role: Role, wanted: Wanted = {}): Promise<Secret> {
    const { now, random, inTurn, commit } = this.#dependencies
    return inTurn(async () => {
      const invite = operatorsInvite(role, wanted, now(), random)
      const secret = newSecret(random)
      const link = await linkFor({ inviteId: invite.id, secret, password: wanted.password }, random)
      await commit([{ type: 'invite.created', invite }], null, { invites: [link] })
      return secret
    })
  }

  /** A new personal return link; the old one stops working. */
  async renewReturnLink(member: MemberId): Promise<Secret> {
    const { storage, random, board, now } = this.#dependencies
    const secret = newSecret(random)
    await storage.people.setReturnLink(board().id, member, hashOf(secret), now())
    return secret
  }
}
