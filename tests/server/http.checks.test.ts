import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { must } from '../../shared/assert.ts'

import type { FindingSaid } from '../../server/http/findings.ts'
import { readSample } from '../support/sample-plan.ts'
import { sampleFile } from '../support/sample-checks.ts'
import type { Reply, Service, Visitor } from '../support/service.ts'
import { openService, secretIn } from '../support/service.ts'

/* What the checks find, over HTTP, and what they say to whoever agrees on a step. */

const { asOf, expectedChecks = [] } = sampleFile('sv')

interface Snapshot {
  readonly items: Readonly<Record<string, readonly { readonly id: string; readonly title: string }[]>>
}

/** The Swedish sample plan, brought in by Faye. */
const bring = async (service: Service) => {
  const faye = service.visitor()
  const reply = await faye.post('/api/boards/import?name=Faye', readSample('sv'))
  expect(reply.statusCode, reply.body).toBe(201)
  const { board, links } = reply.json()
  const url = `/api/boards/${board}`
  const rita = service.visitor({ language: 'sv' })
  await rita.post(`${url}/join`, { secret: secretIn(links.reader), name: 'Rita' })
  return { faye, rita, url }
}
const found = (reply: Reply): readonly FindingSaid[] => {
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const inOrder = (list: readonly { readonly check: string; readonly entityId: string | null }[]) =>
  list.map(({ check, entityId }) => `${check} ${entityId}`).sort()

describe('the checks over HTTP', { timeout: 20_000 }, () => {
  test('FU10 find in the Swedish sample, on its day, what its file expects', async () => {
    await using service = await openService()
    const { faye, url } = await bring(service)
    const findings = found(await faye.get(`${url}/checks?asOf=${asOf}`))
    expect(inOrder(findings)).toEqual(inOrder(expectedChecks))
    for (const { check, entityId, values } of expectedChecks)
      expect(
        findings.find((one) => one.check === check && one.entityId === entityId),
        `${check} ${entityId}`,
      ).toMatchObject({ check, entityId, ...(values && { values }) })
    for (const { message } of findings) expect(message).not.toMatch(/[{}]|undefined/)
  })

  test('FU10 tell everybody, in their own language, and ask today’s question where no day is named', async () => {
    await using service = await openService()
    const { faye, rita, url } = await bring(service)
    const [own, theirs] = [await faye.get(`${url}/checks`), await rita.get(`${url}/checks`)].map(found)
    expect(inOrder(must(own))).toEqual(inOrder(must(theirs)))
    expect(must(own)[0]?.message).not.toBe(must(theirs)[0]?.message)
    const today = new Date(service.clock.now()).toISOString().slice(0, 10)
    expect(found(await faye.get(`${url}/checks?asOf=${today}`))).toEqual(own)
  })

  test.each(['2026-02-31', '2026-13-01', 'today', '15/11/2026', '2026-11-15T00:00:00Z', ''])(
    'FU10 refuse “%s”, which is no day',
    async (day) => {
      await using service = await openService()
      const { faye, url } = await bring(service)
      const reply = await faye.get(`${url}/checks?asOf=${encodeURIComponent(day)}`)
      expect([reply.statusCode, reply.json().refusal.code]).toEqual([422, 'invalid'])
    },
  )

  test('FU10 tell nobody who takes no part in the plan', async () => {
    await using service = await openService()
    const { url } = await bring(service)
    const stranger = service.visitor()
    expect((await stranger.get(`${url}/checks`)).statusCode).toBe(401)
    await service.plan()
    const other = (await service.plan()).facilitator
    expect((await other.get(`${url}/checks`)).statusCode).toBe(404)
  })
})

const agree = (who: Visitor, url: string, stepId: string, override?: string) =>
  who.post(`${url}/commands`, {
    id: randomUUID(),
    type: 'step.agree',
    stepId,
    decision: { decision: 'Enligt förslag', date: '2026-11-15' },
    ...(override && { override: { reason: override } }),
  })

describe('agreeing on a step in which something is wrong', () => {
  test('FU11 is refused, and says how much and what, in the caller’s language', async () => {
    await using service = await openService()
    const { faye, url } = await bring(service)
    const errors = found(await faye.get(`${url}/checks`)).filter(
      ({ severity, place }) => severity === 'error' && place.stepId === 'action-plan',
    )
    expect(errors.length).toBeGreaterThan(0)
    const reply = await agree(faye, url, 'action-plan')
    expect(reply.statusCode).toBe(422)
    const { refusal } = reply.json()
    expect(refusal).toMatchObject({
      code: 'errorsRemain',
      findings: errors,
      values: { count: errors.length },
    })
    const { items } = (await faye.get(`${url}/snapshot`)).json<Snapshot>()
    for (const { message, entityId } of errors.slice(0, 3)) {
      const { title } = must(items['activity']?.find(({ id }) => id === entityId))
      expect(refusal.message).toContain(`${title}: ${message}`)
    }
    const steps = (await faye.get(url)).json().steps as { id: string; state: string }[]
    expect(steps.find(({ id }) => id === 'action-plan')?.state).not.toBe('agreed')
  })

  test('FU11 is done all the same with a reason, which is kept', async () => {
    await using service = await openService()
    const { faye, url } = await bring(service)
    expect((await agree(faye, url, 'action-plan', 'Vi börjar ändå')).statusCode).toBe(200)
    const steps = (await faye.get(url)).json().steps as { id: string; state: string; agreement: object }[]
    expect(steps.find(({ id }) => id === 'action-plan')).toMatchObject({
      state: 'agreed',
      agreement: { override: 'Vi börjar ändå' },
    })
  })

  test('FU11 a reader is told of their role, and of nothing that is wrong', async () => {
    await using service = await openService()
    const { rita, url } = await bring(service)
    const { refusal } = (await agree(rita, url, 'action-plan')).json()
    expect([refusal.code, refusal.findings]).toEqual(['role', undefined])
  })
})
