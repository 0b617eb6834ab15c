import { scrypt, timingSafeEqual } from 'node:crypto'
import type { RandomBytes } from '../../shared/ids.ts'

/* A link's password: what stays here is its scrypt hash, with the salt and the cost beside it. */

const cost = { N: 2 ** 15, r: 8, p: 1 } as const
const saltBytes = 16
const keyBytes = 32

/** One string that holds all that comparing needs: `scrypt:32768:8:1:<salt>:<key>`, both in base64. */
export const hashPassword = async (password: string, random: RandomBytes): Promise<string> => {
  const salt = Buffer.from(random(saltBytes))
  const key = await keyOf(password, salt, cost, keyBytes)
  const { N, r, p } = cost
  return ['scrypt', N, r, p, salt.toString('base64'), key.toString('base64')].join(':')
}

/** Takes as long for a wrong password as for the right one. */
export const passwordFits = async (password: string, hash: string): Promise<boolean> => {
  const [name, N, r, p, salt = '', key = ''] = hash.split(':')
  if (name !== 'scrypt') throw new Error('a password was hashed in a way that is not known here')
  const kept = Buffer.from(key, 'base64')
  const given = { N: Number(N), r: Number(r), p: Number(p) }
  return timingSafeEqual(await keyOf(password, Buffer.from(salt, 'base64'), given, kept.length), kept)
}

/** Keyboards write `é` in two ways: both are the same word. */
const keyOf = (
  password: string,
  salt: Uint8Array,
  { N, r, p }: { readonly N: number; readonly r: number; readonly p: number },
  length: number,
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const given = { N, r, p, maxmem: 256 * N * r }
    scrypt(password.normalize('NFC'), salt, length, given, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
