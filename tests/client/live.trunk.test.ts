import { beforeEach, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { writeControl, writeFrame } from '../../shared/protocol/frames.ts'
import type { Surroundings } from '../../client/live/surroundings.ts'
import type { Ear } from '../../client/live/trunk.ts'
import { Trunk } from '../../client/live/trunk.ts'
import type { FakeClock } from '../support/clock.ts'
import { fakeClock } from '../support/clock.ts'
import { memberId } from '../support/board.ts'
import { Network } from '../support/wire.ts'

/* The board's one socket. The other end only says what the test lets it say. */

let clock: FakeClock
let network: Network
let wakers: Set<() => void>
let cutters: Set<() => void>
let told: string[]
let heardByServer: Uint8Array[]
let say: (bytes: Uint8Array) => void

beforeEach(() => {
  clock = fakeClock()
  wakers = new Set()
  cutters = new Set()
  told = []
  heardByServer = []
  network = new Network((socket) => {
    say = (bytes) => socket.send(bytes)
    return { receive: (bytes) => void heardByServer.push(bytes), ended: () => undefined }
  })
})

const open = (chance = 1) => {
  const outside: Surroundings = {
    now: clock.now,
    after: clock.after,
    random: () => chance,
    newId: () => 'id',
    WebSocket: network.WebSocket,
    fetch: () => Promise.reject(new Error('no HTTP here')),
    socketOrigin: '',
    onCut: (run) => {
      cutters.add(run)
      return () => cutters.delete(run)
    },
    onWake: (run) => {
      wakers.add(run)
      return () => wakers.delete(run)
    },
    inFront: () => true,
    onFront: () => () => undefined,
    askBeforeLeaving: () => () => undefined,
  }
  const ear: Ear = {
    hello: () => ({ type: 'hello', protocol: 1, content: 1 }),
    heard: (down) => void told.push(down.type),
    line: (line) => void told.push(line),
    ended: (code) => void told.push(`ended ${code}`),
  }
  return new Trunk('ws://plan.test/live/b', outside, ear)
}

const welcome = () =>
  writeControl({
    type: 'welcome',
    protocol: 1,
    content: 1,
    me: memberId('ada'),
    now: '2026-03-02T08:00:00.000Z',
    events: [],
    roster: [],
    passages: [],
  })

const deliver = () => {
  while (network.deliver());
}

const connect = () => {
  deliver()
  say(welcome())
  deliver()
}

const cut = () => [...cutters].forEach((run) => run())

const wake = () => [...wakers].forEach((run) => run())

const passenger = () => {
  const log: string[] = []
  return {
    log,
    wants: () => ({ room: 'mission' as never, generation: 1 }),
    opened: () => void log.push('opened'),
    message: (payload: Uint8Array) => void log.push(`message ${[...payload].join(' ')}`),
    closed: (code: number) => void log.push(`closed ${code}`),
  }
}

const saidIn = (frames: readonly Uint8Array[]) =>
  frames.map((frame) => new TextDecoder().decode(frame.slice(1)))

describe('the line', () => {
  it('CL10 says hello first, and is online with the welcome', () => {
    open()
    deliver()
    expect(saidIn(heardByServer)).toEqual(['{"type":"hello","protocol":1,"content":1}'])
    expect(told).toEqual([])
    say(welcome())
    deliver()
    expect(told).toEqual(['welcome', 'online'])
  })

  it('CL10 gives up on a server that never welcomes', () => {
    open()
    deliver()
    clock.advance(36_000)
    expect(told).toEqual(['offline'])
  })

  it('CL11 waits twice as long after each failure, up to 30 seconds', () => {
    network.isUp = false
    open(1)
    const dialledAt: number[] = []
    const start = clock.now()
    for (let count = 0; count < 4000 && network.wires.length < 9; count++) {
      const before = network.wires.length
      deliver()
      clock.advance(50)
      if (network.wires.length > before) dialledAt.push(clock.now() - start)
    }
    const waits = dialledAt.map((at, index) => Math.round((at - (dialledAt[index - 1] ?? 0)) / 1000))
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30])
  })

  it('CL11 draws the wait by lot, so that nobody dials in step', () => {
    network.isUp = false
    open(0.25)
    deliver()
    clock.advance(240)
    expect(network.wires).toHaveLength(1)
    clock.advance(20)
    expect(network.wires).toHaveLength(2)
  })

  it('CL12 dials at once when the page wakes', () => {
    network.isUp = false
    open(1)
    for (let count = 0; count < 400; count++) {
      deliver()
      clock.advance(50)
    }
    const before = network.wires.length
    network.isUp = true
    wake()
    expect(network.wires).toHaveLength(before + 1)
    connect()
    expect(told.at(-1)).toBe('online')
  })

  it('CL12 knows at once that it is cut off when the device says so, and dials again', () => {
    open(1)
    connect()
    expect(told.at(-1)).toBe('online')
    for (const cut of cutters) cut()
    expect(told.at(-1)).toBe('offline')
    const before = network.wires.length
    wake()
    expect(network.wires).toHaveLength(before + 1)
  })

  it('CL12 leaves a line alone that has just been heard from', () => {
    open()
    connect()
    wake()
    expect(network.wires).toHaveLength(1)
  })

  it('CL13 drops a line on which nothing came for 30 seconds', () => {
    open()
    connect()
    clock.advance(29_000)
    expect(told.at(-1)).toBe('online')
    clock.advance(7_000)
    expect(told.at(-1)).toBe('offline')
  })

  it('CL12 dials at once when the network is back, even when a dial hangs', () => {
    open()
    connect()
    cut()
    clock.advance(1000)
    clock.advance(1100)
    wake()
    expect(network.wires).toHaveLength(3)
    connect()
    expect(told.at(-1)).toBe('online')
    wake()
    expect(network.wires).toHaveLength(3)
  })

  it('CL13 doubts a silent line sooner when something waits for an answer', () => {
    const trunk = open()
    connect()
    clock.advance(7000)
    trunk.expects(true)
    clock.advance(7900)
    expect(told.at(-1)).toBe('online')
    clock.advance(3000)
    expect(told.at(-1)).toBe('offline')
  })

  it('CL13 gives a long answer time: the next line is kept while the server’s beat is heard', () => {
    const trunk = open()
    connect()
    trunk.expects(true)
    clock.advance(11_000)
    expect(told.at(-1)).toBe('offline')
    clock.advance(1000)
    connect()
    for (let count = 0; count < 4; count++) {
      clock.advance(15_000)
      say(writeFrame(0, Uint8Array.of(103)))
      deliver()
    }
    expect(told.at(-1)).toBe('online')
    trunk.expects(false)
    trunk.expects(true)
    clock.advance(11_000)
    expect(told.at(-1)).toBe('offline')
  })

  it('CL13 takes anything the server says as a sign of life', () => {
    open()
    connect()
    for (let count = 0; count < 6; count++) {
      clock.advance(15_000)
      say(writeFrame(7, Uint8Array.of(103)))
      deliver()
    }
    expect(told.at(-1)).toBe('online')
  })

  it('CL13 goes on from a closing that is not final', () => {
    open()
    connect()
    network.wire.close(1012, 'restart')
    expect(told.at(-1)).toBe('offline')
    clock.advance(1000)
    connect()
    expect(told.at(-1)).toBe('online')
  })

  it.each([4400, 4401, 4403, 4404])('CL14 ends for good at %i', (code) => {
    open()
    connect()
    network.wire.close(code, '')
    expect(told.at(-1)).toBe(`ended ${code}`)
    clock.advance(120_000)
    wake()
    expect(network.wires).toHaveLength(1)
    expect(clock.waiting()).toBe(0)
  })

  it('CL14 comes back after 4429, no sooner than it was told', () => {
    open(0)
    connect()
    network.wire.close(4429, '20')
    clock.advance(19_000)
    expect(network.wires).toHaveLength(1)
    clock.advance(2000)
    expect(network.wires).toHaveLength(2)
  })

  it('CL14 ends when the server says something that this page cannot read', () => {
    open()
    connect()
    say(writeControl({ type: 'fireworks' }))
    deliver()
    expect(told.at(-1)).toBe('ended 4400')
  })

  it('CL14 leaves nothing running when the page closes it', () => {
    const trunk = open()
    connect()
    trunk.close()
    expect(clock.waiting()).toBe(0)
    expect(told).toEqual(['welcome', 'online'])
  })
})

describe('channels', () => {
  it('CL15 wait for the line and are announced with the welcome', () => {
    const trunk = open()
    trunk.open(passenger())
    deliver()
    expect(heardByServer).toHaveLength(1)
    connect()
    expect(saidIn(heardByServer).at(-1)).toBe('{"type":"open","channel":1,"room":"mission","generation":1}')
  })

  it('CL15 hear only what is theirs', () => {
    const trunk = open()
    const [one, two] = [passenger(), passenger()]
    connect()
    trunk.open(one)
    trunk.open(two)
    say(writeControl({ type: 'opened', channel: 1 }))
    say(writeFrame(2, Uint8Array.of(5)))
    deliver()
    expect([one.log, two.log]).toEqual([['opened'], ['message 5']])
  })

  it('CL15 all hear how the line went', () => {
    const trunk = open()
    const [one, two] = [passenger(), passenger()]
    connect()
    trunk.open(one)
    trunk.open(two)
    network.wire.close(1012, '')
    expect([one.log, two.log]).toEqual([['closed 1012'], ['closed 1012']])
  })

  it('CL15 one may be closed and the others go on', () => {
    const trunk = open()
    const [one, two] = [passenger(), passenger()]
    connect()
    trunk.open(one)
    trunk.open(two)
    say(writeControl({ type: 'closed', channel: 1, code: 4423, reason: '' }))
    say(writeFrame(1, Uint8Array.of(5)))
    say(writeFrame(2, Uint8Array.of(6)))
    deliver()
    expect([one.log, two.log]).toEqual([['closed 4423'], ['message 6']])
    expect(told.at(-1)).toBe('online')
  })

  it('CL15 are left by saying so', () => {
    const trunk = open()
    connect()
    const channel = trunk.open(passenger())
    trunk.leave(channel)
    deliver()
    expect(must(saidIn(heardByServer).at(-1))).toBe('{"type":"close","channel":1}')
  })
})
