import { describe, expect, test } from 'vitest'
import { must } from '../../shared/assert.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import type { LiveBoard } from '../../server/live/board.ts'
import { createMemory } from '../../server/storage/memory.ts'
import { StorageError } from '../../server/storage/storage.ts'
import { boardId, hide, memberId, stepId } from '../support/board.ts'
import type { Plan, Service, Visitor } from '../support/service.ts'
import { openService, secretIn } from '../support/service.ts'

const hour = 60 * 60_000
const time = (service: Service) => new Date(service.clock.now()).toISOString()
const liveOf = async (service: Service, plan: Plan): Promise<LiveBoard> =>
  must(await service.hub.open(boardId(plan.id)))
const visitOf = async (who: Visitor, plan: Plan) => (await who.get(plan.url('/visit'))).json()
const read = (who: Visitor, plan: Plan, what: object) => who.post(plan.url('/read'), what)

let commands = 0
const command = async (who: Visitor, plan: Plan, body: object) => {
  const reply = await who.post(plan.url('/commands'), { id: `c${++commands}`, ...body })
  expect(reply.statusCode, reply.body).toBe(200)
}
const say = (who: Visitor, plan: Plan, commentId: string, over: object = {}) =>
  command(who, plan, {
    type: 'comment.post',
    commentId,
    anchor: { type: 'step', stepId: 'goals', id: 'goals' },
    body: 'Bra!',
    ...over,
  })

describe('a visit', () => {
  test('HT48 tells when one was last here, what was read, and what others wrote since', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const editor = await plan.join('editor')
    const joinedAt = time(service)
    expect(await visitOf(editor, plan)).toEqual({
      since: null,
      read: { before: joinedAt, also: [] },
      written: [],
    })
    const then = await liveOf(service, plan)
    then.visits.begin(memberId(editor.id))
    then.visits.end(memberId(editor.id))
    service.clock.advance(2 * hour)
    const live = await liveOf(service, plan)
    const write = (section: string, member: string, step = 'goals') =>
      live.writings.note({
        room: stepId(step),
        what: sectionRoot(section),
        member: memberId(member),
        at: time(service),
      })
    write('goals.text', plan.member.id)
    const writtenAt = time(service)
    service.clock.advance(1000)
    write('goals.text', editor.id)
    write('goals.own', editor.id)
    write('mission.text', plan.member.id, 'mission')
    await command(plan.facilitator, plan, hide('step mission'))
    expect(await visitOf(editor, plan)).toEqual({
      since: joinedAt,
      read: { before: joinedAt, also: [] },
      written: [{ stepId: 'goals', what: 'section:goals.text', by: [plan.member.id], at: writtenAt }],
    })
  })

  test('HT49 what is read is kept for its person, on every device', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const editor = await plan.join('editor')
    for (const id of ['k1', 'k2']) await say(plan.facilitator, plan, id)
    const marked = await read(editor, plan, { ids: ['k1', 'k2'] })
    expect([marked.statusCode, marked.json().also]).toEqual([200, ['k1', 'k2']])
    const phone = service.visitor()
    await phone.post(plan.url('/join'), { secret: secretIn(editor.returnLink) })
    expect((await visitOf(phone, plan)).read.also).toEqual(['k1', 'k2'])
    service.clock.advance(hour)
    await read(phone, plan, { before: time(service) })
    expect((await visitOf(editor, plan)).read).toEqual({ before: time(service), also: [] })
    expect((await visitOf(plan.facilitator, plan)).read.also).toEqual([])
  })

  test.each([
    ['nothing', {}],
    ['both at once', { ids: ['k1'], before: '2026-03-02T08:00:00.000Z' }],
    ['a day', { before: '2026-03-02' }],
    ['ids that are none', { ids: [1] }],
    ['an endless id', { ids: ['x'.repeat(201)] }],
    ['too many', { ids: Array<string>(2001).fill('x') }],
    ['somebody else', { ids: ['k1'], member: 'm'.repeat(22) }],
  ])('HT49 %s marks nothing', async (_, body) => {
    await using service = await openService()
    const plan = await service.plan()
    const reply = await read(plan.facilitator, plan, body)
    expect(reply.statusCode).toBe(422)
    expect((await visitOf(plan.facilitator, plan)).read.also).toEqual([])
  })

  test('HT50 when each was last here is for facilitators', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const editor = await plan.join('editor')
    const live = await liveOf(service, plan)
    service.clock.advance(hour)
    live.visits.begin(memberId(editor.id))
    const reply = await plan.facilitator.get(plan.url('/visits'))
    expect(reply.json()).toEqual([{ member: editor.id, at: time(service) }])
    const refused = await editor.get(plan.url('/visits'))
    expect([refused.statusCode, refused.json().refusal.code]).toEqual([403, 'role'])
    for (const rest of ['/visit', '/visits'])
      expect((await service.visitor().get(plan.url(rest))).statusCode).toBe(401)
  })
})

describe('what is asked of me', () => {
  const inbox = async (who: Visitor) => (await who.get('/api/inbox')).json()

  test('HT51 comes from all my plans, with how much of it I have not read', async () => {
    await using service = await openService()
    const plan = await service.plan({ title: 'Ett' })
    const editor = await plan.join('editor', 'Ed')
    const other = await service.plan({ title: 'Två' })
    await editor.post(other.url('/join'), { secret: secretIn(other.links.reader), name: 'Ed' })
    service.clock.advance(hour)
    const words = `🌱${'ö'.repeat(300)}`
    await say(plan.facilitator, plan, 'k1', { mentions: [editor.id], body: words })
    await say(plan.facilitator, plan, 'k2', { body: 'Inte om dig' })
    await read(editor, plan, { ids: ['k1'] })
    service.clock.advance(1000)
    await say(plan.facilitator, plan, 'k3', { mentions: [editor.id] })
    const { steps } = (await editor.get(plan.url())).json()
    const stepTitle = steps.find(({ id }: { id: string }) => id === 'goals').title
    const asked = { because: 'mention', by: plan.member.id, byName: 'Faye', stepId: 'goals', stepTitle }
    const [first, second] = await inbox(editor)
    expect(first).toMatchObject({ board: plan.id, title: 'Ett', language: 'sv', unread: 1 })
    expect(first.entries).toMatchObject([
      { ...asked, id: 'k3', commentId: 'k3', words: 'Bra!', isRead: false },
      { ...asked, id: 'k1', commentId: 'k1', words: `🌱${'ö'.repeat(199)}`, isRead: true },
    ])
    expect(second).toMatchObject({ board: other.id, unread: 0, entries: [] })
    expect((await service.visitor().get('/api/inbox')).statusCode).toBe(401)
  })

  test('HT51 tells the newest fifty, and counts all', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const editor = await plan.join('editor')
    for (let n = 0; n < 60; n++) {
      service.clock.advance(1000)
      await say(plan.facilitator, plan, `k${n}`, { mentions: [editor.id] })
    }
    const [mine] = await inbox(editor)
    expect(mine.unread).toBe(60)
    expect(mine.entries).toHaveLength(50)
    expect(mine.entries[0].id).toBe('k59')
  })

  test('HT51 a plan that cannot be read does not take the others with it', async () => {
    const memory = createMemory()
    let broken = ''
    const load: typeof memory.boards.load = (id) =>
      id === broken ? Promise.reject(new StorageError('corrupt', 'damaged')) : memory.boards.load(id)
    await using service = await openService({ storage: { ...memory, boards: { ...memory.boards, load } } })
    const [one, two] = [await service.plan(), await service.plan()]
    await one.facilitator.post(two.url('/join'), { secret: secretIn(two.links.reader), name: 'Faye' })
    broken = one.id
    // Long enough for both to have been forgotten.
    service.clock.advance(hour)
    for (const url of ['/api/inbox', '/api/boards']) {
      const reply = await one.facilitator.get(url)
      expect(reply.statusCode).toBe(200)
      expect(reply.json().map((plan: { board?: string; id?: string }) => plan.board ?? plan.id)).toEqual([
        two.id,
      ])
    }
    expect(service.logged()).toContain('a plan could not be read')
  })
})
