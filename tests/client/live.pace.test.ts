import { afterEach, beforeEach, expect, it } from 'vitest'
import { itemEditsIn } from '../../client/live/item-edits.ts'
import { planItemsOf } from '../../client/live/plan-items.ts'
import { must } from '../../shared/assert.ts'
import { kinds } from '../../shared/items/index.ts'
import { textAt } from '../../shared/items/item.ts'
import { openOffice, type Office } from '../support/live.ts'
import { holdTime, openPage, pass, releaseTime, settle } from '../support/page.ts'

let office: Office

beforeEach(async () => {
  holdTime()
  office = await openOffice()
})
afterEach(() => releaseTime())

it('IT47 many letters of others in items are one change of the plan’s items, one’s own letter is there at once', async () => {
  const [ada, bo] = [
    await openPage(office, await office.join('Ada', 'editor')),
    await openPage(office, await office.join('Bo', 'editor')),
  ]
  const changes = { ada: 0, bo: 0 }
  planItemsOf(ada.session).subscribe(() => changes.ada++)
  planItemsOf(bo.session).subscribe(() => changes.bo++)
  await settle(office.clock, ada, bo)
  const kind = must([...kinds.values()].find(({ joins }) => !joins))
  const edits = itemEditsIn(ada.session)
  const id = edits.add(kind.kind, 'goals', '2026-11-15')
  await settle(office.clock, ada, bo)
  const titleOn = ({ session }: typeof ada) =>
    textAt(must(planItemsOf(session).get().byId.get(id)), kind.title)

  const letters = 'abcdefghij'
  changes.ada = changes.bo = 0
  for (const at of [...letters].keys()) {
    const item = must(planItemsOf(ada.session).get().byId.get(id))
    edits.change(item, { [kind.title]: letters.slice(0, at + 1) }, 'typing')
    expect(titleOn(ada)).toBe(letters.slice(0, at + 1))
    for (const page of [ada, bo]) page.network.deliver()
    pass(office.clock, 20)
    for (const page of [ada, bo]) page.network.deliver()
  }
  await settle(office.clock, ada, bo)
  expect(titleOn(bo)).toBe(letters)
  expect(changes.ada).toBe(letters.length)
  expect(changes.bo).toBeGreaterThan(0)
  expect(changes.bo).toBeLessThan(letters.length / 2)
})
