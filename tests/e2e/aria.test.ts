import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import type { StructureTarget } from '../../shared/board/structure.ts'
import type { Locale } from '../../shared/locale.ts'
import type { StartedPlan } from '../support/person.ts'
import { startPlan } from '../support/person.ts'
import { aStage, saying, type Stage } from '../support/stage.ts'

/* What a screen reader is given of a small plan, kept word for word: a name that is lost shows as a changed line. */

const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', sv: 'sv-SE', nb: 'nb-NO' }

describe('what is heard', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await aStage()
  }, 90_000)
  afterEach(({ task }) => (task.result?.state === 'fail' ? stage.picture(task.name) : undefined))
  afterAll(() => stage[Symbol.asyncDispose]())

  it.each(['en', 'sv', 'nb'] as const)(
    'JN35 of the board and of a step is as it is kept, in %s',
    async (locale) => {
      const plan = await smallPlan(stage.server.url, locale)
      const actor = await stage.enterAs(plan.facilitator, { locale: tags[locale] })
      const { page } = actor
      const step = must((await plan.read()).steps[1]).id
      for (const [name, path] of [
        ['board', ''],
        ['step', `/s/${step}`],
      ] as const) {
        await page.goto(`/b/${plan.board}${path}`)
        await saying(actor, /^(Saved|Sparat|Lagret)$/)
        await page.getByRole('textbox').first().waitFor()
        await page.getByRole('button', { name: /^(Red thread|Röd tråd|Rød tråd), \d/ }).waitFor()
        if (name === 'step') await page.getByRole('main').getByRole('img', { name: 'Faye' }).waitFor()
        const heard = (await page.locator('body').ariaSnapshot()).replaceAll(plan.board, 'BOARD')
        await expect(`${heard}\n`).toMatchFileSnapshot(`aria/${name}.${locale}.yml`)
      }
      await actor.leave()
    },
  )
})

/** Two steps with two texts and a question each. */
const smallPlan = async (url: string, language: Locale): Promise<StartedPlan> => {
  const plan = await startPlan(url, 'skr-planning', language)
  const { steps } = await plan.read()
  for (const [place, { id: stepId, sections, questions }] of steps.entries()) {
    const hidden: readonly StructureTarget[] =
      place > 1
        ? [{ type: 'step', stepId }]
        : [
            ...sections.slice(2).map(({ id }) => ({ type: 'section', stepId, id }) as const),
            ...questions.slice(1).map(({ id }) => ({ type: 'question', stepId, id }) as const),
          ]
    for (const target of hidden) await decided(plan, { type: 'structure.hide', target })
  }
  return plan
}

const decided = async (plan: StartedPlan, body: CommandBody): Promise<void> => {
  const answer = await plan.command(plan.facilitator, body)
  if (answer.status !== 200) throw new Error(`${body.type}: ${JSON.stringify(answer.body)}`)
}
