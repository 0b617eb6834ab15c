import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { itemEditsIn } from '../../client/live/item-edits.ts'
import { planItemsOf } from '../../client/live/plan-items.ts'
import { UndoOrder } from '../../client/live/undo-order.ts'
import { must } from '../../shared/assert.ts'
import type { Kind, List } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import { StepId } from '../../shared/ids.ts'
import { entriesOf, textAt } from '../../shared/items/item.ts'
import type { Office } from '../support/live.ts'
import { agree, openOffice } from '../support/live.ts'
import type { Page } from '../support/page.ts'
import { holdTime, openPage, releaseTime, settle } from '../support/page.ts'

/* Items on two people's pages before a real server. No kind is named: what holds for one holds for all. */

let office: Office

beforeEach(async () => {
  holdTime()
  office = await openOffice()
})
afterEach(() => releaseTime())

const today = '2026-11-15'
const now = '2026-11-15T10:00:00.000Z'
const plain: readonly Kind[] = [...kinds.values()].filter((kind) => !kind.joins)
const someKind = must(plain[0])
const textOfKind = ({ fields }: Kind) => Object.entries(fields).find(([, { is }]) => is === 'text')
const kindWithText = must(plain.find((kind) => kind.fields[kind.title]?.is === 'line' && textOfKind(kind)))

const pageOf = async (name: string) => {
  const page = await openPage(office, await office.join(name, 'editor'))
  planItemsOf(page.session).subscribe(() => undefined)
  await settle(office.clock, page)
  return { page, edits: itemEditsIn(page.session) }
}

const itemsOn = ({ session }: Page, kind: string) => planItemsOf(session).get().byKind.get(kind) ?? []
const itemOn = (page: Page, id: string) => must(planItemsOf(page.session).get().byId.get(id), `no item ${id}`)
const titlesOn = (page: Page, kind: Kind) => itemsOn(page, kind.kind).map((item) => textAt(item, kind.title))

describe('items on the page', () => {
  it('IT40 of every kind are made, changed, moved, copied, deleted and brought back, and others see it', async () => {
    const [ada, bo] = [await pageOf('Ada'), await pageOf('Bo')]
    // What is called after a year or a day has no words for a name.
    for (const kind of plain.filter(({ title, fields }) => fields[title]?.is === 'line')) {
      const make = (title: string) => ada.edits.add(kind.kind, 'goals', today, new Map([[kind.title, title]]))
      const [first, second] = [make('ett'), make('två')]
      await settle(office.clock, ada.page, bo.page)
      expect(titlesOn(bo.page, kind)).toEqual(['ett', 'två'])
      bo.edits.change(itemOn(bo.page, first), { [kind.title]: 'ett till' })
      bo.edits.move(itemOn(bo.page, second), 0)
      await settle(office.clock, ada.page, bo.page)
      expect(titlesOn(ada.page, kind)).toEqual(['två', 'ett till'])
      ada.edits.duplicate(itemOn(ada.page, second), 'två (kopia)')
      ada.edits.delete(itemOn(ada.page, second), now)
      await settle(office.clock, ada.page, bo.page)
      expect(titlesOn(bo.page, kind)).toEqual(['två (kopia)', 'ett till'])
      bo.edits.restore({ stepId: 'goals', kind: kind.kind, id: second })
      await settle(office.clock, ada.page, bo.page)
      expect(titlesOn(ada.page, kind)).toEqual(['två', 'två (kopia)', 'ett till'])
    }
  })

  it('IT41 an item that did not change keeps its identity when another does', async () => {
    const { page, edits } = await pageOf('Ada')
    const [one, other] = [
      edits.add(someKind.kind, 'goals', today),
      edits.add(someKind.kind, 'mission', today),
    ]
    const before = itemOn(page, one)
    edits.change(itemOn(page, other), { [someKind.title]: 'x' })
    expect(itemOn(page, one)).toBe(before)
    expect(textAt(itemOn(page, other), someKind.title)).toBe('x')
  })

  it('IT42 an item is moved to another step under its id, and stands once', async () => {
    const [ada, bo] = [await pageOf('Ada'), await pageOf('Bo')]
    const id = ada.edits.add(someKind.kind, 'goals', today, new Map([[someKind.title, 'målet']]))
    ada.edits.moveToStep(itemOn(ada.page, id), 'actions', now)
    await settle(office.clock, ada.page, bo.page)
    expect(itemsOn(bo.page, someKind.kind)).toMatchObject([{ id, stepId: 'actions' }])
    expect(planItemsOf(bo.page.session).get().deleted).toEqual([])
  })

  it('IT43 two who move one item to two steps at once leave it in the first', async () => {
    const [ada, bo] = [await pageOf('Ada'), await pageOf('Bo')]
    const id = ada.edits.add(someKind.kind, 'mission', today)
    await settle(office.clock, ada.page, bo.page)
    ada.edits.moveToStep(itemOn(ada.page, id), 'actions', now)
    bo.edits.moveToStep(itemOn(bo.page, id), 'goals', now)
    await settle(office.clock, ada.page, bo.page)
    for (const { page } of [ada, bo])
      expect(itemsOn(page, someKind.kind)).toMatchObject([{ id, stepId: 'goals' }])
  })

  it('IT44 entries of a list keep the order in which they were added', async () => {
    const { page, edits } = await pageOf('Ada')
    for (const kind of plain)
      for (const [path, field] of Object.entries(kind.fields)) {
        if (field.is !== 'list') continue
        const id = edits.add(kind.kind, 'goals', today)
        const added = [1, 2, 3].map(() => edits.addEntry(itemOn(page, id), path, field satisfies List))
        expect(entriesOf(itemOn(page, id), path, field).map((entry) => entry.id)).toEqual(added)
        edits.removeAt(itemOn(page, id), `${path}/${must(added[1])}`)
        expect(entriesOf(itemOn(page, id), path, field).map((entry) => entry.id)).toEqual([
          added[0],
          added[2],
        ])
      }
  })

  it('IT45 a number that is counted up goes on from the highest', async () => {
    const { page, edits } = await pageOf('Ada')
    for (const kind of plain)
      for (const [path, field] of Object.entries(kind.fields)) {
        if (field.is !== 'number' || !field.next) continue
        const ids = [1, 2].map(() => edits.add(kind.kind, 'goals', today))
        edits.delete(itemOn(page, must(ids[0])), now)
        const third = edits.add(kind.kind, 'goals', today)
        expect(itemOn(page, third).leaves.get(path)).toBe(3)
      }
  })
})

describe('items of steps', () => {
  const structure = (type: 'structure.hide' | 'structure.restore', step: string) => ({
    type,
    target: { type: 'step' as const, stepId: StepId.parse(step) },
  })

  it('IT46 what a hidden step holds is not shown, and is there again when the step is', async () => {
    const { page, edits } = await pageOf('Ada')
    const id = edits.add(someKind.kind, 'goals', today)
    const gone = edits.add(someKind.kind, 'goals', today)
    edits.delete(itemOn(page, gone), now)
    await settle(office.clock, page)
    await office.decide(structure('structure.hide', 'goals'))
    await settle(office.clock, page)
    const hidden = planItemsOf(page.session).get()
    expect([itemsOn(page, someKind.kind), hidden.byId.get(id), hidden.deleted]).toEqual([[], undefined, []])
    await office.decide(structure('structure.restore', 'goals'))
    await settle(office.clock, page)
    expect(itemsOn(page, someKind.kind)).toMatchObject([{ id }])
    expect(planItemsOf(page.session).get().deleted).toMatchObject([{ id: gone }])
  })
})

describe('undo outside a text', () => {
  it('CL42 takes back what was done last, in whichever step, and does it again', async () => {
    const { page, edits } = await pageOf('Ada')
    const order = new UndoOrder(page.session)
    const goal = edits.add(someKind.kind, 'goals', today)
    const other = edits.add(someKind.kind, 'actions', today)
    edits.change(itemOn(page, goal), { [someKind.title]: 'nytt' })
    const ids = () => itemsOn(page, someKind.kind).map(({ id }) => id)
    expect(order.take('undo')).toBe('goals')
    expect(textAt(itemOn(page, goal), someKind.title)).toBe('')
    expect(order.take('undo')).toBe('actions')
    expect(ids()).toEqual([goal])
    expect(order.take('redo')).toBe('actions')
    expect(ids()).toContain(other)
    expect(order.take('redo')).toBe('goals')
    expect(textAt(itemOn(page, goal), someKind.title)).toBe('nytt')
    expect(order.take('redo')).toBeNull()
    order.stop()
  })

  /** An item of Ada's in one step, moved to another, seen by both; what each of them sees of it. */
  const aMove = async () => {
    const [ada, bo] = [await pageOf('Ada'), await pageOf('Bo')]
    const order = new UndoOrder(ada.page.session)
    const id = ada.edits.add(kindWithText.kind, 'goals', today)
    ada.edits.change(itemOn(ada.page, id), { [kindWithText.title]: 'före' })
    ada.edits.moveToStep(itemOn(ada.page, id), 'actions', now)
    const heard = () => settle(office.clock, ada.page, bo.page)
    await heard()
    const stands = () =>
      [ada, bo].map(({ page }) =>
        itemsOn(page, kindWithText.kind).map((item) =>
          [item.stepId, textAt(item, kindWithText.title)].join(': '),
        ),
      )
    return { ada, bo, order, id, heard, stands }
  }

  it('CL44 takes back in one go that an item was moved to another step, and what was done before it', async () => {
    const { ada, order, heard, stands, id } = await aMove()
    expect(stands()).toEqual([['actions: före'], ['actions: före']])
    expect(order.take('undo')).toBe('goals')
    await heard()
    expect(stands()).toEqual([['goals: före'], ['goals: före']])
    expect(order.take('undo')).toBe('goals')
    expect(textAt(itemOn(ada.page, id), kindWithText.title)).toBe('')
    expect([order.take('redo'), order.take('redo'), order.take('redo')]).toEqual(['goals', 'actions', null])
    await heard()
    expect(stands()).toEqual([['actions: före'], ['actions: före']])
    expect([order.take('undo'), order.take('redo'), order.take('undo')]).toEqual([
      'goals',
      'actions',
      'goals',
    ])
    await heard()
    expect(stands()).toEqual([['goals: före'], ['goals: före']])
    expect(planItemsOf(ada.page.session).get().deleted).toEqual([])
    order.stop()
  })

  it('CL44 keeps what others wrote in it meanwhile, there and back', async () => {
    const { bo, order, heard, stands, id } = await aMove()
    const [path] = must(textOfKind(kindWithText))
    const write = (words: string) => must(bo.edits.words(itemOn(bo.page, id), path)).insert(0, words)
    const text = () => textAt(itemOn(bo.page, id), path)
    bo.edits.change(itemOn(bo.page, id), { [kindWithText.title]: 'efter' })
    write('deras')
    await heard()
    order.take('undo')
    await heard()
    expect([stands(), text()]).toEqual([[['goals: efter'], ['goals: efter']], 'deras'])
    write('mera ')
    await heard()
    order.take('redo')
    await heard()
    expect([stands(), text()]).toEqual([[['actions: efter'], ['actions: efter']], 'mera deras'])
    order.stop()
  })

  it('CL44 leaves an item where others have put it, and goes on to what was done before', async () => {
    const { bo, order, heard, stands, id } = await aMove()
    bo.edits.moveToStep(itemOn(bo.page, id), 'mission', now)
    await heard()
    order.take('undo')
    await heard()
    expect(stands()).toEqual([['mission: före'], ['mission: före']])
    order.stop()
  })

  it('CL44 does not move it again after something new was done in one of the steps', async () => {
    const { ada, order, heard, stands } = await aMove()
    order.take('undo')
    ada.edits.add(kindWithText.kind, 'actions', today, new Map([[kindWithText.title, 'nytt']]))
    expect(order.take('redo')).toBeNull()
    await heard()
    expect(stands()[1]?.toSorted()).toEqual(['actions: nytt', 'goals: före'])
    order.stop()
  })

  it('CL44 leaves it where one of the steps takes no more edits', async () => {
    const { order, heard, stands } = await aMove()
    await office.decide(agree('goals'))
    await heard()
    expect(order.take('undo')).toBeNull()
    expect(stands()[0]).toEqual(['actions: före'])
    order.stop()
  })

  it('CL44 is taken back in a field of either step, before what was done there earlier', async () => {
    const { ada, order, heard, stands, id } = await aMove()
    ada.edits.add(must(plain.find((kind) => kind !== kindWithText)).kind, 'mission', today)
    expect(order.take('undo', 'actions')).toBe('goals')
    await heard()
    expect(stands()).toEqual([['goals: före'], ['goals: före']])
    expect(order.take('undo', 'goals')).toBe('goals')
    expect(textAt(itemOn(ada.page, id), kindWithText.title)).toBe('')
    expect(order.take('undo', 'actions')).toBeNull()
    expect([order.take('redo', 'goals'), order.take('redo', 'goals')]).toEqual(['goals', 'actions'])
    await heard()
    expect(stands()).toEqual([['actions: före'], ['actions: före']])
    order.stop()
  })

  it('CL45 goes on to what was done before where others have changed what would be taken back', async () => {
    const [ada, bo] = [await pageOf('Ada'), await pageOf('Bo')]
    const order = new UndoOrder(ada.page.session)
    const heard = () => settle(office.clock, ada.page, bo.page)
    const id = bo.edits.add(someKind.kind, 'goals', today)
    await heard()
    const other = ada.edits.add(someKind.kind, 'actions', today)
    ada.edits.change(itemOn(ada.page, id), { [someKind.title]: 'mitt' })
    await heard()
    bo.edits.change(itemOn(bo.page, id), { [someKind.title]: 'deras' })
    await heard()
    expect(order.take('undo')).toBe('actions')
    expect(textAt(itemOn(ada.page, id), someKind.title)).toBe('deras')
    expect(planItemsOf(ada.page.session).get().byId.has(other)).toBe(false)
    expect(order.take('undo')).toBeNull()
    order.stop()
  })

  it('CL43 passes over a step that takes no more edits', async () => {
    const { page, edits } = await pageOf('Ada')
    const order = new UndoOrder(page.session)
    edits.add(someKind.kind, 'actions', today)
    edits.add(someKind.kind, 'goals', today)
    await settle(office.clock, page)
    await office.decide(agree('goals'))
    await settle(office.clock, page)
    expect(order.take('undo')).toBe('actions')
    expect(order.take('undo')).toBeNull()
    order.stop()
  })
})
