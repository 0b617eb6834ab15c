import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { reportedId } from '../../shared/items/reports.ts'
import { together } from '../../shared/items/together.ts'
import type { SharedItem } from '../../shared/step/doc.ts'
import { itemsOf, newRoomDoc } from '../../shared/step/doc.ts'
import {
  addItem,
  addReport,
  changeItem,
  deleteItem,
  reportOn,
  reportsOf,
  takeBackReports,
} from '../../shared/step/items.ts'
import { planFileOf } from '../../server/export/plan-file.ts'
import { snapshotOf } from '../../server/export/snapshot.ts'
import { readFile } from '../../server/import/file.ts'
import { createMemory } from '../../server/storage/memory.ts'
import { goners, removal } from '../../server/live/wastebasket.ts'
import { secureRandom } from '../../shared/ids.ts'
import { kinds } from '../../shared/items/index.ts'
import { pause, resume, stepId } from '../support/board.ts'
import { spotsOf } from '../support/items.ts'
import { agree, openOffice } from '../support/live.ts'
import { Peer, settle, stateOf } from '../support/peer.ts'
import { expectStatus, startPlan } from '../support/person.ts'
import { seeded, seeds } from '../support/random.ts'
import { startServer } from '../support/server.ts'
import { aStockClient } from '../support/stock.ts'

/* What is told after agreement: in the plan's own room, which no step's lock closes. */

const indicator = { kind: 'indicator', id: 'i1' }
const value = 'values/2027/T/-/value'
const before = 'values/2024/T/-/value'

/** A plan with an agreed step that holds the indicator `i1`, and an editor in the plan's own room. */
const openDesk = async () => {
  const office = await openOffice()
  const live = await office.board()
  const ed = await office.join('Ed', 'editor')
  const goals = new Peer(live, ed, 'goals')
  goals.connect()
  await settle(goals)
  const leaves = new Map<string, string | number>([
    ['name', 'Trygghet'],
    [before, 50],
  ])
  addItem(goals.doc, { ...indicator, order: 'a0', leaves }, 'local')
  await settle(goals)
  await office.decide(agree('goals'))
  const enter = async (member = ed) => {
    const peer = new Peer(live, member, followUpRoom)
    peer.connect()
    await settle(peer)
    return peer
  }
  const shown = async () => (await snapshotOf(live)).items
  return { office, live, ed, goals, enter, shown }
}

/** 1273362877: a room was let go while somebody waited to enter it, who was then alone in it. */
const pinned: readonly number[] = [1273362877]

describe('the plan’s own room, live', () => {
  test('FU3 facilitator and editor write in it while every step is agreed or paused', async () => {
    const { office, enter, live } = await openDesk()
    await office.decide(pause())
    const [faye, ed] = [await enter(office.facilitator), await enter()]
    expect([faye.mode, ed.mode]).toEqual([{ is: 'rw' }, { is: 'rw' }])
    reportOn(ed.doc, indicator, { [value]: 61 }, 'local')
    addItem(faye.doc, { kind: 'followUp', id: 'f1', order: 'a0' }, 'local')
    await settle(faye, ed)
    expect([faye.isSaved, ed.isSaved, ed.refused, faye.refused]).toEqual([true, true, null, null])
    expect(stateOf(ed.doc)).toEqual(stateOf((await live.room(followUpRoom)).doc))
    expect(office.errors).toEqual([])
  })

  test('FU3 no line into it is opened for another generation than its first', async () => {
    const { live, ed } = await openDesk()
    const peer = new Peer(live, ed, followUpRoom)
    peer.connect({ generation: 2 })
    expect(peer.closed?.code).toBe(4404)
  })

  test.each(['commenter', 'reader'] as const)(
    'FU4 a %s reads it; what they write is refused, and becomes no proposal',
    async (role) => {
      const { office, enter, live } = await openDesk()
      const peer = await enter(await office.join('Rita', role))
      expect(peer.mode).toEqual({ is: 'ro', because: 'role' })
      reportOn(peer.doc, indicator, { [value]: 61 }, 'local')
      await settle(peer)
      expect(peer.refused).toEqual({ reason: 'role', proposalId: '' })
      peer.stop()
      await settle(peer)
      expect(peer.closed).toEqual({ code: 4403, reason: '' })
      expect(live.board.proposals).toEqual([])
      expect(itemsOf((await live.room(followUpRoom)).doc, 'indicator').size).toBe(0)
    },
  )

  test('FU4 whoever was invited to one step reads it, and so does an editor who is made a reader', async () => {
    const { office, enter, live, ed } = await openDesk()
    const peer = await enter()
    await office.decide({ type: 'member.role', memberId: ed, role: 'editor', onlyStep: stepId('goals') })
    await settle(peer)
    expect(peer.mode).toEqual({ is: 'ro', because: 'role' })
    await office.decide({ type: 'member.role', memberId: ed, role: 'reader' })
    reportOn(peer.doc, indicator, { [value]: 61 }, 'local')
    await settle(peer)
    expect([peer.refused, live.board.proposals]).toEqual([{ reason: 'role', proposalId: '' }, []])
  })

  test('FU5 two who tell of one item at the same moment take nothing from each other', async () => {
    const { office, enter, shown } = await openDesk()
    const [one, two] = [await enter(), await enter(office.facilitator)]
    reportOn(one.doc, indicator, { [value]: 61, 'values/2027/K/-/value': 60 }, 'local')
    reportOn(two.doc, indicator, { 'values/2028/T/-/value': 63 }, 'local')
    await settle(one, two)
    expect(stateOf(one.doc)).toEqual(stateOf(two.doc))
    const values = async () =>
      (((await shown())['indicator'] ?? [])[0] as { values: readonly { value: number }[] }).values.map(
        (entry) => entry.value,
      )
    expect(await values()).toEqual([50, 60, 61, 63])
    // What somebody told already is changed where it stands.
    reportOn(one.doc, indicator, { 'values/2028/T/-/value': 64 }, 'local')
    await settle(one, two)
    expect(await values()).toEqual([50, 60, 61, 64])
    takeBackReports(two.doc, indicator, ['values/2027'], 'local')
    await settle(one, two)
    expect(await values()).toEqual([50, 64])
  })

  test.each(seeds(20, pinned))(
    'FU5 three who tell while lines drop and steps close end with one plan (seed %i)',
    async (seed) => {
      const { office, live, enter } = await openDesk()
      const random = seeded(seed)
      const peers = [
        await enter(),
        await enter(office.facilitator),
        await enter(await office.join('Eva', 'editor')),
      ]
      const spots = spotsOf(must(kinds.get('indicator'))).filter(({ path }) => path.startsWith('values/'))
      const tell = ({ doc }: Peer) => {
        const item = { kind: 'indicator', id: random.pick(['i1', 'i2']) }
        const { path } = random.pick(spots)
        const at = path.replace('2026', random.pick(['2026', '2027', '2028']))
        if (random.chance(0.2)) takeBackReports(doc, item, [at.split('/').slice(0, 2).join('/')], 'local')
        else if (at.endsWith('/value')) reportOn(doc, item, { [at]: random.int(100) }, 'local')
      }
      for (let move = 0; move < 80; move++) {
        const peer = random.pick(peers)
        const chance = random.float()
        if (!peer.connected) peer.connect()
        else if (chance < 0.5) tell(peer)
        else if (chance < 0.7) peer.deliverUp(random.int(3) + 1)
        else if (chance < 0.85) peer.deliverDown(random.int(3) + 1)
        else if (chance < 0.93) peer.drop()
        else void office.decide(random.pick([pause(), resume()])).catch(() => undefined)
      }
      // Whoever came back too often is let in again after a while.
      for (let round = 0; round < 3; round++) {
        office.clock.advance(120_000)
        for (const peer of peers) if (!peer.connected) peer.connect()
        await settle(...peers)
      }
      const { doc } = await live.room(followUpRoom)
      expect(peers.map(({ isSaved, refused }) => [isSaved, refused])).toEqual(peers.map(() => [true, null]))
      for (const peer of peers) expect(stateOf(peer.doc)).toEqual(stateOf(doc))
      expect(office.errors).toEqual([])
    },
  )

  test('FU6 the agreed version knows nothing of it; the plan as it stands does, also over what was agreed', async () => {
    const { office, live, enter, shown } = await openDesk()
    const versions = async () => office.storage.boards.versions(live.board.id)
    const agreed = await versions()
    const peer = await enter()
    reportOn(peer.doc, indicator, { [value]: 61, [before]: 52 }, 'local')
    addItem(
      peer.doc,
      { kind: 'followUp', id: 'f1', order: 'a0', leaves: new Map([['status', 'onTrack']]) },
      'local',
    )
    await settle(peer)
    expect(await versions()).toEqual(agreed)
    expect(JSON.stringify(agreed)).not.toContain('61')
    const { indicator: indicators, followUp } = await shown()
    expect(indicators).toMatchObject([
      {
        id: 'i1',
        stepId: 'goals',
        values: [
          { year: 2024, value: 52 },
          { year: 2027, value: 61 },
        ],
      },
    ])
    expect(followUp).toMatchObject([{ id: 'f1', stepId: 'follow-up', status: 'onTrack' }])
  })

  test('FU16 a step that is opened again has what was told of its items, in one commit and as nobody’s writing', async () => {
    const { office, live, enter, goals, shown, ed } = await openDesk()
    const [one, two] = [await enter(), await enter(office.facilitator)]
    reportOn(one.doc, indicator, { [value]: 61, [before]: 52 }, 'local')
    reportOn(two.doc, indicator, { [value]: 62 }, 'local')
    addItem(one.doc, { kind: 'followUp', id: 'f1', order: 'a0' }, 'local')
    await settle(one, two)
    const seen = await shown()
    office.clock.advance(60_000)
    const since = new Date(office.clock.now() - 1).toISOString()
    await office.decide({ type: 'step.reopen', stepId: stepId('goals'), reason: 'Nytt' })
    await settle(goals, one, two)
    expect(await shown()).toEqual(seen)
    const { items } = await live.content(stepId('goals'))
    expect([items.length, items[0]?.leaves.get(before)]).toEqual([1, 52])
    expect([61, 62]).toContain(items[0]?.leaves.get(value))
    const { doc } = await live.room(followUpRoom)
    for (const key of reportsOf(doc, 'indicator', 'i1'))
      expect([...must(itemsOf(doc, 'indicator').get(key)).keys()]).toEqual([])
    expect([...itemsOf(doc, 'followUp').keys()]).toEqual(['f1'])
    expect(await live.writings.since(since)).toEqual([])
    // Memory is what is on the disk.
    for (const id of [stepId('goals'), followUpRoom]) {
      const { base, tail } = await office.storage.rooms.load({ board: live.board.id, room: id })
      const stored = newRoomDoc()
      for (const bytes of base ? [base, ...tail] : tail) Y.applyUpdate(stored, bytes)
      expect(stateOf(stored)).toEqual(stateOf((await live.room(id)).doc))
    }
    for (const peer of [goals, one, two]) expect(peer.isSaved).toBe(true)
    // Whoever is in the step writes on.
    changeItem(goals.doc, indicator, { [value]: 70 }, 'local')
    await settle(goals)
    expect((await shown())['indicator']).toMatchObject([{ values: [{ value: 52 }, { value: 70 }] }])
    await office.decide(agree('goals'))
    const versions = await office.storage.boards.versions(live.board.id)
    const again = must(await office.storage.boards.version(live.board.id, must(versions.at(-1)).id))
    expect(JSON.stringify(again.content)).toContain('70')
    expect(JSON.stringify(again.content)).not.toContain('f1')
    expect(ed).toBe(goals.member)
    expect(office.errors).toEqual([])
  })

  test('FU16 what is told of an item in the wastebasket waits for it, and a step without items told of changes nothing', async () => {
    const { office, goals, enter, live, ed } = await openDesk()
    const peer = await enter()
    reportOn(peer.doc, { kind: 'indicator', id: 'elsewhere' }, { [value]: 61 }, 'local')
    await settle(peer)
    await office.decide({ type: 'step.reopen', stepId: stepId('goals'), reason: 'Nytt' })
    await settle(goals)
    deleteItem(goals.doc, indicator, { member: ed, at: '2026-03-02T09:00:00.000Z' }, 'local')
    reportOn(peer.doc, indicator, { [value]: 61 }, 'local')
    await settle(goals, peer)
    const stood = async () =>
      (await Promise.all([stepId('goals'), followUpRoom].map((id) => live.room(id)))).map(({ doc }) =>
        stateOf(doc),
      )
    const then = await stood()
    await office.decide(agree('goals'))
    await office.decide({ type: 'step.reopen', stepId: stepId('goals'), reason: 'Nytt' })
    expect(await stood()).toEqual(then)
  })

  test('FU16 what is told to be unknown becomes the step’s own, too', async () => {
    const { office, goals, enter, live } = await openDesk()
    const peer = await enter()
    reportOn(peer.doc, indicator, { [value]: null, [before]: null }, 'local')
    await settle(peer)
    await office.decide({ type: 'step.reopen', stepId: stepId('goals'), reason: 'Nytt' })
    await settle(goals, peer)
    const { items } = await live.content(stepId('goals'))
    expect([value, before].map((path) => items[0]?.leaves.get(path))).toEqual([null, null])
    await office.decide(agree('goals'))
    expect(office.errors).toEqual([])
  })

  test.each([
    ['activity', (at: number) => ({ id: `a${at}`, path: 'progress' })],
    ['indicator', (at: number) => ({ id: 'i1', path: `values/2027/T/g${at}/value` })],
  ])(
    'FU16 however much is told, a step is opened again and agreed on in time (%s)',
    async (kind, spotOf) => {
      const { office, goals, enter, live } = await openDesk()
      await office.decide({ type: 'step.reopen', stepId: stepId('goals'), reason: 'Nytt' })
      const peer = await enter()
      const many = 6000
      for (let from = 0; from < many; from += 1000) {
        const spots = Array.from({ length: 1000 }, (_, at) => spotOf(from + at))
        goals.doc.transact(() => {
          if (kind === 'activity')
            for (const { id } of spots) addItem(goals.doc, { kind, id, order: 'a0' }, 'local')
        }, 'local')
        peer.doc.transact(() => {
          for (const { id, path } of spots)
            addReport(peer.doc, { kind, id, leaves: new Map([[path, 5]]) }, 'local')
        }, 'local')
        await settle(goals, peer)
      }
      const start = performance.now()
      await office.decide(agree('goals'))
      expect(performance.now() - start).toBeLessThan(3000)
      const { items } = await live.content(followUpRoom)
      expect(items.filter(({ leaves }) => leaves.size > 0)).toEqual([])
      expect(office.errors).toEqual([])
    },
    60_000,
  )

  test('FU16 where nothing is told, a step is opened again without reading the other steps', async () => {
    const memory = createMemory()
    let read: string[] = []
    const load: typeof memory.rooms.load = (key) => {
      read.push(key.room)
      return memory.rooms.load(key)
    }
    const office = await openOffice({ storage: { ...memory, rooms: { ...memory.rooms, load } } })
    await office.decide(agree('goals'))
    for (let minute = 0; minute < 3; minute++) office.clock.advance(60_000)
    read = []
    await office.decide({ type: 'step.reopen', stepId: stepId('goals'), reason: 'Nytt' })
    expect(read.toSorted()).toEqual([followUpRoom, 'goals'])
  })

  test('FU7 what is told of an item that is gone is no item, and comes back with it', async () => {
    const { office, goals, enter, shown, ed } = await openDesk()
    const peer = await enter()
    reportOn(peer.doc, indicator, { [value]: 61 }, 'local')
    reportOn(peer.doc, { kind: 'indicator', id: 'nowhere' }, { [value]: 1 }, 'local')
    await office.decide({ type: 'step.reopen', stepId: stepId('goals'), reason: 'Nytt' })
    await settle(peer, goals)
    deleteItem(goals.doc, indicator, { member: ed, at: '2026-03-02T09:00:00.000Z' }, 'local')
    await settle(goals)
    expect((await shown())['indicator']).toEqual([])
    changeItem(goals.doc, indicator, { 'deleted/at': '', 'deleted/by': '' }, 'local')
    await settle(goals)
    expect((await shown())['indicator']).toMatchObject([{ values: [{ year: 2024 }, { year: 2027 }] }])
  })

  test('FU8 what is told of an item goes for good with it, and stays with one that was moved', () => {
    const [step, other, own] = [newRoomDoc(), newRoomDoc(), newRoomDoc()]
    const gone = { member: 'm'.repeat(22), at: '2026-01-01T00:00:00.000Z' }
    for (const id of ['i1', 'i2']) {
      addItem(step, { kind: 'indicator', id, order: 'a0' }, null)
      reportOn(own, { kind: 'indicator', id }, { [value]: 1 }, null)
      deleteItem(step, { kind: 'indicator', id }, gone, null)
    }
    addItem(other, { kind: 'indicator', id: 'i2', order: 'a0' }, null)
    const baskets = [
      { room: stepId('goals'), doc: step, isOpen: true },
      { room: stepId('actions'), doc: other, isOpen: true },
      { room: followUpRoom, doc: own, isOpen: true },
    ]
    const going = goners(baskets, Date.UTC(2026, 5, 1))
    expect(going.map(({ room, items }) => [room, items.map(({ id }) => id)])).toEqual([
      ['goals', ['i1', 'i2']],
      ['follow-up', ['i1']],
    ])
    Y.applyUpdate(own, must(removal(own, must(going[1]).items)))
    expect([...itemsOf(own, 'indicator').keys()].map(reportedId)).toEqual(['i2'])
  })

  test('FU9 the plan’s file has it apart from what was agreed, and brings it back', async () => {
    const { live, enter } = await openDesk()
    const peer = await enter()
    reportOn(peer.doc, indicator, { [value]: 61, [before]: 52 }, 'local')
    addItem(
      peer.doc,
      { kind: 'followUp', id: 'f1', order: 'a0', leaves: new Map([['status', 'onTrack']]) },
      'local',
    )
    await settle(peer)
    const file = await planFileOf(live, '2026-03-02T09:00:00Z')
    const told = {
      id: 'i1',
      values: [
        { year: 2024, gender: 'T', value: 52 },
        { year: 2027, gender: 'T', value: 61 },
      ],
    }
    expect(file.items['indicators']).toMatchObject([
      { stepId: 'goals', item: { id: 'i1', name: 'Trygghet', values: [{ year: 2024, value: 50 }] } },
      { stepId: 'follow-up', item: told },
    ])
    expect(Object.keys(must(file.items['indicators']?.[1]).item)).toEqual(['id', 'values'])
    expect(file.items['followUps']).toMatchObject([{ stepId: 'follow-up', item: { id: 'f1' } }])
    const read = readFile(JSON.parse(JSON.stringify(file)), { random: secureRandom, agreedWords: () => '' })
    if ('problem' in read) throw new Error(JSON.stringify(read.problem))
    expect(read.leftOut).toEqual([])
    const own = must(read.rooms.find(({ id }) => id === followUpRoom))
    expect(own.content.unread).toEqual([])
    expect(own.content.items.map(({ kind, id, leaves }) => [kind, id, leaves.size])).toEqual([
      ['indicator', 'i1', 2],
      ['followUp', 'f1', 1 + 2],
    ])
  })

  test('FU9 what is told of a value without the value leaves it as it was agreed, in the file too', async () => {
    const { live, enter } = await openDesk()
    const peer = await enter()
    reportOn(peer.doc, indicator, { 'values/2024/T/-/status': 'preliminary' }, 'local')
    await settle(peer)
    const file = await planFileOf(live, '2026-03-02T09:00:00Z')
    const read = readFile(JSON.parse(JSON.stringify(file)), { random: secureRandom, agreedWords: () => '' })
    if ('problem' in read) throw new Error(JSON.stringify(read.problem))
    const rooms = read.rooms.map(({ id, content: { items } }) => ({ stepId: id, items }))
    const [merged] = must(together(rooms).get('indicator'))
    expect([before, 'values/2024/T/-/status'].map((path) => must(merged).leaves.get(path))).toEqual([
      50,
      'preliminary',
    ])
  })

  test('FU9 a file in which something is told of very many items is read in time', async () => {
    const { live } = await openDesk()
    const file = await planFileOf(live, '2026-03-02T09:00:00Z')
    const many = Array.from({ length: 6000 }, (_, at) => ({ id: `a${at}`, status: 'inProgress' }))
    const activities = ['goals', followUpRoom].flatMap((place) =>
      many.map((item) => ({ stepId: place, order: 'a0', item })),
    )
    const json = JSON.parse(JSON.stringify({ ...file, items: { activities } })) as unknown
    const start = performance.now()
    const read = readFile(json, { random: secureRandom, agreedWords: () => '' })
    expect(performance.now() - start).toBeLessThan(4000)
    if ('problem' in read) throw new Error(JSON.stringify(read.problem))
    const told = must(read.rooms.find(({ id }) => id === followUpRoom)).content.items
    expect(new Set(told.map(({ id }) => id)).size).toBe(many.length)
  }, 60_000)

  test('FU9 of a file, only what may be told after agreement is taken, of items that it has', async () => {
    const { live, enter } = await openDesk()
    const peer = await enter()
    reportOn(peer.doc, indicator, { [value]: 61 }, 'local')
    await settle(peer)
    const file = JSON.parse(JSON.stringify(await planFileOf(live, '2026-03-02T09:00:00Z'))) as {
      items: { indicators: { stepId: string; item: Record<string, unknown> }[] }
    }
    const [own, report] = file.items.indicators as [
      (typeof file.items.indicators)[0],
      (typeof file.items.indicators)[0],
    ]
    const readAll = (indicators: readonly object[]) =>
      readFile(
        { ...structuredClone(file), items: { indicators: structuredClone(indicators) } },
        {
          random: secureRandom,
          agreedWords: () => '',
        },
      )
    const named = { ...report, item: { ...report.item, name: 'Something else' } }
    expect(readAll([own, named])).toMatchObject({
      leftOut: [{ place: 'items.indicators[].item.name (1)', why: 'unknown' }],
    })
    expect(readAll([report])).toMatchObject({ leftOut: [{ why: 'noSubject' }] })
    expect(readAll([own, report, report])).toMatchObject({ problem: { why: 'duplicate' } })
  })

  test('FU3 what is acknowledged in it is on the disk', async () => {
    const { office, live, enter } = await openDesk()
    const peer = await enter()
    reportOn(peer.doc, indicator, { [value]: 61 }, 'local')
    await settle(peer)
    expect(peer.isSaved).toBe(true)
    const { base, tail } = await office.storage.rooms.load({ board: live.board.id, room: followUpRoom })
    const doc = newRoomDoc()
    for (const bytes of base ? [base, ...tail] : tail) Y.applyUpdate(doc, bytes)
    expect(stateOf(doc)).toEqual(stateOf(peer.doc))
  })

  test('FU3 a stock client writes in it; killed in between, the server has what it acknowledged', async () => {
    await using server = await startServer()
    const plan = await startPlan(server.url)
    const ada = await plan.join('Ada')
    const place = { url: server.url, board: plan.board }
    const goals = aStockClient(ada, { ...place, step: 'goals' })
    await goals.ready()
    addItem(goals.doc, { ...indicator, order: 'a0', leaves: new Map([['name', 'Trygghet']]) }, null)
    await goals.settled()
    goals.leave()
    expectStatus(
      await plan.command(plan.facilitator, { ...agree('goals'), override: { reason: 'Now' } } as never),
      200,
    )
    const own = aStockClient(ada, { ...place, step: followUpRoom })
    await own.ready()
    // As any tool would write it: the item's own id, without a mark.
    own.doc.transact(() => {
      const report: SharedItem = new Y.Map()
      itemsOf(own.doc, 'indicator').set('i1', report)
      report.set(value, 61)
    })
    await own.settled()
    await server.kill()
    own.leave()
    await server.start()
    const path = `/api/boards/${plan.board}/snapshot`
    const { items } = (await plan.facilitator.get<{ items: Record<string, object[]> }>(path)).body
    expect(items['indicator']).toMatchObject([
      { id: 'i1', stepId: 'goals', values: [{ year: 2027, value: 61 }] },
    ])
  }, 30_000)
})
