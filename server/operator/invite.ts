import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '../../shared/board/model.ts'
import { Role as RoleSchema } from '../../shared/board/model.ts'
import { BoardId } from '../../shared/ids.ts'
import type { Config } from '../config.ts'
import { originsOf } from '../config.ts'
import type { Hub } from '../live/hub.ts'
import { joinLink } from '../people/links.ts'
import type { Storage } from '../storage/storage.ts'
import { StorageError } from '../storage/storage.ts'
import { StartFailure } from './failure.ts'

/* `samplan invite`: the operator's way in, for a plan whose facilitators are gone. */

export interface Wanted {
  readonly board: BoardId
  readonly role: Role
}

export const wantedInvite = (board: string | undefined, role: string, folder: string): Wanted => {
  if (board === undefined) throw new StartFailure('operator.inviteNeedsBoard')
  const known = RoleSchema.safeParse(role)
  if (!known.success) throw new StartFailure('operator.inviteBadRole', { role })
  const id = BoardId.safeParse(board)
  if (!id.success) throw new StartFailure('operator.inviteNoBoard', { board, folder })
  return { board: id.data, role: known.data }
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
  const board = await hub.open(wanted.board)
  const secret = board && (await board.operatorInvite(wanted.role))
  await hub.close()
  await storage.close()
  if (!secret) throw new StartFailure('operator.inviteNoBoard', { board: wanted.board, folder })
  return joinLink(originsOf(config, config.port)[0] ?? '', wanted.board, secret)
}
