import { createHash } from 'node:crypto'
import type { BoardId, RandomBytes } from '../../shared/ids.ts'
import { Secret } from '../../shared/ids.ts'

/* Secrets leave the server once, when they are made; what stays here is their hash. */

/** 256 random bits as base64url. */
export const newSecret = (random: RandomBytes): Secret =>
  Secret.parse(Buffer.from(random(32)).toString('base64url'))

/** SHA-256 in hex: what the storage keeps of a secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** The secret stands in the fragment, which browsers send to nobody. */
export const joinLink = (base: string, board: BoardId, secret: Secret): string =>
  `${base}/join/${board}#${secret}`
