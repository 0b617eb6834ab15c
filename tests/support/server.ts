import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ours = join(import.meta.dirname, '..', '..')
/** The first start with pages may have to build them. */
const patience = 60_000

/** A real server in a process of its own, on a folder of its own. */
export interface TestServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  readonly port: number
  readonly dataDir: string
  /** Everything it has printed, over all its lives. */
  output(): string
  /** kill -9: nothing is flushed, nobody is told. */
  kill(): Promise<void>
  /** SIGTERM: it may put its house in order. Resolves its exit code. */
  stop(): Promise<number | null>
  /** Starts it again on the same port and folder. */
  start(): Promise<void>
  /** Ends it and throws its folder away. */
  [Symbol.asyncDispose](): Promise<void>
}

export interface ServerOptions {
  /** The program, from the repository's root; a test may start one that is wired wrongly on purpose. */
  readonly entry?: string
  readonly env?: Readonly<Record<string, string>>
  /** Serves the built page too, which must have been built. */
  readonly pages?: boolean
  /** Where the program is installed, when that is not here. */
  readonly root?: string
}

export const startServer = async ({
  entry = 'server/main.ts',
  env = {},
  pages = false,
  root = ours,
}: ServerOptions = {}): Promise<TestServer> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'samplan-test-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const printed: string[] = []
  let child: ChildProcess | null = null

  const start = async () => {
    const own = spawn(process.execPath, [join(root, entry), ...(pages ? [] : ['--api-only'])], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...cleanEnvironment(), PORT: String(port), DATA_DIR: dataDir, ...env },
    })
    child = own
    await ready(own, url, printed)
  }
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const own = child
    child = null
    if (!own || own.exitCode !== null || own.signalCode !== null) return own?.exitCode ?? null
    own.kill(signal)
    await once(own, 'exit')
    return own.exitCode
  }

  const server: TestServer = {
    url,
    port,
    dataDir,
    output: () => printed.join(''),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    start,
    [Symbol.asyncDispose]: async () => {
      await end('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  await start()
  return server
}

/** Without what the machine or the test runner has set for itself. */
const cleanEnvironment = (): NodeJS.ProcessEnv => {
  const ours = [
    'HOST',
    'PORT',
    'DATA_DIR',
    'PUBLIC_URL',
    'WHO_MAY_CREATE',
    'LOG_LEVEL',
    'TRUST_PROXY',
    'NODE_OPTIONS',
  ]
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name)))
}

/** Resolves when the server has printed its address, and rejects with what it said when it ends before. */
const ready = (child: ChildProcess, url: string, printed: string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`the server was not ready after ${patience / 1000} s:\n${said}`))
    }, patience)
    const hear = (chunk: Buffer) => {
      printed.push(chunk.toString())
      said += chunk.toString()
      if (!said.includes(url)) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the server ended with ${code} before it was ready:\n${said}`))
    })
  })

/** A port that nobody listens on now. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
