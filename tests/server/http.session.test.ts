import { describe, expect, test } from 'vitest'
import { openService } from '../support/service.ts'

const day = 24 * 60 * 60 * 1000

describe('the cookie', () => {
  test('HT19 on localhost it is out of reach of scripts and of other sites', async () => {
    await using service = await openService()
    const reply = await service.visitor().post('/api/boards', planBody)
    expect(reply.headers['set-cookie']).toMatch(
      /^sid=[A-Za-z0-9_-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  test('HT19 over https it is __Host- and Secure', async () => {
    await using service = await openService({ publicUrl: 'https://plan.example.org' })
    const reply = await service.visitor().post('/api/boards', planBody)
    expect(reply.headers['set-cookie']).toMatch(
      /^__Host-sid=[A-Za-z0-9_-]{43}; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  test('HT20 whoever keeps coming stays signed in; whoever is away for 90 days is not', async () => {
    await using service = await openService()
    const { facilitator } = await service.plan()
    for (let month = 0; month < 6; month++) {
      service.clock.advance(30 * day)
      const reply = await facilitator.get('/api/boards')
      expect(reply.statusCode).toBe(200)
      expect(reply.headers['set-cookie']).toContain('Max-Age=7776000')
    }
    expect((await facilitator.get('/api/boards')).headers['set-cookie']).toBeUndefined()
    service.clock.advance(90 * day)
    expect((await facilitator.get('/api/boards')).statusCode).toBe(401)
  })

  test('HT20 one cookie stands for its person on several plans', async () => {
    await using service = await openService()
    const [one, two] = [await service.plan(), await service.plan()]
    const cookie = one.facilitator.cookie
    const secret = two.links.editor.split('#')[1]
    const reply = await one.facilitator.post(two.url('/join'), { secret, name: 'Faye' })
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(one.facilitator.cookie).toBe(cookie)
    expect((await one.facilitator.get(one.url())).json().me.role).toBe('facilitator')
    expect((await one.facilitator.get(two.url())).json().me.role).toBe('editor')
  })
})

describe('signing out', () => {
  test('HT21 the session is gone, here and on the server', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const stolen = service.visitor()
    stolen.cookie = plan.facilitator.cookie
    const reply = await plan.facilitator.call('DELETE', '/api/session')
    expect(reply.statusCode).toBe(204)
    expect(plan.facilitator.cookie).toBeNull()
    expect((await stolen.get(plan.url())).statusCode).toBe(401)
  })
})

describe('a token for scripts', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

  test('HT22 it stands for the same member on this plan alone', async () => {
    await using service = await openService()
    const plan = await service.plan()
    await plan.facilitator.post('/api/boards', { ...planBody, title: 'Another' })
    const made = await plan.facilitator.post(plan.url('/token'))
    expect(made.statusCode).toBe(201)
    const { token, expiresAt } = made.json()
    expect(Date.parse(expiresAt)).toBe(service.clock.now() + 90 * day)
    const read = await service.app.inject({ url: plan.url(), headers: bearer(token) })
    expect(read.json().me).toEqual(plan.member)
    const mine = await service.app.inject({ url: '/api/boards', headers: bearer(token) })
    expect(mine.json()).toHaveLength(1)
  })

  test('HT22 it is ended as a session is', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const { token } = (await plan.facilitator.post(plan.url('/token'))).json()
    await service.app.inject({ method: 'DELETE', url: '/api/session', headers: bearer(token) })
    expect((await service.app.inject({ url: plan.url(), headers: bearer(token) })).statusCode).toBe(401)
    expect((await plan.facilitator.get(plan.url())).statusCode).toBe(200)
  })
})

const planBody = { title: 'P', template: 'skr-planning', language: 'sv', name: 'Faye' }
