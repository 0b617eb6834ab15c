import type { Api } from '../live/api.ts'
import type { Refused } from '../live/ask.ts'

/** What the door said to the bare secret. */
export type Knock =
  | { readonly is: 'knocking' }
  /** A return link, or a person who takes part already. */
  | { readonly is: 'known' }
  | { readonly is: 'nameNeeded'; readonly secret: string; readonly invitation: Invitation | undefined }
  /** What the link opens is not told before its password. */
  | { readonly is: 'passwordNeeded'; readonly secret: string }
  | Trouble

export type Trouble =
  | { readonly is: 'linkInvalid' }
  | { readonly is: 'noSecret' }
  | { readonly is: 'failed'; readonly message: string }

export type Invitation = NonNullable<Refused['invitation']>

/**
 * Looks first, so that nobody who has yet to say their name is refused anything; whoever is known comes in at once.
 * An address without a secret still leads whoever takes part to their plan.
 */
export const knock = async (
  api: Pick<Api, 'look' | 'join' | 'myBoards'>,
  board: string,
  secret: string | null,
): Promise<Knock> => {
  const without = async (trouble: Trouble): Promise<Knock> =>
    (await takesPart(api, board)) ? { is: 'known' } : trouble
  if (secret === null) return without({ is: 'noSecret' })
  const look = await api.look(board, secret)
  if (look.is !== 'ok') return { is: 'failed', message: look.message }
  // A link that was withdrawn may be the one the person once came by, with their place kept.
  if (look.value.is === 'closed') return without({ is: 'linkInvalid' })
  if (look.value.is === 'password') return { is: 'passwordNeeded', secret }
  const { known, is: _, ...invitation } = look.value
  if (!known) return { is: 'nameNeeded', secret, invitation }
  const joined = await api.join(board, { secret })
  return joined.is === 'ok' ? { is: 'known' } : { is: 'failed', message: joined.message }
}

const takesPart = async (api: Pick<Api, 'myBoards'>, board: string): Promise<boolean> => {
  const mine = await api.myBoards()
  return mine.is === 'ok' && mine.value.some(({ id }) => id === board)
}
