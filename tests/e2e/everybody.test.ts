import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Screen } from '../support/browser.ts'
import { cutOff, landmarkTrouble, moving, smallTargets, untoldStates } from '../support/measure.ts'
import { bringPlan, type StartedPlan } from '../support/person.ts'
import { aStage, saying, type Stage } from '../support/stage.ts'

/* Every place of the Swedish sample plan, under a ruler: for fingers, small screens, large text and still pictures. */

const file: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../shared/samples/sv-almsjobacka.json'), 'utf8'),
)

let stage: Stage
let plan: StartedPlan

beforeAll(async () => {
  stage = await aStage()
  plan = await bringPlan(stage.server.url, file)
}, 90_000)
afterEach(({ task }) => (task.result?.state === 'fail' ? stage.picture(task.name) : undefined))
afterAll(() => stage[Symbol.asyncDispose]())

type Place = readonly [
  name: string,
  path: (plan: StartedPlan) => string,
  /** For a dialog: it is opened where the person is already, and closed again. */
  open?: (actor: Actor) => Promise<void>,
]

const dialogOf = (entry: string) => async (actor: Actor) => {
  await actor.page.getByRole('button', { name: 'More for step 2' }).click()
  await actor.page.getByRole('menuitem', { name: entry }).click()
  await actor.page.getByRole('dialog').waitFor()
}
const closeDialog = async ({ page }: Actor) => {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
const fromPlanMenu =
  (entry: string) =>
  async ({ page }: Actor) => {
    await page.getByRole('button', { name: 'More for the plan' }).click()
    await page.getByRole('menuitem', { name: entry }).click()
    await page.getByRole('dialog').waitFor()
  }

const goals = ({ board }: StartedPlan) => `/b/${board}/s/goals`

const places: readonly Place[] = [
  ['start', () => '/'],
  ['accessibility', () => '/accessibility'],
  ['nowhere', () => '/nowhere'],
  ['board', ({ board }) => `/b/${board}`],
  ['step', goals],
  ['to agree', goals, dialogOf('Agree on the step…')],
  ['to change the step', goals, dialogOf('Change the step…')],
  ['to invite', goals, fromPlanMenu('Invite')],
  ['document', ({ board }) => `/b/${board}/document`],
  ['item', (one) => `${goals(one)}?item=g5`],
  ['comments', (one) => `${goals(one)}?comments=all`],
  ['inbox', (one) => `${goals(one)}?inbox`],
]

/** Goes everywhere and says what was found where. */
const everywhere = async (
  actor: Actor,
  visited: StartedPlan,
  look: (page: Page) => Promise<readonly string[]>,
): Promise<readonly string[]> => {
  const found: string[] = []
  for (const [name, path, open] of places) {
    if (!open) {
      await actor.page.goto(path(visited))
      await actor.page.locator('h1').first().waitFor()
      if (path(visited).startsWith('/b/')) await saying(actor, 'Saved')
    }
    await open?.(actor)
    found.push(...(await look(actor.page)).map((one) => `${name}: ${one}`))
    if (open) await closeDialog(actor)
  }
  return found
}

describe('everybody', () => {
  it('JN33 finds what is pressed large enough, steers by parts and headings, sees nothing move, and what is chosen without colour', async () => {
    const actor = await stage.enterAs(plan.facilitator)
    const found = await everywhere(actor, plan, async (page) => {
      const seen = [
        ...(await smallTargets(page, 24)),
        ...(await landmarkTrouble(page)),
        ...(await moving(page)),
      ]
      await page.emulateMedia({ forcedColors: 'active' })
      seen.push(...(await untoldStates(page)))
      await page.emulateMedia({ forcedColors: 'none' })
      return seen
    })
    expect([...found, ...actor.trouble]).toEqual([])
    await actor.leave()
  })

  it('JN34 finds what is pressed large enough for a finger, and nothing cut off at 320 px', async () => {
    const screen: Screen = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }
    const actor = await stage.enterAs(plan.facilitator, screen)
    const found = await everywhere(actor, plan, async (page) => [
      ...(await smallTargets(page, 44)),
      ...(await cutOff(page)),
    ])
    expect(found).toEqual([])
    await actor.leave()
  })

  it('JN34 reads everything with text of twice the size', async () => {
    await using large = await aStage({ textSize: 32 })
    const own = await bringPlan(large.server.url, file)
    const actor = await large.enterAs(own.facilitator, { viewport: { width: 1280, height: 900 } })
    const found = await everywhere(actor, own, async (page) => {
      const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
      return [...(size === '32px' ? [] : [`text of ${size}`]), ...(await cutOff(page))]
    })
    expect(found).toEqual([])
  })
})
