import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { MemberId } from '../../shared/ids.ts'
import { visitPause } from '../../shared/board/visit.ts'
import { createMemory } from '../../server/storage/memory.ts'
import { StorageError } from '../../server/storage/storage.ts'
import type { Office } from '../support/live.ts'
import { missionAnswer, openOffice, type } from '../support/live.ts'
import { calm, Peer, settle } from '../support/peer.ts'

const minute = 60_000
const hour = 60 * minute

/** Comes in on a socket of their own; the result goes again. */
const come = async (office: Office, member: MemberId, step = 'mission') => {
  const board = await office.board()
  const way = {
    send: () => undefined,
    sendCarets: () => undefined,
    close: () => undefined,
    hold: () => undefined,
    release: () => undefined,
  }
  const room = must(board.board.steps.find(({ id }) => id === step)).id
  const channel = board.openChannel(way, { member, oldClient: false }, { room, generation: 1 })
  if ('code' in channel) throw new Error(channel.reason)
  board.audience.enterSingle(channel, room)
  return () => {
    channel.ended()
    board.audience.leaveSingle(channel)
  }
}

const time = (office: Office) => new Date(office.clock.now()).toISOString()

const stored = async (office: Office) => office.storage.people.visits((await office.board()).board.id)

describe('visits', () => {
  it('LV1 a new visit begins after a long pause, and knows when the one before ended', async () => {
    const office = await openOffice()
    const { visits } = await office.board()
    const me = office.facilitator
    const first = time(office)
    expect(visits.of(me)).toMatchObject({ since: null, read: { before: first, also: [] } })
    const go = await come(office, me)
    office.clock.advance(10 * minute)
    go()
    const left = time(office)
    office.clock.advance(visitPause)
    const back = await come(office, me)
    expect(visits.of(me)).toMatchObject({ since: null, hereAt: time(office) })
    back()
    const leftAgain = time(office)
    expect(leftAgain > left).toBe(true)
    office.clock.advance(visitPause + 1)
    // Who asks before their socket has come is told of the same visit.
    expect(visits.of(me).since).toBe(leftAgain)
    await come(office, me)
    expect(visits.of(me)).toMatchObject({ since: leftAgain, hereAt: time(office) })
    expect(await stored(office)).toEqual([visits.of(me)])
  })

  it('LV2 whoever stays is noted once a minute, and leaves with their last socket', async () => {
    const office = await openOffice()
    const { visits } = await office.board()
    const came = time(office)
    const goes = [await come(office, office.facilitator), await come(office, office.facilitator, 'goals')]
    office.clock.advance(2 * hour)
    expect((await stored(office))[0]).toMatchObject({ hereAt: time(office), since: null })
    must(goes[0])()
    office.clock.advance(2 * minute)
    const last = time(office)
    must(goes[1])()
    office.clock.advance(10 * hour)
    expect(visits.all()).toMatchObject([{ member: office.facilitator, hereAt: last }])
    expect(came < last).toBe(true)
    expect(visits.of(office.facilitator).since).toBe(last)
  })

  it('LV3 what somebody has read is kept, single things and everything up to a moment', async () => {
    const office = await openOffice()
    const { visits } = await office.board()
    const ed = await office.join('Ed', 'editor')
    const joined = time(office)
    expect(await visits.read(ed, { ids: ['c1', 'c2'] })).toEqual({ before: joined, also: ['c1', 'c2'] })
    office.clock.advance(minute)
    const now = time(office)
    expect(await visits.read(ed, { before: now })).toEqual({ before: now, also: [] })
    await visits.read(ed, { ids: ['c9'] })
    expect(await stored(office)).toMatchObject([{ member: ed, read: { before: now, also: ['c9'] } }])
  })

  it('LV4 a disk that takes no visit keeps nobody out, and says so in the log', async () => {
    const storage = createMemory()
    const setVisit = () => Promise.reject(new StorageError('full', 'no room'))
    const office = await openOffice({ storage: { ...storage, people: { ...storage.people, setVisit } } })
    await come(office, office.facilitator)
    await calm()
    const { visits } = await office.board()
    expect(visits.all()).toHaveLength(1)
    expect(office.errors).toHaveLength(1)
    await expect(visits.read(office.facilitator, { ids: ['c1'] })).rejects.toThrow('no room')
  })

  it('LV7 what could not be kept as read is kept when it is said again', async () => {
    const storage = createMemory()
    let isFull = false
    const setVisit: typeof storage.people.setVisit = (board, visit) =>
      isFull ? Promise.reject(new StorageError('full', 'no room')) : storage.people.setVisit(board, visit)
    const office = await openOffice({ storage: { ...storage, people: { ...storage.people, setVisit } } })
    const { visits } = await office.board()
    isFull = true
    const marks = { ids: ['c1'] }
    await expect(visits.read(office.facilitator, marks)).rejects.toThrow('no room')
    isFull = false
    expect(await visits.read(office.facilitator, marks)).toMatchObject({ also: ['c1'] })
    expect(await stored(office)).toMatchObject([{ read: { also: ['c1'] } }])
  })
})

describe('who wrote what', () => {
  const written = async (office: Office, since = '', but?: MemberId) =>
    (await office.board()).writings.since(since, but)

  it('LV5 a text, an answer, the mark of a question and an item are told, with who wrote last first', async () => {
    const office = await openOffice()
    const board = await office.board()
    const ed = await office.join('Ed', 'editor')
    const [one, two] = [office.facilitator, ed].map((who) => new Peer(board, who, 'mission'))
    const peers = [must(one), must(two)] as const
    for (const peer of peers) peer.connect()
    await settle(...peers)
    const act = async (peer: Peer, write: () => void) => {
      office.clock.advance(minute)
      write()
      await settle(...peers)
      return time(office)
    }
    type(peers[0].doc, 'Ett')
    await settle(...peers)
    const textAt = await act(peers[1], () => type(peers[1].doc, ' två'))
    const answerAt = await act(peers[0], () => type(peers[0].doc, 'Därför', missionAnswer))
    const markAt = await act(peers[1], () =>
      peers[1].doc.getMap('questions').set('mission.why/status', 'agreed'),
    )
    const goal = new Y.Map<unknown>()
    await act(peers[0], () => peers[0].doc.getMap('items:goal').set('g1', goal))
    const leafAt = await act(peers[0], () => goal.set('title', 'Mål'))
    const all = [
      { stepId: 'mission', what: 'items:goal/g1', by: [office.facilitator], at: leafAt },
      { stepId: 'mission', what: missionAnswer, by: [ed, office.facilitator], at: markAt },
      { stepId: 'mission', what: 'section:mission.text', by: [ed, office.facilitator], at: textAt },
    ]
    expect(await written(office)).toEqual(all)
    expect(await written(office, answerAt)).toEqual([{ ...all[0] }, { ...all[1], by: [ed] }])
    expect(await written(office, '', ed)).toEqual([
      all[0],
      { ...all[1], by: [office.facilitator], at: answerAt },
      { ...all[2], by: [office.facilitator], at: expect.any(String) },
    ])
    // What was deleted was written in, too.
    const erased = await act(peers[0], () => goal.set('deleted/at', '2026-03-02'))
    expect((await written(office, markAt))[0]).toMatchObject({ what: 'items:goal/g1', at: erased })
  })

  it('LV6 it is stored within seconds and at the end, and a failure is tried again', async () => {
    const storage = createMemory()
    let isFull = true
    const noteWritings: typeof storage.rooms.noteWritings = async (...given) => {
      if (isFull) throw new StorageError('full', 'no room')
      return storage.rooms.noteWritings(...given)
    }
    const office = await openOffice({ storage: { ...storage, rooms: { ...storage.rooms, noteWritings } } })
    const board = await office.board()
    const peer = new Peer(board, office.facilitator, 'mission')
    peer.connect()
    await settle(peer)
    const kept = async () => {
      await calm()
      return (await storage.rooms.writings(board.board.id, '')).map(({ what }) => what)
    }
    type(peer.doc, 'Ett')
    await settle(peer)
    office.clock.advance(5000)
    expect(await kept()).toEqual([])
    expect(await written(office)).toHaveLength(1)
    isFull = false
    type(peer.doc, ' två')
    await settle(peer)
    office.clock.advance(5000)
    expect(await kept()).toEqual(['section:mission.text'])
    type(peer.doc, 'Svar', missionAnswer)
    await settle(peer)
    await office.hub.close()
    expect(await kept()).toHaveLength(2)
  })
})
