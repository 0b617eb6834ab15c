import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { agree } from '../support/board.ts'
import type { Actor } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Person, StartedPlan } from '../support/person.ts'
import { startPlan } from '../support/person.ts'
import type { Stage } from '../support/stage.ts'
import { aStage, firstText, reads, saying, stepOn, wordsIn, write } from '../support/stage.ts'

/* From one who may not write to the text that was agreed: proposed, weighed, taken in, agreed again. */

describe('a proposal', () => {
  let stage: Stage
  let plan: StartedPlan
  let stepId: string

  beforeAll(async () => {
    stage = await aStage()
    plan = await startPlan(stage.server.url)
    stepId = must((await plan.read()).steps[0]).id
  }, 90_000)
  afterEach(({ task }) => (task.result?.state === 'fail' ? stage.picture(task.name) : undefined))
  afterAll(() => stage[Symbol.asyncDispose]())

  const enter = async (person: Person): Promise<Actor> => {
    const actor = await stage.enter(person.name)
    const [name = '', value = ''] = must(person.headers()['cookie']).split('=')
    await actor.page.context().addCookies([{ name, value, url: stage.server.url }])
    await actor.page.goto(`/b/${plan.board}`)
    await saying(actor, 'Saved')
    return actor
  }
  const propose = (actor: Actor) =>
    stepOn(actor, 1).getByRole('button', { name: 'Propose a change' }).press('Enter')
  const textOfCopy = ({ page }: Actor) =>
    page.locator('main [data-block^="section:"]').first().getByRole('textbox')
  const focused = ({ page }: Actor) => page.evaluate(() => document.activeElement?.textContent ?? '')

  it('JN19 by one who may not write is taken in, the step is agreed again, and both read the words', async () => {
    const faye = await enter(plan.facilitator)
    await write(faye, firstText(faye, 1), 'The plan of five committees.')
    await saying(faye, 'Saved')
    await plan.command(plan.facilitator, agree(stepId))
    const cleo = await enter(await plan.join('Cleo', 'commenter'))

    await propose(cleo)
    await cleo.page.getByText('You are writing a proposal.').waitFor()
    await eventually('the focus to be at the start', async () =>
      (await focused(cleo)).startsWith('You are writ'),
    )
    await cleo.page.getByRole('button', { name: 'Send…' }).press('Enter')
    await cleo.page.getByText('You have not changed anything yet.').waitFor()
    await write(cleo, textOfCopy(cleo), ' It is heard by children.')
    expect(await cleo.axe()).toEqual([])
    expect(await wordsIn(firstText(faye, 1))).toBe('The plan of five committees.')
    await cleo.page.getByRole('button', { name: 'Send…' }).press('Enter')
    await cleo.page.getByLabel('Why do you propose this?').fill('They asked for it.')
    expect(await cleo.axe()).toEqual([])
    await cleo.page.getByRole('button', { name: 'Send the proposal' }).press('Enter')
    await cleo.page.getByText('Your proposal has been sent').waitFor()
    await cleo.page.getByRole('dialog').getByText('Close', { exact: true }).press('Enter')
    await eventually('the focus to be back', async () => (await focused(cleo)) === 'Propose a change')

    await stepOn(faye, 1)
      .getByRole('button', { name: /proposal waits/ })
      .press('Enter')
    await faye.page.getByRole('button', { name: 'Take in…' }).press('Enter')
    await faye.page.getByText('They asked for it.').waitFor()
    await faye.page.getByLabel('Reference').fill('§ 12')
    expect(await faye.axe()).toEqual([])
    await faye.page.getByRole('button', { name: 'Take in 1 of 1 part and agree' }).press('Enter')
    await faye.page.getByText('Taken in.').first().waitFor()
    await faye.page.keyboard.press('Escape')

    const wanted = 'The plan of five committees. It is heard by children.'
    await reads(firstText(faye, 1), (words) => words === wanted)
    await reads(textOfCopy(cleo), (words) => words === wanted)
    await cleo.page.getByText('§ 12').waitFor()
    const step = must((await plan.read()).steps[0])
    expect([step.state, step.versions]).toEqual(['agreed', 2])
    expect([...faye.trouble, ...cleo.trouble]).toEqual([])
    await Promise.all([faye.leave(), cleo.leave()])
  })

  it('JN19 to a text that has changed meanwhile is weighed against it, and rewritten before it is taken in', async () => {
    const faye = await enter(plan.facilitator)
    const text = firstText(faye, 2)
    await write(faye, text, 'The first goal.')
    await saying(faye, 'Saved')
    const carl = await enter(await plan.join('Carl', 'commenter'))
    await reads(firstText(carl, 2), (words) => words === 'The first goal.')
    await stepOn(carl, 2).getByRole('button', { name: 'Propose a change' }).click()
    const rewrite = async (actor: Actor, where: Locator, words: string) => {
      await where.click()
      await actor.page.keyboard.press('Control+A')
      await actor.page.keyboard.type(words)
    }
    await rewrite(carl, textOfCopy(carl), 'A goal for the young.')
    await rewrite(faye, text, 'A goal for the old.')
    await saying(faye, 'Saved')
    expect(await wordsIn(textOfCopy(carl))).toBe('A goal for the young.')
    await carl.page.getByRole('button', { name: 'Send…' }).click()
    await carl.page.getByRole('button', { name: 'Send the proposal' }).click()
    await carl.page.getByText('Your proposal has been sent').waitFor()

    const dialog = faye.page.getByRole('dialog')
    await stepOn(faye, 2)
      .getByRole('button', { name: /proposal waits/ })
      .click()
    await dialog.getByRole('button', { name: 'Take in…' }).click()
    await dialog.getByText('Text has changed').waitFor()
    await dialog.getByRole('button', { name: 'Take in 0 of 1 part' }).click()
    await dialog.getByText('One part still needs a choice.').waitFor()
    await dialog.getByLabel('Something else: write it here').check()
    await rewrite(faye, dialog.getByRole('textbox', { name: 'New text for:' }), 'A goal for young and old.')
    await faye.page.keyboard.press('Escape')
    expect(await faye.axe()).toEqual([])
    await dialog.getByRole('button', { name: 'Take in 1 of 1 part' }).press('Enter')
    await dialog.getByText('Taken in.').waitFor()
    await dialog.getByText('All', { exact: true }).click()
    await dialog.getByText('Taken in', { exact: true }).first().waitFor()
    await faye.page.keyboard.press('Escape')
    await reads(text, (words) => words === 'A goal for young and old.')
    expect([...faye.trouble, ...carl.trouble]).toEqual([])
    await Promise.all([faye.leave(), carl.leave()])
  })

  it('JN19 that is not sent goes on where it was left, and is not thrown away without asking', async () => {
    const cora = await enter(await plan.join('Cora', 'commenter'))
    const { page } = cora
    await propose(cora)
    await write(cora, textOfCopy(cora), ' Not sent.')
    await page.getByRole('link', { name: 'Board', exact: true }).click()
    await page.getByText('Your proposal for step 1 has not been sent.').waitFor()
    expect(await cora.axe()).toEqual([])
    await page.getByRole('link', { name: 'Samplan, start page' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText('Not sent').waitFor()
    expect(await cora.axe()).toEqual([])
    await dialog.getByRole('button', { name: 'Go on writing' }).click()
    await page.getByRole('link', { name: 'Go on with your proposal' }).click()
    await reads(textOfCopy(cora), (words) => words.endsWith('Not sent.'))
    await page.getByRole('button', { name: 'Discard' }).click()
    await dialog.getByRole('button', { name: 'Discard for good' }).click()
    await eventually('the focus to be back', async () => (await focused(cora)) === 'Propose a change')
    await reads(textOfCopy(cora), (words) => !words.includes('Not sent.'))
    await page.getByRole('link', { name: 'Samplan, start page' }).click()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    expect(cora.trouble).toEqual([])
    await cora.leave()
  })

  it('JN32 shows items by name as they stand, to read and not to change', async () => {
    const faye = await enter(plan.facilitator)
    const goals = stepOn(faye, 2)
    await goals.getByRole('button', { name: 'Add goal' }).click()
    await faye.page.getByRole('textbox', { name: 'Goal', exact: true }).fill('A safe centre')
    await saying(faye, 'Saved')
    const cleo = await enter(await plan.join('Clea', 'commenter'))
    await stepOn(cleo, 2).getByRole('button', { name: 'Propose a change' }).click()
    const main = cleo.page.getByRole('main')
    await main.getByText('These are not part of the proposal.').first().waitFor()
    await main.getByRole('listitem').filter({ hasText: 'A safe centre' }).first().waitFor()
    expect(await main.locator('[data-item-menu]').count()).toBe(0)
    expect(await main.getByRole('button', { name: 'Add goal' }).count()).toBe(0)
    expect(await cleo.axe()).toEqual([])
    await Promise.all([faye.leave(), cleo.leave()])
  })
})
