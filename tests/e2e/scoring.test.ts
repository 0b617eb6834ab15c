import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { FindingSaid } from '../../server/http/findings.ts'
import type { Actor, Screen } from '../support/browser.ts'
import { aCompany } from '../support/company.ts'
import { eventually } from '../support/eventually.ts'
import type { Person } from '../support/person.ts'
import { bringPlan } from '../support/person.ts'
import { readSample } from '../support/sample-plan.ts'
import { saying } from '../support/stage.ts'

/* What each activity does for each goal: scored apart, revealed, talked about and agreed on. */

const { plan, enter } = aCompany((url) => bringPlan(url, readSample('sv')))

const inPlan = async (person: Person, screen?: Screen): Promise<Actor> => {
  const actor = await enter(person, '/s/action-plan', screen)
  await near(actor)
  return actor
}
/** Its cells are drawn when it comes near. */
const near = (actor: Actor) => matrixOf(actor).scrollIntoViewIfNeeded()
const matrixOf = ({ page }: Actor): Locator => page.locator('figure[data-view="contributionMatrix"]')
const cell = (actor: Actor, pair: string): Locator => matrixOf(actor).locator(`[data-cell="${pair}"]`)
const rowOf = (actor: Actor, pair: string): Locator =>
  matrixOf(actor)
    .getByRole('row')
    .filter({ has: actor.page.locator(`[data-cell="${pair}"]`) })
const says = (where: Locator, words: RegExp) =>
  eventually(`${String(words)} to be said`, async () => words.test((await where.textContent()) ?? ''))
const press = async (actor: Actor, pair: string, ...keys: readonly string[]) => {
  await cell(actor, pair).focus()
  for (const key of keys) await actor.page.keyboard.press(key)
}
const inDialog = ({ page }: Actor) => page.getByRole('dialog')

/** The notice board in the library, which does nothing for any goal, and safety in the centre. */
const [loose, safe] = ['ac12:g5', 'ac9:g5']

/** Whether the checks find that the notice board does nothing for any goal. */
const isLoose = async (): Promise<boolean> => {
  const { body } = await plan().facilitator.get<readonly FindingSaid[]>(`/api/boards/${plan().board}/checks`)
  return body.some(({ check, entityId }) => check === 'ACT-06' && entityId === 'ac12')
}

describe('contributions', () => {
  it(
    'JN54 three people score apart, the scores are revealed, one is talked about, and all are agreed on',
    { timeout: 120_000 },
    async () => {
      const people = [
        plan().facilitator,
        await plan().join('Bo', 'editor'),
        await plan().join('Cia', 'commenter'),
      ]
      const [faye, bo, cia] = await Promise.all([
        inPlan(must(people[0])),
        inPlan(must(people[1])),
        inPlan(must(people[2]), { viewport: { width: 375, height: 800 } }),
      ])
      await says(rowOf(faye, loose), /no goal/)
      expect(await isLoose()).toBe(true)
      await matrixOf(faye).getByRole('button', { name: 'Score apart' }).click()
      for (const actor of [faye, bo, cia]) await says(matrixOf(actor), /0 of \d+ have scored/)

      await press(faye, loose, '3')
      await press(faye, safe, '2')
      await press(bo, safe, '2', 'ArrowDown', 'ArrowDown', 'ArrowDown', '1')
      await matrixOf(cia).locator('summary').last().click()
      await cell(cia, loose).click()
      await inDialog(cia).getByText('2', { exact: true }).click()
      await inDialog(cia).getByText('Sure', { exact: true }).click()
      await inDialog(cia)
        .getByRole('textbox', { name: /Because/ })
        .fill('People meet there.')
      // What was begun is there again.
      await cia.page.keyboard.press('Escape')
      await inDialog(cia).waitFor({ state: 'detached' })
      await cell(cia, loose).click()
      await inDialog(cia).getByText('You have begun this and not saved it yet.').waitFor()
      expect(await cia.axe()).toEqual([])
      await inDialog(cia).getByRole('button', { name: 'Save' }).click()
      await says(matrixOf(faye), /3 of \d+ have scored/)
      // Each has their own scores before them, and nobody else’s.
      await says(cell(faye, loose), /3 of 3/)
      await says(cell(bo, loose), /1 of 3/)
      await says(cell(cia, loose), /2 of 3, sure/)
      for (const actor of [faye, bo]) expect(await matrixOf(actor).textContent()).not.toMatch(/1 · 2 · 3/)

      await matrixOf(faye).getByRole('button', { name: 'Reveal', exact: true }).click()
      // Its button goes, and whoever pressed it goes on from the matrix.
      await matrixOf(faye).locator('strong:focus').waitFor()
      for (const actor of [faye, bo]) await says(cell(actor, loose), /1 · 2 · 3.*Discuss/)
      await says(matrixOf(faye), /1 is far apart/)
      expect(await bo.axeInEveryLight()).toEqual([])
      await cell(bo, loose).click()
      await says(inDialog(bo), /Bo, rather sure.*Cia, surePeople meet there\..*Faye, rather sure/)
      await bo.page.keyboard.press('Escape')

      // What was given is not erased before somebody has said so.
      const ask = faye.page.getByRole('alertdialog')
      await matrixOf(faye).getByRole('button', { name: 'End scoring' }).click()
      await ask.getByText(/^2 contributions are not agreed on/).waitFor()
      await ask.getByRole('button', { name: 'Keep scoring' }).click()
      await ask.waitFor({ state: 'detached' })
      await press(faye, loose, 'Enter')
      await inDialog(faye).getByRole('button', { name: 'Agree on 2' }).click()
      for (const actor of [faye, bo]) await says(cell(actor, loose), /2 of 3, rather sure.*Agreed/)
      await says(rowOf(bo, loose), /1\.5/)
      await says(matrixOf(bo), /None are far apart/)
      await matrixOf(faye).getByRole('button', { name: 'Agree on all where scores are the same (1)' }).click()
      await says(cell(bo, safe), /2 of 3.*Agreed/)
      await matrixOf(faye).getByRole('button', { name: 'End scoring' }).click()
      await matrixOf(faye).locator('strong:focus').waitFor()
      for (const actor of [faye, bo]) {
        await matrixOf(actor).getByRole('status').waitFor({ state: 'detached' })
        expect(await rowOf(actor, loose).textContent()).not.toMatch(/no goal/)
      }
      await saying(faye, 'Saved')
      expect(await isLoose()).toBe(false)
      await bo.page.reload()
      await near(bo)
      await says(cell(bo, loose), /2 of 3/)
    },
  )

  it('JN54 by keyboard alone: a digit sets, arrows move, Delete takes away, and an agreed step says why not', async () => {
    const faye = await inPlan(plan().facilitator)
    await press(faye, 'ac1:g2', '2', 'ArrowRight', '1', 'ArrowLeft')
    await says(cell(faye, 'ac1:g2'), /2 of 3/)
    await says(cell(faye, 'ac1:g3'), /1 of 3/)
    await press(faye, 'ac1:g2', 'Delete')
    await says(cell(faye, 'ac1:g2'), /nothing/)
    await saying(faye, 'Saved')
    const agreed = await plan().command(plan().facilitator, {
      type: 'step.agree',
      stepId: must((await plan().read()).steps.find(({ id }) => id === 'action-plan')).id,
      decision: { decision: 'We agree.', date: '2026-11-22' },
      override: { reason: 'It is a journey.' },
    })
    expect(agreed.status, JSON.stringify(agreed.body)).toBe(200)
    await says(matrixOf(faye), /Working agreement/)
    await press(faye, 'ac1:g3', '3')
    await press(faye, 'ac1:g3', 'Enter')
    await inDialog(faye).waitFor()
    expect(await inDialog(faye).getByRole('radio').count()).toBe(0)
    await says(cell(faye, 'ac1:g3'), /1 of 3/)
  })
})
