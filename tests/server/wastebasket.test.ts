import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { MemberId, StepId } from '../../shared/ids.ts'
import type { Leaf } from '../../shared/items/define.ts'
import { itemsOf, newRoomDoc } from '../../shared/step/doc.ts'
import { goners, removal, Wastebasket } from '../../server/live/wastebasket.ts'
import { commentId, stepId } from '../support/board.ts'
import { eventually } from '../support/eventually.ts'
import type { Office } from '../support/live.ts'
import { agree, openOffice } from '../support/live.ts'

/* What is deleted can be taken back for thirty days; then it goes, when nothing speaks of it. */

const day = 24 * 60 * 60_000
const now = Date.UTC(2026, 5, 1)
const ago = (days: number) => new Date(now - days * day).toISOString()

type Leaves = Readonly<Record<string, Leaf>>

const put = (doc: Y.Doc, kind: string, id: string, leaves: Leaves = {}): void => {
  const item = new Y.Map<Leaf | Y.Text>()
  for (const [path, value] of Object.entries({ order: 'a', ...leaves })) item.set(path, value)
  itemsOf(doc, kind).set(id, item)
}
const deleted = (days: number): Leaves => ({ 'deleted/at': ago(days), 'deleted/by': 'm'.repeat(22) })

/** `kind id` → leaves, in one room. */
const basket = (room: string, items: Readonly<Record<string, Leaves>>, isOpen = true) => {
  const doc = newRoomDoc()
  for (const [name, leaves] of Object.entries(items)) {
    const [kind = '', id = ''] = name.split(' ')
    put(doc, kind, id, leaves)
  }
  return { room: stepId(room), doc, isOpen }
}
const gone = (...baskets: Parameters<typeof goners>[0]) =>
  goners(baskets, now).flatMap(({ room, items }) => items.map(({ id }) => `${room} ${id}`))

describe('what goes', () => {
  test('WB1 an item goes thirty days after it was deleted, not before', () => {
    const items = { 'goal old': deleted(31), 'goal young': deleted(29), 'goal live': {} }
    expect(gone(basket('goals', items))).toEqual(['goals old'])
  })

  test.each([
    ['one link', 'activity a1', { responsibleUnitId: 'old' }],
    ['one of several', 'activity a1', { 'involvedStakeholderIds/old': true }],
    ['a key of a table', 'goal g1', { 'sharedWith/old': true }],
    ['what only files speak of', 'indicator i1', { 'source/externalRef': '{"goal":"old"}' }],
    ['an item that was deleted lately', 'activity a1', { 'involvedStakeholderIds/old': true, ...deleted(3) }],
  ])('WB2 what %s names stays', (_, name, leaves) => {
    const linking = basket('actions', { [name]: leaves })
    expect(gone(basket('goals', { 'stakeholder old': deleted(400) }), linking)).toEqual([])
  })

  test('WB2 what names each other, and is named by nothing else, goes together', () => {
    const goals = basket('goals', { 'goal g1': { ...deleted(40), 'evidenceIds/e1': true } })
    const rest = basket('actions', {
      'evidence e1': deleted(50),
      'contribution c1': { ...deleted(60), goalId: 'g1' },
    })
    expect(gone(goals, rest).sort()).toEqual(['actions c1', 'actions e1', 'goals g1'])
  })

  test('WB2 a long chain in which each names the next is followed in time, and stays when its first is named', () => {
    const links = Array.from({ length: 4000 }, (_, at): [string, Leaves] => [
      `goal g${at}`,
      { ...deleted(40), [`evidenceIds/g${at + 1}`]: true },
    ])
    const chain = basket('goals', Object.fromEntries(links))
    const start = performance.now()
    expect(gone(chain)).toHaveLength(4000)
    expect(gone(chain, basket('actions', { 'activity a1': { responsibleUnitId: 'g0' } }))).toEqual([])
    expect(performance.now() - start).toBeLessThan(2000)
  })

  test('WB3 a closed step keeps what it has, and what that links to', () => {
    const agreed = basket('goals', { 'goal g1': { ...deleted(40), 'evidenceIds/e1': true } }, false)
    expect(gone(agreed, basket('actions', { 'evidence e1': deleted(50) }))).toEqual([])
  })

  test('WB1 taking it out leaves everything else as it is', () => {
    const { doc } = basket('goals', { 'goal old': deleted(31), 'goal live': { priority: 2 } })
    const before = Y.encodeStateVector(doc)
    Y.applyUpdate(doc, must(removal(doc, [{ kind: 'goal', id: 'old' }])))
    expect([...itemsOf(doc, 'goal').keys()]).toEqual(['live'])
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })
})

/** Stores an item in a room as its author's editor would. */
const stored = async (office: Office, room: StepId, kind: string, id: string, leaves: Leaves) => {
  const live = await office.board()
  const doc = newRoomDoc()
  put(doc, kind, id, leaves)
  const update = { room, bytes: Y.encodeStateAsUpdate(doc), by: office.facilitator, clients: [doc.clientID] }
  await live.write(async () => [{ ...update, at: new Date(office.clock.now()).toISOString() }])
}
const idsIn = async (office: Office, room: StepId) =>
  [...itemsOf((await (await office.board()).room(room)).doc, 'goal').keys()].sort()
const inBasket = (office: Office, by: MemberId = office.facilitator): Leaves => ({
  'deleted/at': new Date(office.clock.now()).toISOString(),
  'deleted/by': by,
})

describe('emptying the wastebasket of a plan', () => {
  const goals = stepId('goals')

  test('WB4 happens by itself while somebody is there, and is on the disk', async () => {
    await using office = await anOffice()
    for (const room of [goals, followUpRoom])
      await stored(office, room, 'goal', `old-${room}`, inBasket(office))
    await stored(office, goals, 'goal', 'live', {})
    office.clock.advance(31 * day)
    expect(await idsIn(office, goals)).toEqual(['live', 'old-goals'])
    office.clock.advance(20_000)
    await eventually('the old ones are gone', async () => (await idsIn(office, goals)).length === 1)
    expect(await idsIn(office, followUpRoom)).toEqual([])
    expect(office.errors).toEqual([])
    const { base, tail } = await office.storage.rooms.load({
      board: (await office.board()).board.id,
      room: goals,
    })
    const doc = newRoomDoc()
    for (const bytes of [...(base ? [base] : []), ...tail]) Y.applyUpdate(doc, bytes)
    expect([...itemsOf(doc, 'goal').keys()]).toEqual(['live'])
  })

  test('WB4 is no event of the plan and nobody’s writing', async () => {
    await using office = await anOffice()
    await stored(office, goals, 'goal', 'old', inBasket(office))
    office.clock.advance(31 * day)
    const live = await office.board()
    await live.room(goals)
    const since = new Date(office.clock.now()).toISOString()
    office.clock.advance(20_000)
    await eventually('it is gone', async () => (await idsIn(office, goals)).length === 0)
    expect(live.board.seq).toBe(1)
    expect(await live.writings.since(since)).toEqual([])
  })

  test('WB3 an agreed step is left as it was agreed', async () => {
    await using office = await anOffice()
    await stored(office, goals, 'goal', 'old', inBasket(office))
    await office.decide(agree('mission'))
    await office.decide(agree('goals'))
    office.clock.advance(31 * day)
    const live = await office.board()
    await live.room(goals)
    await new Wastebasket(live).empty()
    expect(await idsIn(office, goals)).toEqual(['old'])
  })

  test('WB5 what somebody has said something of stays, until that is removed', async () => {
    await using office = await anOffice()
    await stored(office, goals, 'goal', 'old', {})
    const anchor = { type: 'item', stepId: goals, id: 'old', kind: 'goal' } as const
    await office.decide({ type: 'comment.post', commentId: commentId('k1'), anchor, body: 'Synd!' })
    const live = await office.board()
    const { doc } = await live.room(goals)
    await live.write(async () => {
      const copy = newRoomDoc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      const known = Y.encodeStateVector(copy)
      for (const [path, value] of Object.entries(inBasket(office)))
        must(itemsOf(copy, 'goal').get('old')).set(path, value)
      const bytes = Y.encodeStateAsUpdate(copy, known)
      return [
        {
          room: goals,
          bytes,
          by: office.facilitator,
          at: inBasket(office)['deleted/at'] as string,
          clients: [copy.clientID],
        },
      ]
    })
    office.clock.advance(31 * day)
    const later = await office.board()
    await new Wastebasket(later).empty()
    expect(await idsIn(office, goals)).toEqual(['old'])
    expect(later.board.comments).toMatchObject([{ id: 'k1', anchor, body: 'Synd!' }])
    await office.decide({ type: 'comment.remove', commentId: commentId('k1') })
    await new Wastebasket(later).empty()
    expect(await idsIn(office, goals)).toEqual([])
  })

  test('WB5 so does what it names', () => {
    const goal = basket('goals', { 'goal g1': { ...deleted(40), 'evidenceIds/e1': true } })
    const evidence = basket('actions', { 'evidence e1': deleted(50) })
    expect(goners([goal, evidence], now, new Set(['goal/g1']))).toEqual([])
    expect(gone(goal, evidence)).toHaveLength(2)
  })
})

const anOffice = async (): Promise<Office & AsyncDisposable> => {
  const office = await openOffice()
  return { ...office, [Symbol.asyncDispose]: () => office.hub.close() }
}
