import { networkOf } from '../people/limits.ts'

const perAddress = 60
const inAll = 5000

/** How many sockets are open in all, and from each network without anybody signed in. */
export class SocketLimits {
  readonly #strangers = new Map<string, number>()
  #open = 0

  mayConnect(address: string): boolean {
    return this.#open < inAll && (this.#strangers.get(networkOf(address)) ?? 0) < perAddress
  }

  /** Counts a socket in, of a stranger from this address or of somebody known; the result counts it out. */
  connected(stranger: string | null): () => void {
    this.#open++
    if (stranger === null) return () => void this.#open--
    const network = networkOf(stranger)
    this.#strangers.set(network, (this.#strangers.get(network) ?? 0) + 1)
    return () => {
      this.#open--
      const left = (this.#strangers.get(network) ?? 1) - 1
      if (left > 0) this.#strangers.set(network, left)
      else this.#strangers.delete(network)
    }
  }
}
