import { createHmac, timingSafeEqual } from 'node:crypto'
import type { RandomBytes } from '../../shared/ids.ts'
import type { Limit } from './limits.ts'
import { passwordFits } from './passwords.ts'

export type Try =
  | { readonly is: 'right' }
  | { readonly is: 'wrong' }
  /** Not even looked at: too many were wrong. */
  | { readonly is: 'tooMany'; readonly seconds: number }

/** `lock`: what was made of the link's password. */
export type TryPassword = (link: string, lock: string, password: string) => Promise<Try>

/**
 * Tries at one link's password come one after the other: else a thousand at once would be judged before one has
 * counted. Only the first right one is slow, so that a workshop need not queue: a link's password never changes.
 */
export const createTryPassword = (wrong: Limit, random: RandomBytes): TryPassword => {
  const last = new Map<string, Promise<unknown>>()
  const right = new Map<string, Buffer>()
  const key = random(32)
  const fits = async (link: string, lock: string, password: string): Promise<boolean> => {
    const mark = createHmac('sha256', key).update(password.normalize('NFC')).digest()
    const known = right.get(link)
    if (known) return timingSafeEqual(mark, known)
    const isRight = await passwordFits(password, lock)
    if (isRight) right.set(link, mark)
    return isRight
  }
  const look = async (link: string, lock: string, password: string): Promise<Try> => {
    const seconds = wrong.wait(link)
    if (seconds > 0) return { is: 'tooMany', seconds }
    if (await fits(link, lock, password)) return { is: 'right' }
    wrong.take(link)
    return { is: 'wrong' }
  }
  return async (link, lock, password) => {
    const before = last.get(link) ?? Promise.resolve()
    const outcome = before.then(() => look(link, lock, password))
    const turn = outcome.catch(() => undefined)
    last.set(link, turn)
    await turn
    if (last.get(link) === turn) last.delete(link)
    return outcome
  }
}
