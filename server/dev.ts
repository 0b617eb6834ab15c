import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'

/*
 * `npm run dev`: the page at the usual address, renewed as you type, and behind it the server, started again
 * whenever one of its files changes. (Node's own --watch sends messages of its own through our workers.)
 */

const root = join(import.meta.dirname, '..')
const page = { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 4400) }
const behind = { host: page.host, port: page.port + 1 }
const calm = 200

const startServer = () =>
  spawn(process.execPath, [join(root, 'server/main.ts'), '--api-only'], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      HOST: behind.host,
      PORT: String(behind.port),
      PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://${page.host}:${page.port}`,
    },
  })

let server = startServer()

const stopServer = async () => {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGTERM')
  await once(server, 'exit')
}

let turn = Promise.resolve()
let changed: NodeJS.Timeout | undefined
const restart = () => {
  clearTimeout(changed)
  changed = setTimeout(() => {
    turn = turn.then(stopServer).then(() => {
      server = startServer()
    })
  }, calm)
}
for (const folder of ['server', 'shared']) watch(join(root, folder), { recursive: true }, restart)

const target = `http://${behind.host}:${behind.port}`
const vite = await createServer({
  configFile: join(root, 'vite.config.ts'),
  root: join(root, 'client'),
  server: {
    ...page,
    strictPort: true,
    proxy: {
      '/api': { target },
      // Not Vite's own files of client/live.
      '^/live/[A-Za-z0-9_-]{22}$': { target, ws: true },
      '/sync': { target, ws: true },
    },
  },
})
await vite.listen()
vite.printUrls()

const stop = () => {
  void Promise.all([stopServer(), vite.close()]).then(() => process.exit(0))
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
