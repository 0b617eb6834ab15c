import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createMemory } from '../../server/storage/memory.ts'
import type { RoomRow, Storage } from '../../server/storage/storage.ts'
import { must } from '../../shared/assert.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
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

  test('EX8 is asked once of the disk by all who wait for the same', async () => {
    const memory = createMemory()
    let readings = 0
    const load = (key: Parameters<Storage['rooms']['load']>[0]): Promise<RoomRow> => {
      if (key.room === followUpRoom) readings++
      return memory.rooms.load(key)
    }
    await using service = await openService({ storage: { ...memory, rooms: { ...memory.rooms, load } } })
    const { url, join } = await bring(service)
    const people: Visitor[] = []
    for (let n = 0; n < 20; n++) people.push(await join('reader'))
    for (const what of wholes) {
      readings = 0
      const replies = await Promise.all(people.map((one) => one.get(url + what)))
      expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
      expect(new Set(replies.map(({ body }) => body)).size).toBeLessThanOrEqual(2)
      expect(readings).toBeLessThanOrEqual(2)
    }
  })

  test('EX8 has whoever asks for something else wait where too much of the plan is asked already', async () => {
    await using service = await openService()
    const { faye, url, join } = await bring(service)
    const rita = await join('reader')
    const days = Array.from({ length: 50 }, (_, at) => `${2026 + at}-03-01`)
    const replies = await Promise.all(days.map((day) => faye.get(`${url}/checks?asOf=${day}`)))
    const late = replies.filter(({ statusCode }) => statusCode === 429)
    expect(late.length).toBeGreaterThan(0)
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(50 - late.length)
    for (const { headers } of late) expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect((await rita.get(`${url}/checks`)).statusCode).toBe(200)
  })

  test.each(wholes)('EX8 is not told to whoever was shown out while they waited (%s)', async (what) => {
    const memory = createMemory()
    let go: (() => void) | null = null
    let begun = () => {}
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve
    })
    let isHeld = false
    const load = async (key: Parameters<Storage['rooms']['load']>[0]): Promise<RoomRow> => {
      if (isHeld && key.room === followUpRoom)
        await new Promise<void>((resolve) => {
          go = resolve
          begun()
        })
      return memory.rooms.load(key)
    }
    await using service = await openService({ storage: { ...memory, rooms: { ...memory.rooms, load } } })
    const plan = await service.plan()
    const rita = await plan.join('reader', 'Rita')
    isHeld = true
    const asked = rita.get(plan.url(what))
    await hasBegun
    isHeld = false
    const removal = { id: 'c1', type: 'member.remove', memberId: rita.id }
    expect((await plan.facilitator.post(plan.url('/commands'), removal)).statusCode).toBe(200)
    must<() => void>(go)()
    const reply = await asked
    expect([reply.statusCode, reply.headers['content-disposition']]).toEqual([404, undefined])
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
