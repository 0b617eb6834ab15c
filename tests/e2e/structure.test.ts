import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import {
  agreeOnScreen,
  aStage,
  choose,
  firstText,
  joinOnScreen,
  reads,
  saying,
  startPlanOnScreen,
  stepOn,
  wordsIn,
  write,
  type Stage,
} from '../support/stage.ts'

/* Whoever leads the plan changes its process while another writes in it: one story, told in order. */

describe('a facilitator changes the process', () => {
  let stage: Stage
  let anna: Actor
  let bo: Actor
  let isOver = false

  beforeAll(async () => {
    stage = await aStage()
    anna = await stage.enter('Anna')
    bo = await stage.enter('Bo')
    const { editors } = await startPlanOnScreen(anna, 'A safe town')
    await joinOnScreen(bo, editors)
  }, 90_000)
  beforeEach(({ skip }) => skip(isOver, 'the story ended before'))
  afterEach(async ({ task }) => {
    const fails = task.result?.state === 'fail'
    isOver ||= fails
    if (fails) await stage.picture(task.name)
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  const dialogs = () => anna.page.getByRole('dialog')
  const press = (name: string | RegExp) => dialogs().last().getByRole('button', { name }).click()
  const headings = async (actor: Actor, number: number) =>
    stepOn(actor, number).locator('section section h3, section h3').allInnerTexts()
  const axe = async () => expect(await anna.axe()).toEqual([])

  it('JN21 a step that is renamed and a text that is added are seen by another at once', async () => {
    await choose(anna, 1, 'Change the step…')
    await press('Reword the step')
    await dialogs().last().getByLabel('Title').fill('Why we are here')
    await axe()
    await press('Save')
    await stepOn(bo, 1)
      .getByRole('heading', { name: /Why we are here/ })
      .waitFor()
    await press('Add a text')
    await dialogs().last().getByLabel('Title').fill('Our own words')
    await dialogs().last().getByLabel('Goals', { exact: true }).check()
    await press('Add')
    await stepOn(bo, 1).getByRole('heading', { name: 'Our own words' }).waitFor()
    await axe()
  })

  it('JN21 whoever is writing in a text keeps the caret and the words while it is moved, and goes on', async () => {
    await write(bo, firstText(bo, 1), 'half a wo')
    const first = (await headings(bo, 1))[0] ?? ''
    const text = stepOn(bo, 1).getByRole('textbox', { name: first })
    await press(`Move ${first} down`)
    await eventually('the text to move', async () => (await headings(bo, 1))[1] === first)
    await press(`Move ${first} down`)
    await eventually('the text to move again', async () => (await headings(bo, 1))[2] === first)
    await press(`Move ${first} up`)
    await eventually('the text to move back', async () => (await headings(bo, 1))[1] === first)
    await bo.page.keyboard.type('rd')
    await reads(text, (words) => words.endsWith('half a word'))
    await saying(bo, 'Saved')
  })

  it('JN21 a hidden text is gone for both, and comes back with what was written in it', async () => {
    const title = (await headings(bo, 1))[1] ?? ''
    await press(`Hide ${title}`)
    await stepOn(bo, 1).getByRole('heading', { name: title }).waitFor({ state: 'detached' })
    // Bo was writing in it: the keys go on to the step, and do not scroll the page.
    await stepOn(bo, 1).locator(':focus').waitFor()
    await axe()
    await press(`Show ${title} again`)
    const text = stepOn(bo, 1).getByRole('textbox', { name: title })
    await text.waitFor()
    expect(await wordsIn(text)).toContain('half a word')
  })

  it('JN21 questions are put in order by keyboard alone, and the focus stays on the button', async () => {
    const questions = () => stepOn(bo, 1).locator('ol[role="list"] h4').allInnerTexts()
    const [first = '', second = ''] = await questions()
    const down = dialogs().getByRole('button', { name: `Move ${first} down` })
    await down.focus()
    await anna.page.keyboard.press('Enter')
    await eventually('the questions to change places', async () => (await questions())[0] === second)
    await anna.page.waitForFunction(
      (name) => document.activeElement?.getAttribute('aria-label') === name,
      `Move ${first} down`,
    )
    await anna.page.keyboard.press('Enter')
    await anna.page.getByText(`${first} is now number 2 of 2.`).first().waitFor({ state: 'attached' })
    await dialogs()
      .getByRole('button', { name: `Move ${first}`, exact: true })
      .focus()
    // Arrows choose the place while something is carried, Enter puts it down.
    for (const [key, place] of [
      ['Enter', /^Insert after/],
      ['ArrowUp', /^Insert between/],
      ['ArrowUp', /^Insert before/],
    ] as const) {
      await anna.page.keyboard.press(key)
      await dialogs().getByLabel(place).and(anna.page.locator(':focus')).waitFor()
    }
    await anna.page.keyboard.press('Enter')
    await eventually('the question to be carried back', async () => (await questions())[0] === first)
    // It is first and stays so; Escape closes the dialog from a button in a list, too.
    await press(`Move ${first} up`)
    await anna.page.keyboard.press('Escape')
    await dialogs().waitFor({ state: 'detached' })
  })

  it('JN21 steps are added, put in order and hidden, an agreed one says why it is not, and the process is saved', async () => {
    await agreeOnScreen(anna, 2, 'We agree.')
    await anna.page.getByRole('button', { name: 'More for the plan' }).click()
    await anna.page.getByRole('menuitem', { name: 'Change the process…' }).click()
    await dialogs().getByText('Agreed, so it cannot be changed. Reopen it first.').waitFor()
    await press('Add a step')
    await dialogs().last().getByLabel('Title').fill('Follow up')
    await press('Add')
    await bo.page
      .getByRole('heading', { name: /Follow up/ })
      .first()
      .waitFor()
    await press('Move Follow up up')
    const steps = () => bo.page.locator('[data-step] h2').allInnerTexts()
    await eventually('the step to move', async () => (await steps()).at(-2)?.includes('Follow up') === true)
    const row = (name: RegExp) => dialogs().getByRole('row', { name })
    await row(/Follow up/).dragTo(row(/Why we are here/), { targetPosition: { x: 200, y: 3 } })
    await eventually('the step to be dragged', async () => (await steps())[0]?.includes('Follow up') === true)
    await press('Hide Follow up')
    await bo.page.getByRole('heading', { name: /Follow up/ }).waitFor({ state: 'detached' })
    await axe()
    await press('Save as a template…')
    await dialogs().last().getByLabel('Name of the process').fill('Our process')
    await press('Save the template')
    await dialogs().last().getByText('can now be chosen').waitFor()
    await axe()
    await press('Done')
    await press('Done')
    await bo.page.goto('/')
    await bo.page.getByText('Our process').waitFor()
    expect([...anna.trouble, ...bo.trouble]).toEqual([])
  })
})
