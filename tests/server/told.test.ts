import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createMemory } from '../../server/storage/memory.ts'
import type { RoomRow, Storage } from '../../server/storage/storage.ts'
import type { Plain } from '../../shared/items/plain.ts'
import { readSample } from '../support/sample-plan.ts'
import type { Service, Visitor } from '../support/service.ts'
import { openService, secretIn } from '../support/service.ts'
import { manyTimes } from '../support/tenfold.ts'

/* What is told of a whole plan takes long, and nobody else waits for it. */

/** The Swedish sample, with so many times as much in it. */
const bring = async (service: Service, times = 1) => {
  const faye = service.visitor()
  const file = JSON.parse(JSON.stringify(readSample('sv'))) as Plain
  const reply = await faye.post('/api/boards/import?name=Faye', manyTimes(file, times))
  expect(reply.statusCode, reply.body).toBe(201)
  const { board, links } = reply.json()
  const url = `/api/boards/${board}`
  const join = async (role: string): Promise<Visitor> => {
    const visitor = service.visitor()
    await visitor.post(`${url}/join`, { secret: secretIn(links[role]), name: role })
    return visitor
  }
  return { faye, url, join }
}

const wholes = ['/checks', '/snapshot', '/export/json']

describe('what is told of a whole plan', { timeout: 30_000 }, () => {
  test.each(wholes)(
    'EX7 is made beside everything else: others are answered meanwhile (%s)',
    async (what) => {
      await using service = await openService()
      const { faye, url } = await bring(service, 20)
      let isTold = false
      const told = faye.get(url + what).finally(() => (isTold = true))
      let answered = 0
      while (!isTold) {
        expect((await faye.get(url)).statusCode).toBe(200)
        answered++
        // The answers come without the loop ever turning; a thread's does not.
        await turn()
      }
      expect((await told).statusCode).toBe(200)
      expect(answered).toBeGreaterThan(5)
    },
  )

  test('EX8 takes turns plan by plan, however much is asked of one', async () => {
    await using service = await openService()
    const [one, other] = [await bring(service), await bring(service)]
    const order: string[] = []
    const ask = async (who: Visitor, url: string, name: string) => {
      await who.get(url)
      order.push(name)
    }
    await Promise.all([
      ...[1, 2, 3].map((day) => ask(one.faye, `${one.url}/checks?asOf=2026-11-0${day}`, `one ${day}`)),
      ask(other.faye, `${other.url}/checks`, 'other'),
    ])
    expect(order).toEqual(['one 1', 'other', 'one 2', 'one 3'])
  })

  test.each(wholes)('EX9 is refused in words where the disk cannot be read (%s)', async (what) => {
    const memory = createMemory()
    let isTorn = false
    const load = async (key: Parameters<Storage['rooms']['load']>[0]): Promise<RoomRow> => {
      const row = await memory.rooms.load(key)
      return isTorn ? { ...row, base: Uint8Array.of(1, 2, 3) } : row
    }
    await using service = await openService({ storage: { ...memory, rooms: { ...memory.rooms, load } } })
    const { faye, url } = await bring(service)
    isTorn = true
    const reply = await faye.get(url + what)
    expect([reply.statusCode, reply.json().refusal?.code]).toEqual([503, 'unreadable'])
    isTorn = false
    expect((await faye.get(url + what)).statusCode).toBe(200)
  })
})

describe('asking again and again', { timeout: 60_000 }, () => {
  test('HT55 for a whole plan has to wait after 60 times a minute; others do not', async () => {
    await using service = await openService()
    const { faye, url, join } = await bring(service)
    const rita = await join('reader')
    for (let n = 0; n < 20; n++)
      for (const what of wholes) expect((await faye.get(url + what)).statusCode).toBe(200)
    for (const what of wholes) {
      const reply = await faye.get(url + what)
      expect([reply.statusCode, reply.json().refusal?.code]).toEqual([429, 'tooManyCommands'])
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
      expect((await rita.get(url + what)).statusCode).toBe(200)
    }
    expect((await faye.get(url)).statusCode).toBe(200)
    service.clock.advance(60_000)
    expect((await faye.get(`${url}/checks`)).statusCode).toBe(200)
  })

  test('HT55 how a plan came to be has to wait after 20 times a second', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const history = ['/events', '/proposals', '/versions', '/versions/v1']
    const statuses = async () => {
      const replies = history.map(async (what) => (await plan.facilitator.get(plan.url(what))).statusCode)
      return Promise.all(replies)
    }
    for (let n = 0; n < 5; n++) expect(await statuses()).toEqual([200, 200, 200, 404])
    expect(await statuses()).toEqual([429, 429, 429, 429])
    service.clock.advance(1000)
    expect(await statuses()).toEqual([200, 200, 200, 404])
  })
})
