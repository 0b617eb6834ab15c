import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { must } from '../../shared/assert.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { Kind } from '../../shared/items/define.ts'
import { ordersFor } from '../../shared/items/order.ts'
import type { Plain } from '../../shared/items/plain.ts'
import { plainOf } from '../../shared/items/plain.ts'
import { templateOf } from '../../shared/templates/index.ts'
import { allKinds, allLeaves } from '../support/items.ts'
import { samples } from '../support/sample-plan.ts'
import type { Service } from '../support/service.ts'
import { openService } from '../support/service.ts'
import { manyTimes } from '../support/tenfold.ts'

/* Whole plans through a file, and through it again: big ones, and one in which everything is said. */

/** JSON that nobody has looked at yet. */
type Json = ReturnType<typeof JSON.parse>

const readSample = (language: keyof typeof samples): Json =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../shared/samples', `${samples[language]}.json`), 'utf8'),
  )

/** Somebody brings the file in, and nothing is left out. */
const brought = async (service: Service, file: unknown) => {
  const visitor = service.visitor()
  const reply = await visitor.post('/api/boards/import?name=Iris', file)
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(201)
  expect(reply.json().leftOut).toEqual([])
  return { visitor, board: reply.json().board as string }
}

/** The plan's own file then. */
const throughPlan = async (service: Service, file: unknown): Promise<Json> => {
  const { visitor, board } = await brought(service, file)
  return (await visitor.get(`/api/boards/${board}/export/json`)).json()
}

const withoutStamp = ({ boardId: _, exportedAt: _at, ...file }: Json) => file

const comesBack = async (service: Service, file: Json): Promise<void> =>
  expect(withoutStamp(await throughPlan(service, file))).toEqual(withoutStamp(file))

test('IM25 a comment on a follow-up stands with the step that shows follow-ups, through the plan’s own file too', async () => {
  await using service = await openService()
  const file = readSample('sv')
  file.followUps = [{ id: 'fu1', date: '2026-11-01', status: 'onTrack' }]
  file.comments[0].anchor = { type: 'followUp', id: 'fu1' }
  const own = await throughPlan(service, file)
  const said = own.comments.find(({ id }: Json) => id === file.comments[0].id)
  const shows = ({ sections }: Json) => sections.some(({ kinds }: Json) => kinds?.includes('followUp'))
  const home = own.steps.find(shows).id
  expect(said.anchor).toEqual({ type: 'item', stepId: home, id: 'fu1', kind: 'followUp' })
  await comesBack(service, own)
})

test('IM30 decisions that are not in force are kept as the file told them, behind those that are', async () => {
  await using service = await openService()
  const file = readSample('sv')
  const [first] = file.decisions
  const earlier = { ...first, id: 'd0', date: '2026-04-01', reference: '§ 12' }
  const reopening = { ...first, id: 'd2', action: 'unlock', date: '2026-04-20' }
  const ofGoals = { ...first, id: 'd3', stepId: 'goals' }
  const amendment = { ...first, id: 'd4', action: 'amend', recordedBy: 'somebody' }
  const decisions = [earlier, reopening, first, ofGoals, amendment]
  const told = ({ id, stepId, action, recordedBy, ...decision }: Json) => {
    const name = file.users.find((user: Json) => user['id'] === recordedBy)?.name
    return { id, stepId, action, decision: { ...decision, recordedBy: name ?? recordedBy } }
  }
  const records = [earlier, reopening, ofGoals, amendment].map(told)
  const own = await throughPlan(service, { ...file, decisions })
  expect(own.records).toEqual(records)
  const { visitor, board } = await brought(service, own)
  expect(withoutStamp((await visitor.get(`/api/boards/${board}/export/json`)).json())).toEqual(
    withoutStamp(own),
  )
  const snapshot = (await visitor.get(`/api/boards/${board}/snapshot`)).json()
  expect(snapshot.decisions[0]).toMatchObject({ stepId: 'mission', decision: { reference: first.reference } })
  expect(snapshot.decisions[0]).not.toHaveProperty('record')
  expect(snapshot.decisions.slice(1)).toEqual(records.map((record) => ({ record: true, ...record })))
})

describe('a whole plan', () => {
  test.each(Object.keys(samples) as (keyof typeof samples)[])(
    'IM31 comes through a file, and through it again, with nothing left out (%s)',
    async (language) => {
      await using service = await openService()
      const file = await throughPlan(service, readSample(language))
      await comesBack(service, file)
      const { steps } = must(templateOf(file.template))
      expect(file.steps.map(({ checks }: Json) => checks)).toEqual(steps.map(({ checks }) => checks))
      for (const kind of allKinds)
        expect(file.items[kind.file] ?? []).toHaveLength(
          [readSample(language)[kind.file] ?? []].flat().length,
        )
    },
  )

  test('IM31 so does one ten times as large', async () => {
    await using service = await openService()
    const sample = manyTimes(readSample('sv'), 10)
    const file = await throughPlan(service, sample)
    expect(file.items.goals).toHaveLength(60)
    expect(file.items.contributions).toHaveLength(140)
    await comesBack(service, file)
  }, 30_000)

  test('IM31 so does one in which everything is said of every kind', async () => {
    await using service = await openService()
    const file = await throughPlan(service, readSample('nb'))
    const items = Object.fromEntries(allKinds.map((kind) => [kind.file, filled(kind, file.steps)]))
    for (const kind of allKinds)
      for (const { item } of must(items[kind.file])) {
        expect(Object.keys(item).filter((name) => name !== 'id')).toEqual(Object.keys(kind.fields))
        expect(Object.values(item).filter(isNothing), kind.kind).toEqual([])
      }
    await comesBack(service, { ...file, items })
  })
})

const isNothing = (json: unknown): boolean => json === null || json === '' || JSON.stringify(json) === '[]'

/** Three things of the kind as our own file holds them, all of whose fields are said. */
const filled = (kind: Kind, steps: readonly { readonly id: string }[]) => {
  const orders = ordersFor(3)
  return fc.sample(allLeaves(kind), 3).map((leaves, at) => {
    const { joins } = kind
    const all = new Map([
      ...leaves,
      ...(joins
        ? ([
            [joins.from, `a${at}`],
            [joins.to, 'b'],
          ] as const)
        : []),
    ])
    const order = must(orders[at])
    const item: Plain = plainOf(kind, { kind: kind.kind, id: `one${at}`, order, deleted: null, leaves: all })
    return { stepId: kind.afterAgreement ? followUpRoom : must(steps[at]).id, order, item }
  })
}
