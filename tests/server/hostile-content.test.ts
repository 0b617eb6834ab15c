import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import { BoardId, MemberId, newId, ProposalId } from '../../shared/ids.ts'
import type { Leaf } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import { plainOf } from '../../shared/items/plain.ts'
import { itemsOf } from '../../shared/step/doc.ts'
import { addItem } from '../../shared/step/items.ts'
import { Peer, settle } from '../support/peer.ts'
import type { Plan, Service } from '../support/service.ts'
import { openService } from '../support/service.ts'

const half = '\ud83d'

const decide = (plan: Plan, body: object) =>
  plan.facilitator.post(plan.url('/commands'), { id: newId(ProposalId), ...body })

/** Somebody writes with a client of their own in a step of the plan. */
const peerIn = async (service: Service, plan: Plan, step: string): Promise<Peer> => {
  const live = must(await service.hub.open(BoardId.parse(plan.id)))
  const peer = new Peer(live, MemberId.parse(plan.member.id), step)
  peer.connect()
  await settle(peer)
  return peer
}

const firstStep = async (plan: Plan) => (await plan.facilitator.get(plan.url('/snapshot'))).json().steps[0]

describe('half of a character', () => {
  it('HO24 in a proposal does not keep anybody from reading the others', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const { id, sections } = await firstStep(plan)
    const doc = (text: string) => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })
    const change = { target: 'section', path: sections[0].id, before: null, after: doc(`a${half}b`) }
    const submit = { type: 'proposal.submit', proposalId: newId(ProposalId), stepId: id, generation: 1 }
    expect((await decide(plan, { ...submit, changes: [change], reason: '' })).statusCode).toBe(200)
    const list = await plan.facilitator.get(plan.url('/proposals'))
    expect(list.statusCode, list.body.slice(0, 200)).toBe(200)
    expect(list.json()[0].changes[0].after).toEqual(doc('a\ufffdb'))
    const taken = await decide(plan, { type: 'proposal.accept', proposalId: submit.proposalId })
    expect(taken.statusCode, taken.body.slice(0, 200)).toBe(200)
  })

  it('HO24 in a title does not keep the step from being agreed on, and whole characters stay', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const { id } = await firstStep(plan)
    const title = `Åre \\ud83d ${half} 😀 \\`
    await decide(plan, { type: 'structure.rename', target: { type: 'step', stepId: id }, title })
    expect((await firstStep(plan)).title).toBe('Åre \\ud83d \ufffd 😀 \\')
    const decision = { decision: 'Yes', date: '2026-03-02' }
    const agreed = await decide(plan, { type: 'step.agree', stepId: id, decision })
    expect(agreed.statusCode, agreed.body.slice(0, 200)).toBe(200)
  })

  it('HO24 in a file is read as missing, also where the step is agreed on', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const file = (await plan.facilitator.get(plan.url('/export/json'))).json()
    const agreement = { at: '2026-01-01T00:00:00.000Z', decision: { decision: 'Yes', date: '2026-01-01' } }
    Object.assign(file.steps[0], { title: `Step ${half}`, state: 'agreed', agreement })
    const reply = await service.visitor().post('/api/boards/import?name=Iris', file)
    expect(reply.statusCode, reply.body.slice(0, 200)).toBe(201)
  })
})

describe('an item that no page of ours makes', () => {
  it('HO25 takes no longer to read than it is long', () => {
    const entries = Array.from({ length: 20_000 }, (_, at): [string, number] => [
      `values/2026/T/g${at}/value`,
      at,
    ])
    const item = { kind: 'indicator', id: 'i', order: 'a0', deleted: null, leaves: new Map(entries) }
    const begin = performance.now()
    const { values } = plainOf(must(kinds.get('indicator')), item)
    expect(performance.now() - begin).toBeLessThan(2000)
    expect(values).toHaveLength(20_000)
  })

  it.each([
    ['nested very deep', `${'['.repeat(9000)}${']'.repeat(9000)}`],
    ['that poisons', '{"__proto__":{"polluted":1}}'],
    ['with half a character', '["\\ud83d"]'],
    ['that is none', '{"half":'],
  ])(
    'HO26 JSON in it %s keeps nobody from reading, agreeing on and exporting the plan',
    async (_name, json) => {
      await using service = await openService()
      const plan = await service.plan()
      const { id } = await firstStep(plan)
      const peer = await peerIn(service, plan, id)
      const leaves = new Map([
        ['name', 'Hostile'],
        ['source/externalRef', json],
      ])
      addItem(peer.doc, { kind: 'indicator', id: 'i1', order: 'a0', leaves }, null)
      await settle(peer)
      expect(peer.isSaved).toBe(true)
      expect(
        (await plan.facilitator.get(plan.url('/snapshot'))).json().items.indicator[0].source.externalRef,
      ).toBeNull()
      const agreed = await decide(plan, {
        type: 'step.agree',
        stepId: id,
        decision: { decision: 'Yes', date: '2026-03-02' },
      })
      expect(agreed.statusCode).toBe(200)
      const file = await plan.facilitator.get(plan.url('/export/json'))
      const back = await service.visitor().post('/api/boards/import?name=Iris', file.json())
      expect(back.statusCode, back.body.slice(0, 200)).toBe(201)
    },
  )

  it('HO27 without a place stands first, also in the file, which can be brought in again', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const { id } = await firstStep(plan)
    const peer = await peerIn(service, plan, id)
    addItem(peer.doc, { kind: 'goal', id: 'g1', order: 'a0', leaves: new Map([['title', 'One']]) }, null)
    itemsOf(peer.doc, 'goal').set('g2', new Y.Map<Leaf | Y.Text>([['title', 'Nowhere']]))
    await settle(peer)
    const file = await plan.facilitator.get(plan.url('/export/json'))
    expect(file.statusCode, file.body.slice(0, 200)).toBe(200)
    expect(file.json().items.goals.map((goal: { item: { id: string } }) => goal.item.id)).toEqual([
      'g2',
      'g1',
    ])
    expect((await service.visitor().post('/api/boards/import?name=Iris', file.json())).statusCode).toBe(201)
  })

  it('HO28 joins what another joins already: the plan’s file has the pair once', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const peer = await peerIn(service, plan, (await firstStep(plan)).id)
    const leaves = new Map([
      ['activityId', 'a1'],
      ['goalId', 'g1'],
    ])
    for (const id of ['a1:g1', 'a1:g9', 'x'])
      addItem(peer.doc, { kind: 'contribution', id, order: 'a0', leaves }, null)
    addItem(peer.doc, { kind: 'contribution', id: 'y', order: 'a1', leaves: new Map() }, null)
    await settle(peer)
    expect(peer.isSaved).toBe(true)
    const file = await plan.facilitator.get(plan.url('/export/json'))
    const back = await service.visitor().post('/api/boards/import?name=Iris', file.json())
    expect(back.statusCode, back.body.slice(0, 200)).toBe(201)
  })
})

describe('a file that takes long to read', () => {
  it('HO29 keeps nobody waiting: the server goes on answering', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const file = (await plan.facilitator.get(plan.url('/export/json'))).json()
    const stepId = file.steps[0].id
    const goals = Array.from({ length: 18_000 }, (_, at) => ({
      stepId,
      order: 'a0',
      item: { id: `g${at}`, title: 'x' },
    }))
    const payload = JSON.stringify({ ...file, items: { goals } })
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 10)
    const begin = performance.now()
    const reply = await service.app.inject({
      method: 'POST',
      url: '/api/boards/import?name=Iris',
      payload,
      headers: { 'content-type': 'application/json' },
    })
    clearInterval(beat)
    expect(reply.statusCode, reply.body.slice(0, 200)).toBe(201)
    expect(longest).toBeLessThan((performance.now() - begin) / 2)
  }, 30_000)

  it('HO30 is refused when what its agreed steps freeze would be many times as much as the file', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const file = (await plan.facilitator.get(plan.url('/export/json'))).json()
    const agreement = { at: '2026-01-01T00:00:00.000Z', decision: { decision: 'Yes', date: '2026-01-01' } }
    const section = { kind: 'collection', kinds: ['goal'], title: 'Goals', prompt: '' }
    const steps = Array.from({ length: 40 }, (_, at) => ({
      ...{ id: `s${at}`, title: 'Step', description: '', deliverable: '', dependsOn: [], questions: [] },
      ...{ state: 'agreed', agreement, sections: [{ ...section, id: `s${at}.goals` }] },
    }))
    const description = 'x'.repeat(600_000)
    const goals = ['a', 'b', 'c'].map((id) => ({ stepId: 's0', order: 'a0', item: { id, description } }))
    const reply = await service
      .visitor()
      .post('/api/boards/import?name=I', { ...file, steps, items: { goals } })
    expect([reply.statusCode, reply.json().refusal?.where]).toEqual([422, 'steps'])
    const few = steps.slice(0, 4)
    const taken = await service
      .visitor()
      .post('/api/boards/import?name=I', { ...file, steps: few, items: { goals } })
    expect(taken.statusCode, taken.body.slice(0, 200)).toBe(201)
  })

  it('HO31 is not read when too many come from one address in a minute', async () => {
    await using service = await openService()
    const visitor = service.visitor()
    const codes: number[] = []
    for (let at = 0; at < 31; at++)
      codes.push((await visitor.post('/api/boards/import?name=Iris', {})).statusCode)
    expect(codes).toEqual([...Array<number>(30).fill(422), 429])
    const elsewhere = service.visitor({ address: '192.0.2.7' })
    expect((await elsewhere.post('/api/boards/import?name=Iris', {})).statusCode).toBe(422)
  })
})
