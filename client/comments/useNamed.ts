import type { MemberId } from '../../shared/ids.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { mentionable, namedIn } from './mentions.ts'

/** Who is named in some words, as the command wants it. */
export const useNamed = (): ((body: string) => { readonly mentions?: readonly MemberId[] }) => {
  const { board, me } = useBoard()
  return (body) => {
    const mentions = namedIn(body, mentionable(board.members, me.id))
    return mentions.length > 0 ? { mentions } : {}
  }
}
