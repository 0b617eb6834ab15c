import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../support/browser.ts'
import { aKeyboard } from '../support/keys.ts'
import { aStage, reads, saying, stepOn, type Stage } from '../support/stage.ts'

/* From nothing to an agreed step without a pointer. */

describe('by keys alone', () => {
  let stage: Stage
  let kim: Actor

  beforeAll(async () => {
    stage = await aStage()
    kim = await stage.enter('Kim')
  }, 90_000)
  afterEach(({ task }) => (task.result?.state === 'fail' ? stage.picture(task.name) : undefined))
  afterAll(() => stage[Symbol.asyncDispose]())

  it('JN36 a plan is started, written in, shared and agreed on, and the focus is seen all the way', async () => {
    const { page } = kim
    const keys = aKeyboard(page)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/')
    await page.getByRole('button', { name: 'Start the plan' }).waitFor()
    await keys.to('Skip to the content')
    await keys.press('Enter')
    await keys.to(/^Name of the plan/)
    await keys.type('A safe town')
    await keys.to(/^Your name/)
    await keys.type('Kim')
    await keys.to('Start the plan')
    await keys.press('Enter')
    await page.getByRole('heading', { name: 'Your plan is ready' }).waitFor()
    await keys.to(/^Copy: For those who write/)
    await keys.press('Enter')
    await page.getByRole('button', { name: /^Copied: For those who write/ }).waitFor()
    await keys.to('Open the plan')
    await keys.press('Enter')
    await stepOn(kim, 1).getByRole('textbox').first().waitFor()
    await saying(kim, 'Saved')

    await keys.to('Invite')
    await keys.press('Enter')
    await page.getByRole('dialog').waitFor()
    await keys.to('Make a link')
    await keys.press('Enter')
    // It comes above the list of links, which makes room for it.
    await page.getByRole('button', { name: /^Copy: Link for/ }).waitFor()
    await keys.to(/^Copy: Link for/)
    await keys.press('Enter')
    await page.getByRole('button', { name: /^Copied: Link for/ }).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toMatch(/\/join\/[^/#]+#.{20}/)
    await keys.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Invite' }).and(page.locator(':focus')).waitFor()

    const text = stepOn(kim, 1).getByRole('textbox').first()
    await keys.to(await nameOf(text))
    await keys.type('Everybody is safe.')
    await keys.to(/^Answer to: /)
    await keys.type('We know it from the survey.')
    await saying(kim, 'Saved')
    await reads(text, (words) => words === 'Everybody is safe.')
    await page.getByText('We know it from the survey.').waitFor()
    await keys.to('Add stakeholder')
    await keys.press('Enter')
    await page.getByRole('complementary').getByRole('textbox').and(page.locator(':focus')).waitFor()
    await keys.type('The youth council')
    await keys.press('Escape')
    await page.getByRole('complementary').waitFor({ state: 'detached' })
    await stepOn(kim, 2).getByRole('link', { name: 'The youth council' }).first().waitFor()

    await keys.back('More for step 1')
    await keys.press('Enter')
    const entry = page.getByRole('menuitem', { name: 'Agree on the step…' })
    await entry.waitFor()
    while (!(await entry.evaluate((one) => one === document.activeElement))) await keys.press('ArrowDown')
    await keys.press('Enter')
    await page.getByRole('dialog').waitFor()
    await keys.to(/^Decision/)
    await keys.type('This is our mission.')
    await keys.to('Agree and lock')
    await keys.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await stepOn(kim, 1).getByText('Working agreement').first().waitFor()
    await page.locator('body :focus').waitFor()
    expect([...keys.trouble, ...kim.trouble]).toEqual([])
  })
})

const nameOf = (text: { getAttribute(name: string): Promise<string | null> }): Promise<string> =>
  text.getAttribute('aria-label').then((name) => name ?? '')
