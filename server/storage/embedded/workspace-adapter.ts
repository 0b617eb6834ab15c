import type { Adapter } from 'lowdb'
import * as z from 'zod/mini'
import { Locale } from '../../../shared/locale.ts'
import type { Workspace } from '../storage.ts'
import { StorageError } from '../storage.ts'
import { readText, writeDurably } from './durable-file.ts'
import { whyFailed } from './failure.ts'

/*
 * Between lowdb and the disk. lowdb by itself flushes nothing and would write its own idea over an edit by hand or a
 * file it could not read.
 */

/** Keys we do not know are an operator's own, and kept. */
const WorkspaceFile = z.looseObject({
  format: z.literal(1),
  organisation: z.string(),
  defaultLanguage: Locale,
  processes: z.array(z.unknown()),
})
const AnyFormat = z.looseObject({ format: z.int() })

export interface WorkspaceAdapter extends Adapter<Workspace> {
  /** Whether the file still says what it said when it was last read or written. One that is gone counts as the same. */
  look(): Promise<'same' | 'edited' | 'broken' | 'stillBroken'>
}

export function workspaceAdapter(file: string): WorkspaceAdapter {
  let known: string | null = null
  let broken: string | null = null
  return {
    read: async () => {
      const text = await readText(file)
      if (text === null) return null
      const workspace = parse(text, file)
      known = text
      return workspace
    },
    write: async (workspace) => {
      const text = `${JSON.stringify(check(workspace, file), null, 2)}\n`
      try {
        if (known !== null) await writeDurably(`${file}.bak`, known)
        await writeDurably(file, text)
      } catch (error) {
        throw whyFailed(error, file)
      }
      known = text
    },
    look: async () => {
      const text = await readText(file)
      if (text === null || text === known) return 'same'
      if (text === broken) return 'stillBroken'
      if (isReadable(text, file)) return 'edited'
      broken = text
      return 'broken'
    },
  }
}

function parse(text: string, file: string): Workspace {
  try {
    // Some editors put a mark in front that JSON does not know.
    return check(JSON.parse(text.replace(/^\uFEFF/, '')), file)
  } catch (error) {
    if (error instanceof StorageError) throw error
    throw new StorageError('badWorkspace', 'this is no JSON', file, error)
  }
}

function check(value: unknown, file: string): Workspace {
  const read = WorkspaceFile.safeParse(value)
  if (read.success) return read.data
  const format = AnyFormat.safeParse(value)
  if (format.success && format.data.format > 1)
    throw new StorageError('newerFormat', `it has format ${format.data.format}, the newest known is 1`, file)
  throw new StorageError('badWorkspace', z.prettifyError(read.error), file)
}

const isReadable = (text: string, file: string): boolean => {
  try {
    parse(text, file)
    return true
  } catch {
    return false
  }
}
