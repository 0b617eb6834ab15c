import type { FastifyReply } from 'fastify'

/* What a browser may do with our answers: everything from here, nothing from elsewhere. */

/** `origins`: ours; a socket is another scheme, so older browsers want it named. */
export const headersFor = (origins: readonly string[], secure: boolean): Readonly<Record<string, string>> => {
  // An IPv6 address cannot be written in a policy; 'self' covers it.
  const sockets = origins
    .filter((origin) => !origin.includes('['))
    .map((origin) => origin.replace(/^http/, 'ws'))
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' blob:",
      "font-src 'self'",
      `connect-src ${["'self'", ...sockets].join(' ')}`,
      "worker-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
    ].join('; '),
    ...(secure && { 'strict-transport-security': 'max-age=63072000' }),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'x-frame-options': 'DENY',
  }
}

/** Answers of the API are for the one who asked, now. */
export const keepPrivate = (reply: FastifyReply): void => void reply.header('cache-control', 'no-store')
