import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/* The way down: each part is closed in order, and the whole of it is bounded in time. */

/** Longest that closing may take, in milliseconds. */
const patience = 25_000

export interface Closing {
  /** Whether it has begun: from then on nothing new is taken. */
  begun(): boolean
  /** Begins; a second call changes nothing. */
  begin(): void
}

export const createClosing = (
  parts: readonly (() => Promise<unknown>)[],
  end: (
    how:
      | { readonly is: 'closed' }
      | { readonly is: 'failed'; readonly error: unknown }
      | { readonly is: 'stuck' },
  ) => void,
  after: (milliseconds: number, run: () => void) => () => void,
): Closing => {
  let begun = false
  const close = async () => {
    for (const part of parts) await part()
  }
  return {
    begun: () => begun,
    begin: () => {
      if (begun) return
      begun = true
      const cancel = after(patience, () => end({ is: 'stuck' }))
      close()
        .finally(cancel)
        .then(
          () => end({ is: 'closed' }),
          (error: unknown) => end({ is: 'failed', error }),
        )
    },
  }
}

/** How long whoever is connected may take to hang up by themselves, in milliseconds. */
const courtesy = 2000

/**
 * A way to close the server although somebody does not hang up: what was upgraded to a socket of ours is no longer
 * in the server's hands, yet it waits for it.
 */
export const createHangUp = (
  server: Pick<Server, 'on'>,
  after: (milliseconds: number, run: () => void) => () => void,
): ((close: () => PromiseLike<unknown>) => Promise<void>) => {
  const connected = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    connected.add(socket)
    socket.once('close', () => connected.delete(socket))
  })
  return async (close) => {
    const cancel = after(courtesy, () => {
      for (const socket of connected) socket.destroy()
    })
    await close()
    cancel()
  }
}
