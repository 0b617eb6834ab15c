import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { watchWritings } from '../../client/inbox/writings.ts'
import { itemEditsIn } from '../../client/live/item-edits.ts'
import { planItemsOf } from '../../client/live/plan-items.ts'
import { roomOf } from '../../client/live/told.ts'
import { UndoOrder } from '../../client/live/undo-order.ts'
import { must } from '../../shared/assert.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { kinds } from '../../shared/items/index.ts'
import { hasReports } from '../../shared/items/reports.ts'
import { snapshotOf } from '../../server/export/snapshot.ts'
import { stepId } from '../support/board.ts'
import { spotsOf } from '../support/items.ts'
import type { Office } from '../support/live.ts'
import { agree, openOffice } from '../support/live.ts'
import type { Page } from '../support/page.ts'
import { holdTime, openPage, pass, releaseTime, settle } from '../support/page.ts'
import { seeded, seeds } from '../support/random.ts'

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

const reopen = () => office.decide({ type: 'step.reopen', stepId: stepId('goals'), reason: 'Nytt' })

/** The year and the number of each value of the only indicator. */
const valuesIn = (indicators: unknown) =>
  (indicators as readonly { readonly values?: readonly { year: number; value: number }[] }[]).flatMap(
    ({ values = [] }) => values.map((one) => [one.year, one.value]),
  )
const shown = async () => (await snapshotOf(await office.board())).items['indicator']
const lastVersion = async () => {
  const { id } = (await office.board()).board
  const { id: version } = must((await office.storage.boards.versions(id)).at(-1))
  return must(await office.storage.boards.version(id, version)) as unknown as {
    readonly content: { readonly content: { readonly items: Readonly<Record<string, unknown>> } }
  }
}

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

  it('FU16 is the step’s own when the step is opened again, and is emptied once', async () => {
    const { ada, bo, id, heard } = await afterAgreement()
    ada.edits.change(itemOn(ada.page, id), { [value]: 61, [before]: 52 })
    await heard()
    await reopen()
    await heard()
    for (const { page } of [ada, bo]) {
      expect([leafOn(page, id, value), leafOn(page, id, before)]).toEqual([61, 52])
      expect(itemOn(page, id).reported).toBeUndefined()
    }
    bo.edits.removeAt(itemOn(bo.page, id), 'values/2024/T/-')
    ada.edits.change(itemOn(ada.page, id), { [value]: 62, name: 'B' }, 'typing')
    await heard()
    for (const { page } of [ada, bo])
      expect([value, before, 'name'].map((path) => leafOn(page, id, path))).toEqual([62, undefined, 'B'])
    await office.decide(agree('goals'))
    expect(valuesIn((await lastVersion()).content.content.items['indicator'])).toEqual([[2027, 62]])
    expect(valuesIn(await shown())).toEqual([[2027, 62]])
  })

  it('FU17 told too late, it is laid over the open step, and emptied or changed once', async () => {
    const { ada, bo, id, heard } = await afterAgreement()
    const late = async (leaves: Readonly<Record<string, number>>) => {
      ada.page.network.cut()
      ada.edits.change(itemOn(ada.page, id), leaves)
      await reopen()
      ada.page.network.isUp = true
      ada.page.wake()
      await heard()
      pass(office.clock, 1000)
      await heard()
    }
    await late({ [value]: 61, [before]: 52 })
    expect(itemOn(bo.page, id).reported).toEqual(new Set([value, before]))
    bo.edits.change(itemOn(bo.page, id), { [before]: '' })
    await heard()
    for (const { page } of [ada, bo])
      expect([leafOn(page, id, value), leafOn(page, id, before)]).toEqual([61, undefined])
    // What nobody has written over since is agreed as everybody sees it.
    await office.decide(agree('goals'))
    await heard()
    expect(valuesIn((await lastVersion()).content.content.items['indicator'])).toEqual([[2027, 61]])
    expect(itemOn(bo.page, id).reported).toBeUndefined()
    await late({ [value]: 63 })
    ada.edits.change(itemOn(ada.page, id), { [value]: 64 })
    await heard()
    expect([ada, bo].map(({ page }) => leafOn(page, id, value))).toEqual([64, 64])
    expect(itemOn(bo.page, id).reported).toBeUndefined()
    expect(valuesIn(await shown())).toEqual([[2027, 64]])
  })

  it.each(seeds(12))(
    'FU18 through agreeing, telling and opening again everybody sees what was written last (seed %i)',
    async (seed) => {
      const { ada, bo, id, heard } = await afterAgreement()
      const random = seeded(seed)
      const paths = [value, before, 'values/2026/K/-/value']
      const last = new Map<string, number | undefined>([[before, 50]])
      let isAgreed = true
      const write = ({ page, edits }: typeof ada) => {
        const path = random.pick(paths)
        const number = random.chance(0.3) ? undefined : random.int(100)
        const item = itemOn(page, id)
        // What was agreed is not taken away, only what was told over it.
        if (number === undefined && isAgreed) return
        if (number !== undefined)
          edits.change(item, { [path]: number }, random.chance(0.5) ? 'typing' : undefined)
        else if (random.chance(0.5)) edits.change(item, { [path]: '' })
        else edits.removeAt(item, path.replace(/\/value$/, ''))
        last.set(path, number)
      }
      const turn = async () => {
        if (isAgreed) await reopen()
        else await office.decide(agree('goals'))
        isAgreed = !isAgreed
      }
      const isAway = () => [ada, bo].some(({ page }) => !page.network.isUp)
      for (let move = 0; move < 40; move++) {
        const person = random.pick([ada, bo])
        const chance = random.float()
        if (chance < 0.6) write(person)
        else if (chance < 0.8) await turn()
        else if (!isAway() && isAgreed) {
          // Tells while nobody hears it; the step may be opened before it arrives, and then it comes last.
          person.page.network.cut()
          write(person)
          if (random.chance(0.6)) await turn()
          person.page.network.isUp = true
          person.page.wake()
          pass(office.clock, 1000)
        }
        await heard()
        pass(office.clock, 61_000)
        await heard()
        for (const { page } of [ada, bo])
          expect(
            paths.map((path) => leafOn(page, id, path)),
            `move ${move}`,
          ).toEqual(paths.map((path) => last.get(path)))
      }
      const values = paths.flatMap((path) => {
        const number = last.get(path)
        return number === undefined ? [] : [[Number(path.split('/')[1]), number]]
      })
      expect(valuesIn(await shown())).toEqual(values.sort(([a = 0], [b = 0]) => a - b))
      if (!isAgreed) await office.decide(agree('goals'))
      else await reopen().then(() => office.decide(agree('goals')))
      expect(valuesIn((await lastVersion()).content.content.items['indicator'])).toEqual(values)
      expect([ada, bo].map(({ page }) => page.session.refusals.get())).toEqual([[], []])
      expect(office.errors).toEqual([])
    },
    60_000,
  )

  it('IN15 is heard of by whoever else is on the page, and so are follow-ups', async () => {
    const { ada, bo, id, heard } = await afterAgreement()
    const places: string[] = []
    const stop = watchWritings(bo.page.session, 'Bo', ({ stepId: step, what }) =>
      places.push(`${step} ${what}`),
    )
    ada.edits.change(itemOn(ada.page, id), { [value]: 61 })
    const followUp = ada.edits.add('followUp', 'goals', today, new Map([['indicatorId', id]]))
    await heard()
    expect(new Set(places)).toEqual(
      new Set([`${followUpRoom} items:indicator/${id}`, `${followUpRoom} items:followUp/${followUp}`]),
    )
    ada.edits.change(itemOn(ada.page, id), { [before]: 52 })
    await heard()
    // Opened again, the step has what everybody has heard of: that is no news.
    places.length = 0
    await reopen()
    await heard()
    expect([places, leafOn(bo.page, id, value)]).toEqual([[], 61])
    ada.edits.change(itemOn(ada.page, id), { [value]: 62 })
    await heard()
    expect(places).toEqual([`goals items:indicator/${id}`])
    stop()
    ada.edits.change(itemOn(ada.page, id), { [value]: 63 })
    await heard()
    expect(places).toHaveLength(1)
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

  it('FU16 an item moved on from a step that was opened again takes what was told with it', async () => {
    const { ada, id, heard } = await afterAgreement()
    ada.edits.change(itemOn(ada.page, id), { [value]: 61 })
    await heard()
    await reopen()
    await heard()
    ada.edits.moveToStep(itemOn(ada.page, id), 'actions', `${today}T10:00:00.000Z`)
    await heard()
    expect(itemOn(ada.page, id).stepId).toBe('actions')
    const live = await office.board()
    const { items } = await live.content(stepId('actions'))
    expect(items.map(({ leaves }) => leaves.get(value))).toEqual([61])
  })
})
