import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../shared/board/model.ts'
import type { Actor } from '../support/browser.ts'
import type { StartedPlan } from '../support/person.ts'
import { startPlan } from '../support/person.ts'
import type { Stage } from '../support/stage.ts'
import { aStage, saying } from '../support/stage.ts'

/* Whoever leads the plan changes what holds for all of it, while another looks at it: one story, told in order. */

describe('a facilitator changes the details of the plan', () => {
  let stage: Stage
  let plan: StartedPlan
  let anna: Actor
  let bo: Actor
  let isOver = false

  const enter = async (name: string, role: Role): Promise<Actor> => {
    const person = await plan.join(name, role)
    const actor = await stage.enterAs(person)
    await actor.page.goto(`/b/${plan.board}`)
    await saying(actor, 'Saved')
    return actor
  }

  beforeAll(async () => {
    stage = await aStage()
    plan = await startPlan(stage.server.url, 'nordic-combined')
    anna = await enter('Anna', 'facilitator')
    bo = await enter('Bo', 'editor')
  }, 90_000)
  beforeEach(({ skip }) => skip(isOver, 'the story ended before'))
  afterEach(async ({ task }) => {
    const fails = task.result?.state === 'fail'
    isOver ||= fails
    if (fails) await stage.picture(task.name)
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  const dialog = ({ page }: Actor) => page.getByRole('dialog', { name: 'Plan details' })
  const open = async (actor: Actor) => {
    await actor.page.getByRole('button', { name: 'More for the plan' }).click()
    await actor.page.getByRole('menuitem', { name: 'Plan details…' }).click()
    await dialog(actor).waitFor()
  }
  const save = () => dialog(anna).getByRole('button', { name: 'Save' }).click()
  const question = (words: string) => bo.page.getByText(`What do we want ${words} to mean`).first()
  const costs = (unit: string) => bo.page.getByRole('complementary').getByLabel(`Costs (${unit})`)

  it('JN58 the unit of amounts and the plan’s own name are seen by another at once', async () => {
    await question('Leve hele livet').waitFor()
    await bo.page.getByRole('button', { name: 'Add activity' }).first().click()
    await open(anna)
    expect(await anna.axe()).toEqual([])
    await dialog(anna).getByLabel('Amounts are in').fill('tkr')
    await dialog(anna).getByLabel('What the initiative is called').fill('Bo trygt hjemme')
    await save()
    await dialog(anna).waitFor({ state: 'detached' })
    await question('Bo trygt hjemme').waitFor()
    await costs('tkr').waitFor()
  })

  it('JN58 what cannot be is said at its field, kept as it was typed, and not sent', async () => {
    await open(anna)
    const residents = dialog(anna).getByLabel('Residents')
    await residents.fill('many')
    await dialog(anna).getByLabel('Amounts are in').fill('MSEK')
    await save()
    await dialog(anna).getByText('Write a number').waitFor()
    await dialog(anna).getByText('Give the name of the municipality too').waitFor()
    expect(await residents.inputValue()).toBe('many')
    await dialog(anna).getByLabel('Name of the municipality').and(anna.page.locator(':focus')).waitFor()
    expect(await costs('tkr').count()).toBe(1)
    expect(await anna.axe()).toEqual([])
  })

  it('JN58 units are added by keyboard, named by an item, and told of before they are removed', async () => {
    const { keyboard } = anna.page
    await dialog(anna).getByLabel('Residents').fill('24 810')
    await dialog(anna).getByLabel('Name of the municipality').fill('Almsjö')
    await dialog(anna).getByRole('button', { name: 'Add unit' }).focus()
    await keyboard.press('Enter')
    await dialog(anna).getByLabel('Name of the unit').and(anna.page.locator(':focus')).waitFor()
    await keyboard.type('The board')
    await save()
    await dialog(anna).waitFor({ state: 'detached' })
    await costs('MSEK').waitFor()

    const panel = bo.page.getByRole('complementary')
    await panel.getByLabel('Activity', { exact: true }).fill('A new road')
    await panel.getByLabel('Responsible', { exact: true }).selectOption('The board')
    await saying(bo, 'Saved')
    await open(anna)
    await dialog(anna).getByRole('button', { name: 'Remove The board' }).click()
    await dialog(anna)
      .getByText(/Named in A new road\./)
      .waitFor()
    await dialog(anna)
      .getByRole('button', { name: 'Keep: The board' })
      .and(anna.page.locator(':focus'))
      .waitFor()
    await keyboard.press('Enter')
    await dialog(anna).getByLabel('Name of the unit').and(anna.page.locator(':focus')).waitFor()
    await dialog(anna).getByRole('button', { name: 'Cancel' }).click()
  })

  it('JN58 others read what stands there, and find nothing to change', async () => {
    await open(bo)
    for (const words of ['Bo trygt hjemme', 'MSEK', 'Almsjö', '24,810', 'The board'])
      await dialog(bo).getByText(words, { exact: true }).waitFor()
    expect(await dialog(bo).getByRole('textbox').count()).toBe(0)
    expect(await bo.axe()).toEqual([])
    expect([...anna.trouble, ...bo.trouble]).toEqual([])
  })
})
