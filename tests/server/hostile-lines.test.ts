import { createServer } from 'node:http'
import type { AddressInfo, Socket as NetSocket } from 'node:net'
import { connect } from 'node:net'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { CloseCode } from '../../shared/protocol/version.ts'
import { writeControl } from '../../shared/protocol/frames.ts'
import { Channel } from '../../server/live/channel.ts'
import type { Socket } from '../../server/live/line.ts'
import { Line } from '../../server/live/line.ts'
import { SocketLimits } from '../../server/live/socket-limits.ts'
import { Trunk } from '../../server/live/trunk.ts'
import { Upgrades } from '../../server/live/upgrade.ts'
import { createMemory } from '../../server/storage/memory.ts'
import { boardId, stepId } from '../support/board.ts'
import { fakeClock } from '../support/clock.ts'
import { hello } from '../support/line.ts'
import type { Office } from '../support/live.ts'
import { openOffice, type } from '../support/live.ts'
import { calm, Peer, settle, sync } from '../support/peer.ts'

/* Lines that end, and why: the sender's fault, a bug of ours, or somebody who only holds the door. */

const place = { room: stepId('mission'), generation: 1 }

const aTrunk = async (office: Office) => {
  const ends: number[] = []
  const socket: Socket = {
    bufferedAmount: 0,
    send: () => undefined,
    close: (code) => void ends.push(code),
    terminate: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    together: (write) => write(),
  }
  const board = await office.board()
  const person = { member: office.facilitator, session: 's' }
  return { board, ends, trunk: new Trunk(new Line(socket, office.clock), board, person) }
}

describe('somebody whose frames are not made by a client that means well', () => {
  it.each([
    ['an unknown message', Uint8Array.of(99), CloseCode.malformed],
    ['an update that cannot be read', sync(2, Uint8Array.of(9, 9, 9)), CloseCode.malformed],
    ['a state vector that cannot be read', Uint8Array.of(0, 0, 200), CloseCode.malformed],
    ['an update that is too big', sync(2, new Uint8Array(300_000)), CloseCode.tooBig],
  ])('HO19 has to wait after the sixth in a minute: %s', async (_name, bytes, code) => {
    const office = await openOffice()
    const peer = new Peer(await office.board(), office.facilitator, 'mission')
    for (let time = 0; time < 6; time++) {
      peer.connect()
      await settle(peer)
      peer.say(bytes)
      await settle(peer)
      expect(peer.closed?.code).toBe(code)
    }
    peer.connect()
    expect(peer.closed?.code).toBe(CloseCode.tooMany)
    office.clock.advance(61_000)
    peer.connect()
    await settle(peer)
    expect(peer.closed).toBeNull()
  })

  it('HO19 counts what comes on the board’s own socket too', async () => {
    const office = await openOffice()
    for (let time = 0; time < 6; time++) {
      const { trunk, ends } = await aTrunk(office)
      trunk.receive(Uint8Array.of(0, 123))
      expect(ends).toEqual([CloseCode.malformed])
    }
    const peer = new Peer(await office.board(), office.facilitator, 'mission')
    peer.connect()
    expect(peer.closed?.code).toBe(CloseCode.tooMany)
  })
})

describe('a bug of ours', () => {
  it('HO20 behind a frame of a room is logged and closes that line with 1011', async () => {
    const office = await openOffice()
    const board = await office.board()
    const ends: number[] = []
    const way = {
      send: () => {
        throw new Error('a bug')
      },
      sendCarets: () => undefined,
      close: (code: number) => void ends.push(code),
      hold: () => undefined,
      release: () => undefined,
    }
    const channel = board.openChannel(way, { member: office.facilitator, oldClient: false }, place)
    if (!(channel instanceof Channel)) throw new Error(channel.reason)
    await calm()
    channel.receive(sync(0, Y.encodeStateVector(new Y.Doc())))
    await calm()
    expect(ends).toEqual([CloseCode.loadError])
    expect(office.errors).toEqual([new Error('a bug')])
  })

  it('HO20 behind a message of the board’s socket is logged and closes it with 1011', async () => {
    const office = await openOffice()
    const { trunk, ends } = await aTrunk(office)
    const { after } = office.clock
    office.clock.after = () => {
      throw new Error('a bug')
    }
    trunk.receive(writeControl(hello()))
    office.clock.after = after
    expect(ends).toEqual([CloseCode.loadError])
    expect(office.errors).toEqual([new Error('a bug')])
  })
})

describe('a room on disk that Yjs cannot read', () => {
  const late = () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => void updates.push(update))
    type(doc, 'a')
    type(doc, 'b')
    return updates.slice(-1)
  }

  it.each([
    ['bytes that are no update', () => [Uint8Array.of(1, 9, 9)]],
    ['an update without what it stands on', late],
  ])('HO21 %s: whoever comes is told so with 1011, and it is logged', async (_name, tail) => {
    const base = createMemory()
    const office = await openOffice({
      storage: {
        ...base,
        rooms: { ...base.rooms, load: async (key) => ({ ...(await base.rooms.load(key)), tail: tail() }) },
      },
    })
    const peer = new Peer(await office.board(), office.facilitator, 'mission')
    peer.connect()
    await settle(peer)
    expect(peer.closed?.code).toBe(CloseCode.loadError)
    expect(office.errors).toHaveLength(1)
  })
})

describe('a handshake', () => {
  const aDoor = async (identify: () => Promise<{ readonly is: 'nobody' }>) => {
    const clock = fakeClock()
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const server = createServer()
    new Upgrades({
      clock,
      log,
      identify,
      open: () => Promise.resolve(null),
      addressOf: () => '127.0.0.1',
      isSignedIn: () => Promise.resolve(true),
    }).attach(server)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const knock = async (path: string) => {
      const arrived = once(server, 'upgrade')
      // `allowHalfOpen`: somebody who does not hang up when we do.
      const socket = connect({ port: (server.address() as AddressInfo).port, allowHalfOpen: true })
      onTestFinished(() => void socket.destroy())
      socket.on('error', () => undefined)
      socket.resume()
      const key = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${key}\r\n\r\n`,
      )
      const [, theirs] = await arrived
      return theirs as NetSocket
    }
    return { clock, knock }
  }

  it('HO22 that takes more than five seconds is cut off', async () => {
    const { clock, knock } = await aDoor(() => new Promise(() => undefined))
    const socket = await knock(`/live/${boardId()}`)
    clock.advance(4999)
    expect(socket.destroyed).toBe(false)
    clock.advance(1)
    expect(socket.destroyed).toBe(true)
  })

  it('HO22 that was turned away does not keep its connection', async () => {
    const { clock, knock } = await aDoor(() => Promise.resolve({ is: 'nobody' }))
    const socket = await knock('/elsewhere')
    await calm()
    clock.advance(5000)
    expect(socket.destroyed).toBe(true)
  })

  it('HO22 that is done in time is not looked at again', async () => {
    const { clock, knock } = await aDoor(() => Promise.resolve({ is: 'nobody' }))
    const before = clock.waiting()
    const socket = await knock(`/live/${boardId()}`)
    await expect.poll(() => clock.waiting()).toBeGreaterThan(before)
    await expect.poll(() => socket.bytesWritten).toBeGreaterThan(0)
    expect(socket.destroyed).toBe(false)
  })
})

it('HO23 strangers of one IPv6 network share their share of sockets', () => {
  const limits = new SocketLimits()
  for (let host = 0; host < 60; host++) limits.connected(`2001:db8:0:1::${host.toString(16)}`)
  expect(limits.mayConnect('2001:DB8:0:1:ffff::1')).toBe(false)
  expect(limits.mayConnect('2001:db8:0:2::1')).toBe(true)
})
