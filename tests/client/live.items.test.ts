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
