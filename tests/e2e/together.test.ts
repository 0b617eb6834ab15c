import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../support/browser.ts'
import {
  agreeOnScreen,
  aStage,
  choose,
  descriptionOf,
  firstText,
  joinOnScreen,
  reads,
  saying,
  startPlanOnScreen,
  stepOn,
  typeInto,
  wordsIn,
  write,
  type Stage,
} from '../support/stage.ts'

/* Two people and one plan, from the start page to an agreed step and back: one story, told in order. */

/** Typed at once, words may stand in one paragraph or two, and between each other. */
const sorted = (words: string) => [...words.replaceAll('\n', '')].sort().join('')

describe('two people write a plan', () => {
  let stage: Stage
  let anna: Actor
  let bo: Actor
  let isOver = false

  beforeAll(async () => {
    stage = await aStage()
    anna = await stage.enter('Anna')
    bo = await stage.enter('Bo')
  }, 90_000)
  beforeEach(({ skip }) => skip(isOver, 'the story ended before'))
  afterEach(async ({ task }) => {
    const fails = task.result?.state === 'fail'
    isOver ||= fails
    if (fails) await stage.picture(task.name)
    bo.network.release()
    bo.network.heal()
  })
  afterAll(() => stage[Symbol.asyncDispose]())

  it('JN1 one starts a plan, the other comes in by its link, and each sees the other', async () => {
    const { editors } = await startPlanOnScreen(anna, 'A safe town')
    await joinOnScreen(bo, editors)
    await anna.page.getByRole('button', { name: /2 people are here/ }).waitFor()
    await bo.page.getByRole('button', { name: /2 people are here/ }).waitFor()
    await bo.page.getByRole('heading', { level: 1, name: 'A safe town' }).waitFor()
  })

  it('JN2 both write in one text at the same time and read the same', async () => {
    const texts = [firstText(anna, 1), firstText(bo, 1)] as const
    await Promise.all([write(anna, texts[0], 'from Anna '), write(bo, texts[1], 'from Bo ')])
    for (const text of texts) await reads(text, (words) => sorted(words) === sorted('from Anna from Bo '))
    await Promise.all([saying(anna, 'Saved'), saying(bo, 'Saved')])
    expect(await wordsIn(texts[0])).toBe(await wordsIn(texts[1]))
  })

  it('JN3 what was on its way when the step was agreed on becomes a proposal, and stays on the screen', async () => {
    const before = await wordsIn(firstText(anna, 1))
    bo.network.hold()
    await write(bo, firstText(bo, 1), 'too late')
    await agreeOnScreen(anna, 1, 'This is our mission.')
    await stepOn(bo, 1).getByText('Working agreement').first().waitFor()
    bo.network.release()

    await bo.page.getByText('Your words were not taken into the plan, but are kept as a proposal.').waitFor()
    await bo.page
      .getByText(/too late/)
      .first()
      .waitFor()
    await reads(firstText(bo, 1), (words) => words === before)
    await reads(firstText(anna, 1), (words) => words === before)

    await stepOn(anna, 1)
      .getByRole('button', { name: /1 .*proposal/ })
      .click()
    await anna.page
      .getByRole('dialog')
      .getByText(/too late/)
      .first()
      .waitFor()
    await anna.page.keyboard.press('Escape')

    await bo.page.getByRole('button', { name: 'Put away' }).click()
    await saying(bo, 'Saved')
  })

  it('JN4 an agreed step takes no more words from anyone, and says why', async () => {
    const before = await wordsIn(firstText(anna, 1))
    for (const actor of [anna, bo]) {
      const text = firstText(actor, 1)
      expect(await text.getAttribute('aria-readonly')).toBe('true')
      await typeInto(actor, text, 'more')
      expect(await wordsIn(text)).toBe(before)
      expect(await descriptionOf(text)).toMatch(/^Working agreement .* can reopen the step/)
    }
  })

  it('JN5 a reopened step is written in again, and what was refused does not come back', async () => {
    await choose(anna, 1, 'Reopen the step…')
    const dialog = anna.page.getByRole('dialog')
    await dialog.getByLabel('Why is it reopened?').fill('New numbers')
    await dialog.getByRole('button', { name: 'Reopen the step' }).click()
    await dialog.waitFor({ state: 'detached' })
    await write(bo, firstText(bo, 1), ' once more')
    await reads(firstText(anna, 1), (words) => words.includes('once more') && !words.includes('too late'))
    await reads(firstText(bo, 1), (words) => !words.includes('too late'))
    await stepOn(bo, 2).getByText('Changed ground').first().waitFor()
  })

  it('JN6 whoever is cut off goes on writing, is told so, and what both wrote is there on return', async () => {
    bo.network.cut()
    await bo.page.getByText('No connection.').waitFor()
    await write(bo, firstText(bo, 2), 'in the tunnel')
    await saying(bo, /Offline, \d+ changes? kept here/)
    await write(anna, firstText(anna, 2), 'meanwhile')
    bo.network.heal()
    for (const actor of [anna, bo])
      await reads(
        firstText(actor, 2),
        (words) => words.includes('in the tunnel') && words.includes('meanwhile'),
      )
    await saying(bo, 'Saved')
    expect(await wordsIn(firstText(bo, 2))).toBe(await wordsIn(firstText(anna, 2)))
  })

  it('JN7 undo takes back my words and leaves theirs', async () => {
    await write(anna, firstText(anna, 3), 'Anna wrote this. ')
    await reads(firstText(bo, 3), (words) => words.includes('Anna wrote this.'))
    await write(bo, firstText(bo, 3), 'Bo wrote that.')
    await bo.page.keyboard.press('Control+z')
    await reads(firstText(anna, 3), (words) => words.includes('Anna wrote this.') && !words.includes('Bo'))
  })

  it('JN8 after a reload everything is as it was', async () => {
    const before = await wordsIn(firstText(bo, 1))
    await saying(bo, 'Saved')
    await bo.page.reload()
    await reads(firstText(bo, 1), (words) => words === before)
    await saying(bo, 'Saved')
    await write(bo, firstText(bo, 1), ' and on')
    await reads(firstText(anna, 1), (words) => words === `${before} and on`)
  })

  it('JN9 the pages break neither their own policy nor themselves', () => {
    expect([...anna.trouble, ...bo.trouble]).toEqual([])
  })
})
