import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { itemEditsIn } from '../../client/live/item-edits.ts'
import { planItemsOf } from '../../client/live/plan-items.ts'
import { must } from '../../shared/assert.ts'
import { textAt } from '../../shared/items/item.ts'
import type { Office } from '../support/live.ts'
import { openOffice } from '../support/live.ts'
import type { Page } from '../support/page.ts'
import { holdTime, openPage, releaseTime, settle } from '../support/page.ts'

/* A block that is written at once, before a real server. */

let office: Office

beforeEach(async () => {
  holdTime()
  office = await openOffice()
})
afterEach(() => releaseTime())

const pageOf = async (name: string) => {
  const page = await openPage(office, await office.join(name, 'editor'))
  planItemsOf(page.session).subscribe(() => undefined)
  await settle(office.clock, page)
  return page
}

const goalsOn = ({ session }: Page) =>
  (planItemsOf(session).get().byKind.get('goal') ?? []).map((item) => [
    textAt(item, 'title'),
    textAt(item, 'number'),
  ])

describe('a block in a table', () => {
  it('TB24 values and new items are one entry of undo, the new ones behind the others in their order', async () => {
    const [ada, bo] = [await pageOf('Ada'), await pageOf('Bo')]
    const edits = itemEditsIn(ada.session)
    const today = '2026-11-15'
    const first = edits.add('goal', 'goals', today, new Map([['title', 'First']]))
    await settle(office.clock, ada, bo)
    const item = must(planItemsOf(ada.session).get().byId.get(first))
    edits.asOne(['goals', 'goals', 'actions'], () => {
      edits.change(item, { title: 'Changed' })
      edits.addAll('goal', 'goals', today, [new Map([['title', 'Second']]), new Map([['title', 'Third']])])
      edits.change(item, { priority: 2 })
    })
    await settle(office.clock, ada, bo)
    expect(goalsOn(bo)).toEqual([
      ['Changed', '1'],
      ['Second', '2'],
      ['Third', '3'],
    ])
    ada.session.room('goals').document.get().undo.undo()
    await settle(office.clock, ada, bo)
    expect(goalsOn(bo)).toEqual([['First', '1']])
    ada.session.room('goals').document.get().undo.undo()
    await settle(office.clock, ada, bo)
    expect(goalsOn(bo)).toEqual([])
  })
})
