import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../support/browser.ts'
import { aStage, stepOn, type Stage } from '../support/stage.ts'

/* The demo plan: a whole plan, a click away. */

describe('the demo plan', () => {
  let stage: Stage
  let dora: Actor

  beforeAll(async () => {
    stage = await aStage()
    dora = await stage.enter('Dora')
  }, 90_000)
  afterEach(({ task }) => (task.result?.state === 'fail' ? stage.picture(task.name) : undefined))
  afterAll(() => stage[Symbol.asyncDispose]())

  it('JN20 is opened by one click, agreed and in review as its file says, and tells once what was left out', async () => {
    const { page } = dora
    await page.goto('/')
    const open = page.getByRole('button', { name: 'Open the demo plan' })
    await open.waitFor()
    const before = performance.now()
    await open.click()
    await page.getByRole('heading', { level: 1, name: /Strategisk plan/ }).waitFor()
    await stepOn(dora, 2).getByRole('textbox').first().waitFor()
    expect(performance.now() - before).toBeLessThan(2500)
    await stepOn(dora, 1).getByText('Agreed').first().waitFor()
    await stepOn(dora, 2).getByText('In review').first().waitFor()

    const told = page.getByText('This plan was brought in from a file.')
    await told.waitFor()
    await page.getByText(/What was left out/).click()
    await page.getByText('trends (3)').waitFor()
    expect(await dora.axe()).toEqual([])
    await page.reload()
    await stepOn(dora, 2).getByRole('textbox').first().waitFor()
    expect(await told.count()).toBe(0)
    expect(dora.trouble).toEqual([])
  })
})
