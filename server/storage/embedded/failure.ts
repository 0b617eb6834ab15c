import * as z from 'zod/mini'
import { StorageError } from '../storage.ts'

/* Why something failed, as the port says it; and how that crosses from a worker to the main thread. */

export interface Failure {
  readonly code: StorageError['code']
  readonly detail: string
  readonly file: string | undefined
}

export const failureOf = (error: unknown, file: string): Failure => {
  const why = whyFailed(error, file)
  const detail = why.file ? why.message.slice(0, -` (${why.file})`.length) : why.message
  return { code: why.code, detail, file: why.code === 'conflict' ? undefined : (why.file ?? file) }
}

export const errorFrom = ({ code, detail, file }: Failure): StorageError =>
  new StorageError(code, detail, file)

export const whyFailed = (error: unknown, file?: string): StorageError => {
  if (error instanceof StorageError) return error
  const unreadable = error instanceof SyntaxError || error instanceof z.core.$ZodError
  const code = unreadable ? 'corrupt' : codeOf(error)
  return new StorageError(code, error instanceof Error ? error.message : String(error), file, error)
}

const codeOf = (error: unknown): StorageError['code'] => {
  if (!(error instanceof Error)) return 'io'
  if ('errcode' in error && typeof error.errcode === 'number')
    return sqliteCodes[error.errcode & 0xff] ?? 'io'
  if ('code' in error && typeof error.code === 'string') return systemCodes[error.code] ?? 'io'
  return 'io'
}

/** Primary result codes of SQLite; extended ones carry them in their low byte. */
const sqliteCodes: Readonly<Record<number, StorageError['code']>> = {
  3: 'notWritable',
  8: 'notWritable',
  11: 'corrupt',
  13: 'full',
  14: 'notWritable',
  19: 'conflict',
  26: 'corrupt',
}

const systemCodes: Readonly<Record<string, StorageError['code']>> = {
  EACCES: 'notWritable',
  EDQUOT: 'full',
  EEXIST: 'notWritable',
  EISDIR: 'notWritable',
  ENOENT: 'notWritable',
  ENOSPC: 'full',
  ENOTDIR: 'notWritable',
  EPERM: 'notWritable',
  EROFS: 'notWritable',
}
