import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { CloseCode } from '../../shared/protocol/version.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { StorageError } from '../../server/storage/storage.ts'
import { createMemory } from '../../server/storage/memory.ts'
import { stepId } from '../support/board.ts'
import { agree, erase, openOffice, textOf, type } from '../support/live.ts'
import { calm, Peer, settle, stateOf, sync } from '../support/peer.ts'

const mission = stepId('mission')

/** A storage whose appends wait until the test lets them through. */
const gated = () => {
  const storage = createMemory()
  const waiting: (() => void)[] = []
  const held: Storage = {
    ...storage,
    boards: storage.boards,
    people: storage.people,
    workspace: storage.workspace,
    rooms: {
      ...storage.rooms,
      append: async (append) => {
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
        })
        return storage.rooms.append(append)
      },
    },
  }
  const pass = async () => {
    await calm()
    must(waiting.shift())()
    await calm()
  }
  return { storage: held, waiting, pass }
}

describe('a room', () => {
  it('RM1 brings what one person writes to the others and says that it is saved', async () => {
    const office = await openOffice()
    const board = await office.board()
    const [anna, bo] = [await office.join('Anna', 'editor'), await office.join('Bo', 'editor')]
    const [a, b] = [new Peer(board, anna, 'mission'), new Peer(board, bo, 'mission')]
    a.connect()
    b.connect()
    await settle(a, b)
    type(a.doc, 'Hej')
    type(b.doc, 'Hopp')
    await settle(a, b)
    expect(stateOf(a.doc)).toEqual(stateOf(b.doc))
    expect(textOf(a.doc)).toContain('Hej')
    expect(textOf(a.doc)).toContain('Hopp')
    expect([a.isSaved, b.isSaved]).toEqual([true, true])
  })

  it('RM2 takes the second of two quick keystrokes while the first is being committed', async () => {
    const { storage, waiting, pass } = gated()
    const office = await openOffice({ storage })
    const peer = new Peer(await office.board(), office.facilitator, 'mission')
    peer.connect()
    await settle(peer)
    type(peer.doc, 'a')
    peer.deliverUp()
    await calm()
    type(peer.doc, 'b')
    type(peer.doc, 'c')
    peer.deliverUp()
    await calm()
    expect(waiting).toHaveLength(1)
    peer.deliverDown()
    expect(peer.isSaved).toBe(false)
    await pass()
    await pass()
    await settle(peer)
    expect(peer.closed).toBeNull()
    expect(peer.isSaved).toBe(true)
  })

  it('RM3 neither shows nor acknowledges an edit before it is on disk', async () => {
    const { storage, pass } = gated()
    const office = await openOffice({ storage })
    const board = await office.board()
    const [a, b] = [
      new Peer(board, office.facilitator, 'mission'),
      new Peer(board, await office.join('Bo', 'reader'), 'mission'),
    ]
    a.connect()
    b.connect()
    await settle(a, b)
    type(a.doc, 'Hej')
    await settle(a, b)
    expect(textOf(b.doc)).toBe('')
    expect(a.isSaved).toBe(false)
    expect(textOf(must(await board.room(mission)).doc)).toBe('')
    await pass()
    await settle(a, b)
    expect(textOf(b.doc)).toBe('Hej')
    expect(a.isSaved).toBe(true)
  })

  it('RM4 gives a joiner who comes between commit and broadcast every edit exactly once', async () => {
    const { storage, pass } = gated()
    const office = await openOffice({ storage })
    const board = await office.board()
    const [a, b] = [
      new Peer(board, office.facilitator, 'mission'),
      new Peer(board, await office.join('Bo', 'reader'), 'mission'),
    ]
    a.connect()
    await settle(a)
    type(a.doc, 'Hej')
    a.deliverUp()
    await calm()
    b.connect()
    b.deliverUp()
    b.deliverDown()
    expect(textOf(b.doc)).toBe('')
    await pass()
    await settle(a, b)
    expect(stateOf(b.doc)).toEqual(stateOf(a.doc))
    expect(textOf(b.doc)).toBe('Hej')
  })

  it('RM5 finds nothing new in a reader who comes back to an agreed step after a thousand deletions', async () => {
    const office = await openOffice()
    const board = await office.board()
    const [a, reader] = [
      new Peer(board, office.facilitator, 'mission'),
      new Peer(board, await office.join('Bo', 'reader'), 'mission'),
    ]
    a.connect()
    reader.connect()
    await settle(a, reader)
    for (let round = 0; round < 1000; round++) {
      type(a.doc, `${round}`)
      erase(a.doc)
      if (round % 50 === 0) await settle(a, reader)
    }
    type(a.doc, 'Kvar')
    await settle(a, reader)
    await office.decide(agree('mission'))
    reader.drop()
    reader.connect()
    await settle(reader)
    expect(reader.closed).toBeNull()
    expect(reader.refused).toBeNull()
    expect(reader.isSaved).toBe(true)
    expect(reader.mode).toEqual({ is: 'ro', because: 'role' })
    a.drop()
    a.connect()
    await settle(a)
    expect([a.closed, a.isSaved, a.mode]).toEqual([null, true, { is: 'ro', because: 'agreed' }])
  })

  it('RM6 makes one proposal of ten frames that were on the way when the step was agreed', async () => {
    const office = await openOffice()
    const board = await office.board()
    const anna = await office.join('Anna', 'editor')
    const peer = new Peer(board, anna, 'mission')
    peer.connect()
    await settle(peer)
    type(peer.doc, 'Före. ')
    await settle(peer)
    for (let word = 0; word < 10; word++) type(peer.doc, `ord${word} `)
    const agreed = office.decide(agree('mission'))
    await calm()
    peer.deliverUp()
    await agreed
    await settle(peer)
    expect(peer.refused?.reason).toBe('agreed')
    peer.stop()
    await settle(peer)
    expect(peer.closed).toEqual({ code: CloseCode.closedStep, reason: peer.refused?.proposalId })
    expect(board.board.proposals).toMatchObject([{ author: anna, cause: 'agreed', parts: 1, state: 'open' }])
    const [words] = await office.storage.boards.proposals(board.board.id)
    expect(JSON.stringify(words?.changes)).toContain('ord0 ord1 ord2 ord3 ord4 ord5 ord6 ord7 ord8 ord9')
    expect(textOf((await board.room(mission)).doc)).toBe('Före. ')
  })

  it('RM7 gathers what a stock client still sends after it was refused, and closes when it has stopped', async () => {
    const office = await openOffice()
    const board = await office.board()
    const peer = new Peer(board, await office.join('Anna', 'editor'), 'mission')
    peer.connect()
    await settle(peer)
    await office.decide(agree('mission'))
    type(peer.doc, 'ett ')
    await settle(peer)
    type(peer.doc, 'två')
    await settle(peer)
    expect(peer.closed).toBeNull()
    office.clock.advance(1000)
    await settle(peer)
    expect(peer.closed?.code).toBe(CloseCode.closedStep)
    const [words] = await office.storage.boards.proposals(board.board.id)
    expect(JSON.stringify(words?.changes)).toContain('ett två')
  })

  it('RM21 does not take its own being busy for the sender’s silence', async () => {
    const office = await openOffice()
    const board = await office.board()
    const peer = new Peer(board, await office.join('Anna', 'editor'), 'mission')
    peer.connect()
    await settle(peer)
    await office.decide(agree('mission'))
    type(peer.doc, 'ett ')
    await settle(peer)
    type(peer.doc, 'två')
    office.clock.stall(1500)
    await settle(peer)
    office.clock.advance(1000)
    await settle(peer)
    expect(peer.closed?.code).toBe(CloseCode.closedStep)
    const [words] = await office.storage.boards.proposals(board.board.id)
    expect(JSON.stringify(words?.changes)).toContain('ett två')
  })

  it('RM8 never takes refused structs later, not even after the step has been reopened', async () => {
    const office = await openOffice()
    const board = await office.board()
    const peer = new Peer(board, await office.join('Anna', 'editor'), 'mission')
    peer.connect()
    await settle(peer)
    type(peer.doc, 'Taget. ')
    await settle(peer)
    await office.decide(agree('mission'))
    type(peer.doc, 'Vägrat.')
    await settle(peer)
    peer.stop()
    await settle(peer)
    await office.decide({ type: 'step.reopen', stepId: mission, reason: 'ny prognos' })
    peer.connect()
    await settle(peer)
    expect(peer.refused?.reason).toBe('earlier')
    expect(textOf((await board.room(mission)).doc)).toBe('Taget. ')
    const other = new Peer(board, office.facilitator, 'mission')
    other.connect()
    await settle(other)
    type(other.doc, 'Nytt.')
    await settle(other)
    expect(other.isSaved).toBe(true)
  })

  it('RM9 closes an old generation without reading it, and does not know a coming one', async () => {
    const office = await openOffice()
    const board = await office.board()
    const peer = new Peer(board, office.facilitator, 'mission')
    type(peer.doc, 'gammalt')
    peer.connect({ generation: 0 })
    await settle(peer)
    expect(peer.closed).toEqual({ code: CloseCode.oldGeneration, reason: '1' })
    peer.connect({ generation: 2 })
    expect(peer.closed?.code).toBe(CloseCode.noRoom)
  })

  it('RM10 throws out whoever writes under another person’s clientID', async () => {
    const office = await openOffice()
    const board = await office.board()
    const a = new Peer(board, await office.join('Anna', 'editor'), 'mission')
    const thief = new Peer(board, await office.join('Bo', 'editor'), 'mission')
    a.connect()
    thief.connect()
    await settle(a, thief)
    type(a.doc, 'Mitt')
    await settle(a, thief)
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(a.doc))
    forged.clientID = a.doc.clientID
    const before = Y.encodeStateVector(forged)
    type(forged, ' ditt')
    thief.say(sync(2, Y.encodeStateAsUpdate(forged, before)))
    await settle(a, thief)
    expect(thief.closed?.code).toBe(CloseCode.malformed)
    expect(textOf((await board.room(mission)).doc)).toBe('Mitt')
    type(a.doc, ' kvar')
    await settle(a)
    expect(a.isSaved).toBe(true)
  })

  it('RM11 lets a mere gap come back, and calls the third in a minute malformed', async () => {
    const office = await openOffice()
    const peer = new Peer(await office.board(), office.facilitator, 'mission')
    const codes: (number | undefined)[] = []
    for (let round = 0; round < 3; round++) {
      peer.connect()
      await settle(peer)
      type(peer.doc, 'a')
      peer.up.length = 0
      type(peer.doc, 'b')
      await settle(peer)
      codes.push(peer.closed?.code)
    }
    expect(codes).toEqual([CloseCode.tryAgain, CloseCode.tryAgain, CloseCode.malformed])
    peer.connect()
    await settle(peer)
    expect(peer.isSaved).toBe(true)
  })

  it('RM12 closes a channel that sends broken frames and leaves everybody else in peace', async () => {
    const office = await openOffice()
    const board = await office.board()
    const other = new Peer(board, office.facilitator, 'mission')
    other.connect()
    await settle(other)
    const broken = [[], [0], [0, 9], [0, 0, 255], [7], [0, 2, 3, 255, 255, 255], [1, 5, 1]].map((bytes) =>
      Uint8Array.from(bytes),
    )
    for (const bytes of broken) {
      const rude = new Peer(board, await office.join('Rude', 'editor'), 'mission')
      rude.connect()
      rude.say(bytes)
      await settle(rude)
      expect(rude.closed?.code, `bytes ${bytes.join(' ')}`).toBe(CloseCode.malformed)
    }
    type(other.doc, 'Lugnt')
    await settle(other)
    expect(other.isSaved).toBe(true)
    expect(office.errors).toEqual([])
  })

  it('RM13 tells a commenter’s channel that it reads, and makes a proposal of what it writes all the same', async () => {
    const office = await openOffice()
    const board = await office.board()
    const peer = new Peer(board, await office.join('Eva', 'commenter'), 'mission')
    peer.connect()
    await settle(peer)
    expect(peer.mode).toEqual({ is: 'ro', because: 'role' })
    type(peer.doc, 'Min mening')
    await settle(peer)
    peer.stop()
    await settle(peer)
    expect(peer.closed?.code).toBe(CloseCode.role)
    expect(board.board.proposals).toMatchObject([{ cause: 'role' }])
  })

  it('RM14 makes no proposal of a reader’s words: they stay with the reader', async () => {
    const office = await openOffice()
    const board = await office.board()
    const peer = new Peer(board, await office.join('Ros', 'reader'), 'mission')
    peer.connect()
    await settle(peer)
    type(peer.doc, 'Klotter')
    await settle(peer)
    peer.stop()
    await settle(peer)
    expect(peer.refused).toEqual({ reason: 'role', proposalId: '' })
    expect(peer.closed).toEqual({ code: CloseCode.role, reason: '' })
    expect(board.board.proposals).toEqual([])
  })

  it('RM15 asks the role on each message: a demoted editor’s next frame is refused', async () => {
    const office = await openOffice()
    const board = await office.board()
    const anna = await office.join('Anna', 'editor')
    const peer = new Peer(board, anna, 'mission')
    peer.connect()
    await settle(peer)
    await office.decide({ type: 'member.role', memberId: anna, role: 'reader' })
    await settle(peer)
    expect(peer.mode).toEqual({ is: 'ro', because: 'role' })
    type(peer.doc, 'Sent')
    await settle(peer)
    expect(peer.refused?.reason).toBe('role')
    expect(textOf((await board.room(mission)).doc)).toBe('')
  })

  it('RM16 drops its memory when a commit fails, and has what is on disk for whoever comes back', async () => {
    const storage = createMemory()
    let full = false
    const failing: Storage = {
      ...storage,
      rooms: {
        ...storage.rooms,
        load: (key) => storage.rooms.load(key),
        append: (append) =>
          full ? Promise.reject(new StorageError('full', 'no space')) : storage.rooms.append(append),
        refuse: (...refused) => storage.rooms.refuse(...refused),
        compact: (key) => storage.rooms.compact(key),
      },
    }
    const office = await openOffice({ storage: failing })
    const board = await office.board()
    const peer = new Peer(board, office.facilitator, 'mission')
    peer.connect()
    await settle(peer)
    type(peer.doc, 'Sparat. ')
    await settle(peer)
    full = true
    type(peer.doc, 'Ryms inte.')
    await settle(peer)
    expect(peer.closed?.code).toBe(CloseCode.tryAgain)
    expect(textOf((await board.room(mission)).doc)).toBe('Sparat. ')
    full = false
    peer.connect()
    await settle(peer)
    expect(peer.isSaved).toBe(true)
    expect(textOf((await board.room(mission)).doc)).toBe('Sparat. Ryms inte.')
  })

  it('RM17 pauses a sender whose frames pile up, and reads on when they are done', async () => {
    const { storage, waiting } = gated()
    const office = await openOffice({ storage })
    const peer = new Peer(await office.board(), office.facilitator, 'mission')
    peer.connect()
    await settle(peer)
    for (let key = 0; key < 70; key++) type(peer.doc, 'x')
    peer.deliverUp()
    expect(peer.held).toBe(true)
    for (let round = 0; round < 4; round++) {
      await calm()
      waiting.shift()?.()
    }
    await settle(peer)
    expect(peer.held).toBe(false)
    expect(peer.isSaved).toBe(true)
  })

  it('RM18 gathers also what waits behind the batch in which the first edit was refused', async () => {
    const office = await openOffice()
    const board = await office.board()
    const peer = new Peer(board, await office.join('Anna', 'editor'), 'mission')
    peer.connect()
    await settle(peer)
    await office.decide(agree('mission'))
    for (let word = 0; word < 70; word++) type(peer.doc, `ord${word} `)
    await settle(peer)
    peer.stop()
    await settle(peer)
    const [words] = await office.storage.boards.proposals(board.board.id)
    expect(JSON.stringify(words?.changes)).toContain('ord0 ord1 ')
    expect(JSON.stringify(words?.changes)).toContain('ord68 ord69 ')
  })

  it('RM19 lets two lines of one person that go on from the same clock in one after the other', async () => {
    const { storage, waiting } = gated()
    const office = await openOffice({ storage })
    const board = await office.board()
    const other = new Peer(board, await office.join('Bo', 'editor'), 'mission')
    const [a, b] = [1, 2].map(() => new Peer(board, office.facilitator, 'mission')) as [Peer, Peer]
    for (const peer of [other, a, b]) peer.connect()
    await settle(other, a, b)
    a.doc.clientID = b.doc.clientID = 4711
    type(other.doc, 'x')
    other.deliverUp()
    await calm()
    // Both wait behind the batch in flight, and tell two stories about the same clocks.
    type(a.doc, 'ett')
    type(b.doc, 'något helt annat')
    a.deliverUp()
    b.deliverUp()
    for (let round = 0; round < 5; round++) {
      waiting.shift()?.()
      await settle(other, a, b)
    }
    const fresh = new Peer(board, await office.join('Eva', 'reader'), 'mission')
    fresh.connect()
    await settle(fresh, other)
    expect(stateOf(fresh.doc)).toEqual(stateOf(other.doc))
    expect(stateOf((await board.room(mission)).doc)).toEqual(stateOf(other.doc))
    expect(office.errors).toEqual([])
    const row = await storage.rooms.load({ board: board.board.id, room: mission })
    const read = new Y.Doc()
    for (const update of row.tail) Y.applyUpdate(read, update)
    expect(stateOf(read)).toEqual(stateOf(other.doc))
  })

  it('RM20 measures each frame alone, also one that waits beside others', async () => {
    const office = await openOffice()
    const board = await office.board()
    const peer = new Peer(board, await office.join('Anna', 'editor'), 'mission')
    peer.connect()
    await settle(peer)
    type(peer.doc, 'kort ')
    type(peer.doc, 'x'.repeat(300_000))
    await settle(peer)
    expect(peer.refused?.reason).toBe('tooBig')
    expect(peer.closed?.code).toBe(CloseCode.tooBig)
    expect(textOf((await board.room(mission)).doc)).toBe('kort ')
  })
})
