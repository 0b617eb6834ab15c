import type { MessagePort } from 'node:worker_threads'
import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod/mini'
import { must } from '../../../shared/assert.ts'
import type { Call, Closing, Operations, Reply } from './calls.ts'
import { opening } from './calls.ts'
import type { Database } from './database.ts'
import { openDatabase } from './database.ts'
import { failureOf } from './failure.ts'
import { upkeepOperations } from './upkeep.ts'

/* The worker `upkeep`: one call after the other, each with transactions of its own. */

const port = must(parentPort)
const { file } = z.object({ file: z.string() }).parse(workerData)

try {
  serve(port, openDatabase(file))
} catch (error) {
  port.postMessage([{ id: opening, failed: failureOf(error, file) }])
  port.close()
}

function serve(port: MessagePort, db: Database): void {
  const operations: Operations = upkeepOperations(db)
  port.on('message', (message: Call | Closing) => {
    if ('id' in message) return port.postMessage([answer(operations, message)])
    db.raw.close()
    port.close()
  })
  port.postMessage([{ id: opening, value: null }])
}

function answer(operations: Operations, { id, name, input }: Call): Reply {
  try {
    return { id, value: must(operations[name], `no operation ${name}`)(input) }
  } catch (error) {
    return { id, failed: failureOf(error, file) }
  }
}
