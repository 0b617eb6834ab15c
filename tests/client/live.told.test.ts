import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { itemEditsIn } from '../../client/live/item-edits.ts'
import { planItemsOf } from '../../client/live/plan-items.ts'
import { roomOf } from '../../client/live/told.ts'
import { UndoOrder } from '../../client/live/undo-order.ts'
import { must } from '../../shared/assert.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { kinds } from '../../shared/items/index.ts'
import { hasReports } from '../../shared/items/reports.ts'
import { stepId } from '../support/board.ts'
import { spotsOf } from '../support/items.ts'
import type { Office } from '../support/live.ts'
import { agree, openOffice } from '../support/live.ts'
import type { Page } from '../support/page.ts'
import { holdTime, openPage, pass, releaseTime, settle } from '../support/page.ts'

/* What is told after agreement, on two people's pages before a real server. */

let office: Office

beforeEach(async () => {
  holdTime()
  office = await openOffice()
})
afterEach(() => releaseTime())

const today = '2026-11-15'
const value = 'values/2027/T/-/value'
const before = 'values/2024/T/-/value'

const pageOf = async (name: string) => {
  const page = await openPage(office, await office.join(name, 'editor'))
  planItemsOf(page.session).subscribe(() => undefined)
  await settle(office.clock, page)
  return { page, edits: itemEditsIn(page.session) }
}
const itemOn = (page: Page, id: string) => must(planItemsOf(page.session).get().byId.get(id), `no item ${id}`)
const leafOn = (page: Page, id: string, path: string) => itemOn(page, id).leaves.get(path)

/** Two pages, and an indicator in a step that is agreed. */
const afterAgreement = async () => {
  const [ada, bo] = [await pageOf('Ada'), await pageOf('Bo')]
  const id = ada.edits.add(
    'indicator',
    'goals',
    today,
    new Map<string, string | number>([
      ['name', 'A'],
      [before, 50],
    ]),
  )
  await settle(office.clock, ada.page, bo.page)
  await office.decide(agree('goals'))
  await settle(office.clock, ada.page, bo.page)
  return { ada, bo, id, heard: () => settle(office.clock, ada.page, bo.page) }
}

describe('what is told after agreement, on the page', () => {
  it('FU12 is written in the plan’s own room, and seen by everybody over what was agreed', async () => {
    const { ada, bo, id, heard } = await afterAgreement()
    ada.edits.change(itemOn(ada.page, id), { [value]: 61 })
    expect(leafOn(ada.page, id, value)).toBe(61)
    bo.edits.change(itemOn(bo.page, id), { [before]: 52 }, 'typing')
    await heard()
    for (const { page } of [ada, bo]) {
      expect([leafOn(page, id, value), leafOn(page, id, before)]).toEqual([61, 52])
      expect(itemOn(page, id)).toMatchObject({ stepId: 'goals', reported: new Set([before, value]) })
      expect(page.session.refusals.get()).toEqual([])
    }
    expect(office.errors).toEqual([])
  })

  it('FU12 goes on being told there when the step is opened again; what is new is written in the step', async () => {
    const { ada, id, heard } = await afterAgreement()
    ada.edits.change(itemOn(ada.page, id), { [value]: 61 })
    await heard()
    await office.decide({ type: 'step.reopen', stepId: stepId('goals'), reason: 'Nytt' })
    await heard()
    ada.edits.change(itemOn(ada.page, id), { [value]: 62, [before]: 51, name: 'B' })
    await heard()
    expect(itemOn(ada.page, id).reported).toEqual(new Set([value]))
    expect([value, before, 'name'].map((path) => leafOn(ada.page, id, path))).toEqual([62, 51, 'B'])
    ada.edits.removeAt(itemOn(ada.page, id), 'values')
    await heard()
    expect([value, before].map((path) => leafOn(ada.page, id, path))).toEqual([undefined, undefined])
  })

  it('FU15 stays with whoever told it when it is not taken, in clear', async () => {
    const { ada, id, heard } = await afterAgreement()
    ada.page.network.cut()
    ada.edits.change(itemOn(ada.page, id), { [value]: 61 })
    const { members } = (await office.board()).board
    const memberId = must(members.find(({ name }) => name === 'Ada')).id
    await office.decide({ type: 'member.role', memberId, role: 'reader' })
    ada.page.network.isUp = true
    ada.page.wake()
    await heard()
    pass(office.clock, 1000)
    await heard()
    const [refused] = ada.page.session.refusals.get()
    expect(refused).toMatchObject({ stepId: followUpRoom, reason: 'role', kept: 'here' })
    expect(JSON.stringify(refused?.changes)).toContain('61')
    expect(leafOn(ada.page, id, value)).toBeUndefined()
  })

  it('FU12 each field knows the room in which it is written', async () => {
    const { ada, id } = await afterAgreement()
    const view = ada.page.session.board.get()
    if (view.is !== 'ready') throw new Error('no board')
    const { board } = view
    const item = itemOn(ada.page, id)
    expect([value, 'name', 'targets/2027/T/-/value'].map((path) => roomOf(board, item, path))).toEqual([
      followUpRoom,
      'goals',
      'goals',
    ])
    const open = ada.edits.add('indicator', 'mission', today)
    for (const { path } of spotsOf(must(kinds.get('indicator'))))
      expect(roomOf(board, itemOn(ada.page, open), path)).toBe('mission')
    expect([...kinds.values()].filter(hasReports).map(({ kind }) => kind)).toContain('indicator')
  })

  it('FU13 is taken back by undo, and done again', async () => {
    const { ada, bo, id, heard } = await afterAgreement()
    const order = new UndoOrder(ada.page.session)
    ada.edits.change(itemOn(ada.page, id), { [before]: 52 })
    ada.edits.change(itemOn(ada.page, id), { [before]: 53 })
    expect(order.take('undo')).toBe(followUpRoom)
    expect(leafOn(ada.page, id, before)).toBe(52)
    order.take('undo')
    expect([leafOn(ada.page, id, before), itemOn(ada.page, id).reported]).toEqual([50, undefined])
    order.take('redo')
    await heard()
    expect(leafOn(bo.page, id, before)).toBe(52)
    order.stop()
  })

  it('FU13 taken away, what was agreed shows again', async () => {
    const { ada, bo, id, heard } = await afterAgreement()
    ada.edits.change(itemOn(ada.page, id), { [before]: 52 })
    await heard()
    bo.edits.removeAt(itemOn(bo.page, id), 'values/2024/T/-')
    await heard()
    expect(leafOn(ada.page, id, before)).toBe(50)
    // What was agreed cannot be taken away.
    bo.edits.removeAt(itemOn(bo.page, id), 'values/2024')
    await heard()
    expect(leafOn(ada.page, id, before)).toBe(50)
    expect(bo.page.session.refusals.get()).toEqual([])
  })

  it('FU12 an item that others do not change keeps its identity, with what was told of it', async () => {
    const { ada, bo, id, heard } = await afterAgreement()
    const other = ada.edits.add('indicator', 'mission', today)
    ada.edits.change(itemOn(ada.page, id), { [value]: 61 })
    await heard()
    const [told, plain] = [itemOn(bo.page, id), itemOn(bo.page, other)]
    ada.edits.change(itemOn(ada.page, other), { name: 'B' })
    await heard()
    expect(itemOn(bo.page, id)).toBe(told)
    expect(itemOn(bo.page, other)).not.toBe(plain)
  })

  it('FU14 items that come after agreement are made in the plan’s own room, whichever section adds them', async () => {
    const { ada, bo, id, heard } = await afterAgreement()
    for (const { kind, afterAgreement: isAfter } of kinds.values()) {
      if (!isAfter) continue
      const made = ada.edits.add(kind, 'goals', today, new Map([['indicatorId', id]]))
      await heard()
      expect(itemOn(bo.page, made)).toMatchObject({ kind, stepId: followUpRoom })
      bo.edits.delete(itemOn(bo.page, made), `${today}T10:00:00.000Z`)
      await heard()
      expect(
        planItemsOf(ada.page.session)
          .get()
          .deleted.map((one) => one.id),
      ).toEqual([made])
    }
  })

  it('FU6 an item moved to another step leaves what was told of it where it is told', async () => {
    const { ada, id, heard } = await afterAgreement()
    ada.edits.change(itemOn(ada.page, id), { [value]: 61 })
    await office.decide({ type: 'step.reopen', stepId: stepId('goals'), reason: 'Nytt' })
    await heard()
    ada.edits.moveToStep(itemOn(ada.page, id), 'actions', `${today}T10:00:00.000Z`)
    await heard()
    expect(itemOn(ada.page, id)).toMatchObject({ stepId: 'actions', reported: new Set([value]) })
    const live = await office.board()
    const { items } = await live.content(stepId('actions'))
    expect(items.map(({ leaves }) => leaves.has(value))).toEqual([false])
  })
})
