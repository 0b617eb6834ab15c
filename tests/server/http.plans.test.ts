import { describe, expect, test } from 'vitest'
import { roles } from '../../shared/board/model.ts'
import { locales } from '../../shared/locale.ts'
import { templates } from '../../shared/templates/index.ts'
import { createMemory } from '../../server/storage/memory.ts'
import type { Commit, Storage } from '../../server/storage/storage.ts'
import { boardId } from '../support/board.ts'
import { aPlan, openService, secretIn } from '../support/service.ts'

describe('templates', () => {
  test('HT1 everybody may read them, in all languages', async () => {
    await using service = await openService()
    const reply = await service.visitor().get('/api/templates')
    expect(reply.statusCode).toBe(200)
    expect(reply.json().map(({ id }: { id: string }) => id)).toEqual(templates.map(({ id }) => id))
    for (const { title, steps } of reply.json()) {
      expect(Object.keys(title).sort()).toEqual([...locales].sort())
      expect(steps.length).toBeGreaterThan(0)
    }
  })
})

describe('starting a plan', () => {
  test.each(templates.flatMap(({ id }) => locales.map((language) => [id, language] as const)))(
    'HT2 %s in %s begins with its steps, its facilitator and a link for each role',
    async (template, language) => {
      await using service = await openService()
      const person = service.visitor()
      const reply = await person.post('/api/boards', { ...aPlan, template, language })
      expect(reply.statusCode).toBe(201)
      const { board, member, links, returnLink } = reply.json()
      expect(member).toMatchObject({ name: 'Faye', organisation: 'Almsjö kommun', role: 'facilitator' })
      expect(Object.keys(links)).toEqual([...roles])
      for (const link of [...Object.values<string>(links), returnLink])
        expect(link).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:4400/join/${board}#[A-Za-z0-9_-]{22,}$`))

      const view = (await person.get(`/api/boards/${board}`)).json()
      expect(view).toMatchObject({ id: board, title: aPlan.title, language, template, seq: 1 })
      expect(view.me).toEqual(member)
      const steps = templates.find(({ id }) => id === template)!.steps
      expect(view.steps.map(({ id }: { id: string }) => id)).toEqual(steps.map(({ id }) => id))
    },
  )

  test('HT3 the plan’s variables fill its questions', async () => {
    await using service = await openService()
    const given = { template: 'lhl-nine-steps', variables: { initiativeName: 'Bo trygt hjemme' } }
    const plan = await service.plan(given)
    const view = (await plan.facilitator.get(plan.url())).json()
    expect(view.variables).toEqual({ initiativeName: 'Bo trygt hjemme' })
    expect(view.steps[0].questions[0].text).toContain('Bo trygt hjemme')
  })

  test.each([
    ['unknownTemplate', 'template', { template: 'unheard-of' }],
    ['unknownKey', 'variables.nonsense', { variables: { nonsense: 'x' } }],
    ['unknownKey', 'colour', { colour: 'red' }],
    ['invalid', 'title', { title: '   ' }],
    ['invalid', 'title', { title: 'x'.repeat(201) }],
    ['invalid', 'title', { title: undefined }],
    ['invalid', 'language', { language: 'de' }],
    ['invalid', 'name', { name: 7 }],
  ])('HT4 %s at %s: nothing is created', async (code, where, over) => {
    await using service = await openService()
    const reply = await service.visitor().post('/api/boards', { ...aPlan, ...over })
    expect(reply.statusCode).toBe(422)
    expect(reply.json().refusal).toMatchObject({ code, where })
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(await service.storage.boards.count()).toBe(0)
  })

  test('HT5 WHO_MAY_CREATE decides who may', async () => {
    const tried = async (whoMayCreate: 'anyone' | 'local' | 'nobody', address: string, headers = {}) => {
      await using service = await openService({ config: { whoMayCreate } })
      const payload = { ...aPlan }
      const given = { method: 'POST', url: '/api/boards', remoteAddress: address, payload, headers } as const
      return (await service.app.inject(given)).statusCode
    }
    expect(await tried('anyone', '203.0.113.9')).toBe(201)
    expect(await tried('nobody', '127.0.0.1')).toBe(403)
    expect(await tried('local', '203.0.113.9')).toBe(403)
    expect(await tried('local', '127.0.0.1')).toBe(201)
    expect(await tried('local', '::ffff:127.0.0.1')).toBe(201)
    expect(await tried('local', '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' })).toBe(403)
  })

  test('HT5 behind a trusted proxy the caller’s own address decides', async () => {
    await using service = await openService({ config: { whoMayCreate: 'local', trustProxy: ['127.0.0.1'] } })
    const from = async (address: string) => {
      const headers = { 'x-forwarded-for': address }
      const given = { method: 'POST', url: '/api/boards', payload: { ...aPlan }, headers } as const
      return (await service.app.inject(given)).statusCode
    }
    expect(await from('203.0.113.9')).toBe(403)
    expect(await from('127.0.0.1')).toBe(201)
  })

  test('HT6 links begin with PUBLIC_URL, or on localhost with the name the person uses', async () => {
    await using outside = await openService({ publicUrl: 'https://plan.example.org' })
    expect((await outside.plan()).links.editor).toMatch(/^https:\/\/plan\.example\.org\/join\//)
    await using inside = await openService()
    const headers = { host: 'localhost:4400' }
    const given = { method: 'POST', url: '/api/boards', payload: { ...aPlan }, headers } as const
    expect((await inside.app.inject(given)).json().links.editor).toMatch(/^http:\/\/localhost:4400\/join\//)
    const evil = { ...given, headers: { host: 'evil.example' } }
    expect((await inside.app.inject(evil)).json().links.editor).toMatch(/^http:\/\/127\.0\.0\.1:4400\/join\//)
  })
})

describe('my plans', () => {
  test('HT7 lists those that the session stands for somebody on, and no others', async () => {
    await using service = await openService()
    const first = await service.plan({ title: 'First' })
    await service.plan({ title: 'Somebody else’s' })
    await first.facilitator.post('/api/boards', { ...aPlan, title: 'Second' })
    const mine = (await first.facilitator.get('/api/boards')).json()
    expect(mine.map(({ title }: { title: string }) => title)).toEqual(['First', 'Second'])
    expect(mine[0].me).toMatchObject({ name: 'Faye', role: 'facilitator' })
    expect(mine[0].steps[0]).toMatchObject({ id: 'mission', state: 'open' })
  })

  /** As if somebody was removed while their session could not be told. */
  const forgetful = (): Storage => {
    const memory = createMemory()
    const commit = ({ expel: _expel, ...rest }: Commit) => memory.boards.commit(rest)
    return { ...memory, boards: { ...memory.boards, commit } }
  }

  test.each([createMemory, forgetful])(
    'HT7 a plan one was removed from is no longer among them',
    async (storage) => {
      await using service = await openService({ storage: storage() })
      const plan = await service.plan()
      const ed = await plan.join('editor')
      expect((await ed.get('/api/boards')).json()).toHaveLength(1)
      const removed = await plan.facilitator.post(plan.url('/commands'), {
        id: 'c1',
        type: 'member.remove',
        memberId: ed.id,
      })
      expect(removed.statusCode).toBe(200)
      expect((await ed.get('/api/boards')).json()).toEqual([])
      expect((await ed.get(plan.url())).statusCode).toBe(404)
    },
  )
})

const reads = [
  '',
  '/events',
  '/versions',
  '/versions/x',
  '/proposals',
  '/snapshot',
  '/export',
  '/export/json',
]
const writes = ['/commands', '/token', '/return-link']

describe('who gets in', () => {
  test.each(reads)('HT8 not signed in, GET …%s is 401', async (path) => {
    await using service = await openService()
    const plan = await service.plan()
    const reply = await service.visitor().get(plan.url(path))
    expect(reply.statusCode).toBe(401)
    expect(reply.json().refusal.code).toBe('notSignedIn')
  })

  test.each(writes)('HT8 not signed in, POST …%s is 401 before its body is looked at', async (path) => {
    await using service = await openService()
    const plan = await service.plan()
    expect((await service.visitor().post(plan.url(path), { nonsense: true })).statusCode).toBe(401)
  })

  test('HT8 not signed in, my plans and signing out are 401', async () => {
    await using service = await openService()
    expect((await service.visitor().get('/api/boards')).statusCode).toBe(401)
    expect((await service.visitor().call('DELETE', '/api/session')).statusCode).toBe(401)
  })

  const strange = [
    ['unknown', boardId('nowhere')],
    ['too short', 'x'],
    ['a way up', '..%2f..%2fetc'],
    ['another way up', '%2e%2e%2f'],
    ['a way up of Windows', '..%5c..'],
    ['NUL', '%00'],
    ['not ASCII', '%C3%A5'.repeat(22)],
    ['broken', '%ZZ'],
    ['10 kB long', 'a'.repeat(10_000)],
    ['a prototype', '__proto__'],
  ] as const
  test.each(strange)(
    'HT9 a board id that is %s is 404 with the same words as a foreign one',
    async (_, id) => {
      await using service = await openService()
      const mine = await service.plan()
      const theirs = await service.plan()
      const foreign = await mine.facilitator.get(theirs.url())
      const unknown = await mine.facilitator.get(`/api/boards/${id}`)
      expect(foreign.statusCode).toBe(404)
      expect(unknown.statusCode).toBe(404)
      expect(unknown.json()).toEqual(foreign.json())
    },
  )

  test.each([...reads.map((path) => ['GET', path]), ...writes.map((path) => ['POST', path])] as const)(
    'HT9 somebody of another plan gets 404 from %s …%s',
    async (method, path) => {
      await using service = await openService()
      const stranger = (await service.plan()).facilitator
      const plan = await service.plan()
      const reply = await stranger.call(method, plan.url(path))
      expect(reply.statusCode).toBe(404)
      expect(reply.json().refusal.code).toBe('notFound')
    },
  )

  test('HT10 members see each other’s names; only facilitators see the links', async () => {
    await using service = await openService()
    const plan = await service.plan()
    for (const role of ['editor', 'commenter', 'reader'] as const) {
      const person = await plan.join(role)
      const view = (await person.get(plan.url())).json()
      expect(view.invites).toEqual([])
      expect(view.members.map(({ name }: { name: string }) => name)).toContain('Faye')
      expect(JSON.stringify((await person.get(plan.url('/events'))).json()[0].invites)).toBe('[]')
    }
    expect((await plan.facilitator.get(plan.url())).json().invites).toHaveLength(4)
  })

  test('HT10 nothing that is answered holds a secret or its hash', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const all = await Promise.all(
      ['', '/events', '/snapshot'].map((path) => plan.facilitator.get(plan.url(path))),
    )
    const said = all.map((reply) => reply.body).join('')
    for (const link of [...Object.values(plan.links), plan.returnLink])
      expect(said).not.toContain(secretIn(link))
    expect(said).not.toMatch(/[0-9a-f]{64}/)
  })
})
