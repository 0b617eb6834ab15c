import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Actor, Screen } from '../support/browser.ts'
import { startPlan, type StartedPlan } from '../support/person.ts'
import { aStage, type Stage } from '../support/stage.ts'

/* Links that are handed out, people who come in by them on a phone, and where they are told of. */

const phone: Screen = { viewport: { width: 375, height: 740 } }

let stage: Stage
let plan: StartedPlan

beforeAll(async () => {
  stage = await aStage()
  plan = await startPlan(stage.server.url)
}, 90_000)
afterEach(({ task }) => (task.result?.state === 'fail' ? stage.picture(task.name) : undefined))
afterAll(() => stage[Symbol.asyncDispose]())

const facilitator = async (): Promise<Actor> => {
  const actor = await stage.enter('Faye')
  const [name = '', value = ''] = must(plan.facilitator.headers()['cookie']).split('=')
  await actor.page.context().addCookies([{ name, value, url: stage.server.url }])
  await actor.page.goto(`/b/${plan.board}`)
  return actor
}

const linkTo = (role: 'commenter' | 'editor') => `/join/${plan.board}#${plan.secrets[role]}`

describe('coming in', () => {
  it('PJ7 by a link for one step with a password leads straight to the step', async () => {
    const faye = await facilitator()
    await faye.page.getByRole('button', { name: 'Invite' }).click()
    const dialog = faye.page.getByRole('dialog', { name: 'People and links' })
    await dialog.getByLabel('Whoever comes by it is to be').selectOption('commenter')
    await dialog.getByLabel('Takes part in').selectOption({ index: 2 })
    await dialog.getByLabel('For whom').fill('The elders')
    await dialog.getByRole('textbox', { name: 'Password' }).fill('lingon')
    await dialog.getByRole('button', { name: 'Make a link' }).click()
    const link = await dialog.getByRole('textbox', { name: /^Link for The elders/ }).inputValue()
    expect(await faye.axe()).toEqual([])
    await dialog.getByRole('tab', { name: /People/ }).click()
    await dialog.getByRole('heading', { name: 'Invited, not yet here' }).waitFor()

    const elsa = await stage.enter('Elsa', phone)
    await elsa.page.goto(link)
    const password = elsa.page.getByRole('textbox', { name: 'Password of the link' })
    await password.fill('hallon')
    await elsa.page.getByRole('button', { name: 'Continue' }).click()
    await elsa.page.getByText('That is not the password of this link.').first().waitFor()
    expect(await elsa.axe()).toEqual([])
    await password.fill('lingon')
    await elsa.page.getByRole('button', { name: 'Continue' }).click()
    await elsa.page.getByText('You are invited to comment on one step').waitFor()
    await elsa.page.getByLabel('Your name').fill('Elsa')
    await elsa.page.getByRole('button', { name: 'Join the plan' }).click()
    await elsa.page.getByRole('link', { name: 'Open the step' }).click()
    const step = must((await plan.read()).steps[1])
    await elsa.page.waitForURL(`**/b/${plan.board}/s/${step.id}`)
    // On a phone one notice stands at a time: what always holds comes after the offer to keep the link.
    await elsa.page.getByRole('button', { name: 'I have it' }).click()
    await elsa.page.getByText(`You were invited to step 2: ${step.title}`).first().waitFor()

    await dialog.getByRole('row', { name: /Elsa.*Here now/ }).waitFor()
    await dialog.getByRole('heading', { name: 'Invited, not yet here' }).waitFor({ state: 'detached' })
    expect(await faye.axe()).toEqual([])
    expect([...faye.trouble, ...elsa.trouble]).toEqual([])
    await Promise.all([faye.leave(), elsa.leave()])
  })

  it('PJ10 by a link that stays on the screen while the list of people is looked at', async () => {
    const faye = await facilitator()
    await faye.page.getByRole('button', { name: 'Invite' }).click()
    const dialog = faye.page.getByRole('dialog', { name: 'People and links' })
    await dialog.getByLabel('For whom').fill('The youth council')
    await dialog.getByRole('button', { name: 'Make a link' }).click()
    const made = dialog.getByRole('textbox', { name: /^Link for The youth council/ })
    const link = await made.inputValue()
    await dialog.getByRole('tab', { name: /People/ }).click()
    await dialog.getByRole('heading', { name: 'Invited, not yet here' }).waitFor()
    expect(await made.count()).toBe(0)
    await dialog.getByRole('tab', { name: /Invite/ }).click()
    expect(await made.inputValue({ timeout: 5_000 })).toBe(link)
    expect(faye.trouble).toEqual([])
    await faye.leave()
  })

  it('PJ8 takes a name and two presses where nothing is stored, and the personal link leads back', async () => {
    const elsa = await stage.enter('Elin', phone)
    await elsa.page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('', 'SecurityError')
        },
      })
    })
    await elsa.page.goto(linkTo('commenter'))
    await elsa.page.getByLabel('Your name').fill('Elin')
    await elsa.page.getByRole('button', { name: 'Join the plan' }).click()
    const way = await elsa.page.getByRole('textbox', { name: 'Your personal link' }).inputValue()
    await elsa.page.getByRole('link', { name: 'Open the plan' }).click()
    await elsa.page.getByText('Keep your personal link.').waitFor()
    await elsa.page.getByRole('button', { name: 'I have it' }).click()
    await elsa.page.getByText('Keep your personal link.').waitFor({ state: 'detached' })

    const again = await stage.enter('Elin again')
    await again.page.goto(way)
    await again.page.waitForURL(`**/b/${plan.board}`)
    await again.page.getByText('You read this plan, can comment on it').first().waitFor()
    expect((await plan.read()).members.filter(({ name }) => name === 'Elin')).toHaveLength(1)
    expect([...elsa.trouble, ...again.trouble]).toEqual([])
    await Promise.all([elsa.leave(), again.leave()])
  })
})

describe('a barrier', () => {
  it('PJ9 is reported from every view of a phone', async () => {
    const elsa = await stage.enter('Ester', phone)
    await elsa.page.goto(linkTo('editor'))
    await elsa.page.getByLabel('Your name').fill('Ester')
    await elsa.page.getByRole('button', { name: 'Join the plan' }).click()
    await elsa.page.getByRole('link', { name: 'Open the plan' }).waitFor()
    const step = must((await plan.read()).steps[0]).id
    const board = `/b/${plan.board}`
    for (const view of [
      '/',
      '/nowhere',
      '/b/x',
      '/join/x',
      board,
      `${board}/s/${step}`,
      `${board}/document`,
    ]) {
      await elsa.page.goto(view)
      for (const name of ['Accessibility', 'Report a barrier'])
        await elsa.page.getByRole('link', { name }).click({ trial: true })
    }
    await elsa.page.getByRole('link', { name: 'Report a barrier' }).click()
    await elsa.page.getByText('“A safe town”: Faye').waitFor()
    await elsa.page.getByLabel('What was in the way').fill('The list could not be read.')
    await elsa.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await elsa.page.getByRole('button', { name: 'Copy the report' }).click()
    await elsa.page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await elsa.page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^The list could not be read\.\n\nMozilla/,
    )
    expect(await elsa.axe()).toEqual([])
    expect(elsa.trouble).toEqual([])
    await elsa.leave()
  })
})
