import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { describe, expect, test } from 'vitest'
import type { Plan, Visitor } from '../support/service.ts'
import { openService } from '../support/service.ts'

const decision = { decision: 'Enligt förslaget', date: '2026-03-02' }
const agree = (id = 'agree-1') => ({ id, type: 'step.agree', stepId: 'mission', decision })
const send = (plan: Plan, body: object, as: Visitor = plan.facilitator) =>
  as.post(plan.url('/commands'), body)

describe('commands', () => {
  test('HT23 what was decided is answered and stands in the log', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const reply = await send(plan, { id: 'c1', type: 'plan.rename', title: 'Nytt namn' })
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toMatchObject({
      seq: 2,
      events: [{ type: 'plan.renamed', title: 'Nytt namn', seq: 2, by: plan.member.id }],
    })
    expect((await plan.facilitator.get(plan.url('/events?since=1'))).json()).toEqual(reply.json().events)
    expect((await plan.facilitator.get(plan.url())).json()).toMatchObject({ title: 'Nytt namn', seq: 2 })
  })

  test('HT24 the same id again gives the same answer and does nothing twice', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const body = { id: 'c1', type: 'plan.rename', title: 'En gång' }
    const [first, second] = [await send(plan, body), await send(plan, body)]
    expect(second.json()).toEqual(first.json())
    expect((await plan.facilitator.get(plan.url())).json().seq).toBe(2)
  })

  test('HT25 a role that may not is 403, a step that may not is 409, what does not exist is 422', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const ed = await plan.join('editor')
    expect((await send(plan, agree(), ed)).statusCode).toBe(403)
    expect(
      (await send(plan, { id: 'c1', type: 'step.reopen', stepId: 'mission', reason: 'x' })).statusCode,
    ).toBe(409)
    const last = await send(plan, { id: 'c2', type: 'member.remove', memberId: plan.member.id })
    expect(last.statusCode).toBe(409)
    expect(last.json().refusal.code).toBe('lastFacilitator')
    expect((await send(plan, { ...agree('c3'), stepId: 'nowhere' })).statusCode).toBe(422)
    expect((await plan.facilitator.get(plan.url('/events?since=2'))).json()).toEqual([])
  })

  test.each([
    ['sv', /processledare/],
    ['nb-NO,en;q=0.5', /prosessleder/],
    ['en-GB', /facilitator/],
    ['de;q=0.9, sv;q=0.3, nb;q=0.7', /prosessleder/],
    ['sv;q=0, en', /facilitator/],
    ['xx', /facilitator/],
  ])('HT26 a refusal speaks the caller’s language: %s', async (language, words) => {
    await using service = await openService()
    const plan = await service.plan()
    const ed = await plan.join('editor')
    const person = service.visitor({ language })
    person.cookie = ed.cookie
    expect((await send(plan, agree(), person)).json().refusal.message).toMatch(words)
  })

  test('HT26 ?lang= counts before the browser’s languages', async () => {
    await using service = await openService()
    const person = service.visitor({ language: 'en' })
    expect((await person.get('/api/boards?lang=sv')).json().refusal.message).toMatch(/^Du är inte inloggad/)
  })

  test.each([
    ['an unknown key', { ...agree(), colour: 'red' }, 'unknownKey', 'colour'],
    [
      'an unknown key deep inside',
      { ...agree(), decision: { ...decision, votez: 1 } },
      'unknownKey',
      'decision.votez',
    ],
    ['a missing key', { id: 'c', type: 'step.agree', stepId: 'mission' }, 'invalid', 'decision'],
    [
      'a wrong value',
      { ...agree(), decision: { ...decision, date: 'yesterday' } },
      'invalid',
      'decision.date',
    ],
    ['an unknown type', { id: 'c', type: 'plan.burn' }, 'invalid', 'type'],
    ['no id', { type: 'plan.rename', title: 'x' }, 'invalid', 'id'],
    ['a list', [], 'invalid', 'body'],
    ['a malformed step', { ...agree(), stepId: '../x' }, 'invalid', 'stepId'],
  ])('HT27 %s is 422 and its place is named', async (_, body, code, where) => {
    await using service = await openService()
    const plan = await service.plan()
    const reply = await send(plan, body)
    expect(reply.statusCode).toBe(422)
    expect(reply.json().refusal).toMatchObject({ code, where })
    expect(reply.json().refusal.message).toContain(where)
    expect((await plan.facilitator.get(plan.url())).json().seq).toBe(1)
  })

  test('HT28 the 21st command of a person within a second has to wait; others do not', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const ed = await plan.join('editor')
    for (let n = 0; n < 20; n++)
      expect((await send(plan, { id: `c${n}`, type: 'plan.rename', title: `Nr ${n}` })).statusCode).toBe(200)
    const reply = await send(plan, { id: 'late', type: 'plan.rename', title: 'Late' })
    expect(reply.statusCode).toBe(429)
    expect(reply.headers['retry-after']).toBe('1')
    expect((await send(plan, { id: 'e1', type: 'plan.rename', title: 'x' }, ed)).statusCode).toBe(403)
    service.clock.advance(1000)
    expect((await send(plan, { id: 'late', type: 'plan.rename', title: 'Late' })).statusCode).toBe(200)
  })
})

describe('versions', () => {
  test('HT29 an agreed step leaves a version whose hash anybody can check', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const reply = await send(plan, agree())
    expect(reply.statusCode).toBe(200)
    const reader = await plan.join('reader')
    const [head, ...more] = (await reader.get(plan.url('/versions'))).json()
    expect(more).toEqual([])
    expect(head).toMatchObject({ stepId: 'mission', kind: 'agreed', number: 1, by: plan.member.id })
    expect(head).not.toHaveProperty('content')
    const version = (await reader.get(plan.url(`/versions/${head.id}`))).json()
    expect(version).toMatchObject({ ...head, decision })
    const hash = createHash('sha256')
      .update(canonicalize(version.content) ?? '')
      .digest('hex')
    expect(version.hash).toBe(hash)
  })

  test.each(['nope', '%2e%2e', 'v'.repeat(22)])('HT29 the version %s does not exist', async (id) => {
    await using service = await openService()
    const plan = await service.plan()
    expect((await plan.facilitator.get(plan.url(`/versions/${id}`))).statusCode).toBe(404)
  })
})

describe('proposals', () => {
  const proposal = {
    id: 'c1',
    type: 'proposal.submit',
    proposalId: 'p'.repeat(22),
    stepId: 'mission',
    generation: 1,
    reason: 'Tydligare',
    changes: [
      {
        target: 'section',
        path: 'mission.statement',
        before: { type: 'doc' },
        after: { type: 'doc', x: [1] },
      },
    ],
  }

  test('HT30 a proposal is listed with its author, its words and its state', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const cora = await plan.join('commenter')
    expect((await send(plan, proposal, cora)).statusCode).toBe(200)
    const [listed] = (await plan.facilitator.get(plan.url('/proposals'))).json()
    expect(listed).toMatchObject({
      id: proposal.proposalId,
      stepId: 'mission',
      author: cora.id,
      state: 'open',
      reason: 'Tydligare',
      changes: [{ ...proposal.changes[0], state: 'clean' }],
    })
  })

  test('HT30 a declined one stays listed as declined', async () => {
    await using service = await openService()
    const plan = await service.plan()
    await send(plan, proposal)
    await send(plan, { id: 'c2', type: 'proposal.decline', proposalId: proposal.proposalId, reason: 'Nej' })
    const [listed] = (await plan.facilitator.get(plan.url('/proposals'))).json()
    expect(listed.state).toBe('declined')
    expect(listed.changes[0].state).toBe('left')
  })

  test('HT30 an open one says of each change whether it can be taken, what stands there and what would', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const words = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ny' }] }] }
    const before = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Old' }] }] }
    const [first] = proposal.changes
    const changes = [
      { ...first, before: null, after: words },
      { ...first, before, after: words },
      { ...first, path: 'mission.nowhere', before: null, after: words },
      { target: 'item', path: 'nothing/x', before: null, after: { title: 'x' } },
    ]
    await send(plan, { ...proposal, changes })
    const list = async () => (await plan.facilitator.get(plan.url('/proposals'))).json()[0].changes
    const empty = { type: 'doc', content: [] }
    const ground = [
      { state: 'clean', now: empty, merged: words },
      { state: 'moved', now: empty, merged: null },
      { state: 'gone', now: null, merged: null },
      { state: 'gone', now: null, merged: null },
    ]
    expect(await list()).toEqual(changes.map((change, part) => ({ ...change, ...ground[part] })))
    const accept = { type: 'proposal.accept', proposalId: proposal.proposalId }
    const moved = await send(plan, { ...accept, id: 'c2', parts: [1] })
    expect(moved.statusCode).toBe(409)
    expect(moved.json().refusal).toMatchObject({ code: 'movedGround', values: { part: 1, number: 2 } })
    expect(moved.json().refusal.message).toContain('change 2')
    const unfit = { part: 1, value: { type: 'doc', content: [{ type: 'image' }] } }
    const refused = await send(plan, { ...accept, id: 'c3', parts: [unfit] })
    expect([refused.statusCode, refused.json().refusal.code]).toEqual([422, 'unfitPart'])
    expect((await send(plan, { ...accept, id: 'c4', parts: [0] })).statusCode).toBe(200)
    expect((await list()).map(({ state }: { state: string }) => state)).toEqual([
      'taken',
      'left',
      'left',
      'left',
    ])
    expect(JSON.stringify((await plan.facilitator.get(plan.url('/snapshot'))).json())).toContain('"Ny"')
  })
})
