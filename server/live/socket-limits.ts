const perAddress = 60
const inAll = 5000

/** How many sockets are open in all, and from each address without anybody signed in. */
export class SocketLimits {
  readonly #strangers = new Map<string, number>()
  #open = 0

  mayConnect(address: string): boolean {
    return this.#open < inAll && (this.#strangers.get(address) ?? 0) < perAddress
  }

  /** Counts a socket in, of a stranger from this address or of somebody known; the result counts it out. */
  connected(stranger: string | null): () => void {
    this.#open++
    if (stranger === null) return () => void this.#open--
    this.#strangers.set(stranger, (this.#strangers.get(stranger) ?? 0) + 1)
    return () => {
      this.#open--
      const left = (this.#strangers.get(stranger) ?? 1) - 1
      if (left > 0) this.#strangers.set(stranger, left)
      else this.#strangers.delete(stranger)
    }
  }
}
