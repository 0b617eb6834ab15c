import { BoardId, Secret } from '../../shared/ids.ts'

/** What a pasted text turns out to be. */
export type JoinLink =
  | { readonly is: 'link'; readonly board: string; readonly secret: string }
  | { readonly is: 'elsewhere'; readonly host: string }
  | { readonly is: 'noLink' }

/** Reads `https://…/join/<board>#<secret>`, also without its beginning and with what a mail program put round it. */
export const readJoinLink = (text: string, origin: string): JoinLink => {
  const bare = text.trim().replace(/^[<("'“”«»]+|[>)"'“”«»,.;]+$/gu, '')
  const url = URL.canParse(bare, origin) ? new URL(bare, origin) : null
  const match = url && /\/join\/([^/]+)\/?$/.exec(url.pathname)
  const board = BoardId.safeParse(match?.[1])
  const secret = Secret.safeParse(url?.hash.slice(1))
  if (!url || !board.success || !secret.success) return { is: 'noLink' }
  if (url.origin !== origin) return { is: 'elsewhere', host: url.host }
  return { is: 'link', board: board.data, secret: secret.data }
}
