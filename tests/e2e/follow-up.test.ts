import { describe, expect, it } from 'vitest'
import { StepId } from '../../shared/ids.ts'
import type { Actor } from '../support/browser.ts'
import { aCompany } from '../support/company.ts'
import { eventually } from '../support/eventually.ts'
import type { Person } from '../support/person.ts'
import { bringPlan, expectStatus } from '../support/person.ts'
import { readSample } from '../support/sample-plan.ts'
import { saying } from '../support/stage.ts'

/* What happens after a step is agreed is told beside what was agreed. */

const { plan, enter } = aCompany((url) => bringPlan(url, readSample('sv')))

/** Somebody who has this item open beside the board. */
const atItem = async (person: Person, id: string, saved = 'Saved'): Promise<Actor> => {
  const actor = await enter(person, `?item=${id}`, {}, saved)
  await panelOf(actor).getByRole('heading', { level: 2 }).waitFor()
  return actor
}
const panelOf = ({ page }: Actor) => page.getByRole('complementary')
const cell = (actor: Actor, name: string) =>
  panelOf(actor)
    .getByRole('group', { name: /^Values/ })
    .getByRole('textbox', { name, exact: true })

const hashes = async () =>
  (await plan().facilitator.get<{ stepId: string; hash: string }[]>(`/api/boards/${plan().board}/versions`))
    .body

describe('after agreement', () => {
  it('JN56 an outcome is told when the step is agreed, and seen by others at once; what was agreed stays as it was, until the step is opened again', async () => {
    const decision = { decision: 'Enligt förslag', date: '2026-11-15' }
    const agree = {
      type: 'step.agree',
      stepId: StepId.parse('goals'),
      decision,
      override: { reason: 'Ändå' },
    } as const
    expectStatus(await plan().command(plan().facilitator, agree), 200)
    const agreed = await hashes()
    const ada = await atItem(await plan().join('Ada'), 'i1')
    const bo = await atItem(await plan().join('Bo'), 'i1')
    const rita = await atItem(await plan().join('Rita', 'reader'), 'i1')

    await panelOf(ada).getByText('Outcomes are still recorded here').waitFor()
    expect(await panelOf(ada).getByRole('textbox', { name: 'Unit' }).count()).toBe(0)
    const value = cell(ada, '2025, Total')
    const before = await value.inputValue()
    await value.fill('7.1')
    await value.press('Enter')
    await eventually(
      'Bo to see the value',
      async () => (await cell(bo, '2025, Total').inputValue()) === '7.1',
    )
    await panelOf(bo).getByText('after agreement').first().waitFor()
    await panelOf(rita).getByText('7.1 (after agreement)').waitFor()
    expect(await panelOf(rita).getByRole('textbox').count()).toBe(0)
    await saying(ada, 'Saved')

    await value.click()
    await ada.page.keyboard.press('Control+z')
    await eventually('what was agreed', async () => (await value.inputValue()) === before)
    await ada.page.keyboard.press('Control+Shift+z')
    await eventually('the value again', async () => (await value.inputValue()) === '7.1')

    await panelOf(bo).getByRole('button', { name: 'Follow up' }).click()
    await panelOf(bo).getByRole('combobox', { name: 'How it goes' }).selectOption({ label: 'On track' })
    await panelOf(ada)
      .getByRole('region', { name: 'Follow-ups' })
      .getByRole('link', { name: /^Follow-up/ })
      .waitFor()
    expect(await panelOf(rita).getByRole('button', { name: 'Follow up' }).count()).toBe(0)
    await saying(bo, 'Saved')
    expect(await hashes()).toEqual(agreed)

    // Of a follow-up something is said as of everything else.
    await panelOf(bo)
      .getByRole('button', { name: /^More for Follow-up/ })
      .click()
    await bo.page.getByRole('menuitem', { name: /^Comment/ }).click()
    await panelOf(bo).getByRole('textbox', { name: 'New comment on Follow-up' }).fill('Is that all?')
    await bo.page.keyboard.press('Control+Enter')
    await panelOf(bo).getByRole('paragraph').filter({ hasText: 'Is that all?' }).waitFor()

    // Opened again, the step has the value; emptied once, it is empty for everybody.
    const reopen = { type: 'step.reopen', stepId: StepId.parse('goals'), reason: 'Nytt' } as const
    expectStatus(await plan().command(plan().facilitator, reopen), 200)
    await panelOf(ada).getByRole('textbox', { name: 'Unit' }).waitFor()
    expect(await value.inputValue()).toBe('7.1')
    await value.fill('')
    await value.press('Enter')
    await saying(ada, 'Saved')
    await eventually('the value to be gone', async () => (await panelOf(rita).getByText('7.1').count()) === 0)
    expect(await value.inputValue()).toBe('')
  })
})
