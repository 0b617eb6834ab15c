import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { aStage, type Stage } from '../support/stage.ts'
import { aTalk, panelOf, threadWith } from '../support/talk.ts'

/* More is said than anybody reads at once. */

let stage: Stage
beforeAll(async () => {
  stage = await aStage()
}, 90_000)
afterEach(({ task }) => (task.result?.state === 'fail' ? stage.picture(task.name) : undefined))
afterAll(() => stage[Symbol.asyncDispose]())

describe('many threads', () => {
  it('JN51 the first forty are shown; whoever asks for more by keyboard goes on at the first of them', async () => {
    const talk = await aTalk(stage)
    const people = [
      talk.plan.facilitator,
      await talk.plan.join('Bo'),
      await talk.plan.join('Cleo', 'commenter'),
    ]
    // By turns, each below what one person may send in a second.
    for (let number = 1; number <= 42; number++)
      await talk.say(must(people[number % people.length]), `Thought ${number}.`)
    const faye = await talk.enter(talk.plan.facilitator, {}, '?comments=all')
    const panel = panelOf(faye)
    await threadWith(faye, 'Thought 40.').waitFor()
    expect(await panel.getByRole('status').first().textContent()).toBe('42 threads')
    expect(await panel.getByRole('article').count()).toBe(40)
    const more = panel.getByRole('button', { name: 'Show 2 more' })
    await more.focus()
    await faye.page.keyboard.press('Enter')
    await threadWith(faye, 'Thought 42.').waitFor()
    expect(await more.count()).toBe(0)
    await faye.page.keyboard.press('Tab')
    await threadWith(faye, 'Thought 41.').locator(':focus').waitFor()
    expect(faye.trouble).toEqual([])
    await faye.leave()
  })
})
