#!/usr/bin/env node
import { writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { FastifyBaseLogger } from 'fastify'
import { secureRandom } from '../shared/ids.ts'
import { chooseLocale } from '../shared/locale.ts'
import type { Config } from './config.ts'
import { isInsecure, originsOf, readConfig } from './config.ts'
import { createApp } from './http/app.ts'
import { texts } from './http/language.ts'
import { systemClock } from './live/clock.ts'
import { createHub } from './live/hub.ts'
import { withValues } from './operator/arguments.ts'
import { createClosing, createHangUp } from './operator/closing.ts'
import { badValueFailure, firstLine, StartFailure, startFailureOf } from './operator/failure.ts'
import { invite, wantedInvite } from './operator/invite.ts'
import { createLog } from './operator/log.ts'
import { findVite, preparePages } from './operator/pages.ts'
import { addressOf, createTrusts } from './people/address.ts'
import { createPeople } from './people/people.ts'
import { createVisitorOf } from './people/visitor.ts'
import { openEmbedded } from './storage/embedded/open.ts'

/*
 * The command line, and the only file that picks implementations. Every way in which a start can fail ends as one
 * sentence on stderr and exit code 1.
 */

const root = dirname(import.meta.dirname)
const { env } = process
const text = texts[chooseLocale([env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''])]
const say = (sentence: string) => void writeSync(1, `${sentence}\n`)

const fail = (failure: StartFailure): never => {
  writeSync(2, `${text(failure.key, failure.values)}\n`)
  process.exit(1)
}

const options = {
  board: { type: 'string' },
  role: { type: 'string', default: 'facilitator' },
  step: { type: 'string' },
  until: { type: 'string' },
  name: { type: 'string' },
  password: { type: 'string' },
  'data-dir': { type: 'string' },
  'print-config': { type: 'boolean' },
  /** Serves no pages and builds none: for developing, where Vite serves them. */
  'api-only': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

const readArguments = () => {
  const valued = Object.entries(options).flatMap(([name, { type }]) => (type === 'string' ? name : []))
  try {
    return parseArgs({ args: withValues(process.argv.slice(2), valued), allowPositionals: true, options })
  } catch (error) {
    throw new StartFailure('operator.badArguments', { detail: firstLine(error) })
  }
}

const openData = async (config: Config, log: FastifyBaseLogger) => {
  const storage = await openEmbedded({
    folder: config.dataDir,
    now: systemClock.now,
    notice: (notice) => log.warn({ notice }, 'workspace.json was edited by hand'),
  })
  const minFree = config.minFreeMb * 1024 * 1024
  const hub = createHub({ storage, clock: systemClock, random: secureRandom, log, minFree })
  await hub.space.look()
  return { storage, hub }
}

const serve = async (config: Config, apiOnly: boolean): Promise<void> => {
  const log: FastifyBaseLogger = createLog(config.logLevel)
  const { storage, hub } = await openData(config, log)
  const pages = apiOnly
    ? null
    : await preparePages(
        root,
        () => findVite(root),
        () => say(text('operator.building')),
      )
  // Port 0 means any: which one it is shows when we listen.
  const port = () => {
    const address = app.server.address()
    return typeof address === 'object' && address !== null ? address.port : config.port
  }
  const origins = () => originsOf(config, port())
  const people = createPeople({
    store: storage.people,
    now: systemClock.now,
    random: secureRandom,
    secure: config.publicUrl?.startsWith('https:') ?? false,
    origins,
  })
  const app = await createApp({
    hub,
    storage,
    people,
    config,
    now: systemClock.now,
    log,
    pages,
    closing: () => closing.begun(),
  })
  const trusts = createTrusts(config.trustProxy)
  hub.attach(app.server, {
    identify: createVisitorOf(people),
    addressOf: (request) => addressOf(request, trusts),
    isSignedIn: async (session) =>
      (await storage.people.findSession(session, new Date().toISOString())) !== null,
  })

  const hangUp = createHangUp(app.server, systemClock.after)
  const closing = createClosing(
    [() => hub.close(), () => hangUp(() => app.close()), () => storage.close()],
    (how) => {
      if (how.is === 'failed') log.error({ error: how.error }, 'closing failed')
      if (how.is === 'stuck') writeSync(2, `${text('operator.stuck', { seconds: 25 })}\n`)
      process.exit(how.is === 'closed' ? 0 : 1)
    },
    systemClock.after,
  )
  process.on('SIGTERM', () => closing.begin())
  process.on('SIGINT', () => closing.begin())
  process.on('uncaughtException', (error) => {
    log.fatal({ error }, 'a bug ended the process')
    process.exit(1)
  })
  await app.listen({ host: config.host, port: config.port })
  if (config.publicUrl !== null && isInsecure(config.publicUrl))
    say(text('operator.insecure', { url: config.publicUrl }))
  say(text('operator.ready', { url: origins()[0] ?? '', folder: config.dataDir }))
}

const main = async (): Promise<void> => {
  if (Number(process.versions.node.split('.')[0]) < 24)
    throw new StartFailure('operator.nodeTooOld', { version: process.versions.node })
  const { values, positionals } = readArguments()
  const [command, ...rest] = positionals
  if (rest.length > 0 || (command !== undefined && command !== 'invite'))
    throw new StartFailure('operator.badArguments', { detail: positionals.join(' ') })
  if (values.help) return say(text('operator.inviteHelp'))
  const read = readConfig(env, process.cwd())
  if ('bad' in read) throw badValueFailure(read.bad)
  const folder = values['data-dir']
  const config: Config = folder === undefined ? read : { ...read, dataDir: resolve(folder) }
  if (values['print-config']) return say(JSON.stringify(config, null, 2))
  const work =
    command === 'invite'
      ? invite(wantedInvite(values, config.dataDir, Date.now()), config, () =>
          openData(config, createLog('silent')),
        ).then(say)
      : serve(config, values['api-only'])
  return work.catch((error: unknown) => fail(startFailureOf(error, config)))
}

main().catch((error: unknown) =>
  fail(
    error instanceof StartFailure
      ? error
      : new StartFailure('operator.unexpected', { detail: firstLine(error) }),
  ),
)
