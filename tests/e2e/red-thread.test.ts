import { describe, expect, it } from 'vitest'
import type { Actor, Screen } from '../support/browser.ts'
import { aCompany } from '../support/company.ts'
import { eventually } from '../support/eventually.ts'
import { aKeyboard } from '../support/keys.ts'
import { bringPlan } from '../support/person.ts'
import { readSample } from '../support/sample-plan.ts'
import { descriptionOf, stepOn } from '../support/stage.ts'

/* The red thread beside the plan: two people close its gaps until it is whole, one of them by keys alone. */

const company = aCompany((url) => bringPlan(url, readSample('sv')))
const { plan } = company

const enter = (who: string, screen?: Screen, path = ''): Promise<Actor> =>
  company.enter(who === 'Faye' ? plan().facilitator : who, path, screen, /^(Saved|Sparat|Lagret)$/)

const panelOf = ({ page }: Actor) => page.getByRole('complementary')
const threadOf = (actor: Actor) =>
  panelOf(actor).getByRole('region', { name: 'The red thread through the plan' })
const station = (actor: Actor, name: string) =>
  threadOf(actor)
    .getByRole('listitem')
    .filter({ has: actor.page.getByText(name, { exact: true }) })
const isWhole = (actor: Actor, name: string) =>
  station(actor, name).getByText('whole', { exact: true }).waitFor()

describe('the red thread', () => {
  it('JN55 two people close its gaps until it is whole, and both see each go at once', async () => {
    const [kim, bo] = [await enter('Kim'), await enter('Bo', {}, '?checks=all')]
    const keys = aKeyboard(kim.page)
    await station(bo, 'Indicators').getByText('whole', { exact: true }).waitFor()
    await kim.page.getByRole('button', { name: /^Red thread, \d+ remarks$/ }).waitFor()

    // Kim has no pointer.
    await keys.to(/^Red thread, \d+ remarks$/)
    await keys.press('Enter')
    await panelOf(kim).getByRole('heading', { name: 'Red thread' }).and(kim.page.locator(':focus')).waitFor()
    await keys.to('Go to Activity · Digital anslagstavla i biblioteket')
    await keys.press('Enter')
    const method = panelOf(kim).getByRole('textbox', { name: 'How it is followed up' })
    await method.and(kim.page.locator(':focus')).waitFor()
    expect(await descriptionOf(method)).toContain('Follow-up')
    await keys.type('Visits are counted each quarter.')
    await isWhole(bo, 'Follow-up')
    await keys.press('Escape')
    await threadOf(kim).waitFor()
    await isWhole(kim, 'Follow-up')
    await keys.to('Follow the indicator only')
    await keys.press('Enter')
    await panelOf(kim).getByText('Done: Follow the indicator only').waitFor()
    await kim.page.getByRole('button', { name: 'Undo' }).and(kim.page.locator(':focus')).waitFor()
    await station(bo, 'Goals').getByText('1 without a target', { exact: true }).waitFor()
    expect(keys.trouble).toEqual([])

    // Bo has one, and goes by the gaps.
    await station(bo, 'Goals').getByRole('button').click()
    await panelOf(bo)
      .getByRole('link', { name: /^Go to Goal 5/ })
      .click()
    await panelOf(bo)
      .getByRole('link', { name: /trygga i centrum/ })
      .click()
    const target = panelOf(bo).getByRole('group', { name: /^Target/ })
    await target.getByRole('textbox', { name: 'New year: Target' }).fill('2029')
    await target.getByRole('button', { name: 'Add year' }).click()
    await target.locator('td :focus').waitFor()
    await bo.page.keyboard.type('70')
    await panelOf(bo).getByRole('button', { name: 'Close' }).click()
    await isWhole(kim, 'Goals')
    for (const title of ['Digital anslagstavla i biblioteket', 'Resepolicy för kommunens egna resor']) {
      await stepOn(bo, 4)
        .getByRole('button', { name: `More for ${title}`, exact: true })
        .click()
      await bo.page.getByRole('menuitem', { name: 'Delete' }).click()
    }
    await Promise.all([isWhole(kim, 'Resources'), isWhole(kim, 'Activities')])
    await stepOn(bo, 2).getByRole('link', { name: 'Fler unga är i studier eller arbete' }).first().click()
    const sources = panelOf(bo).getByRole('combobox', { name: 'Governing sources', exact: true })
    await sources.click()
    await sources.pressSequentially('Kommunallagen')
    await bo.page.getByRole('option', { name: 'Kommunallagen (2017:725)' }).click()
    await eventually('the whole thread', async () => (await threadOf(kim).getByText('whole').count()) === 6)
  })

  it('JN55 what stands beside a thing goes to it, and errors ask for a reason before a step is agreed', async () => {
    const faye = await enter('Faye')
    const { page } = faye
    const row = stepOn(faye, 4).locator('li').filter({ hasText: 'Digital anslagstavla' })
    await row.getByRole('button', { name: /1 error/ }).click()
    await panelOf(faye).getByText('Follow-up is missing.').waitFor()
    await panelOf(faye).getByRole('button', { name: 'Close' }).click()
    await stepOn(faye, 4).getByRole('button', { name: 'More for step 4' }).click()
    await page.getByRole('menuitem', { name: 'Agree on the step…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('1 error remains').waitFor()
    await dialog.getByLabel('Decision').fill('Yes.')

    // Whoever looks at what was found comes back to what they had begun to write.
    await dialog
      .getByRole('link', { name: /Digital anslagstavla/ })
      .first()
      .click()
    await dialog.waitFor({ state: 'detached' })
    await panelOf(faye).getByRole('heading', { name: 'Digital anslagstavla i biblioteket' }).waitFor()
    await page.keyboard.press('Escape')
    await threadOf(faye).waitFor()
    await stepOn(faye, 4).getByRole('button', { name: 'More for step 4' }).click()
    await page.getByRole('menuitem', { name: 'Agree on the step…' }).click()
    expect(await dialog.getByLabel('Decision').inputValue()).toBe('Yes.')

    await dialog.getByRole('button', { name: 'Agree despite the errors' }).click()
    await dialog.getByText('Write why the step is agreed despite the errors.').waitFor()
    await dialog.getByLabel('Reason to agree despite the errors').fill('It is followed up with the library.')
    expect(await faye.axe()).toEqual([])
    await dialog.getByRole('button', { name: 'Agree despite the errors' }).click()
    await dialog.waitFor({ state: 'detached' })
    const { steps } = await plan().read()
    expect(steps[3]?.state).toBe('agreed')
  })

  it.each([
    ['beside the plan', {}],
    ['on a phone', { viewport: { width: 375, height: 760 } }],
  ] as const)(
    'JN55 the focus goes to the place, and in the end back to its button, %s',
    async (_, screen) => {
      const { page } = await enter('Bo', screen)
      const focused = page.locator(':focus')
      const button = page.getByRole('button', { name: /Red thread/ })
      await button.click()
      await page.locator('[data-finding][href*="field="]').first().click()
      await page.locator('[data-item-panel] :focus').waitFor()
      await page.goBack()
      await page.locator('[data-finding]:focus').waitFor()
      await page.goBack()
      await button.and(focused).waitFor()
      await button.click()
      await page.locator('[data-finding][href$="#goals"]').click()
      await page.locator('#goals').getByRole('heading', { level: 2 }).first().and(focused).waitFor()
    },
  )

  it('JN55 a limit that is changed holds for everybody at once', async () => {
    const [faye, bo] = [await enter('Faye', {}, '?checks=all'), await enter('Bo', {}, '?checks=all')]
    await panelOf(faye).getByRole('button', { name: 'Limits…' }).click()
    const dialog = faye.page.getByRole('dialog')
    await dialog.getByLabel('Most goals').fill('no')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('Write a number, 0 or more.').waitFor()
    expect(await faye.axe()).toEqual([])
    await dialog.getByLabel('Most goals').fill('5')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await panelOf(bo).getByText('The plan has 6 goals; more than 5', { exact: false }).waitFor()
    expect(await panelOf(bo).getByRole('button', { name: 'Limits…' }).count()).toBe(0)
  })

  it.each([
    ['in English, in every light', {}, (actor: Actor) => actor.axeInEveryLight()],
    ['in Swedish', { locale: 'sv-SE' }, (actor: Actor) => actor.axe()],
    [
      'in Norwegian, at 320 px',
      { viewport: { width: 320, height: 700 }, locale: 'nb-NO' },
      (actor: Actor) => actor.axe(),
    ],
  ] as const)('JN55 axe has nothing to say of it %s', async (_, screen, look) => {
    const actor = await enter('Bo', screen, '?checks=all')
    await actor.page.locator('[data-finding]').first().waitFor()
    await actor.page.locator('[data-findings] [aria-expanded]').first().click()
    expect(await look(actor)).toEqual([])
    const wide = await actor.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wide).toBeLessThanOrEqual(0)
  })
})
