import { isIP } from 'node:net'
import { resolve } from 'node:path'
import * as z from 'zod/mini'

/*
 * What the operator may set, all of it from the environment. An empty value counts as not set; anything else that
 * does not fit stops the start.
 */

export interface Config {
  readonly host: string
  readonly port: number
  /** An absolute path. */
  readonly dataDir: string
  /** An origin such as `https://plan.example.org`; null on localhost, where the address listened on is ours. */
  readonly publicUrl: string | null
  readonly whoMayCreate: 'anyone' | 'local' | 'nobody'
  readonly logLevel: (typeof logLevels)[number]
  /** Addresses of proxies whose word about the caller's address is taken. */
  readonly trustProxy: readonly string[]
  /** With less left on the disk of the data folder, everything is read-only; 0 means until it is full. */
  readonly minFreeMb: number
  /** Where people tell of barriers: a mail address or the address of a page; null when none was set. */
  readonly contact: string | null
}

/** A variable whose value does not fit; an empty value means that it is missing. */
export interface BadValue {
  readonly name: keyof typeof environment
  readonly value: string
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

const isOrigin = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}

const isNetwork = (value: string): boolean => {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true
  const [address = '', bits, ...more] = value.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

const isContact = (value: string): boolean =>
  /^[^\s@<>:/?#&%]+@[^\s@<>:/?#&%]+\.[^\s@<>:/?#&%.]+$/.test(value) ||
  (/^https?:\/\/\S+$/.test(value) && URL.canParse(value) && new URL(value).username === '')

const list = (value: string): readonly string[] => value.split(',').map((one) => one.trim())

const environment = {
  HOST: z.string().check(z.regex(/^[A-Za-z0-9.:-]+$/)),
  PORT: z.pipe(
    z.string().check(z.regex(/^\d{1,5}$/)),
    z.pipe(z.transform(Number), z.int().check(z.maximum(65_535))),
  ),
  DATA_DIR: z.string().check(z.refine((value) => !value.includes('\0'))),
  PUBLIC_URL: z.pipe(
    z.string().check(z.refine(isOrigin)),
    z.transform((value: string) => new URL(value).origin),
  ),
  WHO_MAY_CREATE: z.enum(['anyone', 'local', 'nobody']),
  LOG_LEVEL: z.enum(logLevels),
  MIN_FREE_MB: z.pipe(z.string().check(z.regex(/^\d{1,8}$/)), z.transform(Number)),
  CONTACT: z.string().check(z.maxLength(500), z.refine(isContact)),
  TRUST_PROXY: z.pipe(z.string().check(z.refine((value) => list(value).every(isNetwork))), z.transform(list)),
}

export const isLocalHost = (host: string): boolean =>
  ['localhost', '::1', '[::1]'].includes(host) || /^127(\.\d{1,3}){3}$/.test(host)

/** Whether people reach this address over a network without encryption. */
export const isInsecure = (publicUrl: string): boolean =>
  publicUrl.startsWith('http:') && !isLocalHost(new URL(publicUrl).hostname)

export type Environment = Readonly<Record<string, string | undefined>>

/** The configuration, or the first value that does not fit. `folder`: what a relative `DATA_DIR` starts from. */
export const readConfig = (env: Environment, folder: string): Config | { readonly bad: BadValue } => {
  const given = Object.fromEntries(
    Object.keys(environment).map((name) => [name, env[name]?.trim() || undefined]),
  )
  const parsed = z.safeParse(z.partial(z.object(environment)), given)
  if (!parsed.success) {
    const name = parsed.error.issues[0]?.path[0] as BadValue['name']
    return { bad: { name, value: given[name] ?? '' } }
  }
  const { HOST: host = '127.0.0.1', PORT: port = 4400, PUBLIC_URL: publicUrl = null, ...rest } = parsed.data
  const local = isLocalHost(host) && (publicUrl === null || isLocalHost(new URL(publicUrl).hostname))
  if (!isLocalHost(host) && publicUrl === null) return { bad: { name: 'PUBLIC_URL', value: '' } }
  return {
    host,
    port,
    dataDir: resolve(folder, rest.DATA_DIR ?? 'data'),
    publicUrl,
    whoMayCreate: rest.WHO_MAY_CREATE ?? (local ? 'anyone' : 'nobody'),
    logLevel: rest.LOG_LEVEL ?? 'info',
    trustProxy: rest.TRUST_PROXY ?? [],
    minFreeMb: rest.MIN_FREE_MB ?? 256,
    contact: rest.CONTACT ?? null,
  }
}

/** The origins that pages of ours may have, the first of them the one that links begin with. */
export const originsOf = (config: Pick<Config, 'host' | 'publicUrl'>, port: number): readonly string[] => {
  if (config.publicUrl !== null) return [config.publicUrl]
  const own = config.host.includes(':') ? `[${config.host}]` : config.host
  const hosts = new Set([own, '127.0.0.1', 'localhost', '[::1]'])
  return [...hosts].map((host) => new URL(`http://${host}:${port}`).origin)
}
