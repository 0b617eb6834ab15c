import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../support/browser.ts'
import { aCompany } from '../support/company.ts'
import { eventually } from '../support/eventually.ts'
import { startPlan } from '../support/person.ts'

/* Tables to work in: two people, one of whom pastes from a spreadsheet and one of whom has only keys. */

const { plan, enter } = aCompany(startPlan)

const gridOf = ({ page }: Actor) => page.getByRole('grid')
const dialogOf = ({ page }: Actor) => page.getByRole('dialog')

/** Puts cells in where the focus is, as a spreadsheet gives them. */
const paste = (target: Locator, cells: string) =>
  target.evaluate((element, text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, cells)

/** The words of the table’s rows, once they are these. */
const rowsAre = (actor: Actor, wanted: readonly (readonly string[])[]) =>
  eventually(`rows ${JSON.stringify(wanted)}`, async () => {
    const rows = await gridOf(actor)
      .locator('tbody [data-row]')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('[data-cell]')].map((cell) => cell.textContent)),
      )
    return (
      wanted.every((row, at) => row.every((word) => rows[at]?.some((cell) => cell.includes(word)))) &&
      rows.length === wanted.length
    )
  })

/** One more row, with its name typed where it comes to stand. */
const addRow = async (actor: Actor, button: string, name: string) => {
  await actor.page.getByRole('button', { name: button }).press('Enter')
  await gridOf(actor).getByRole('textbox').and(actor.page.locator(':focus')).waitFor()
  await actor.page.keyboard.type(name)
  await actor.page.keyboard.press('Enter')
  await gridOf(actor).getByRole('rowheader', { name }).waitFor()
}

describe('a table of items', () => {
  it('JN53 a block from a spreadsheet becomes rows, what does not fit is put right first, and all of it is undone at once', async () => {
    const [ada, bo] = await Promise.all([enter('Ada', '/table/indicator'), enter('Bo', '/table/indicator')])
    await addRow(ada, 'Add indicator', 'First')
    await rowsAre(bo, [['First']])
    const first = gridOf(ada).getByRole('rowheader', { name: 'First' })
    await first.focus()
    // As Firefox says it: where text was last pressed, not where the focus is.
    await paste(
      ada.page.locator('body'),
      'Name\tMeasures\tWanted direction\nYoung at work\tOutcome\tShould rise\nSafe at night\tNonsense\t',
    )
    expect(await dialogOf(ada).textContent()).toContain('1 value does not fit')
    await rowsAre(bo, [['First']])
    expect(await ada.axe()).toEqual([])
    await dialogOf(ada).getByRole('textbox').fill('outcome')
    await dialogOf(ada).getByRole('button', { name: 'Write' }).click()
    await rowsAre(bo, [['Young at work'], ['Safe at night']])
    await ada.page.keyboard.press('Control+z')
    await rowsAre(bo, [['First']])

    // One value is for the cell it is put in; this one takes none.
    await gridOf(ada).locator('tbody [data-cell="!"]').focus()
    await paste(ada.page.locator('body'), 'Somewhere else')
    await first.press('F2')
    await gridOf(bo).getByRole('rowheader', { name: 'First' }).press('F2')
    await bo.page.keyboard.type('Renamed')
    await bo.page.keyboard.press('Enter')
    await rowsAre(bo, [['Renamed']])
    // Whoever only stands in a cell does not write over what others write there meanwhile.
    await eventually('the new name where nothing was typed', async () => {
      return (await gridOf(ada).getByRole('textbox').inputValue()) === 'Renamed'
    })
    await ada.page.keyboard.press('Enter')
    const measures = gridOf(ada).getByRole('combobox', { name: 'Measures' })
    for (const actor of [ada, bo]) await gridOf(actor).locator('tbody [data-cell="level"]').press('Enter')
    await gridOf(bo).getByRole('combobox', { name: 'Measures' }).selectOption('Outcome')
    await bo.page.keyboard.press('Enter')
    await eventually('the new choice', async () => (await measures.inputValue()) === 'outcome')
    await measures.press('Tab')
    for (const actor of [ada, bo]) await rowsAre(actor, [['Renamed', 'Outcome']])
  })

  it('JN53 a series from a spreadsheet is put into an indicator, and others see it at once', async () => {
    const [ada, bo] = await Promise.all([enter('Ada', '/table/indicator'), enter('Bo', '/table/indicator')])
    await addRow(ada, 'Add indicator', 'Young at work')
    await gridOf(ada).getByRole('rowheader', { name: 'Young at work' }).press('Shift+Enter')
    const series = ada.page.getByRole('complementary').getByRole('group', { name: 'Values' }).first()
    await series.getByRole('textbox').first().focus()
    await paste(ada.page.locator('body'), '\t2023\t2024\nWomen\t9.1\t8.7\nMen\t9.5\t..\nTotal\t9.3\tabout 9')
    await dialogOf(ada).getByText('1 value does not fit').waitFor()
    await dialogOf(ada).getByRole('textbox', { name: '2024, Total' }).fill('9')
    await dialogOf(ada).getByRole('button', { name: 'Write 6 values' }).click()
    await rowsAre(bo, [['Young at work', '9.3', '9']])
    expect(await series.getByRole('textbox', { name: '2023, Women' }).inputValue()).toBe('9.1')
    await series.getByText('Missing').waitFor()
  })

  it('JN57 by keys alone rows are added, written in and left; a link shows another the same rows', async () => {
    const ada = await enter('Ada', '/table/goal')
    const { keyboard } = ada.page
    for (const title of ['Safe at night', 'More at work']) await addRow(ada, 'Add goal', title)
    await rowsAre(ada, [['Safe at night'], ['More at work']])
    await gridOf(ada).getByRole('rowheader', { name: 'Safe at night' }).focus()
    await keyboard.press('ArrowDown')
    await keyboard.press('F2')
    await keyboard.type('Never written')
    await keyboard.press('Escape')
    await rowsAre(ada, [['Safe at night'], ['More at work']])
    await keyboard.press('ArrowRight')
    await keyboard.press('ArrowRight')
    await keyboard.press('Enter')
    await keyboard.press('ArrowDown')
    await keyboard.press('Tab')
    await eventually('a choice that is written', async () => {
      const words = await gridOf(ada).locator('tbody [data-row]:last-child [data-cell="kind"]').textContent()
      return words !== '' && words !== null
    })
    const groups = gridOf(ada).locator('tbody [data-row]:last-child [data-cell="indicatorIds"]')
    await groups.focus()
    for (const name of ['Young at work', 'Sense of safety']) {
      await keyboard.press(name === 'Young at work' ? 'Enter' : 'Escape')
      if (name !== 'Young at work') await keyboard.press('Enter')
      await keyboard.type(name)
      await ada.page.getByRole('option', { name: `Make “${name}”` }).waitFor()
      await keyboard.press('Enter')
      await ada.page.getByRole('option', { name, selected: true }).waitFor()
    }
    expect(await ada.axe()).toEqual([])
    await keyboard.type('safety')
    await keyboard.press('Enter')
    await ada.page.getByRole('option', { name: 'Sense of safety', selected: false }).waitFor()
    await keyboard.press('Tab')
    await rowsAre(ada, [['Safe at night'], ['More at work', 'Young at work']])
    await ada.page.getByRole('search').getByRole('textbox').focus()
    await keyboard.type('work')
    await rowsAre(ada, [['More at work']])
    await ada.page.getByText('1 of 2 shown').waitFor()
    await eventually('an address that says it', () => Promise.resolve(ada.page.url().includes('words=work')))
    expect(await ada.axeInEveryLight()).toEqual([])
    const bo = await enter('Bo', new URL(ada.page.url()).pathname.replace(`/b/${plan().board}`, ''))
    await rowsAre(bo, [['More at work']])
    const phone = { viewport: { width: 320, height: 640 }, locale: 'sv-SE' }
    const cleo = await enter('Cleo', '/table/goal', phone, 'Sparat')
    await cleo.page.getByRole('list', { name: 'Mål' }).getByRole('link', { name: 'More at work' }).waitFor()
    expect(await cleo.axe()).toEqual([])
  })

  it('JN57 whatever stands in the plan is found by keys and opens', async () => {
    const ada = await enter('Ada', '/table/goal')
    const { keyboard } = ada.page
    await addRow(ada, 'Add goal', 'Tryggt på kvällen')
    await rowsAre(ada, [['Tryggt på kvällen']])
    const cell = gridOf(ada).locator('tbody [data-cell="kind"]')
    await cell.focus()
    await keyboard.press('Control+k')
    await dialogOf(ada).getByRole('combobox').waitFor()
    await keyboard.type('KVALLEN')
    await dialogOf(ada)
      .getByRole('option', { name: /Tryggt på kvällen/ })
      .waitFor()
    expect(await ada.axe()).toEqual([])
    await keyboard.press('Enter')
    await ada.page.getByRole('complementary').getByRole('heading', { name: 'Tryggt på kvällen' }).waitFor()
    await ada.page.goBack()
    await eventually('the focus where the person was', () =>
      cell.evaluate((element) => element === document.activeElement),
    )
  })
})
