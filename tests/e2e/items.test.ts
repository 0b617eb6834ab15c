import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { en } from '../../shared/messages/en/index.ts'
import type { Actor } from '../support/browser.ts'
import { aCompany } from '../support/company.ts'
import { eventually, pause } from '../support/eventually.ts'
import { startPlan } from '../support/person.ts'
import { saying, seen, stepOn } from '../support/stage.ts'

/* Items beside the text: two people build a plan of them, with a pointer, by keys alone. */

const { plan, enter } = aCompany(startPlan)

/** Somebody in the plan, on its board. */
const onBoard = (name: string): Promise<Actor> => enter(name)
const bothOnBoard = () => Promise.all([onBoard('Ada'), onBoard('Bo')])

const goalsOf = (actor: Actor) => stepOn(actor, 2)
const panelOf = ({ page }: Actor) => page.getByRole('complementary')
const cardsIn = (list: Locator) => list.locator('li[id^="item-"]')
const goalList = (actor: Actor) => goalsOf(actor).getByRole('list', { name: 'Goals', exact: true })

const addGoal = async (actor: Actor, title: string) => {
  await goalsOf(actor).getByRole('button', { name: 'Add goal' }).click()
  await panelOf(actor).getByRole('textbox', { name: 'Goal', exact: true }).fill(title)
  await seen(panelOf(actor).getByRole('heading', { level: 2, name: title }))
}

const closePanel = async (actor: Actor) => {
  await panelOf(actor).getByRole('button', { name: 'Close' }).click()
  await panelOf(actor).waitFor({ state: 'detached' })
}

/** Titles in their order, once they are these. */
const inOrder = (actor: Actor, titles: readonly string[]) =>
  eventually(
    () => `${actor.name} to see ${titles.join(', ')}`,
    async () => {
      const seen = await goalList(actor).locator('[data-item-title]').allTextContents()
      return JSON.stringify(seen) === JSON.stringify(titles)
    },
  )

/** Chooses a linked item by words, or makes one called so where there is none. */
const link = async (actor: Actor, field: string, words: string) => {
  const box = panelOf(actor).getByRole('combobox', { name: field, exact: true })
  await box.click()
  await actor.page.keyboard.type(words)
  await actor.page
    .getByRole('option', { name: new RegExp(words) })
    .first()
    .click()
  await panelOf(actor).getByRole('link', { name: words }).waitFor()
}

interface Snapshot {
  readonly items: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

const snapshot = async (): Promise<Snapshot> =>
  (await plan().facilitator.get<Snapshot>(`/api/boards/${plan().board}/snapshot`)).body

describe('items on the board', () => {
  it('JN25 two people build a goal with its indicator, its party and an activity, each in other fields', async () => {
    const [ada, bo] = await bothOnBoard()
    await addGoal(ada, 'More young people in work')
    await goalList(bo).getByRole('link', { name: 'More young people in work' }).click()
    await Promise.all([
      panelOf(bo).getByRole('textbox', { name: 'Description' }).pressSequentially('A way on after school.'),
      panelOf(ada).getByRole('combobox', { name: 'Influence' }).selectOption({ value: '4' }),
    ])
    await link(ada, 'Indicators', 'Young people without work')
    await link(bo, 'Parties', 'The youth council')
    await closePanel(ada)
    await stepOn(ada, 4).getByRole('button', { name: 'Add activity' }).click()
    await panelOf(ada).getByRole('textbox', { name: 'Activity', exact: true }).fill('One way in')
    await link(ada, 'Contributes to', 'More young people in work')
    await stepOn(bo, 4)
      .getByText(/Contributes to goal/)
      .waitFor()

    await eventually('everything on the disk', async () => {
      // A whole plan may be asked for 60 times a minute.
      await pause(250)
      const { items } = await snapshot()
      const [goal] = items['goal'] ?? []
      return (
        goal?.['influence'] === 4 &&
        goal['description'] === 'A way on after school.' &&
        (goal['indicatorIds'] as unknown[]).length === 1 &&
        (goal['sharedWith'] as unknown[]).length === 1 &&
        items['contribution']?.length === 1
      )
    })
    const { items } = await snapshot()
    expect(items['indicator']?.map((one) => one['name'])).toEqual(['Young people without work'])
    expect(items['stakeholder']?.map((one) => one['name'])).toEqual(['The youth council'])
    expect(items['activity']?.map((one) => one['title'])).toEqual(['One way in'])
  })

  it('JN25 two who write in one field read one value, and each is shown where the other is', async () => {
    const [ada, bo] = await bothOnBoard()
    await addGoal(ada, 'Safe')
    await goalList(bo).getByRole('link', { name: 'Safe' }).click()
    const titleOf = (actor: Actor) => panelOf(actor).getByRole('textbox', { name: 'Goal', exact: true })
    await titleOf(ada).focus()
    await panelOf(bo).getByText('Ada', { exact: true }).first().waitFor()
    await titleOf(ada).fill('Safe in the evening')
    await titleOf(bo).fill('Safe everywhere')
    await Promise.all([titleOf(ada).press('Enter'), titleOf(bo).press('Enter')])
    await eventually('one value on both screens', async () => {
      const [one, other] = [await titleOf(ada).inputValue(), await titleOf(bo).inputValue()]
      return one === other && one.startsWith('Safe ')
    })
  })

  it('JN26 goals are put in another order by dragging and by the menu, and the other sees it', async () => {
    const [ada, bo] = await bothOnBoard()
    for (const title of ['One', 'Two', 'Three', 'Four']) {
      await addGoal(ada, title)
      await closePanel(ada)
    }
    await inOrder(bo, ['One', 'Two', 'Three', 'Four'])
    const place = (title: string) => cardsIn(goalList(ada)).filter({ hasText: title })
    await place('Three').hover()
    await place('Three')
      .locator('[draggable="true"]')
      .dragTo(place('One'), { targetPosition: { x: 40, y: 3 } })
    await inOrder(bo, ['Three', 'One', 'Two', 'Four'])
    await goalList(bo).getByRole('button', { name: 'More for Four' }).click()
    await bo.page.getByRole('menuitem', { name: 'Move up' }).click()
    await inOrder(ada, ['Three', 'One', 'Four', 'Two'])
    await inOrder(bo, ['Three', 'One', 'Four', 'Two'])
  })

  it('JN26 what is deleted lies in the wastebasket, comes back from there or by undo, and is copied', async () => {
    const [ada, bo] = await bothOnBoard()
    await addGoal(ada, 'One')
    await closePanel(ada)
    const take = async (actor: Actor, title: string, entry: string) => {
      await goalList(actor)
        .getByRole('button', { name: `More for ${title}`, exact: true })
        .click()
      await actor.page.getByRole('menuitem', { name: entry }).click()
    }
    await take(ada, 'One', 'Duplicate')
    await inOrder(bo, ['One', 'One (copy)'])
    await take(bo, 'One (copy)', 'Delete')
    await inOrder(ada, ['One'])
    await goalsOf(ada).getByText('Wastebasket (1)').click()
    await goalsOf(ada).getByRole('button', { name: 'Restore One (copy)' }).click()
    await inOrder(bo, ['One', 'One (copy)'])
    await take(bo, 'One', 'Delete')
    await inOrder(ada, ['One (copy)'])
    await bo.page.keyboard.press('Control+z')
    await inOrder(ada, ['One', 'One (copy)'])
  })

  it('JN27 by keys alone a goal is made, filled in, moved, deleted and brought back', async () => {
    const ada = await onBoard('Ada')
    const { page } = ada
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const make = async (title: string) => {
      await goalsOf(ada).getByRole('button', { name: 'Add goal' }).focus()
      await press('Enter')
      await panelOf(ada).getByRole('textbox', { name: 'Goal', exact: true }).waitFor()
      const focused = () =>
        page.evaluate(() => document.activeElement?.closest('[data-block]')?.getAttribute('data-block') ?? '')
      for (let count = 0; count < 12 && !(await focused()).endsWith('/title'); count++) await press('Tab')
      await page.keyboard.type(title)
      await press('Escape')
      await panelOf(ada).waitFor({ state: 'detached' })
    }
    await make('First')
    await make('Second')
    await inOrder(ada, ['First', 'Second'])
    await goalList(ada).getByRole('button', { name: 'More for Second' }).focus()
    await press('Enter')
    await page.getByRole('menuitem', { name: 'Move up' }).waitFor()
    await page.getByRole('menuitem', { name: 'Move up' }).focus()
    await press('Enter')
    await inOrder(ada, ['Second', 'First'])
    await goalList(ada).getByRole('button', { name: 'More for First' }).focus()
    await press('Enter')
    await page.getByRole('menuitem', { name: 'Delete' }).focus()
    await press('Enter')
    await inOrder(ada, ['Second'])
    await press('Control+z')
    await inOrder(ada, ['Second', 'First'])
  })
})

/** Where the keys go, by what the person would call it; 'nothing' when the focus is lost. */
const focusOf = ({ page }: Actor): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: at } = document
    if (at === null || at === document.body) return 'nothing'
    const field = at.closest('[data-block]')?.getAttribute('data-block')?.split('/').slice(2).join('/')
    return field || at.getAttribute('aria-label') || (at.textContent ?? '').trim()
  })

const isAt = (actor: Actor, wanted: string) => {
  let seen = ''
  return eventually(
    () => `${actor.name} to be at “${wanted}”, who was last at “${seen}”`,
    async () => (seen = await focusOf(actor)) === wanted,
  )
}

describe('where the person stands', () => {
  it('JN30 what is added is named at once, and what is moved, deleted or restored leaves the focus in its list', async () => {
    const ada = await onBoard('Ada')
    const { page } = ada
    for (const title of ['One', 'Two', 'Three', 'Four']) {
      await goalsOf(ada).getByRole('button', { name: 'Add goal' }).click()
      await isAt(ada, 'title')
      await page.keyboard.type(title)
      await closePanel(ada)
    }
    const take = async (title: string, entry: string) => {
      await goalList(ada)
        .getByRole('button', { name: `More for ${title}`, exact: true })
        .click()
      await page.getByRole('menuitem', { name: entry, exact: true }).click()
    }
    // The first three are cards, the others lines.
    await take('One', 'Move last')
    await inOrder(ada, ['Two', 'Three', 'Four', 'One'])
    await isAt(ada, 'More for One')
    await take('Three', 'Delete')
    await isAt(ada, 'More for Four')
    await take('One', 'Delete')
    await isAt(ada, 'More for Four')
    await goalsOf(ada).getByText('Wastebasket (2)').click()
    await goalsOf(ada).getByRole('button', { name: 'Restore Three' }).click()
    await isAt(ada, 'More for Three')
    for (const title of ['Two', 'Three']) await take(title, 'Delete')
    await take('Four', 'Delete')
    await isAt(ada, 'Add goal')
  })

  it('JN30 whoever adds another item while one is open comes back to where the last was added', async () => {
    const ada = await onBoard('Ada')
    await goalsOf(ada).getByRole('button', { name: 'Add goal' }).click()
    await isAt(ada, 'title')
    await ada.page.getByRole('button', { name: 'Add indicator' }).click()
    await eventually(
      'the form of the indicator',
      async () => (await panelOf(ada).getByText('Decimals').count()) > 0,
    )
    await ada.page.keyboard.press('Escape')
    await isAt(ada, 'Add indicator')
  })

  it('JN30 whoever is in an item that others delete goes on from its name, and scrolls nothing with the next letter', async () => {
    const [ada, bo] = await bothOnBoard()
    await addGoal(ada, 'Safe')
    await goalList(bo).getByRole('link', { name: 'Safe' }).click()
    const description = panelOf(ada).getByRole('textbox', { name: 'Description' })
    await description.pressSequentially('In the evening')
    await panelOf(bo).getByRole('button', { name: 'More for Safe' }).click()
    await bo.page.getByRole('menuitem', { name: 'Delete' }).click()
    await isAt(ada, 'Safe')
    await isAt(bo, 'Safe')
    await panelOf(bo).getByRole('button', { name: 'Restore' }).click()
    await isAt(bo, 'Safe')
    await isAt(ada, 'Safe')
    expect(await description.inputValue()).toBe('In the evening')
  })
})

describe('a field of an item', () => {
  it('JN31 half a day leaves the day that stood there, and says so', async () => {
    const anna = await onBoard('Anna')
    await anna.page.getByRole('button', { name: 'Add activity' }).first().click()
    const begins = panelOf(anna).getByLabel('Begins').first()
    await begins.fill('2026-03-01')
    const heading = panelOf(anna).getByRole('heading', { level: 2 })
    await heading.focus()
    await begins.press('Backspace')
    await heading.focus()
    await panelOf(anna).getByText(en.items.notDay).waitFor()
    await saying(anna, 'Saved')
    await anna.page.reload()
    await eventually('the day to be there', async () => (await begins.inputValue()) === '2026-03-01')
  })
})
