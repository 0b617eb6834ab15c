import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import { InviteId } from '../../shared/ids.ts'
import { writeControl, readControl, readFrame } from '../../shared/protocol/frames.ts'
import { CloseCode } from '../../shared/protocol/version.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import { newSecret } from '../../server/people/links.ts'
import { Channel } from '../../server/live/channel.ts'
import type { Socket } from '../../server/live/line.ts'
import { Line } from '../../server/live/line.ts'
import { Trunk } from '../../server/live/trunk.ts'
import { createMemory } from '../../server/storage/memory.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { StorageError } from '../../server/storage/storage.ts'
import { inviteId, stepId } from '../support/board.ts'
import { hello } from '../support/line.ts'
import type { Office } from '../support/live.ts'
import { agree, openOffice, textOf, type } from '../support/live.ts'
import { calm, Peer, settle, sync } from '../support/peer.ts'
import { seeded } from '../support/random.ts'

/* What one person does on purpose or by a bug ends their own line and disturbs nobody else. */

const mission = stepId('mission')

/** An editor and a reader, both in the step. */
const both = async (office: Office) => {
  const board = await office.board()
  const editor = new Peer(board, await office.join('Eva', 'editor'), 'mission')
  const reader = new Peer(board, await office.join('Ros', 'reader'), 'mission')
  editor.connect()
  reader.connect()
  await settle(editor, reader)
  return { board, editor, reader }
}

const goesOn = async (peer: Peer) => {
  type(peer.doc, '.')
  await settle(peer)
  expect([peer.closed, peer.refused, peer.isSaved]).toEqual([null, null, true])
}

const caret = (clock: number, state: string) => {
  const entry = encoding.createEncoder()
  for (const number of [1, 7, clock]) encoding.writeVarUint(entry, number)
  encoding.writeVarString(entry, state)
  const message = encoding.createEncoder()
  encoding.writeVarUint(message, 1)
  encoding.writeVarUint8Array(message, encoding.toUint8Array(entry))
  return encoding.toUint8Array(message)
}

/** A socket that takes what it is given, or keeps `bufferedAmount` of it. */
const aSocket = (bufferedAmount = 0) => {
  const heard: unknown[] = []
  const ends: string[] = []
  const socket: Socket = {
    bufferedAmount,
    send: (bytes) => {
      const { channel, payload } = readFrame(bytes)
      if (channel === 0) heard.push(readControl(payload))
    },
    close: (code) => void ends.push(`closed ${code}`),
    terminate: () => void ends.push('terminated'),
    pause: () => undefined,
    resume: () => undefined,
    together: (write) => write(),
  }
  return { socket, heard, ends }
}

/** A storage whose board commits can be made to fail, or to take their time. */
const breakable = () => {
  const base = createMemory()
  const state: { broken: boolean; held: Promise<unknown> | null } = { broken: false, held: null }
  const storage: Storage = {
    ...base,
    boards: {
      ...base.boards,
      commit: async (commit) => {
        if (state.broken) throw new StorageError('full', 'no space')
        await base.boards.commit(commit)
        await state.held
      },
    },
  }
  return { storage, state }
}

describe('in a room', () => {
  it('HO1 a broken caret that came too fast ends its own line, not the process', async () => {
    const office = await openOffice()
    const { editor, reader } = await both(office)
    for (let move = 1; move <= 21; move++) reader.say(caret(move, '{"cursor":null}'))
    reader.say(caret(22, '{broken'))
    await settle(reader)
    expect(() => office.clock.advance(1300)).not.toThrow()
    expect(reader.closed?.code).toBe(CloseCode.malformed)
    await goesOn(editor)
  })

  it('HO2 a reader cannot have an editor refused by forging the editor’s next struct', async () => {
    const office = await openOffice()
    const { editor, reader } = await both(office)
    await goesOn(editor)
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(editor.doc))
    forged.clientID = editor.doc.clientID
    const before = Y.encodeStateVector(forged)
    type(forged, 'x')
    reader.say(sync(2, Y.encodeStateAsUpdate(forged, before)))
    await settle(reader)
    expect(reader.refused?.reason).toBe('role')
    await goesOn(editor)
  })

  it('HO3 rubbish after a refusal leaves the others in peace', async () => {
    const office = await openOffice()
    const { editor, reader } = await both(office)
    type(reader.doc, 'Hej')
    reader.say(sync(2, Uint8Array.of(1, 255, 255, 3, 9)))
    await settle(reader, editor)
    office.clock.advance(1100)
    await settle(reader, editor)
    expect(reader.closed?.code).toBe(CloseCode.role)
    await goesOn(editor)
    expect(office.errors).toEqual([])
  })

  it('HO4 a flood of refused edits is gathered only so far', async () => {
    const office = await openOffice()
    const { editor, reader } = await both(office)
    for (let key = 0; key < 5000; key++) type(reader.doc, 'a')
    await settle(reader)
    expect(reader.closed?.code).toBe(CloseCode.role)
    await goesOn(editor)
  })

  it('HO5 asking for the whole document again and again is told to come back later', async () => {
    const office = await openOffice()
    const { editor, reader } = await both(office)
    for (let ask = 0; ask < 6; ask++) reader.say(sync(0, Y.encodeStateVector(new Y.Doc())))
    await settle(reader)
    expect(reader.closed?.code).toBe(CloseCode.tryAgain)
    await goesOn(editor)
  })

  it('HO6 a held line that ends is released once', async () => {
    const office = await openOffice()
    const held: string[] = []
    const way = {
      send: () => undefined,
      sendCarets: () => undefined,
      close: () => undefined,
      hold: () => void held.push('hold'),
      release: () => void held.push('release'),
    }
    const visitor = { member: office.facilitator, oldClient: false }
    const channel = (await office.board()).openChannel(way, visitor, { room: mission, generation: 1 })
    if (!(channel instanceof Channel)) throw new Error('not opened')
    await calm()
    const doc = new Y.Doc()
    doc.on('update', (update) => channel.receive(sync(2, update)))
    for (let key = 0; key < 70; key++) type(doc, 'a')
    channel.ended()
    await calm()
    expect(held).toEqual(['hold', 'release'])
  })

  it('HO7 a room is as full as what stands in it, not as what was ever written', async () => {
    const office = await openOffice()
    const { editor } = await both(office)
    type(editor.doc, 'a')
    const block = editor.doc.getXmlFragment(sectionRoot('mission.text')).get(0)
    const text = block instanceof Y.XmlElement ? block.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('no text')
    for (let round = 0; round < 120; round++) {
      text.insert(0, 'x'.repeat(50_000))
      await settle(editor)
      text.delete(0, 50_000)
      await settle(editor)
    }
    await goesOn(editor)
  })

  it('HO8 an error in our own code drops the room and tells its people to come back', async () => {
    const office = await openOffice()
    const { board, editor } = await both(office)
    const room = await board.room(mission)
    room.doc.on('update', () => {
      throw new Error('a damaged document')
    })
    type(editor.doc, 'Hej')
    await settle(editor)
    expect(editor.closed?.code).toBe(CloseCode.tryAgain)
    editor.connect()
    await settle(editor)
    await goesOn(editor)
    expect(textOf((await board.room(mission)).doc)).toBe('Hej.')
  })
})

describe('refused words', () => {
  it('HO9 that still waited when their tab closed become a proposal', async () => {
    const { storage, state } = breakable()
    const office = await openOffice({ storage })
    const { board, editor } = await both(office)
    const commit = Promise.withResolvers<undefined>()
    state.held = commit.promise
    const agreed = office.decide(agree('mission'))
    await calm()
    type(editor.doc, 'Mina sista ord')
    editor.deliverUp()
    editor.drop()
    state.held = null
    commit.resolve(undefined)
    await agreed
    for (let turn = 0; turn < 5; turn++) await calm()
    const kept = await office.storage.boards.proposals(board.board.id)
    expect(JSON.stringify(kept)).toContain('Mina sista ord')
  })

  it('HO10 that cannot be kept are told so, and the line ends', async () => {
    const { storage, state } = breakable()
    const office = await openOffice({ storage })
    const { editor } = await both(office)
    await office.decide(agree('mission'))
    state.broken = true
    type(editor.doc, 'Hej')
    await settle(editor)
    office.clock.advance(1100)
    await settle(editor)
    expect(editor.closed).toEqual({ code: CloseCode.closedStep, reason: '' })
  })
})

describe('on the board', () => {
  it('HO11 whoever lost their access before hello is told nothing', async () => {
    const office = await openOffice()
    const ros = await office.join('Ros', 'reader')
    const { socket, heard, ends } = aSocket()
    const trunk = new Trunk(new Line(socket, office.clock), await office.board(), {
      member: ros,
      session: 's',
    })
    await office.decide({ type: 'member.remove', memberId: ros })
    trunk.receive(writeControl(hello()))
    await calm()
    expect(heard).toEqual([])
    expect(ends).toEqual([`closed ${CloseCode.role}`])
  })

  it('HO12 a secret that opens a link already is refused, and disturbs nobody', async () => {
    const office = await openOffice()
    const { editor } = await both(office)
    const secret = newSecret(seeded(9).bytes)
    const invite = (name: string) =>
      ({ type: 'member.invite', inviteId: InviteId.parse(inviteId(name)), role: 'reader', secret }) as const
    await office.decide(invite('one'))
    await expect(office.decide(invite('two'))).rejects.toThrow('alreadyUsed')
    await goesOn(editor)
  })

  it('HO13 two who open a forgotten board at once get the same one', async () => {
    const office = await openOffice()
    const { id } = (await office.board()).board
    office.clock.advance(30_000)
    await office.decide({ type: 'plan.rename', title: 'x' })
    office.clock.advance(61_000)
    const [one, other] = await Promise.all([office.hub.open(id), office.hub.open(id)])
    expect(must(one)).toBe(other)
  })

  it('HO14 a board that was forgotten leaves its pauses to the one that is open now', async () => {
    const office = await openOffice()
    const until = new Date(office.clock.now() + 3_600_000).toISOString()
    await office.decide({ type: 'step.pause', stepId: mission, until })
    for (let minute = 0; minute < 5; minute++) {
      office.clock.advance(60_000)
      await calm()
    }
    const board = await office.board()
    const peer = new Peer(board, office.facilitator, 'goals')
    peer.connect()
    for (let minute = 0; minute < 56; minute++) {
      office.clock.advance(60_000)
      await settle(peer)
    }
    expect(peer.closed).toBeNull()
    expect(board.board.steps[0]?.pause).toBeNull()
    expect(office.errors).toEqual([])
  })

  it('HO15 somebody who comes while their role is being taken is heard by what was decided', async () => {
    const base = createMemory()
    let reading: Promise<void> | null = null
    let writing: Promise<void> | null = null
    const storage: Storage = {
      ...base,
      boards: {
        ...base.boards,
        commit: async (commit) => {
          await base.boards.commit(commit)
          await writing
        },
      },
      rooms: {
        ...base.rooms,
        load: async (key) => {
          const row = await base.rooms.load(key)
          await reading
          return row
        },
      },
    }
    const office = await openOffice({ storage })
    const eva = await office.join('Eva', 'editor')
    const peer = new Peer(await office.board(), eva, 'mission')
    const read = Promise.withResolvers<undefined>()
    const written = Promise.withResolvers<undefined>()
    reading = read.promise
    peer.connect()
    peer.deliverUp()
    await calm()
    writing = written.promise
    const demoted = office.decide({ type: 'member.role', memberId: eva, role: 'reader' })
    await calm()
    read.resolve(undefined)
    await settle(peer)
    type(peer.doc, 'Hej')
    await settle(peer)
    expect(peer.isSaved).toBe(false)
    written.resolve(undefined)
    await demoted
    await settle(peer)
    expect(peer.refused?.reason ?? peer.mode).toEqual(peer.refused ? 'role' : { is: 'ro', because: 'role' })
    expect(textOf((await (await office.board()).room(mission)).doc)).toBe('')
  })

  it('HO16 a refused command is refused again under the same id, whatever has happened since', async () => {
    const office = await openOffice()
    const board = await office.board()
    const command = { id: 'once', type: 'step.reopen', stepId: mission, reason: 'x' } as never
    const first = await board.execute(office.facilitator, command)
    await office.decide(agree('mission'))
    expect(await board.execute(office.facilitator, command)).toEqual(first)
  })
})

describe('a line', () => {
  it('HO17 that takes nothing for ten seconds is dropped, however little waits', async () => {
    const office = await openOffice()
    const { socket, ends } = aSocket(900_000)
    const line = new Line(socket, office.clock)
    line.send(writeControl({}))
    await calm()
    office.clock.advance(10_000)
    expect(ends).toEqual(['terminated'])
  })

  it('HO18 that is slow but takes what it gets is kept', async () => {
    const office = await openOffice()
    const { socket, ends } = aSocket()
    const slow = { ...socket, bufferedAmount: 5_000_000 }
    const line = new Line(slow, office.clock)
    line.send(writeControl({}))
    await calm()
    for (let round = 0; round < 20; round++) {
      slow.bufferedAmount -= 200_000
      office.clock.advance(10_000)
    }
    expect(ends).toEqual([])
  })
})
