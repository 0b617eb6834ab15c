import type { DestinationStream, Logger } from 'pino'
import { pino } from 'pino'
import type { Config } from '../config.ts'
import { StorageError } from '../storage/storage.ts'

/** Log lines as JSON. No line holds what people wrote, nor anything that lets somebody in. */
export const createLog = (
  level: Config['logLevel'],
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: trace, err: trace },
      redact: ['cookie', 'authorization', 'secret', 'token'].flatMap((name) => [
        name,
        `*.${name}`,
        `*.*.${name}`,
      ]),
    },
    destination,
  )

/** Where it happened, without the message: that may quote what people wrote. Our storage’s own words do not. */
const trace = (error: unknown) => {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    ...('code' in error && { code: error.code }),
    ...(error instanceof StorageError && { detail: error.message }),
    at: frames.map((line) => line.trim()),
  }
}
