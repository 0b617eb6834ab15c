import type * as Y from 'yjs'
import type { RefusedClient } from '../storage/storage.ts'
import { firstNewClocks } from './gate.ts'

/** The clientIDs of which a room has refused something, each from the first refused clock on. */
export class RefusedClients {
  readonly #clocks = new Map<number, number>()

  constructor(known: readonly RefusedClient[]) {
    for (const { client, clock } of known) this.#clocks.set(client, clock)
  }

  clockOf(client: number): number | undefined {
    return this.#clocks.get(client)
  }

  /**
   * Remembers the update's own clients. Somebody else's, which a forger may name, are left alone: else a reader could
   * have an editor's next keystroke refused.
   */
  remember(update: Uint8Array, doc: Y.Doc, isOwn: (client: number) => boolean): readonly number[] {
    const own = firstNewClocks(update, doc).filter(({ client }) => isOwn(client))
    for (const { client, clock } of own)
      this.#clocks.set(client, Math.min(clock, this.#clocks.get(client) ?? Infinity))
    return own.map(({ client }) => client)
  }

  of(clients: Iterable<number>): readonly RefusedClient[] {
    return [...clients].flatMap((client) => {
      const clock = this.#clocks.get(client)
      return clock === undefined ? [] : { client, clock }
    })
  }
}
