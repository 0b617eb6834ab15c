import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { linkName, linkPassword } from '../../shared/board/members.ts'
import type { Board, Role } from '../../shared/board/model.ts'
import { Role as RoleSchema } from '../../shared/board/model.ts'
import type { StepId } from '../../shared/ids.ts'
import { BoardId } from '../../shared/ids.ts'
import type { Config } from '../config.ts'
import { originsOf } from '../config.ts'
import type { Hub } from '../live/hub.ts'
import { joinLink } from '../people/links.ts'
import type { Storage } from '../storage/storage.ts'
import { StorageError } from '../storage/storage.ts'
import { StartFailure } from './failure.ts'

/* `samplan invite`: the operator's way in, for a plan whose facilitators are gone. */

/** What stands on the command line. */
export interface InviteArguments {
  readonly board?: string | undefined
  readonly role: string
  readonly step?: string | undefined
  /** The last day on which the link opens. */
  readonly until?: string | undefined
  readonly name?: string | undefined
  readonly password?: string | undefined
}

export interface Wanted {
  readonly board: BoardId
  readonly role: Role
  /** As it was written: whether the plan has it shows when the plan is open. */
  readonly step?: string
  readonly expiresAt?: string
  readonly name?: string
  readonly password?: string
}

export const wantedInvite = (given: InviteArguments, folder: string, now: number): Wanted => {
  const { board, role, step, until, name, password } = given
  if (board === undefined) throw new StartFailure('operator.inviteNeedsBoard')
  const known = RoleSchema.safeParse(role)
  if (!known.success) throw new StartFailure('operator.inviteBadRole', { role })
  if (step !== undefined && known.data === 'facilitator') throw new StartFailure('operator.inviteWholePlan')
  const expiresAt = until === undefined ? undefined : endOf(until, now)
  const named = z.optional(linkName).safeParse(name)
  if (!named.success) throw new StartFailure('operator.inviteBadName')
  if (!z.optional(linkPassword).safeParse(password).success)
    throw new StartFailure('operator.inviteBadPassword')
  const id = BoardId.safeParse(board)
  if (!id.success) throw new StartFailure('operator.inviteNoBoard', { board, folder })
  return {
    board: id.data,
    role: known.data,
    ...(step !== undefined && { step }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(named.data !== undefined && { name: named.data }),
    ...(password !== undefined && { password }),
  }
}

/** When the day is over where the server stands. */
const endOf = (until: string, now: number): string => {
  if (!z.iso.date().safeParse(until).success) throw new StartFailure('operator.inviteBadDay', { until })
  const end = new Date(`${until}T00:00:00`)
  end.setDate(end.getDate() + 1)
  if (end.getTime() <= now) throw new StartFailure('operator.invitePastDay', { until })
  return end.toISOString()
}

/** Makes a link of the wanted role. The server must not be running: what it has in memory would not know the link. */
export const invite = async (
  wanted: Wanted,
  config: Config,
  open: () => Promise<{ readonly storage: Storage; readonly hub: Hub }>,
): Promise<string> => {
  const folder = config.dataDir
  if (!existsSync(join(folder, 'samplan.db'))) throw new StartFailure('operator.inviteNoData', { folder })
  const { storage, hub } = await open().catch((error: unknown) => {
    if (error instanceof StorageError && error.code === 'inUse')
      throw new StartFailure('operator.inviteInUse', { folder })
    throw error
  })
  try {
    const live = await hub.open(wanted.board)
    if (!live) throw new StartFailure('operator.inviteNoBoard', { board: wanted.board, folder })
    const { role, step, board: _, ...rest } = wanted
    const onlyStep = step === undefined ? undefined : stepIn(live.board, step)
    const secret = await live.entrance.operatorInvite(role, { ...rest, ...(onlyStep && { onlyStep }) })
    return joinLink(originsOf(config, config.port)[0] ?? '', wanted.board, secret)
  } finally {
    await hub.close()
    await storage.close()
  }
}

const stepIn = (board: Board, step: string): StepId => {
  const found = board.steps.find(({ id }) => id === step)
  if (found) return found.id
  throw new StartFailure('operator.inviteNoStep', { step, steps: board.steps.map(({ id }) => id).join(', ') })
}
