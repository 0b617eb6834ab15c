import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { StartFailure } from './failure.ts'

/* The pages are built when they are missing or older than what they are made of, so that `npm start` is enough. */

const sources = ['client', 'shared', 'vite.config.ts', 'package.json']

export interface Builder {
  /** Builds the client of this folder; rejects with the builder's own error. */
  build(root: string): Promise<unknown>
}

/**
 * The builder, or null where it is not installed: it is needed on the machine that builds, not where it runs. It works
 * in a process of its own, since it would leave half a gigabyte behind in ours.
 */
export const findVite = async (root: string): Promise<Builder | null> => {
  const program = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if ((await changedAt(program)) === 0) return null
  return {
    build: (folder) =>
      new Promise<void>((resolve, reject) => {
        const given = [program, 'build', '--logLevel', 'error']
        execFile(process.execPath, given, { cwd: folder }, (failed, _out, errors) =>
          failed ? reject(new Error(errors || failed.message)) : resolve(),
        )
      }),
  }
}

/** Sees to it that there are pages of this folder’s sources; resolves where they are. */
export const preparePages = async (
  root: string,
  findBuilder: () => Promise<Builder | null>,
  building: () => void,
): Promise<string> => {
  const pages = join(root, 'dist', 'client')
  const builtAt = await changedAt(join(pages, 'index.html'))
  const changes = await Promise.all(sources.map((source) => newestIn(join(root, source))))
  if (builtAt >= Math.max(...changes) && builtAt > 0) return pages
  const builder = await findBuilder()
  if (!builder) {
    if (builtAt > 0) return pages
    throw new StartFailure('operator.noPages')
  }
  building()
  await builder.build(root).catch((error: unknown) => {
    throw new StartFailure('operator.buildFailed', { detail: whyNot(error) }, error)
  })
  return pages
}

/** The first line that says something: a builder opens with that it failed, and with how many errors there are. */
const whyNot = (error: unknown): string => {
  const lines = stripVTControlCharacters(error instanceof Error ? error.message : String(error)).split('\n')
  const said = lines.map((line) => line.trim()).filter((line) => line !== '')
  return said.find((line) => !line.endsWith(':') && !line.startsWith('✗')) ?? said[0] ?? ''
}

/** Milliseconds since 1970, or 0 when there is no such file. */
const changedAt = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )

const newestIn = async (path: string): Promise<number> => {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => [])
  // Folders too: theirs is the time at which a file was taken away.
  const times = await Promise.all(
    [path, ...entries.map((entry) => join(entry.parentPath, entry.name))].map(changedAt),
  )
  return Math.max(...times)
}
