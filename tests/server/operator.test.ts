import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createClosing } from '../../server/operator/closing.ts'
import { StartFailure, startFailureOf } from '../../server/operator/failure.ts'
import type { InviteArguments } from '../../server/operator/invite.ts'
import { invite, wantedInvite } from '../../server/operator/invite.ts'
import { createLog } from '../../server/operator/log.ts'
import { preparePages } from '../../server/operator/pages.ts'
import { readConfig } from '../../server/config.ts'
import { texts } from '../../server/http/language.ts'
import { createMemory } from '../../server/storage/memory.ts'
import { StorageError } from '../../server/storage/storage.ts'
import { locales } from '../../shared/locale.ts'
import { fakeClock } from '../support/clock.ts'
import { eventually } from '../support/eventually.ts'
import { boardId } from '../support/board.ts'
import { openService } from '../support/service.ts'

describe('pages', () => {
  let root: string
  let built: string[]
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'samplan-pages-'))
    built = []
    for (const folder of ['client/board', 'shared']) mkdirSync(join(root, folder), { recursive: true })
    for (const file of ['client/board/Board.tsx', 'shared/ids.ts', 'vite.config.ts', 'package.json'])
      touch(file, 100)
    for (const folder of ['client', 'client/board', 'shared']) utimesSync(join(root, folder), 100, 100)
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const touch = (file: string, seconds: number) => {
    writeFileSync(join(root, file), '')
    utimesSync(join(root, file), seconds, seconds)
  }
  const build = (seconds: number) => {
    mkdirSync(join(root, 'dist/client'), { recursive: true })
    touch('dist/client/index.html', seconds)
  }
  const builder = async () => ({ build: async () => void built.push('built') })
  const prepare = (find: Parameters<typeof preparePages>[1] = builder) =>
    preparePages(root, find, () => void built.push('said'))

  test('SU14 missing ones are built, and that is said first', async () => {
    expect(await prepare()).toBe(join(root, 'dist', 'client'))
    expect(built).toEqual(['said', 'built'])
  })

  test('SU14 newer ones than their sources are taken as they are', async () => {
    build(200)
    await prepare()
    expect(built).toEqual([])
  })

  test.each(['client/board/Board.tsx', 'shared/ids.ts', 'vite.config.ts', 'package.json'])(
    'SU14 a change of %s builds them anew',
    async (file) => {
      build(200)
      touch(file, 300)
      await prepare()
      expect(built).toEqual(['said', 'built'])
    },
  )

  test('SU14 a file taken away builds them anew', async () => {
    build(200)
    rmSync(join(root, 'client/board/Board.tsx'))
    await prepare()
    expect(built).toEqual(['said', 'built'])
  })

  test('SU15 where nothing can build, old pages will do and missing ones are said', async () => {
    const none = async () => null
    await expect(prepare(none)).rejects.toMatchObject({ key: 'operator.noPages' })
    build(50)
    expect(await prepare(none)).toBe(join(root, 'dist', 'client'))
  })

  test.each([
    'x is not exported\nat line 3',
    'Build failed with 1 error:\n\n\u001b[31mx is not exported\u001b[39m\nat line 3',
  ])('SU15 a build that fails is one sentence with the first line of why', async (message) => {
    const broken = async () => ({ build: () => Promise.reject(new Error(message)) })
    await expect(prepare(broken)).rejects.toMatchObject({
      key: 'operator.buildFailed',
      values: { detail: 'x is not exported' },
    })
  })
})

describe('the way down', () => {
  const closing = (parts: readonly (() => Promise<unknown>)[]) => {
    const clock = fakeClock()
    const ends: string[] = []
    return { clock, ends, closing: createClosing(parts, (how) => void ends.push(how.is), clock.after) }
  }

  test('SU16 its parts close one after the other, once', async () => {
    const steps: string[] = []
    const part = (name: string) => async () => {
      steps.push(`${name} begins`)
      await Promise.resolve()
      steps.push(`${name} ends`)
    }
    const { ends, closing: way } = closing([part('a'), part('b')])
    expect(way.begun()).toBe(false)
    way.begin()
    way.begin()
    expect(way.begun()).toBe(true)
    await eventually('the end', () => ends.length > 0)
    expect(ends).toEqual(['closed'])
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  test('SU17 after 25 seconds it ends all the same', () => {
    const { clock, ends, closing: way } = closing([() => new Promise(() => undefined)])
    way.begin()
    clock.advance(24_999)
    expect(ends).toEqual([])
    clock.advance(1)
    expect(ends).toEqual(['stuck'])
  })

  test('SU17 a part that fails ends it as failed', async () => {
    const { clock, ends, closing: way } = closing([() => Promise.reject(new Error('x'))])
    way.begin()
    await eventually('the end', () => ends.length > 0)
    expect(ends).toEqual(['failed'])
    expect(clock.waiting()).toBe(0)
  })
})

describe('why a start failed', () => {
  const config = { host: '10.0.0.1', port: 80, dataDir: '/srv/data' }
  const system = (code: string) => Object.assign(new Error(`listen ${code}`), { code })

  test.each([
    [system('EADDRINUSE'), 'operator.portInUse'],
    [system('EACCES'), 'operator.portForbidden'],
    [system('EADDRNOTAVAIL'), 'operator.hostNotHere'],
    [system('ENOTFOUND'), 'operator.hostNotHere'],
    [new StorageError('inUse', 'x', '/srv/data'), 'operator.folderInUse'],
    [new StorageError('notWritable', 'x', '/srv/data'), 'operator.folderNotWritable'],
    [new StorageError('full', 'x'), 'operator.diskFull'],
    [new StorageError('corrupt', 'x', 'samplan.db'), 'operator.corrupt'],
    [new StorageError('badWorkspace', 'x', 'workspace.json'), 'operator.badWorkspace'],
    [new StorageError('newerFormat', 'x', 'samplan.db'), 'operator.newerFormat'],
    [new StorageError('io', 'x'), 'operator.unexpected'],
    [new Error('two\nlines'), 'operator.unexpected'],
    [new StartFailure('operator.noPages'), 'operator.noPages'],
  ])('SU18 %s has its own sentence', (error, key) => {
    expect(startFailureOf(error, config).key).toBe(key)
  })
})

describe('samplan invite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samplan-invite-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'samplan.db'), '')
  const config = readConfig({ DATA_DIR: folder }, folder)
  if ('bad' in config) throw new Error('the folder is no folder')

  /** What the operator wrote, on the plan of a server that is not running any more. */
  const made = async (given: Omit<InviteArguments, 'board' | 'role'> & { readonly role?: string }) => {
    const memory = createMemory()
    const service = await openService({ storage: { ...memory, close: async () => undefined } })
    const plan = await service.plan()
    const wanted = wantedInvite({ role: 'commenter', ...given, board: plan.id }, folder, service.clock.now())
    const link = await invite(wanted, config, async () => service)
    const { invites } = (await plan.facilitator.get(plan.url())).json()
    return { service, plan, link, invite: invites.at(-1) }
  }

  test('SU22 the link is what was asked for', async () => {
    const { service, plan, link, invite } = await made({
      step: 'goals',
      until: '2026-06-30',
      name: ' Eldrerådet ',
      password: 'blåbär',
    })
    expect(invite).toMatchObject({
      role: 'commenter',
      onlyStep: 'goals',
      name: 'Eldrerådet',
      password: true,
      by: null,
      expiresAt: new Date(2026, 6, 1).toISOString(),
    })
    const body = { secret: link.split('#')[1], name: 'Åse' }
    const without = await service.visitor().post(plan.url('/join'), body)
    expect(without.json().refusal.code).toBe('passwordNeeded')
    const joined = await service.visitor().post(plan.url('/join'), { ...body, password: 'blåbär' })
    expect(joined.json().member).toMatchObject({ role: 'commenter', onlyStep: 'goals' })
  })

  test.each([
    [{ role: 'facilitator', step: 'goals' }, 'operator.inviteWholePlan'],
    [{ step: 'nowhere' }, 'operator.inviteNoStep'],
    [{ until: 'soon' }, 'operator.inviteBadDay'],
    [{ until: '2026-02-30' }, 'operator.inviteBadDay'],
    [{ until: '2026-02-28' }, 'operator.invitePastDay'],
    [{ name: ' ' }, 'operator.inviteBadName'],
    [{ name: 'x'.repeat(201) }, 'operator.inviteBadName'],
    [{ password: 'abc' }, 'operator.inviteBadPassword'],
  ])('SU22 %j does not fit, and is said so', async (given, key) => {
    await expect(made(given)).rejects.toMatchObject({ key })
  })

  test('SU22 the last day is whole', () => {
    const at = (hour: number) => new Date(2026, 5, 30, hour).getTime()
    const given = { board: boardId(), role: 'reader', until: '2026-06-30' }
    expect(wantedInvite(given, folder, at(23)).expiresAt).toBe(new Date(2026, 6, 1).toISOString())
  })

  test.each(locales)('SU23 its help in %s names every option', (locale) => {
    for (const option of ['board', 'role', 'step', 'until', 'name', 'password', 'data-dir'])
      expect(texts[locale]('operator.inviteHelp')).toContain(`--${option} `)
  })
})

describe('the log', () => {
  const logged = (fields: object) => {
    let said = ''
    createLog('info', { write: (line) => void (said += line) }).info(fields, 'x')
    return said
  }

  test('SU19 an error is where it happened, without its words', () => {
    const said = logged({ error: new TypeError('the words of a plan') })
    expect(said).not.toContain('the words of a plan')
    expect(said).toContain('"name":"TypeError"')
    expect(said).toContain('operator.test.ts')
  })

  test('SU19 an error of the system keeps its code, one of the storage its detail', () => {
    expect(logged({ error: Object.assign(new Error('x'), { code: 'ENOSPC' }) })).toContain('"code":"ENOSPC"')
    expect(logged({ error: new StorageError('corrupt', 'page 7 is torn') })).toContain('page 7 is torn')
  })

  test.each(['cookie', 'authorization', 'secret', 'token'])('SU20 a %s never gets into it', (name) => {
    for (const fields of [
      { [name]: 'open sesame' },
      { headers: { [name]: 'open sesame' } },
      { req: { headers: { [name]: 'open sesame' } } },
    ])
      expect(logged(fields)).not.toContain('open sesame')
  })
})

describe('what runs the server', () => {
  const root = join(import.meta.dirname, '..', '..')
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const sources = ['server', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  )
  /** Only for developing, and never loaded by `main.ts`. */
  const apart = join('server', 'dev.ts')

  const packagesIn = (file: string): readonly string[] =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export) .*?from '([^'.][^']*)'/gms)]
      .map(([, name = '']) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      )
      .filter((name) => !isBuiltin(name))

  test('SU21 it needs no package that is only for building', () => {
    const needed = new Set(sources.filter((file) => file !== apart).flatMap(packagesIn))
    expect([...needed]).toContain('fastify')
    expect([...needed].filter((name) => !(name in dependencies))).toEqual([])
  })
})
