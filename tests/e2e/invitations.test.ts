import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Screen } from '../support/browser.ts'
import { saying, aStage, type Stage } from '../support/stage.ts'
import type { Talk } from '../support/talk.ts'
import {
  answerOnScreen,
  aTalk,
  composerOf,
  goodbye,
  marked,
  panelOf,
  sayOnScreen,
  threadWith,
} from '../support/talk.ts'

/* Those who are asked to say something: by a link, once, on a phone, and again when they have been answered. */

const phone: Screen = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true }
/** From the link to the comment that the server has (milliseconds); people read and think besides. */
const atMost = 60_000

let stage: Stage
let talk: Talk
beforeAll(async () => {
  stage = await aStage()
  talk = await aTalk(stage)
}, 90_000)
afterEach(({ task }) => (task.result?.state === 'fail' ? stage.picture(task.name) : undefined))
afterAll(() => stage[Symbol.asyncDispose]())

/** Everybody was last here some hours ago. */
const letHoursPass = async (): Promise<void> => {
  await stage.server.stop()
  const db = new DatabaseSync(join(stage.server.dataDir, 'samplan.db'))
  const before = new Date(Date.now() - 3 * 3_600_000).toISOString()
  db.prepare('UPDATE visits SET here_at = ?').run(before)
  db.close()
  await stage.server.start()
}

describe('whoever is asked to comment', () => {
  it('JN40 says something of a paragraph by its own button on a phone, and finds the answer in another browser', async () => {
    const { plan, step } = talk
    const elsa = await stage.enter('Elsa', phone)
    const { page } = elsa
    const began = performance.now()
    await page.goto(`/join/${plan.board}#${plan.secrets.commenter}`)
    await page.getByLabel('Your name').fill('Elsa')
    await page.getByRole('button', { name: 'Join the plan' }).tap()
    const wayBack = await page.getByRole('textbox', { name: 'Your personal link' }).inputValue()
    await page.getByRole('link', { name: 'Open the plan' }).tap()
    await page.getByRole('button', { name: 'I have it' }).tap()
    await page
      .getByRole('link', { name: /Set goals for desired results/ })
      .first()
      .tap()
    const paragraph = page.getByRole('button', { name: 'Comment on: “Children have a safe way to …”' })
    await paragraph.tap()
    await composerOf(elsa).getByText('Children have a safe way to school.').waitFor()
    await sayOnScreen(elsa, 'Not past the sawmill.')
    const taken = performance.now() - began
    expect(taken).toBeLessThan(atMost)
    expect((await plan.read()).comments.at(-1)).toMatchObject({ body: 'Not past the sawmill.' })
    await goodbye(elsa)

    const faye = await talk.enter(plan.facilitator, {}, '?comments=all')
    await marked(faye, 'Children have a safe way to school.')
    await answerOnScreen(threadWith(faye, 'Not past the sawmill.'), 'We take the path by the lake.')
    await goodbye(faye)
    await letHoursPass()

    const again = await stage.enter('Elsa again', phone)
    await again.page.goto(wayBack)
    await again.page.waitForURL(`**/b/${plan.board}`)
    await again.page.getByText('1 thing unread that is asked of you').waitFor()
    await again.page.getByRole('button', { name: 'See what is new' }).tap()
    await again.page.getByRole('dialog').getByRole('link', { name: 'Faye answers you' }).tap()
    await threadWith(again, 'We take the path by the lake.').waitFor()
    await panelOf(again).getByText('Not past the sawmill.').waitFor()
    expect((await plan.read()).members.filter(({ name }) => name === 'Elsa')).toHaveLength(1)
    expect(step).toBe('goals')
    await goodbye(again)
  })

  it('JN49 in one step alone is awaited by name, comments there, reads elsewhere and hears why, is seen there and removed', async () => {
    const { plan, step } = talk
    const faye = await talk.enter(plan.facilitator)
    await faye.page.getByRole('button', { name: 'Invite' }).click()
    const dialog = faye.page.getByRole('dialog', { name: 'People and links' })
    await dialog.getByLabel('Whoever comes by it is to be').selectOption('commenter')
    await dialog.getByLabel('Takes part in').selectOption(step)
    await dialog.getByLabel('For whom').fill('Rune')
    await dialog.getByRole('textbox', { name: 'Password' }).fill('lingon')
    await dialog.getByRole('button', { name: 'Make a link' }).click()
    const link = await dialog.getByRole('textbox', { name: /^Link for Rune/ }).inputValue()
    await dialog.getByRole('tab', { name: /People/ }).click()
    const awaited = dialog.getByRole('region', { name: 'Invited, not yet here' })
    await awaited
      .getByText(/for Rune/)
      .first()
      .waitFor()

    const rune = await stage.enter('Rune', phone)
    await rune.page.goto(link)
    await rune.page.getByRole('textbox', { name: 'Password of the link' }).fill('lingon')
    await rune.page.getByRole('button', { name: 'Continue' }).tap()
    await rune.page.getByLabel('Your name').fill('Rune')
    await rune.page.getByRole('button', { name: 'Join the plan' }).tap()
    await rune.page.getByRole('link', { name: 'Open the step' }).tap()
    await rune.page.waitForURL(`**/s/${step}`)
    await saying(rune, 'Saved')
    await dialog.getByRole('row', { name: /Rune.*Here now/ }).waitFor()
    await awaited.waitFor({ state: 'detached' })

    await rune.page.getByRole('button', { name: 'Comment on: “Everybody finds a place to meet.”' }).tap()
    await sayOnScreen(rune, 'Benches, please.')
    await rune.page.goto(`/b/${plan.board}/s/mission?comments=step~mission`)
    await panelOf(rune)
      .getByText(/^You take part in another step, and read this one./)
      .waitFor()
    expect(await panelOf(rune).getByRole('textbox').count()).toBe(0)
    await panelOf(rune).getByRole('button', { name: 'Close' }).tap()
    expect(await rune.page.getByRole('button', { name: /^Comment on: “/ }).count()).toBe(0)

    await dialog.getByRole('button', { name: 'Remove Rune' }).click()
    await faye.page.getByRole('button', { name: 'Remove from the plan' }).click()
    await rune.page.getByRole('heading', { name: 'You no longer have access to this plan' }).waitFor()
    await dialog.getByRole('row', { name: /Rune/ }).waitFor({ state: 'detached' })
    expect((await plan.read()).comments.at(-1)).toMatchObject({ body: 'Benches, please.' })
    await goodbye(faye, rune)
  })
})
