import type { IncomingHttpHeaders } from 'node:http'
import { bearerToken } from './identity.ts'

/** Whether a request may come from where its headers say. `kind`: an upgrade to a socket, or HTTP that changes something. */
export type OriginAllowed = (headers: IncomingHttpHeaders, kind: 'socket' | 'http') => boolean

/**
 * A browser names the page that asks, and that must be ours. Without an Origin it is no browser: over HTTP the
 * cookie's SameSite keeps other sites out, a socket needs a bearer token, which no foreign page can send.
 */
export const createOriginAllowed =
  (origins: () => readonly string[]): OriginAllowed =>
  (headers, kind) => {
    if (headers['sec-fetch-site'] === 'cross-site') return false
    if (headers.origin !== undefined) return origins().includes(headers.origin)
    return kind === 'http' || bearerToken(headers) !== null
  }
