import type { IncomingHttpHeaders } from 'node:http'
import type { BoardId, MemberId } from '../../shared/ids.ts'
import type { SessionRow } from '../storage/storage.ts'
import type { Sessions } from './sessions.ts'

/** Who is calling, by HTTP or by socket. */
export type Identity = { readonly is: 'nobody' } | SignedIn

export interface SignedIn {
  readonly is: 'session'
  readonly hash: string
  readonly kind: SessionRow['kind']
  readonly expiresAt: string
  /** The boards that the session stands for somebody on. */
  readonly members: SessionRow['members']
  /** Who the caller is on this board; whether they still have access is for the board to say. */
  memberOn(board: BoardId): MemberId | null
}

export type Identify = (request: { readonly headers: IncomingHttpHeaders }) => Promise<Identity>

/** The cookie's name tells the browser to take it over https only, where that is what we serve. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-sid' : 'sid')

/** A bearer token counts before a cookie. */
export const createIdentify =
  (sessions: Pick<Sessions, 'find'>, secure: boolean): Identify =>
  async ({ headers }) => {
    const shown = credential(headers, cookieName(secure))
    const session = shown && (await sessions.find(shown.secret))
    if (!session || session.kind !== shown.kind) return { is: 'nobody' }
    const { hash, kind, expiresAt, members } = session
    const memberOn = (board: BoardId) => members.find((one) => one.board === board)?.member ?? null
    return { is: 'session', hash, kind, expiresAt, members, memberOn }
  }

const credential = (
  headers: IncomingHttpHeaders,
  name: string,
): { readonly kind: SessionRow['kind']; readonly secret: string } | null => {
  const token = bearerToken(headers)
  if (token !== null) return { kind: 'token', secret: token }
  const secret = cookieIn(headers, name)
  return secret ? { kind: 'cookie', secret } : null
}

export const bearerToken = (headers: IncomingHttpHeaders): string | null =>
  /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null

/** Ours hold base64url, so nothing in them needs decoding. */
export const cookieIn = (headers: IncomingHttpHeaders, name: string): string | undefined =>
  (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
