import { describe, expect, test } from 'vitest'
import type { Plan, Service, Visitor } from '../support/service.ts'
import { openService, secretIn } from '../support/service.ts'

const minute = 60_000
const wrong = 'w'.repeat(32)

let made = 0
/** A new link of the plan; its secret. */
const invite = async (plan: Plan, facts: object): Promise<string> => {
  const secret = `${'s'.repeat(30)}${String(made++).padStart(2, '0')}`
  const inviteId = secret.slice(-22)
  const body = { id: inviteId, type: 'member.invite', inviteId, role: 'commenter', secret, ...facts }
  const reply = await plan.facilitator.post(plan.url('/commands'), body)
  expect(reply.statusCode, reply.body).toBe(200)
  return secret
}
const join = (who: Visitor, plan: Plan, body: object) => who.post(plan.url('/join'), body)
const look = (who: Visitor, plan: Plan, secret: string) => who.post(plan.url('/join/look'), { secret })
const password = 'blåbärssoppa'

describe('a link with a password', () => {
  test('HT42 asks for it before the name, and tells nothing of the plan until it is right', async () => {
    await using service = await openService()
    const plan = await service.plan({ title: 'Hemlig rubrik' })
    const secret = await invite(plan, { password })
    const guest = service.visitor({ language: 'sv' })
    for (const [said, code] of [
      [{}, 'passwordNeeded'],
      [{ name: 'Åse' }, 'passwordNeeded'],
      [{ password: 'hallonsaft', name: 'Åse' }, 'passwordWrong'],
      [{ password: '', name: 'Åse' }, 'passwordWrong'],
    ] as const) {
      const reply = await join(guest, plan, { secret, ...said })
      expect(reply.statusCode).toBe(403)
      expect(reply.json().refusal).toMatchObject({ code, where: 'password' })
      expect(reply.json().refusal.message).toMatch(/lösenord/)
      expect(reply.body).not.toContain('Hemlig rubrik')
      expect(reply.json()).not.toHaveProperty('invitation')
      expect(reply.headers['set-cookie']).toBeUndefined()
    }
    const nameless = await join(guest, plan, { secret, password })
    expect(nameless.json()).toMatchObject({
      refusal: { code: 'nameNeeded' },
      invitation: { title: 'Hemlig rubrik', role: 'commenter' },
    })
    const joined = await join(guest, plan, { secret, password, name: 'Åse' })
    expect(joined.json().member).toMatchObject({ name: 'Åse', role: 'commenter' })
  })

  test('HT42 the password is the same however the keyboard writes its letters', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const secret = await invite(plan, { password: password.normalize('NFC') })
    const typed = { secret, password: password.normalize('NFD'), name: 'Åse' }
    expect((await join(service.visitor(), plan, typed)).statusCode).toBe(200)
  })

  test('HT42 a link that no longer opens says so, whatever the password', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const secret = await invite(plan, { password })
    const revoke = { id: 'c1', type: 'invite.revoke', inviteId: secret.slice(-22) }
    await plan.facilitator.post(plan.url('/commands'), revoke)
    for (const said of [{}, { password }, { password: 'hallonsaft' }])
      expect((await join(service.visitor(), plan, { secret, name: 'X', ...said })).json().refusal.code).toBe(
        'linkInvalid',
      )
  })

  test('HT43 after ten wrong ones within a minute even the right one has to wait', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const [secret, other] = [await invite(plan, { password }), await invite(plan, { password })]
    const tried = (n: number) => ({ secret, password: `fel ${n}`, name: 'X' })
    // All at once, from many addresses: none of them slips through before the others are counted.
    const replies = await Promise.all(
      Array.from({ length: 15 }, (_, n) =>
        join(service.visitor({ address: `203.0.113.${n}` }), plan, tried(n)),
      ),
    )
    const codes = replies.map((reply) => reply.statusCode).toSorted()
    expect(codes).toEqual([...Array<number>(10).fill(403), ...Array<number>(5).fill(429)])
    const right = { secret, password, name: 'X' }
    const reply = await join(service.visitor(), plan, right)
    expect(reply.statusCode).toBe(429)
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    expect((await join(service.visitor(), plan, { ...right, secret: other })).statusCode).toBe(200)
    service.clock.advance(minute)
    expect((await join(service.visitor(), plan, right)).statusCode).toBe(200)
  })

  test('HT43 a whole workshop comes in at once by the right one', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const secret = await invite(plan, { password })
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        join(service.visitor(), plan, { secret, password, name: `P${n}` }),
      ),
    )
    expect(replies.map((reply) => reply.statusCode)).toEqual(Array<number>(20).fill(200))
  })

  test('HT44 whoever takes part needs none, nor does a return link', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const secret = await invite(plan, { password })
    const guest = service.visitor()
    const { returnLink } = (await join(guest, plan, { secret, password, name: 'Åse' })).json()
    expect((await join(guest, plan, { secret })).statusCode).toBe(200)
    expect((await join(plan.facilitator, plan, { secret })).json().member).toEqual(plan.member)
    const phone = service.visitor()
    expect((await join(phone, plan, { secret: secretIn(returnLink) })).json().member.name).toBe('Åse')
  })

  test('HT44 more than they have it gives nobody without the password', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const secret = await invite(plan, { role: 'facilitator', password })
    const reader = await plan.join('reader')
    expect((await join(reader, plan, { secret })).json().refusal.code).toBe('passwordNeeded')
    expect((await reader.get(plan.url())).json().me.role).toBe('reader')
    expect((await join(reader, plan, { secret, password })).json().member.role).toBe('facilitator')
  })

  test('HT10 nothing that is answered or logged holds the password', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const secret = await invite(plan, { password })
    await join(service.visitor(), plan, { secret, password, name: 'Åse' })
    const said = [
      await plan.facilitator.get(plan.url()),
      await plan.facilitator.get(plan.url('/events')),
      await plan.facilitator.get(plan.url('/export/json')),
    ]
    const told = said.map(({ body }) => body).join('') + service.logged()
    expect(told).toContain('"password":true')
    expect(told).not.toContain(password)
    expect(told).not.toContain('scrypt')
  })
})

describe('a link to one step', () => {
  const facts = { onlyStep: 'goals', name: 'Eldrerådet' }

  test('HT45 says which, and gives its role there alone', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const { steps } = (await plan.facilitator.get(plan.url())).json()
    const [first, { id: onlyStep, title: stepTitle }] = steps
    const secret = await invite(plan, { ...facts, onlyStep })
    const nameless = await join(service.visitor(), plan, { secret })
    expect(nameless.json().invitation).toEqual({
      title: 'En trygg ort',
      role: 'commenter',
      onlyStep,
      stepTitle,
    })
    const guest = service.visitor()
    const joined = await join(guest, plan, { secret, name: 'Åse' })
    expect(joined.json().member).toMatchObject({ role: 'commenter', onlyStep })
    const say = (id: string, step: string) =>
      guest.post(plan.url('/commands'), {
        id,
        type: 'comment.post',
        commentId: id,
        anchor: { type: 'step', stepId: step, id: step },
        body: 'Bra!',
      })
    expect((await say('c1', onlyStep)).statusCode).toBe(200)
    expect((await say('c2', first.id)).json().refusal.code).toBe('role')
  })
})

describe('looking at a link', () => {
  const events = async (plan: Plan) => (await plan.facilitator.get(plan.url('/events'))).json()

  test('HT46 tells what it opens, and nothing has happened', async () => {
    await using service = await openService()
    const plan = await service.plan({ title: 'Trygg' })
    const before = await events(plan)
    const guest = service.visitor()
    const reply = await look(guest, plan, secretIn(plan.links.editor))
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({ is: 'open', title: 'Trygg', role: 'editor', known: false })
    expect(guest.cookie).toBeNull()
    expect(await events(plan)).toEqual(before)
  })

  test('HT46 a link to one step says which', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const secret = await invite(plan, { onlyStep: 'goals' })
    expect((await look(service.visitor(), plan, secret)).json()).toMatchObject({
      is: 'open',
      onlyStep: 'goals',
      stepTitle: expect.stringMatching(/./),
    })
  })

  test('HT46 whoever takes part is known, and a return link knows its person', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const editor = await plan.join('editor')
    const known = async (who: Visitor, link: string) => (await look(who, plan, secretIn(link))).json()
    expect(await known(editor, plan.links.reader)).toMatchObject({ is: 'open', role: 'reader', known: true })
    expect(await known(service.visitor(), editor.returnLink)).toMatchObject({ role: 'editor', known: true })
  })

  test('HT46 behind a password nothing is told but to whoever takes part', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const secret = await invite(plan, { password })
    expect((await look(service.visitor(), plan, secret)).json()).toEqual({ is: 'password' })
    expect((await look(plan.facilitator, plan, secret)).json()).toMatchObject({ is: 'open', known: true })
  })

  test.each([
    ['a wrong secret', wrong],
    ['half a secret', 'abc'],
    ['no secret', ''],
  ])('HT46 %s and an unknown plan are answered alike', async (_, secret) => {
    await using service = await openService()
    const plan = await service.plan()
    const here = await look(service.visitor(), plan, secret)
    expect([here.statusCode, here.json()]).toEqual([200, { is: 'closed' }])
    const nowhere = await service.visitor().post(`/api/boards/${'n'.repeat(22)}/join/look`, { secret })
    expect(nowhere.body).toBe(here.body)
  })

  test('HT46 a revoked, an expired and an expelled person’s link are closed', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const expiresAt = new Date(service.clock.now() + minute).toISOString()
    const [late, gone] = [await invite(plan, { expiresAt }), await invite(plan, {})]
    const editor = await plan.join('editor')
    const commands = [
      { id: 'c1', type: 'invite.revoke', inviteId: gone.slice(-22) },
      { id: 'c2', type: 'member.remove', memberId: editor.id },
    ]
    for (const body of commands) await plan.facilitator.post(plan.url('/commands'), body)
    service.clock.advance(minute)
    for (const secret of [late, gone, secretIn(editor.returnLink)])
      expect((await look(service.visitor(), plan, secret)).json()).toEqual({ is: 'closed' })
  })

  test('HT46 guessing is held back as at the join', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const guess = async (service: Service) =>
      (await look(service.visitor({ address: '203.0.113.9' }), plan, wrong)).statusCode
    for (let n = 0; n < 20; n++) expect(await guess(service)).toBe(200)
    expect(await guess(service)).toBe(429)
    const body = { secret: wrong, name: 'X' }
    expect((await join(service.visitor({ address: '203.0.113.9' }), plan, body)).statusCode).toBe(429)
  })
})

describe('whether one is signed in', () => {
  test('HT47 is answered with 200 in either case', async () => {
    await using service = await openService()
    const session = async (who: Visitor) => {
      const reply = await who.get('/api/session')
      return [reply.statusCode, reply.json()]
    }
    const { facilitator } = await service.plan()
    expect(await session(facilitator)).toEqual([200, { signedIn: true }])
    expect(await session(service.visitor())).toEqual([200, { signedIn: false }])
    await facilitator.call('DELETE', '/api/session')
    expect(await session(facilitator)).toEqual([200, { signedIn: false }])
  })
})
