import type { MessagePort } from 'node:worker_threads'
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import * as z from 'zod/mini'
import { must } from '../../../shared/assert.ts'
import type { Task } from './batch.ts'
import { runTogether } from './batch.ts'
import type { Call, Closing, Operations, Reply } from './calls.ts'
import { opening } from './calls.ts'
import type { Database } from './database.ts'
import { openDatabase } from './database.ts'
import { failureOf } from './failure.ts'
import { storeReads, storeWrites } from './store.ts'

/*
 * The worker `store`. While one transaction runs, calls wait in the port; the next transaction takes all of them.
 * Replies go out after its COMMIT, in one message.
 */

const port = must(parentPort)
const { file, maxPages } = z.object({ file: z.string(), maxPages: z.optional(z.int()) }).parse(workerData)

try {
  serve(port, openDatabase(file, maxPages))
} catch (error) {
  port.postMessage([{ id: opening, failed: failureOf(error, file) }])
  port.close()
}

function serve(port: MessagePort, db: Database): void {
  const reads: Operations = storeReads(db)
  const writes: Operations = storeWrites(db)
  const taskOf = ({ name, input }: Call): Task => {
    const operation = must(writes[name] ?? reads[name], `no operation ${name}`)
    return { writes: name in writes, run: () => operation(input) }
  }
  port.on('message', (first: Call | Closing) => {
    const messages = [first, ...waiting(port)]
    const calls = messages.filter((message) => 'id' in message)
    const outcomes = calls.length ? runTogether(db.raw, calls.map(taskOf)) : []
    port.postMessage(outcomes.map((outcome, index) => replyTo(must(calls[index]).id, outcome)))
    if (messages.some((message) => 'close' in message)) end(port, db)
  })
  port.postMessage([{ id: opening, value: null }])
}

function* waiting(port: MessagePort): Generator<Call | Closing> {
  for (let next = receive(port); next; next = receive(port)) yield next.message
}

const receive = (port: MessagePort) =>
  receiveMessageOnPort(port) as { readonly message: Call | Closing } | undefined

const replyTo = (id: number, outcome: ReturnType<typeof runTogether>[number]): Reply =>
  'error' in outcome ? { id, failed: failureOf(outcome.error, file) } : { id, value: outcome.value }

function end(port: MessagePort, db: Database): void {
  db.raw.close()
  port.close()
}
