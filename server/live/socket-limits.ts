const perAddress = 60
const perSession = 20
const inAll = 5000

/** How many sockets are open, by address until somebody is signed in, and by session from then on. */
export class SocketLimits {
  readonly #strangers = new Map<string, number>()
  readonly #sessions = new Map<string, number>()
  #open = 0

  mayConnect(address: string): boolean {
    return this.#open < inAll && (this.#strangers.get(address) ?? 0) < perAddress
  }

  mayHold(session: string): boolean {
    return (this.#sessions.get(session) ?? 0) <= perSession
  }

  /** Counts a socket in; the result counts it out. */
  connected(address: string, session: string | null): () => void {
    const [counts, key] = session === null ? [this.#strangers, address] : [this.#sessions, session]
    counts.set(key, (counts.get(key) ?? 0) + 1)
    this.#open++
    return () => {
      this.#open--
      const left = (counts.get(key) ?? 1) - 1
      if (left > 0) counts.set(key, left)
      else counts.delete(key)
    }
  }
}
