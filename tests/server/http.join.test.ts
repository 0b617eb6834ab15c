import { describe, expect, test } from 'vitest'
import { boardId } from '../support/board.ts'
import type { Plan, Service } from '../support/service.ts'
import { openService, secretIn } from '../support/service.ts'

const wrong = 'w'.repeat(32)
const minute = 60_000

const events = async (plan: Plan) => (await plan.facilitator.get(plan.url('/events'))).json()
const command = (plan: Plan, body: object) => plan.facilitator.post(plan.url('/commands'), body)
const failing = (service: Service, plan: Plan, address: string) =>
  service.visitor({ address }).post(plan.url('/join'), { secret: wrong, name: 'Guess' })

describe('coming in by an invite', () => {
  test.each(['facilitator', 'editor', 'commenter', 'reader'] as const)(
    'HT11 the link of the %s gives that role',
    async (role) => {
      await using service = await openService()
      const plan = await service.plan()
      const person = service.visitor()
      const body = { secret: secretIn(plan.links[role]), name: ' Åse ', organisation: 'Eldrerådet' }
      const reply = await person.post(plan.url('/join'), body)
      expect(reply.statusCode).toBe(200)
      expect(reply.json()).toMatchObject({
        board: plan.id,
        member: { name: 'Åse', organisation: 'Eldrerådet', role },
      })
      expect((await person.get(plan.url())).json().me).toEqual(reply.json().member)
    },
  )

  test('HT12 who is new must say a name, and hears meanwhile what the link would open', async () => {
    await using service = await openService()
    const plan = await service.plan({ title: 'Trygg' })
    const reply = await service.visitor().post(plan.url('/join'), { secret: secretIn(plan.links.reader) })
    expect(reply.statusCode).toBe(422)
    expect(reply.json()).toMatchObject({
      refusal: { code: 'nameNeeded', where: 'name' },
      invitation: { title: 'Trygg', role: 'reader' },
    })
    expect(await events(plan)).toHaveLength(1)
  })

  test('HT13 the same browser stays the same person, and a lesser link takes nothing away', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const again = await plan.facilitator.post(plan.url('/join'), { secret: secretIn(plan.links.reader) })
    expect(again.statusCode).toBe(200)
    expect(again.json().member).toEqual(plan.member)
    expect(await events(plan)).toHaveLength(1)
  })

  test('HT13 nobody is recognised by name alone', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const first = await plan.join('editor', 'Kim')
    const second = await plan.join('editor', 'Kim')
    expect(second.id).not.toBe(first.id)
  })
})

describe('links that open nothing', () => {
  test.each([
    ['a wrong secret', wrong],
    ['half a secret', 'abc'],
    ['no secret', ''],
    ['a secret with other letters', 'å'.repeat(22)],
  ])('HT14 %s and an unknown plan are answered alike', async (_, secret) => {
    await using service = await openService()
    const plan = await service.plan()
    const here = await service.visitor().post(plan.url('/join'), { secret, name: 'X' })
    const nowhere = await service
      .visitor()
      .post(`/api/boards/${boardId('nowhere')}/join`, { secret, name: 'X' })
    expect(here.statusCode).toBe(403)
    expect(here.json().refusal.code).toBe('linkInvalid')
    expect(nowhere.json()).toEqual(here.json())
    expect(here.headers['set-cookie']).toBeUndefined()
  })

  test('HT14 the link of one plan opens no other', async () => {
    await using service = await openService()
    const [one, two] = [await service.plan(), await service.plan()]
    const body = { secret: secretIn(one.links.editor), name: 'X' }
    expect((await service.visitor().post(two.url('/join'), body)).statusCode).toBe(403)
  })

  test('HT15 a revoked link opens nothing, and those who came by it are out', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const ed = await plan.join('editor')
    const view = (await plan.facilitator.get(plan.url())).json()
    const invite = view.invites.find(({ role }: { role: string }) => role === 'editor')
    await command(plan, { id: 'c1', type: 'invite.revoke', inviteId: invite.id })
    const body = { secret: secretIn(plan.links.editor), name: 'X' }
    expect((await service.visitor().post(plan.url('/join'), body)).statusCode).toBe(403)
    const nameless = await service.visitor().post(plan.url('/join'), { secret: body.secret })
    expect(nameless.json().refusal.code).toBe('linkInvalid')
    expect(nameless.json()).not.toHaveProperty('invitation')
    expect((await ed.get(plan.url())).statusCode).toBe(404)
    const back = await service.visitor().post(plan.url('/join'), { secret: secretIn(ed.returnLink) })
    expect(back.statusCode).toBe(403)
  })

  test('HT15 an expired link opens nothing', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const secret = 's'.repeat(32)
    const expiresAt = new Date(service.clock.now() + minute).toISOString()
    const inviteId = 'i'.repeat(22)
    const made = await command(plan, {
      id: 'c1',
      type: 'member.invite',
      inviteId,
      role: 'editor',
      secret,
      expiresAt,
    })
    expect(made.statusCode).toBe(200)
    const join = () => service.visitor().post(plan.url('/join'), { secret, name: 'X' })
    expect((await join()).statusCode).toBe(200)
    service.clock.advance(minute)
    expect((await join()).statusCode).toBe(403)
  })
})

describe('the personal return link', () => {
  test('HT16 it brings the same person back, on another device and without a name', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const ed = await plan.join('editor', 'Ed')
    const phone = service.visitor()
    const reply = await phone.post(plan.url('/join'), { secret: secretIn(ed.returnLink) })
    expect(reply.statusCode).toBe(200)
    expect(reply.json().member).toMatchObject({ id: ed.id, name: 'Ed', role: 'editor' })
    expect((await phone.get(plan.url())).json().me.id).toBe(ed.id)
  })

  test('HT16 a new one stops the old one', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const made = await plan.facilitator.post(plan.url('/return-link'))
    expect(made.statusCode).toBe(201)
    const open = (link: string) => service.visitor().post(plan.url('/join'), { secret: secretIn(link) })
    expect((await open(plan.returnLink)).statusCode).toBe(403)
    const back = await open(made.json().returnLink)
    expect(back.json().member.id).toBe(plan.member.id)
  })
})

describe('too many attempts', () => {
  test('HT17 the 21st failure of an address within a minute has to wait', async () => {
    await using service = await openService()
    const plan = await service.plan()
    for (let n = 0; n < 20; n++) expect((await failing(service, plan, '203.0.113.9')).statusCode).toBe(403)
    const reply = await failing(service, plan, '203.0.113.9')
    expect(reply.statusCode).toBe(429)
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    expect(reply.json().refusal.code).toBe('tooManyJoins')
    expect((await failing(service, plan, '203.0.113.10')).statusCode).toBe(403)
    service.clock.advance(minute)
    expect((await failing(service, plan, '203.0.113.9')).statusCode).toBe(403)
  })

  test('HT17 the 101st failure on one plan has to wait, wherever it comes from', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const from = (n: number) => failing(service, plan, `203.0.113.${n}`)
    for (let n = 0; n < 100; n++) expect((await from(n)).statusCode).toBe(403)
    expect((await from(101)).statusCode).toBe(429)
  })

  test('HT18 a workshop behind the same address still comes in', async () => {
    await using service = await openService()
    const plan = await service.plan()
    for (let n = 0; n < 30; n++) await failing(service, plan, '127.0.0.1')
    await plan.join('editor', 'Right')
  })

  test('HT18 one link lets in 600 people a minute, and the next have to wait', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const secret = secretIn(plan.links.reader)
    for (let n = 0; n < 600; n++) await service.visitor().post(plan.url('/join'), { secret })
    expect((await service.visitor().post(plan.url('/join'), { secret, name: 'X' })).statusCode).toBe(429)
    service.clock.advance(minute)
    expect((await service.visitor().post(plan.url('/join'), { secret, name: 'X' })).statusCode).toBe(200)
  })
})
