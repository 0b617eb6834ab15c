import type { Api } from '../live/api.ts'
import type { Invitation } from './knock.ts'

/** Past the password: in at once for whoever is known, else a name comes next, and the password with it. */
export type Opened =
  | { readonly is: 'known' }
  | { readonly is: 'open'; readonly password: string; readonly invitation: Invitation | undefined }

export type Tried = Opened | { readonly is: 'wrong' | 'failed'; readonly message: string }

/** Asks without a name, so that nobody has to give theirs before they know what it is for. */
export const tryPassword = async (
  api: Pick<Api, 'join'>,
  board: string,
  secret: string,
  password: string,
): Promise<Tried> => {
  const answer = await api.join(board, { secret, password })
  if (answer.is === 'ok') return { is: 'known' }
  if (answer.is === 'failed') return { is: 'failed', message: answer.message }
  if (answer.code === 'nameNeeded') return { is: 'open', password, invitation: answer.invitation }
  const isWrong = answer.code === 'passwordWrong' || answer.code === 'passwordNeeded'
  return { is: isWrong ? 'wrong' : 'failed', message: answer.message }
}
