import { describe, expect, test } from 'vitest'
import type { Config } from '../../server/config.ts'
import { isInsecure, originsOf, readConfig } from '../../server/config.ts'
import { badValueFailure } from '../../server/operator/failure.ts'
import { texts } from '../../server/http/language.ts'
import { locales } from '../../shared/locale.ts'

const read = (env: Record<string, string>): Config => {
  const config = readConfig(env, '/srv/samplan')
  if ('bad' in config) throw new Error(`${config.bad.name} is bad`)
  return config
}
const bad = (env: Record<string, string>) => {
  const config = readConfig(env, '/srv/samplan')
  return 'bad' in config ? config.bad.name : null
}

describe('the configuration', () => {
  test('CF1 nothing set means this machine alone, port 4400 and the folder ./data', () => {
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 4400,
      dataDir: '/srv/samplan/data',
      publicUrl: null,
      whoMayCreate: 'anyone',
      logLevel: 'info',
      trustProxy: [],
      minFreeMb: 256,
      contact: null,
    })
  })

  test('CF1 an empty value counts as not set', () => {
    expect(read({ HOST: '', PORT: ' ', DATA_DIR: '', PUBLIC_URL: '', LOG_LEVEL: '' })).toEqual(read({}))
  })

  test('CF2 what is set is taken', () => {
    const env = {
      HOST: '0.0.0.0',
      PORT: '8080',
      DATA_DIR: '/var/lib/samplan',
      PUBLIC_URL: 'https://Plan.Example.org/',
      WHO_MAY_CREATE: 'local',
      LOG_LEVEL: 'warn',
      TRUST_PROXY: '10.0.0.0/8, 192.168.1.7, ::1, loopback',
      MIN_FREE_MB: '1024',
      CONTACT: 'tillganglighet@almsjo.example.org',
    }
    expect(read(env)).toEqual({
      host: '0.0.0.0',
      port: 8080,
      dataDir: '/var/lib/samplan',
      publicUrl: 'https://plan.example.org',
      whoMayCreate: 'local',
      logLevel: 'warn',
      trustProxy: ['10.0.0.0/8', '192.168.1.7', '::1', 'loopback'],
      minFreeMb: 1024,
      contact: 'tillganglighet@almsjo.example.org',
    })
  })

  test.each([
    ['HOST', 'not a host'],
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '44.5'],
    ['DATA_DIR', 'a\0b'],
    ['PUBLIC_URL', 'plan.example.org'],
    ['PUBLIC_URL', 'ftp://plan.example.org'],
    ['PUBLIC_URL', 'https://plan.example.org/samplan'],
    ['PUBLIC_URL', 'https://user:word@plan.example.org'],
    ['WHO_MAY_CREATE', 'everybody'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'proxy.example.org'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', 'true'],
    ['MIN_FREE_MB', '-1'],
    ['MIN_FREE_MB', '1.5'],
    ['MIN_FREE_MB', '256 MB'],
    ['CONTACT', 'call us'],
    ['CONTACT', 'javascript:alert(1)'],
    ['CONTACT', 'help@example.org?subject=x'],
    ['CONTACT', 'https://user:word@example.org'],
  ])('CF3 %s “%s” is refused by its name', (name, value) => {
    expect(bad({ [name]: value })).toBe(name)
  })

  test('CF3 the refusal is one sentence that names variable and value, in every language', () => {
    for (const locale of locales) {
      const failure = badValueFailure({ name: 'PORT', value: 'eleven' })
      const sentence = texts[locale](failure.key, failure.values)
      expect(sentence).toContain('PORT')
      expect(sentence).toContain('eleven')
      expect(sentence).not.toContain('\n')
      const free = badValueFailure({ name: 'MIN_FREE_MB', value: 'much' })
      expect(texts[locale](free.key, free.values)).toMatch(/^MIN_FREE_MB .*much.*256/)
    }
  })

  test('CF4 an address that others can reach needs PUBLIC_URL', () => {
    expect(bad({ HOST: '0.0.0.0' })).toBe('PUBLIC_URL')
    expect(texts.en(badValueFailure({ name: 'PUBLIC_URL', value: '' }).key)).toMatch(/^PUBLIC_URL is missing/)
    for (const HOST of ['127.0.0.1', '127.1.2.3', 'localhost', '::1']) expect(bad({ HOST })).toBeNull()
  })

  test('CF5 plans may be started by anyone on localhost, and else by nobody until it is said', () => {
    expect(read({ HOST: '0.0.0.0', PUBLIC_URL: 'https://p.example.org' }).whoMayCreate).toBe('nobody')
    expect(read({ PUBLIC_URL: 'https://p.example.org' }).whoMayCreate).toBe('nobody')
    expect(read({ PUBLIC_URL: 'http://localhost:4400' }).whoMayCreate).toBe('anyone')
    expect(read({ PUBLIC_URL: 'https://p.example.org', WHO_MAY_CREATE: 'anyone' }).whoMayCreate).toBe(
      'anyone',
    )
  })

  test('CF6 our origins are PUBLIC_URL alone, or each name of this machine', () => {
    expect(originsOf(read({ PUBLIC_URL: 'https://p.example.org' }), 4400)).toEqual(['https://p.example.org'])
    expect(originsOf(read({}), 4401)).toEqual([
      'http://127.0.0.1:4401',
      'http://localhost:4401',
      'http://[::1]:4401',
    ])
    expect(originsOf(read({ HOST: '::1' }), 80)[0]).toBe('http://[::1]')
  })

  test('CF7 only http to another machine is insecure', () => {
    expect(isInsecure('http://plan.example.org')).toBe(true)
    expect(isInsecure('https://plan.example.org')).toBe(false)
    expect(isInsecure('http://localhost:4400')).toBe(false)
    expect(isInsecure('http://[::1]:4400')).toBe(false)
  })
})
