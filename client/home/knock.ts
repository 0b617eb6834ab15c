import type { Api } from '../live/api.ts'

/** What the door said to the bare secret. */
export type Knock =
  | { readonly is: 'knocking' }
  /** A return link, or a person who takes part already. */
  | { readonly is: 'known' }
  | { readonly is: 'nameNeeded'; readonly secret: string; readonly invitation: Invitation | undefined }
  | Trouble

export type Trouble =
  | { readonly is: 'linkInvalid' }
  | { readonly is: 'noSecret' }
  | { readonly is: 'failed'; readonly message: string }

export interface Invitation {
  readonly title: string
  readonly role: string
}

/**
 * Tries the secret without a name: only the server knows whose it is. An address without a secret still leads
 * whoever takes part to their plan.
 */
export const knock = async (
  api: Pick<Api, 'join' | 'myBoards'>,
  board: string,
  secret: string | null,
): Promise<Knock> => {
  const without = async (trouble: Trouble): Promise<Knock> =>
    (await takesPart(api, board)) ? { is: 'known' } : trouble
  if (secret === null) return without({ is: 'noSecret' })
  const answer = await api.join(board, { secret })
  if (answer.is === 'ok') return { is: 'known' }
  if (answer.is === 'failed') return { is: 'failed', message: answer.message }
  if (answer.code === 'nameNeeded') return { is: 'nameNeeded', secret, invitation: answer.invitation }
  // A link that was withdrawn may be the one the person once came by, with their place kept.
  return answer.code === 'linkInvalid'
    ? without({ is: 'linkInvalid' })
    : { is: 'failed', message: answer.message }
}

const takesPart = async (api: Pick<Api, 'myBoards'>, board: string): Promise<boolean> => {
  const mine = await api.myBoards()
  return mine.is === 'ok' && mine.value.some(({ id }) => id === board)
}
