import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createMemory } from '../../server/storage/memory.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { StorageError } from '../../server/storage/storage.ts'
import { aPlan, openService, secretIn } from '../support/service.ts'

const json = { 'content-type': 'application/json' }
const pages = mkdtempSync(join(tmpdir(), 'samplan-pages-'))
mkdirSync(join(pages, 'assets'))
writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Samplan</title>')
writeFileSync(join(pages, 'assets', 'main-1a2b3c4d.js'), 'void 0')
writeFileSync(join(pages, '.secret'), 'x')
afterAll(() => rmSync(pages, { recursive: true }))

describe('bad bodies', () => {
  const posted = async (payload: string, headers: Record<string, string>, url = '/api/boards') => {
    await using service = await openService()
    const reply = await service.app.inject({ method: 'POST', url, payload, headers })
    expect(await service.storage.boards.count()).toBe(0)
    return reply
  }

  test.each([
    ['broken JSON', '{"title":', json, 400, 'badJson'],
    ['an empty body', '', json, 400, 'badJson'],
    ['a way to the prototype', '{"__proto__": {"polluted": 1}}', json, 400, 'badJson'],
    ['JSON that is no object', '"x"', json, 422, 'invalid'],
    ['no body at all', '', {}, 422, 'invalid'],
    ['a plain form', 'title=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'mediaType'],
    ['plain text', '{}', { 'content-type': 'text/plain' }, 415, 'mediaType'],
    ['more than 1 MB', JSON.stringify({ title: 'x'.repeat(1_048_576) }), json, 413, 'tooLarge'],
  ])('HT31 %s is refused and nothing is created', async (_, payload, headers, status, code) => {
    const reply = await posted(payload, headers)
    expect(reply.statusCode).toBe(status)
    expect(reply.json().refusal.code).toBe(code)
    expect(reply.json().refusal.message).toMatch(/\.$/)
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('foreign pages', () => {
  const tried = async (headers: Record<string, string>, method: 'GET' | 'POST' = 'POST') => {
    await using service = await openService()
    const payload = method === 'POST' ? { ...aPlan } : undefined
    const url = method === 'POST' ? '/api/boards' : '/api/templates'
    return (await service.app.inject({ method, url, headers, ...(payload && { payload }) })).statusCode
  }

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:4401', 'https://127.0.0.1:4400'])(
    'HT32 what the page %s sends changes nothing',
    async (origin) => {
      expect(await tried({ origin })).toBe(403)
    },
  )

  test('HT32 a cross-site request changes nothing', async () => {
    expect(await tried({ 'sec-fetch-site': 'cross-site' })).toBe(403)
  })

  test('HT32 our own page and a script without an Origin may', async () => {
    expect(await tried({ origin: 'http://127.0.0.1:4400', 'sec-fetch-site': 'same-origin' })).toBe(201)
    expect(await tried({ origin: 'http://localhost:4400' })).toBe(201)
    expect(await tried({})).toBe(201)
  })

  test('HT32 reading is not asked where it comes from, and is not handed to other origins', async () => {
    expect(await tried({ origin: 'https://evil.example' }, 'GET')).toBe(200)
    await using service = await openService()
    const reply = await service.app.inject({
      url: '/api/templates',
      headers: { origin: 'https://evil.example' },
    })
    expect(reply.headers['access-control-allow-origin']).toBeUndefined()
  })
})

const policy = (sockets: string) =>
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
  `connect-src 'self' ${sockets}; worker-src 'self'; manifest-src 'self'; form-action 'self'; ` +
  "frame-ancestors 'none'; base-uri 'none'; object-src 'none'"

describe('headers', () => {
  const places = [
    ['the page', 'GET', '/', 200],
    ['an asset', 'GET', '/assets/main-1a2b3c4d.js', 200],
    ['the API', 'GET', '/api/templates', 200],
    ['a 401', 'GET', '/api/boards', 401],
    ['a 404', 'GET', '/api/nothing', 404],
    ['a broken address', 'GET', '/api/%ZZ', 404],
    ['a 422', 'POST', '/api/boards', 422],
    ['health', 'GET', '/healthz', 200],
  ] as const

  test.each(places)('HT33 %s carries every one of them', async (_, method, url, status) => {
    await using service = await openService({ publicUrl: 'https://plan.example.org', pages })
    const reply = await service.app.inject({ method, url, ...(method === 'POST' && { payload: {} }) })
    expect(reply.statusCode).toBe(status)
    expect(reply.headers).toMatchObject({
      'content-security-policy': policy('wss://plan.example.org'),
      'strict-transport-security': 'max-age=63072000',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'x-frame-options': 'DENY',
    })
    expect(reply.headers['server']).toBeUndefined()
  })

  test('HT33 on plain http nobody is told to insist on https', async () => {
    await using service = await openService()
    const { headers } = await service.visitor().get('/api/templates')
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['content-security-policy']).toBe(policy('ws://127.0.0.1:4400 ws://localhost:4400'))
  })

  test('HT34 answers of the API are kept by nobody', async () => {
    await using service = await openService()
    const plan = await service.plan()
    for (const url of ['/api/boards', plan.url(), plan.url('/events'), '/api/nothing'])
      expect((await plan.facilitator.get(url)).headers['cache-control']).toBe('no-store')
  })
})

describe('pages', () => {
  const get = async (url: string, accept = 'text/html') => {
    await using service = await openService({ pages })
    return await service.app.inject({ url, headers: { accept } })
  }

  test.each(['/', '/join/abc', '/b/abc', '/b/abc/document', '/b/abc/s/mission'])(
    'HT35 %s is the page, asked for each time',
    async (url) => {
      const reply = await get(url)
      expect(reply.statusCode).toBe(200)
      expect(reply.headers['content-type']).toMatch(/^text\/html; charset=utf-8/i)
      expect(reply.headers['cache-control']).toBe('no-cache')
      expect(reply.body).toContain('<title>Samplan</title>')
    },
  )

  test('HT36 what has a hash in its name is kept for ever', async () => {
    const reply = await get('/assets/main-1a2b3c4d.js')
    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(reply.headers['content-type']).toMatch(/javascript/)
  })

  test('HT37 an unknown address is the page for a person, and a refusal for a script', async () => {
    const person = await get('/nowhere')
    expect(person.statusCode).toBe(404)
    expect(person.body).toContain('<title>Samplan</title>')
    for (const reply of [await get('/nowhere', 'application/json'), await get('/api/nowhere')]) {
      expect(reply.statusCode).toBe(404)
      expect(reply.json().refusal.code).toBe('notFound')
    }
  })

  test.each([
    '/.secret',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/%2e%2e%2f.secret',
    '/assets/missing.js',
  ])('HT37 %s gives no file', async (url) => {
    const reply = await get(url, '*/*')
    expect(reply.statusCode).toBe(404)
    expect(reply.json().refusal.code).toBe('notFound')
  })
})

describe('health', () => {
  test('HT38 it is ready while the storage can read and write', async () => {
    await using service = await openService()
    expect((await service.visitor().get('/readyz')).statusCode).toBe(200)
    await service.storage.close()
    expect((await service.visitor().get('/readyz')).statusCode).toBe(503)
    expect((await service.visitor().get('/healthz')).statusCode).toBe(200)
  })

  test('HT38 on the way down it is not ready, and nothing new is taken', async () => {
    await using service = await openService()
    const plan = await service.plan()
    service.closing = true
    expect((await service.visitor().get('/readyz')).statusCode).toBe(503)
    const reply = await plan.facilitator.get(plan.url())
    expect(reply.statusCode).toBe(503)
    expect(reply.headers['retry-after']).toBe('5')
    expect((await service.visitor().get('/healthz')).statusCode).toBe(200)
  })
})

describe('what is our fault', () => {
  const broken = (error: Error): Storage => {
    const memory = createMemory()
    return { ...memory, boards: { ...memory.boards, versions: () => Promise.reject(error) } }
  }

  test.each([
    [new Error('the words of a plan'), 500, 'internal'],
    [new StorageError('full', 'no room'), 503, 'notSaved'],
    [new StorageError('io', 'no disk'), 503, 'notSaved'],
    [new StorageError('corrupt', 'damaged', 'samplan.db'), 503, 'unreadable'],
    [new StorageError('closed', 'closed'), 503, 'closing'],
  ])('HT39 %s is said, not shown, and logged without the words', async (error, status, code) => {
    await using service = await openService({ storage: broken(error) })
    const plan = await service.plan()
    const reply = await plan.facilitator.get(plan.url('/versions'))
    expect(reply.statusCode).toBe(status)
    expect(reply.json().refusal.code).toBe(code)
    expect(reply.body + service.logged()).not.toContain('the words of a plan')
    if (code !== 'closing') expect(service.logged()).toContain('a request failed')
  })

  test('HT40 the log knows no cookie, no secret and no words of a plan', async () => {
    await using service = await openService()
    const plan = await service.plan({ title: 'Hemlig rubrik' })
    const ed = await plan.join('editor', 'Sekretessia')
    await ed.get(plan.url('/nothing'))
    await service.visitor().post(plan.url('/join'), { secret: 'w'.repeat(32), name: 'Sekretessia' })
    const logged = service.logged()
    expect(logged).toContain('"route":"/api/boards/:board/join"')
    const secrets = [...Object.values(plan.links), plan.returnLink].map(secretIn)
    const hidden = [
      ...secrets,
      'w'.repeat(32),
      ed.cookie!.split('=')[1]!,
      'Hemlig rubrik',
      'Sekretessia',
      plan.id,
    ]
    for (const word of hidden) expect(logged).not.toContain(word)
  })
})

describe('OpenAPI', () => {
  test('HT41 every route of the API is described, with its answers', async () => {
    await using service = await openService({ pages })
    const document = (await service.visitor().get('/api/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/about',
      '/api/boards',
      '/api/boards/import',
      '/api/boards/{board}',
      '/api/boards/{board}/checks',
      '/api/boards/{board}/commands',
      '/api/boards/{board}/events',
      '/api/boards/{board}/export',
      '/api/boards/{board}/export/{format}',
      '/api/boards/{board}/join',
      '/api/boards/{board}/join/look',
      '/api/boards/{board}/proposals',
      '/api/boards/{board}/read',
      '/api/boards/{board}/return-link',
      '/api/boards/{board}/scores',
      '/api/boards/{board}/snapshot',
      '/api/boards/{board}/template',
      '/api/boards/{board}/token',
      '/api/boards/{board}/versions',
      '/api/boards/{board}/versions/{id}',
      '/api/boards/{board}/visit',
      '/api/boards/{board}/visits',
      '/api/inbox',
      '/api/session',
      '/api/templates',
      '/healthz',
      '/live/{board}',
      '/readyz',
      '/sync/{board}/{step}@{generation}',
    ])
    for (const methods of Object.values<Record<string, { summary: string }>>(document.paths))
      for (const { summary } of Object.values(methods)) expect(summary).toBeTruthy()
  })

  test.each([
    ['http://127.0.0.1:4400', 'sid'],
    ['https://plan.example.org', '__Host-sid'],
  ])('HT41 on %s it names the cookie %s, and the language that one may ask for', async (publicUrl, name) => {
    await using service = await openService({ publicUrl })
    const document = (await service.visitor().get('/api/openapi.json')).json()
    expect(document.components.securitySchemes.cookie.name).toBe(name)
    const said = (path: string, method = 'get') =>
      document.paths[path][method].parameters.map((one: { name: string }) => one.name).sort()
    expect(said('/api/boards/{board}/commands', 'post')).toEqual(['board', 'lang'])
    expect(said('/api/boards/{board}/events')).toEqual(['board', 'lang', 'since'])
    expect(said('/sync/{board}/{step}@{generation}')).toEqual(['board', 'generation', 'step'])
  })

  test('HT41 it refers to nothing that is not in it, and forbids nothing that must be sent', async () => {
    await using service = await openService()
    const { body } = await service.visitor().get('/api/openapi.json')
    const known = Object.keys(JSON.parse(body).components.schemas ?? {})
    for (const [, name] of body.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
      expect(known).toContain(name)
    expect(body).not.toContain('readOnly')
    expect(body).toContain('step.agree')
  })
})
