import { randomUUID } from 'node:crypto'
import { open, readFile, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/* A small text file that is whole at every moment: the old words or the new ones, whatever stops the machine. */

/** The file's words, or null when there is no such file. */
export async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** A name of its own for every write: two that share one would mix their words. */
export async function writeDurably(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    await writeFlushed(temporary, text)
    await rename(temporary, file)
    await flushFolder(dirname(file))
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Removes what writes that were cut short have left. */
export async function sweep(file: string): Promise<void> {
  const folder = dirname(file)
  const left = (await readdir(folder)).filter(
    (name) => name.startsWith(`${basename(file)}.`) && name.endsWith('.tmp'),
  )
  for (const name of left) await rm(join(folder, name), { force: true })
}

async function writeFlushed(file: string, text: string): Promise<void> {
  await using handle = await open(file, 'wx')
  await handle.writeFile(text)
  await handle.sync()
}

/** Makes a rename last; Windows has no such thing. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  await using handle = await open(folder, 'r')
  await handle.sync()
}
