import { Worker } from 'node:worker_threads'
import { StorageError } from '../storage.ts'
import type { Operations, Reply } from './calls.ts'
import { opening } from './calls.ts'
import { errorFrom } from './failure.ts'

/* The main thread's end of a worker. */

export interface Line<O extends Operations> {
  call<N extends keyof O & string>(name: N, input: Parameters<O[N]>[0]): Promise<ReturnType<O[N]>>
  /** Whether the worker still runs. */
  alive(): boolean
  /** Lets the worker finish what it was sent, and ends it. */
  close(): Promise<void>
}

interface Pending {
  settle(value: unknown): void
  fail(error: StorageError): void
}

/** Resolves when the worker says it is open. When it dies, whatever waits and whatever comes later is rejected. */
export async function openLine<O extends Operations>(script: URL, workerData: unknown): Promise<Line<O>> {
  const worker = new Worker(script, { workerData })
  const pending = new Map<number, Pending>()
  let gone: StorageError | null = null
  let next = opening

  const end = (error: StorageError) => {
    gone ??= error
    for (const { fail } of pending.values()) fail(gone)
    pending.clear()
  }
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', (code) => {
      end(new StorageError('io', `a storage worker has stopped (${code})`))
      resolve()
    })
  })
  worker.on('error', (cause) => end(new StorageError('io', 'a storage worker has failed', undefined, cause)))
  worker.on('message', (replies: readonly Reply[]) => {
    for (const reply of replies) answer(pending, reply)
  })

  const wait = <T>() =>
    new Promise<T>((resolve, reject) => {
      pending.set(next, { settle: resolve, fail: reject })
      next += 1
    })
  await wait()
  return {
    call: async (name, input) => {
      if (gone) throw gone
      worker.postMessage({ id: next, name, input })
      return wait()
    },
    alive: () => gone === null,
    close: async () => {
      worker.postMessage({ close: true })
      await ended
    },
  }
}

function answer(pending: Map<number, Pending>, reply: Reply): void {
  const waiting = pending.get(reply.id)
  pending.delete(reply.id)
  if ('failed' in reply) waiting?.fail(errorFrom(reply.failed))
  else waiting?.settle(reply.value)
}
