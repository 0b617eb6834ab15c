import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { MemberId } from '../../shared/ids.ts'
import { BoardId, newId, secureRandom } from '../../shared/ids.ts'
import { CloseCode } from '../../shared/protocol/version.ts'
import { stepId } from '../support/board.ts'
import { eventually } from '../support/eventually.ts'
import { closing, hello, openLine, refusedUpgrade } from '../support/line.ts'
import { textOf, type } from '../support/live.ts'
import type { Person, StartedPlan } from '../support/person.ts'
import { aPerson, startPlan } from '../support/person.ts'
import type { TestServer } from '../support/server.ts'
import { startServer } from '../support/server.ts'
import { aStockClient } from '../support/stock.ts'

const statement = 'section:mission.statement'
let server: TestServer
let plan: StartedPlan

beforeAll(async () => {
  server = await startServer()
  plan = await startPlan(server.url)
}, 30_000)
afterAll(async () => {
  await server[Symbol.asyncDispose]()
})

const live = (board = plan.board) => `${server.url}/live/${board}`
const sync = (room = 'mission@1', board = plan.board) => `${server.url}/sync/${board}/${room}`
const by = (person: Person) => ({ headers: { ...person.headers() } })
const idOf = async (person: Person): Promise<MemberId> =>
  (await person.get<{ me: { id: MemberId } }>(`/api/boards/${plan.board}`)).body.me.id

/** Somebody who goes on writing in peace, whatever is done beside them. */
const neighbour = async () => {
  const client = aStockClient(await plan.join('Neighbour'), {
    url: server.url,
    board: plan.board,
    step: 'mission',
  })
  await client.ready()
  return {
    client,
    isUndisturbed: async () => {
      type(client.doc, '.', statement)
      await client.settled()
      expect(client.closed).toBeNull()
      client.leave()
    },
  }
}

describe('an upgrade', () => {
  it.each(['https://evil.example', 'null', 'http://127.0.0.1.evil.example', 'http://127.0.0.1:1'])(
    'SK1 from a page of %s is refused before a byte of the plan is said',
    async (origin) => {
      const headers = { ...plan.facilitator.headers(), origin }
      expect(await refusedUpgrade(live(), { headers })).toBe(403)
      expect(await refusedUpgrade(sync(), { headers })).toBe(403)
    },
  )

  it('SK2 without an Origin is taken with a bearer token only', async () => {
    const { origin: _, ...headers } = plan.facilitator.headers()
    expect(await refusedUpgrade(live(), { headers })).toBe(403)
    const { token } = (await plan.facilitator.post<{ token: string }>(`/api/boards/${plan.board}/token`, {}))
      .body
    const line = await openLine(live(), { headers: { authorization: `Bearer ${token}` } })
    line.say(hello())
    await eventually('a welcome', () => line.heard[0]?.type === 'welcome')
    line.end()
  })

  it('SK3 of somebody who is not signed in is closed with 4401', async () => {
    const stranger = aPerson(server.url, 'Stranger')
    expect(await closing(await openLine(live(), by(stranger)))).toBe(CloseCode.notSignedIn)
    expect(await closing(await openLine(sync(), by(stranger)))).toBe(CloseCode.notSignedIn)
  })

  it('SK4 to a board of others looks like one to a board that is not there', async () => {
    const elsewhere = await startPlan(server.url)
    const codes = await Promise.all([
      openLine(live(), by(elsewhere.facilitator)).then(closing),
      openLine(live(newId(BoardId, secureRandom)), by(elsewhere.facilitator)).then(closing),
      openLine(sync(), by(elsewhere.facilitator)).then(closing),
    ])
    expect(codes).toEqual([CloseCode.noRoom, CloseCode.noRoom, CloseCode.noRoom])
  })

  it.each(['/live/', '/live/../data', '/live/%2e%2e%2f', '/sync/x/mission@1', '/elsewhere'])(
    'SK5 to %s is not found',
    async (path) => {
      expect(await refusedUpgrade(server.url + path, by(plan.facilitator))).toBe(404)
    },
  )

  it('SK6 to a step that is not there, or of another generation, is closed with its code', async () => {
    const close = async (room: string) => closing(await openLine(sync(room), by(plan.facilitator)))
    expect(await close('nowhere@1')).toBe(CloseCode.noRoom)
    expect(await close('mission@0')).toBe(CloseCode.oldGeneration)
    expect(await close('mission@2')).toBe(CloseCode.noRoom)
  })
})

describe('a broken frame', () => {
  const frames: readonly [string, Uint8Array | string][] = [
    ['text', 'hello'],
    ['nothing', new Uint8Array()],
    ['an endless varint', new Uint8Array(64).fill(255)],
    ['control that is not JSON', Uint8Array.of(0, 123, 123)],
    ['control of no known type', Uint8Array.of(0, ...Buffer.from('{"type":"sudo"}'))],
    ['a channel before hello', Uint8Array.of(1, 0, 0, 1, 0)],
  ]

  it.each(frames)('SK7 on the board’s socket, %s, ends that socket alone', async (_name, bytes) => {
    const peace = await neighbour()
    const line = await openLine(live(), by(await plan.join('Rude')))
    line.send(bytes)
    expect(await closing(line)).toBe(CloseCode.malformed)
    await peace.isUndisturbed()
  })

  it.each([
    ['text', 'hello'],
    ['an unknown message', Uint8Array.of(99)],
    ['a torn state vector', Uint8Array.of(0, 0, 200)],
    ['a torn update', Uint8Array.of(0, 2, 5, 1, 1)],
    ['eight bytes that claim a world of structs', Uint8Array.of(0, 2, 8, 1, 255, 255, 255, 255, 15, 1, 0)],
  ])('SK8 in a room, %s, ends that socket alone', async (_name, bytes) => {
    const peace = await neighbour()
    const line = await openLine(sync(), by(await plan.join('Rude')))
    line.send(bytes)
    expect(await closing(line)).toBe(CloseCode.malformed)
    await peace.isUndisturbed()
  })

  it('SK9 that no WebSocket would send ends nothing but itself', async () => {
    const peace = await neighbour()
    const line = await openLine(sync(), by(await plan.join('Rude')))
    // An unmasked frame with reserved bits, straight into the TCP stream.
    const inner = line.socket as unknown as { _socket: { write(bytes: Uint8Array): void } }
    inner._socket.write(Uint8Array.of(0xff, 0xff, 0xff, 0xff))
    await closing(line)
    await peace.isUndisturbed()
  })

  it('SK10 of more than a megabyte ends that socket alone', async () => {
    const peace = await neighbour()
    const line = await openLine(sync(), by(await plan.join('Rude')))
    line.send(new Uint8Array(1_200_000))
    expect(await closing(line)).toBe(1009)
    await peace.isUndisturbed()
  })

  it('SK11 before the handshake is done does not end the process', async () => {
    const peace = await neighbour()
    const raw = connect(server.port, '127.0.0.1')
    raw.on('error', () => undefined)
    raw.write('GET /live/x HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\u0000\u0001')
    raw.destroy()
    await peace.isUndisturbed()
  })
})

describe('the board’s socket', () => {
  it('SK12 welcomes with the whole plan first, and later with what happened since', async () => {
    const line = await openLine(live(), by(plan.facilitator))
    line.say(hello())
    await eventually('a welcome', () => line.heard.length > 0)
    const welcome = line.heard[0]
    if (welcome?.type !== 'welcome') throw new Error('no welcome')
    expect(must(welcome.board).id).toBe(plan.board)
    const before = must(welcome.board).seq
    await plan.join('Newcomer')
    await eventually('the news', () => line.heard.some((down) => down.type === 'events'))
    line.end()
    const again = await openLine(live(), by(plan.facilitator))
    again.say(hello(before))
    await eventually('a welcome', () => again.heard.length > 0)
    expect(again.heard[0]).toMatchObject({
      type: 'welcome',
      events: [{ type: 'member.joined', seq: before + 1 }],
    })
    again.end()
  })

  it('SK13 tells everybody who is here and in which step', async () => {
    const line = await openLine(live(), by(plan.facilitator))
    line.say(hello())
    const client = aStockClient(await plan.join('Gunilla'), {
      url: server.url,
      board: plan.board,
      step: 'goals',
    })
    await client.ready()
    line.say({ type: 'here', stepId: stepId('mission'), block: 'mission.statement' })
    const roster = () => line.heard.findLast((down) => down.type === 'roster')?.roster ?? []
    await eventually(
      'both',
      () =>
        roster().some(({ stepId: step }) => step === 'mission') &&
        roster().some(({ stepId: step }) => step === 'goals'),
    )
    expect(roster().find(({ name }) => name === 'Gunilla')).toMatchObject({
      stepId: 'goals',
      role: 'editor',
      away: false,
    })
    client.leave()
    await eventually('her leaving', () => !roster().some(({ name }) => name === 'Gunilla'))
    line.end()
  })

  it('SK14 and every other line of a removed person ends with 4403 at once', async () => {
    const eva = await plan.join('Eva')
    const line = await openLine(live(), by(eva))
    line.say(hello())
    const client = aStockClient(eva, { url: server.url, board: plan.board, step: 'mission' })
    await client.ready()
    const started = performance.now()
    await plan.command(plan.facilitator, { type: 'member.remove', memberId: await idOf(eva) })
    expect(await closing(line)).toBe(CloseCode.role)
    await eventually('the room to close', () => client.closed !== null)
    expect(client.closed?.code).toBe(CloseCode.role)
    expect(performance.now() - started).toBeLessThan(1000)
    expect((await eva.get(`/api/boards/${plan.board}`)).status).toBe(404)
    client.leave()
  })

  it('SK15 ends with 4401 when its person signs out elsewhere', async () => {
    const eva = await plan.join('Eva')
    const headers = by(eva)
    const line = await openLine(live(), headers)
    line.say(hello())
    await eventually('a welcome', () => line.heard.length > 0)
    await fetch(`${server.url}/api/session`, { method: 'DELETE', headers: eva.headers() })
    expect(await closing(line)).toBe(CloseCode.notSignedIn)
    expect(await closing(await openLine(live(), headers))).toBe(CloseCode.notSignedIn)
  })
})

describe('a demoted person’s line', () => {
  it('SK16 turns to reading within a second, and takes nothing more', async () => {
    const eva = await plan.join('Eva')
    const client = aStockClient(eva, { url: server.url, board: plan.board, step: 'mission' })
    await client.ready()
    await plan.command(plan.facilitator, { type: 'member.role', memberId: await idOf(eva), role: 'reader' })
    await eventually('read-only', () => client.mode?.is === 'ro', 1000)
    const before = textOf(client.doc, statement)
    type(client.doc, 'Smuggel', statement)
    await eventually('the refusal', () => client.closed !== null)
    expect(client.closed?.code).toBe(CloseCode.role)
    const fresh = aStockClient(plan.facilitator, { url: server.url, board: plan.board, step: 'mission' })
    await fresh.ready()
    expect(textOf(fresh.doc, statement)).toBe(before)
    for (const one of [client, fresh]) one.leave()
  })
})

describe('an orderly end', () => {
  it('SK17 saves and acknowledges what was on its way, and closes with 1012', async () => {
    await using own = await startServer()
    const other = await startPlan(own.url)
    const client = aStockClient(other.facilitator, { url: own.url, board: other.board, step: 'mission' })
    await client.ready()
    const codes: (number | undefined)[] = []
    client.provider.on('connection-close', (event) => void codes.push(event?.code))
    type(client.doc, 'Sista ordet', statement)
    await client.settled()
    expect(await own.stop()).toBe(0)
    await eventually('the end', () => codes.length > 0)
    expect(codes[0]).toBe(CloseCode.restart)
    await own.start()
    await client.settled()
    const fresh = aStockClient(other.facilitator, { url: own.url, board: other.board, step: 'mission' })
    await fresh.ready()
    expect(textOf(fresh.doc, statement)).toBe('Sista ordet')
    for (const one of [client, fresh]) one.leave()
    // Two servers are started for it, each with its workers.
  }, 20_000)
})
