/** Counts within windows that begin at fixed moments: all memory of one is dropped when the next begins. */
export interface Limit {
  /** Counts once more; the seconds to wait when that is more than the limit, else 0. */
  take(key: string): number
  /** The seconds to wait when the limit has been reached already, else 0; nothing is counted. */
  wait(key: string): number
}

export const createLimit = (most: number, windowMs: number, now: () => number): Limit => {
  let current = -1
  const counts = new Map<string, number>()
  const countOf = (key: string): number => {
    const window = Math.floor(now() / windowMs)
    if (window !== current) {
      current = window
      counts.clear()
    }
    return counts.get(key) ?? 0
  }
  const untilNext = () => Math.ceil(((current + 1) * windowMs - now()) / 1000)
  return {
    take: (key) => {
      const count = countOf(key) + 1
      counts.set(key, count)
      return count <= most ? 0 : untilNext()
    },
    wait: (key) => (countOf(key) < most ? 0 : untilNext()),
  }
}

const minute = 60_000

/** How often is too often, over HTTP. */
export const createLimits = (now: () => number) => ({
  failedJoinsByAddress: createLimit(20, minute, now),
  failedJoinsByBoard: createLimit(100, minute, now),
  joinsByLink: createLimit(600, minute, now),
  wrongPasswordsByLink: createLimit(10, minute, now),
  commandsByPerson: createLimit(20, 1000, now),
  /** Of a whole plan: its checks, its snapshot, its file. */
  wholesByPerson: createLimit(60, minute, now),
  /** Of how it came to be: log, proposals, versions. */
  historyByPerson: createLimit(20, 1000, now),
  filesByAddress: createLimit(30, minute, now),
})
export type Limits = ReturnType<typeof createLimits>

/** Who an address counts as: whoever has one IPv6 address has all 2^64 of its network. */
export const networkOf = (address: string): string => {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  const [head = '', tail] = address.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length
  const groups = [...front, ...Array<string>(Math.max(0, zeros)).fill('0'), ...back]
  // One network, however it is written: 2001:0DB8:: is 2001:db8::.
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
