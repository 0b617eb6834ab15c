import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Actor } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { StartedPlan } from '../support/person.ts'
import { startPlan } from '../support/person.ts'
import type { Stage } from '../support/stage.ts'
import { aStage, saying } from '../support/stage.ts'

/* One person fills in items of many shapes, and what is wrong with them is told where it stands. */

/** As a page of statistics writes it: a head over several columns, a note, and no tabs. */
const copiedTable = `<table style="border: 1px solid"><tr><th rowspan="2">Age</th><th colspan="2">2035</th></tr>
<tr><th>Women</th><th>Men</th></tr><tr><td>65–79 years</td><td>210<sup>1</sup></td><td>190</td></tr>
<tr><td>80 years +</td><td>200</td><td>about 400</td></tr><tr><td>Total</td><td>410</td><td>590</td></tr></table>`

describe('a person fills in items by keyboard', () => {
  let stage: Stage
  let plan: StartedPlan
  let ada: Actor

  beforeAll(async () => {
    stage = await aStage()
    plan = await startPlan(stage.server.url, 'nordic-combined')
    const person = await plan.join('Ada', 'editor')
    ada = await stage.enter('Ada')
    const [key = '', value = ''] = must(person.headers()['cookie']).split('=')
    await ada.page.context().addCookies([{ name: key, value, url: stage.server.url }])
    await ada.page.goto(`/b/${plan.board}`)
    await saying(ada, 'Saved')
  }, 90_000)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.picture(task.name)
    expect(ada.trouble).toEqual([])
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  const panel = () => ada.page.getByRole('complementary')
  const focused = (name: string | RegExp) =>
    panel().getByRole('textbox', { name }).and(ada.page.locator(':focus')).waitFor()
  const add = async (name: string) => {
    await ada.page.getByRole('button', { name, exact: true }).first().click()
    await panel().waitFor()
  }
  const keys = async (...all: readonly string[]) => {
    for (const one of all) await ada.page.keyboard.press(one)
  }

  it('JN60 short values are typed line by line, pairs side by side, and an empty line goes', async () => {
    await add('Add scenario')
    const signals = panel().getByRole('group', { name: 'Signs to look out for' })
    await signals.getByRole('button', { name: /^Add:/ }).focus()
    await keys('Enter')
    await focused('Signs to look out for 1')
    await ada.page.keyboard.type('Queues')
    await keys('Enter')
    await focused('Signs to look out for 2')
    await ada.page.keyboard.type('Empty flats')
    await keys('Enter')
    await focused('Signs to look out for 3')
    await keys('Tab', 'Tab')
    await eventually('the empty line to go', async () => (await signals.getByRole('textbox').count()) === 2)
    const axes = panel().getByRole('group', { name: 'Axes' })
    await axes.getByRole('button', { name: /^Add:/ }).focus()
    await keys('Enter')
    await focused('Axis')
    await ada.page.keyboard.type('Economy')
    await keys('Enter')
    await focused('Outcome')
    await ada.page.keyboard.type('strong')
    expect(await ada.axe()).toEqual([])
    await saying(ada, 'Saved')
  })

  it('JN60 a forecast is filled in by group and year, and arrow keys go from cell to cell', async () => {
    await add('Add population forecast')
    await panel().getByLabel('Base year', { exact: true }).fill('2026')
    await panel().getByRole('heading', { level: 2, name: 'Population forecast 2026' }).waitFor()
    const group = panel().getByRole('textbox', { name: /^New group/ })
    await group.fill('80/90')
    await keys('Enter')
    await panel().getByText('Write a short name without /, such as 80+').waitFor()
    expect(await group.inputValue()).toBe('80/90')
    await group.fill('80+')
    await keys('Enter')
    const year = panel().getByRole('textbox', { name: /^New year/ })
    await year.fill('2030')
    await year.press('Enter')
    await focused('80+, Women, 2030')
    await ada.page.keyboard.type('402')
    await keys('ArrowDown')
    await focused('80+, Men, 2030')
    await ada.page.keyboard.type('many')
    await keys('ArrowUp')
    await panel().getByText('Write a number').waitFor()
    expect(await panel().getByRole('textbox', { name: '80+, Men, 2030' }).inputValue()).toBe('many')
    expect(await ada.axe()).toEqual([])
    const place = ada.page.url()
    await keys('Escape')
    await panel().waitFor({ state: 'detached' })
    await ada.page.goBack()
    const men = panel().getByRole('textbox', { name: '80+, Men, 2030' })
    await panel().getByText('Write a number').waitFor()
    expect([ada.page.url(), await men.inputValue()]).toEqual([place, 'many'])
    await men.fill('308')
    await ada.page.getByText('2030: 710').first().waitFor()
    await men.evaluate((element, html) => {
      const data = new DataTransfer()
      data.setData('text/html', html)
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    }, copiedTable)
    const dialog = ada.page.getByRole('dialog')
    await dialog.getByText('Sums over all groups are left out').waitFor()
    await dialog.getByRole('textbox', { name: '80+, Men, 2035' }).fill('400')
    await dialog.getByRole('button', { name: 'Write 4 values' }).click()
    await ada.page.getByText('2035: 1,000').first().waitFor()
    expect(await panel().getByRole('textbox', { name: '65-79, Women, 2035' }).inputValue()).toBe('210')
  })

  it('JN60 two days that are turned round are told at both, and an address that is none at its own', async () => {
    await add('Add activity')
    await panel().getByLabel('Activity', { exact: true }).fill('A new road')
    await panel().getByLabel('Begins', { exact: true }).fill('2027-05-01')
    await panel().getByLabel('Ends', { exact: true }).fill('2027-04-01')
    await eventually(
      'both days to be told of',
      async () => (await panel().getByText('“Ends” comes before “Begins”').count()) === 2,
    )
    await add('Add governing source')
    const address = panel().getByLabel('Web address', { exact: true })
    await address.fill('see the archive')
    await keys('Tab')
    await panel().getByText('Write a web address, such as https://example.org').waitFor()
    expect(await address.inputValue()).toBe('see the archive')
    await address.fill('www.example.org/law')
    await keys('Tab')
    const link = panel().getByRole('link', { name: 'example.org/law' })
    expect(await link.getAttribute('href')).toBe('https://www.example.org/law')
    expect(await ada.axe()).toEqual([])
  })

  it('JN60 a link to what lies in the wastebasket says so, and brings it back or goes', async () => {
    await add('Add goal')
    await panel().getByRole('textbox', { name: 'Goal', exact: true }).fill('Fewer are lonely')
    const box = panel().getByRole('combobox', { name: 'Target groups', exact: true })
    await box.fill('Residents of 80+')
    await ada.page.getByRole('option', { name: /Residents of 80\+/ }).click()
    const linked = panel().getByRole('group', { name: 'Target groups', exact: true })
    await linked.getByRole('link', { name: 'Residents of 80+' }).waitFor()
    const menu = ada.page.getByRole('main').getByRole('button', { name: 'More for Residents of 80+' })
    const remove = async () => {
      await menu.click()
      await ada.page.getByRole('menuitem', { name: 'Delete' }).click()
      await linked.getByText('Is in the wastebasket').waitFor()
    }
    await remove()
    expect(await ada.axe()).toEqual([])
    await linked.getByRole('button', { name: 'Restore Residents of 80+' }).press('Enter')
    await linked.getByRole('link', { name: 'Residents of 80+' }).and(ada.page.locator(':focus')).waitFor()
    await remove()
    await linked.getByRole('button', { name: 'Remove link to Residents of 80+' }).press('Enter')
    await box.and(ada.page.locator(':focus')).waitFor()
    expect(await linked.getByText('Is in the wastebasket').count()).toBe(0)
    await saying(ada, 'Saved')
  })
})
