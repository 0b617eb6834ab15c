import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { freePort, startServer } from '../support/server.ts'
import { aPerson, startPlan } from '../support/person.ts'

// Every test here starts real processes, and a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

const root = join(import.meta.dirname, '..', '..')
const folders = mkdtempSync(join(tmpdir(), 'samplan-start-'))
afterAll(() => rmSync(folders, { recursive: true, force: true }))

let count = 0
const newFolder = () => join(folders, `data-${count++}`)

interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the program until it ends by itself. */
const run = async (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Outcome> => {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [join(root, 'server/main.ts'), ...args], {
    cwd: folders,
    env: { PATH, LANG: 'en_GB.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await once(child, 'close')
  clearTimeout(late)
  return { code: child.exitCode, ...said }
}

const start = (env: Readonly<Record<string, string>>) => run(['--api-only'], { PORT: '0', ...env })

const sentence = (outcome: Outcome): string => {
  expect(outcome.code).toBe(1)
  expect(outcome.out).toBe('')
  expect(outcome.err.endsWith('\n')).toBe(true)
  const [first = '', ...more] = outcome.err.trimEnd().split('\n')
  expect(more).toEqual([])
  return first
}

/** A folder that a server has used and left in good order. */
const usedFolder = async () => {
  const server = await startServer()
  const plan = await startPlan(server.url)
  expect(await server.stop()).toBe(0)
  return { server, plan }
}

describe('a start that fails', () => {
  test.each([
    [{ PORT: 'eleven' }, 'PORT is “eleven”, but it must be a number from 0 to 65535.'],
    [{ HOST: '0.0.0.0' }, 'PUBLIC_URL is missing: '],
    [{ PORT: 'elva', LANG: 'sv_SE.UTF-8' }, 'PORT är ”elva”, men måste vara ett tal'],
    [{ PORT: 'elleve', LC_ALL: 'nb_NO' }, 'PORT er «elleve», men må være et tall'],
  ])('SU1 %j says so in one sentence and creates nothing', async (env, words) => {
    const folder = newFolder()
    expect(sentence(await start({ ...env, DATA_DIR: folder }))).toContain(words)
    expect(existsSync(folder)).toBe(false)
  })

  test('SU2 a port in use is named', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = String(typeof address === 'object' && address ? address.port : 0)
    const outcome = await start({ PORT: port, DATA_DIR: newFolder() })
    other.close()
    expect(sentence(outcome)).toBe(
      `Port ${port} is in use by another program: stop that one or set PORT to another number.`,
    )
  })

  test('SU2 an address of another machine is named', async () => {
    const env = { HOST: '192.0.2.1', PUBLIC_URL: 'http://192.0.2.1:4400', DATA_DIR: newFolder() }
    expect(sentence(await start(env))).toBe('HOST is 192.0.2.1, which is not an address of this machine.')
  })

  test('SU3 a folder that is a file is named, and the file stays as it is', async () => {
    const file = newFolder()
    writeFileSync(file, 'mine')
    expect(sentence(await start({ DATA_DIR: file }))).toContain(`${file} cannot be written`)
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  test('SU3 a folder that cannot be made is named', async () => {
    const folder = join(root, 'package.json', 'data')
    expect(sentence(await start({ DATA_DIR: folder }))).toContain('cannot be written')
  })

  test('SU4 a second server on the same folder is told of the first, which goes on', async () => {
    await using server = await startServer()
    const outcome = await start({ DATA_DIR: server.dataDir })
    expect(sentence(outcome)).toBe(
      `Another Samplan is using ${server.dataDir}: stop it or set DATA_DIR to another folder.`,
    )
    expect((await aPerson(server.url, 'x').get('/readyz')).status).toBe(200)
  })

  test('SU5 a damaged database is named and left as it is', async () => {
    const { server } = await usedFolder()
    await using _server = server
    const file = join(server.dataDir, 'samplan.db')
    const damaged = Buffer.concat([Buffer.from('no database at all'), readFileSync(file).subarray(18)])
    writeFileSync(file, damaged)
    expect(sentence(await start({ DATA_DIR: server.dataDir }))).toMatch(
      /samplan\.db is damaged and was left as it is/,
    )
    expect(readFileSync(file).equals(damaged)).toBe(true)
  })

  test('SU5 a workspace.json that cannot be read is named and left as it is', async () => {
    const { server } = await usedFolder()
    await using _server = server
    const file = join(server.dataDir, 'workspace.json')
    writeFileSync(file, '{"format": 1,')
    expect(sentence(await start({ DATA_DIR: server.dataDir }))).toMatch(/workspace\.json cannot be read/)
    expect(readFileSync(file, 'utf8')).toBe('{"format": 1,')
  })

  test('SU6 data of a newer version is left to that version', async () => {
    const { server } = await usedFolder()
    await using _server = server
    const db = new DatabaseSync(join(server.dataDir, 'samplan.db'))
    db.exec('PRAGMA user_version = 999')
    db.close()
    expect(sentence(await start({ DATA_DIR: server.dataDir }))).toMatch(/was written by a newer Samplan/)
  })

  test.each([[['--loud']], [['serve']]])('SU7 the arguments %j are refused', async (args) => {
    const folder = newFolder()
    expect(sentence(await run(args, { DATA_DIR: folder }))).toMatch(/^This cannot be understood: /)
    expect(existsSync(folder)).toBe(false)
  })
})

describe('a start that succeeds', () => {
  test('SU8 it says where it is and where its data lies', async () => {
    await using server = await startServer({ env: { LANG: 'en_GB.UTF-8', LC_ALL: '' } })
    expect(server.output()).toBe(`Samplan is ready on ${server.url} · data in ${server.dataDir}\n`)
  })

  test('SU9 told to stop, it ends in good order and starts again with everything', async () => {
    await using server = await startServer()
    const plan = await startPlan(server.url)
    expect(await server.stop()).toBe(0)
    await server.start()
    expect((await plan.read()).id).toBe(plan.board)
  })

  test('SU9 somebody who does not hang up does not keep it from ending', async () => {
    await using server = await startServer()
    const plan = await startPlan(server.url)
    const socket = connect(server.port, '127.0.0.1')
    const { origin = '', cookie = '' } = plan.facilitator.headers()
    const upgrade = [
      `GET /live/${plan.board} HTTP/1.1`,
      `Host: 127.0.0.1:${server.port}`,
      `Origin: ${origin}`,
      `Cookie: ${cookie}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ]
    socket.write(`${upgrade.join('\r\n')}\r\n\r\n`)
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 101 /)
    const begun = performance.now()
    expect(await server.stop()).toBe(0)
    expect(performance.now() - begun).toBeLessThan(15_000)
    socket.destroy()
  })

  test('SU10 --print-config shows what is in force and starts nothing', async () => {
    const folder = newFolder()
    const { code, out } = await run(['--print-config'], { DATA_DIR: folder, PORT: '4500' })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ port: 4500, dataDir: folder, whoMayCreate: 'anyone' })
    expect(existsSync(folder)).toBe(false)
  })
})

describe('samplan invite', () => {
  test('SU11 it makes a link that lets somebody in as facilitator', async () => {
    const { server, plan } = await usedFolder()
    await using _server = server
    const env = { DATA_DIR: server.dataDir, PORT: String(server.port) }
    const { code, out, err } = await run(['invite', '--board', plan.board], env)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^${server.url}/join/${plan.board}#[A-Za-z0-9_-]+\n$`))
    await server.start()
    const rescuer = aPerson(server.url, 'Operator')
    const body = { secret: out.trim().split('#')[1], name: 'Operator' }
    const joined = await rescuer.post<{ member: { role: string } }>(`/api/boards/${plan.board}/join`, body)
    expect(joined.body.member.role).toBe('facilitator')
  })

  test('SU11 the id of the plan may begin with a dash', async () => {
    const { server } = await usedFolder()
    await using _server = server
    const env = { DATA_DIR: server.dataDir, PORT: String(server.port) }
    const { err } = await run(['invite', '--board', `-${'a'.repeat(21)}`], env)
    expect(err).toContain(`-${'a'.repeat(21)}`)
    expect(err).not.toContain('ambiguous')
  })

  test('SU12 while the server runs it says what to do and changes nothing', async () => {
    await using server = await startServer()
    const plan = await startPlan(server.url)
    const before = (await plan.read()).seq
    const args = ['invite', '--board', plan.board, '--data-dir', server.dataDir]
    expect(sentence(await run(args, {}))).toMatch(/is running on .*: stop it, run this again/)
    expect((await plan.read()).seq).toBe(before)
  })

  test('SU12 it names what does not fit', async () => {
    const { server } = await usedFolder()
    await using _server = server
    const invite = async (...args: string[]) =>
      sentence(await run(['invite', ...args], { DATA_DIR: server.dataDir }))
    expect(await invite()).toMatch(/^Say which plan/)
    expect(await invite('--board', 'x'.repeat(22))).toMatch(/^There is no plan x+ in/)
    expect(await invite('--board', 'x')).toMatch(/^There is no plan x in/)
    expect(await invite('--board', 'x'.repeat(22), '--role', 'king')).toMatch(/^The role is “king”/)
    const nowhere = join(folders, 'nowhere')
    expect(await invite('--board', 'x'.repeat(22), '--data-dir', nowhere)).toMatch(
      /^There is no data of Samplan/,
    )
    expect(existsSync(nowhere)).toBe(false)
  })
})

test('SU13 a port chosen by the machine is the one that is printed', async () => {
  const port = await freePort()
  const child = spawn(process.execPath, [join(root, 'server/main.ts'), '--api-only'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: newFolder() },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  const url = /http:\/\/127\.0\.0\.1:(\d+)/.exec(chunk.toString())
  expect(Number(url?.[1])).toBeGreaterThan(0)
  expect(Number(url?.[1])).not.toBe(port)
  expect((await fetch(`${url?.[0]}/healthz`)).status).toBe(200)
  child.kill('SIGTERM')
  await once(child, 'exit')
})
