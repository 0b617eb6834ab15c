import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { agree } from '../support/board.ts'
import type { Actor } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Person } from '../support/person.ts'
import { aStage, reads, saying, type Stage } from '../support/stage.ts'
import type { Talk } from '../support/talk.ts'
import {
  answerOnScreen,
  aTalk,
  caretBefore,
  chooseAt,
  composerOf,
  goodbye,
  marked,
  markIn,
  panelOf,
  pressCalmly,
  sayOnScreen,
  selectWords,
  spokenText,
  threadWith,
} from '../support/talk.ts'

/* People speak of a text beside it, while others write in it: what is said, where it stands, and who may. */

let stage: Stage
beforeAll(async () => {
  stage = await aStage()
}, 90_000)
afterEach(({ task }) => (task.result?.state === 'fail' ? stage.picture(task.name) : undefined))
afterAll(() => stage[Symbol.asyncDispose]())

const all = '?comments=all'

const commentsIn = async ({ plan }: Talk) => (await plan.read()).comments

describe('a passage', () => {
  it('JN41 keeps its comment while the text around it is split, made a heading, moved, and when it is gone and comes back', async () => {
    const talk = await aTalk(stage)
    const [faye, bo] = await Promise.all([
      talk.enter(talk.plan.facilitator, {}, all),
      talk.enter(await talk.plan.join('Bo')),
    ])
    await selectWords(bo, 'safe way')
    await bo.page.getByRole('button', { name: 'Comment on the text' }).click()
    await composerOf(bo).getByLabel('Kind').selectOption('question')
    await sayOnScreen(bo, 'Which way is meant?')
    const thread = threadWith(faye, 'Which way is meant?')
    await thread.getByText('Question', { exact: true }).waitFor()
    expect(await thread.getByRole('blockquote').textContent()).toContain('safe way')
    const stands = () => Promise.all([marked(faye, 'safe way'), marked(bo, 'safe way')])
    await stands()

    await caretBefore(bo, 'safe way')
    await bo.page.keyboard.press('Enter')
    await reads(spokenText(faye), (words) => words.startsWith('Children have a \nsafe way to school.'))
    await stands()
    // A press on the words shows what is said of them, and leaves the caret where it was put.
    await markIn(bo).click()
    await bo.page.waitForURL(/comments=thread/)
    await pressCalmly(bo, 'Home')
    await bo.page.keyboard.type('A ')
    await reads(spokenText(faye), (words) => words.startsWith('Children have a \nA safe way to school.'))
    await stands()
    await bo.page.getByRole('button', { name: 'Heading', exact: true }).click()
    await spokenText(faye).getByRole('heading', { name: 'A safe way to school.' }).waitFor()
    await stands()
    // By the one who has not written the comment, and from the beginning of the heading to its end.
    await selectWords(faye, 'A safe way to school.')
    await pressCalmly(faye, 'Control+x', 'Control+End', 'Enter', 'Control+v')
    for (const actor of [faye, bo])
      await reads(spokenText(actor), (words) => words.endsWith('meet.\nA safe way to school.'))
    await stands()

    await selectWords(bo, 'safe way')
    await bo.page.keyboard.press('Delete')
    for (const actor of [faye, bo]) {
      await threadWith(actor, 'The words are gone from the text').waitFor()
      await marked(actor, '')
    }
    expect(await thread.getByRole('blockquote').textContent()).toContain('safe way')
    await bo.page.keyboard.press('Control+z')
    await stands()
    await thread.getByText('The words are gone from the text').waitFor({ state: 'detached' })

    await selectWords(bo, 'safe way')
    await bo.page.keyboard.press('Delete')
    await thread.getByText('The words are gone from the text').waitFor()
    await selectWords(bo, 'place to meet')
    await threadWith(bo, 'Which way').getByRole('button', { name: 'Place again' }).click()
    await Promise.all([marked(faye, 'place to meet'), marked(bo, 'place to meet')])
    expect(await thread.getByRole('blockquote').textContent()).toContain('safe way')
    await goodbye(faye, bo)
  })

  it('JN42 of an agreed step is spoken of, by those who comment too; a reader is told why not', async () => {
    const talk = await aTalk(stage)
    await talk.tell(talk.plan.facilitator, agree(talk.step))
    await talk.say(talk.plan.facilitator, 'Is it enough?', 'safe way')
    const [cleo, rut] = await Promise.all([
      talk.enter(await talk.plan.join('Cleo', 'commenter'), {}, all),
      talk.enter(await talk.plan.join('Rut', 'reader'), {}, all),
    ])
    await selectWords(cleo, 'place to meet')
    await composerOf(cleo).getByText('place to meet').waitFor()
    await sayOnScreen(cleo, 'Not in winter.')
    await answerOnScreen(threadWith(cleo, 'Is it enough?'), 'Nearly.')

    await threadWith(rut, 'Not in winter.').waitFor()
    await threadWith(rut, 'Nearly.').waitFor()
    await marked(rut, 'safe wayplace to meet')
    await panelOf(rut).getByText('To say something yourself, ask Faye.').waitFor()
    expect(await panelOf(rut).getByRole('textbox').count()).toBe(0)
    expect(
      await panelOf(rut)
        .getByRole('button', { name: /^(Answer|Done|Send)$/ })
        .count(),
    ).toBe(0)

    await cleo.page.goto(`/b/${talk.plan.board}/document`)
    const words = cleo.page.locator('main article').getByRole('link', { name: 'place to meet', exact: true })
    await words.focus()
    await cleo.page.keyboard.press('Enter')
    await cleo.page.waitForURL(/document\?comments=thread/)
    await threadWith(cleo, 'Not in winter.').waitFor()
    const line = () => words.evaluate((one) => getComputedStyle(one).textDecorationLine)
    expect(await line()).toBe('underline')
    await cleo.page.emulateMedia({ media: 'print' })
    expect(await line()).toBe('none')
    await goodbye(cleo, rut)
  })
})

describe('a thread', () => {
  it('JN43 is done, opened again, changed, removed and given to somebody, and the other sees each at once', async () => {
    const talk = await aTalk(stage)
    const editor = await talk.plan.join('Bo')
    const head = await talk.say(await talk.plan.join('Cleo', 'commenter'), 'Which way is meant?', 'safe way')
    await talk.answer(editor, head, 'The one by the sea.')
    const [faye, bo] = await Promise.all([
      talk.enter(talk.plan.facilitator, {}, all),
      talk.enter(editor, {}, all),
    ])
    const [hers, his] = [threadWith(faye, 'Which way'), threadWith(bo, 'Which way')]

    await chooseAt(bo, his, 'Bo', 'Change…')
    await his.getByRole('textbox', { name: 'Change your comment' }).fill('The one by the lake.')
    await his.getByRole('button', { name: 'Save' }).click()
    await hers.getByText('The one by the lake.').waitFor()
    await hers.getByText(/edited/).waitFor()
    await chooseAt(bo, his, 'Bo', 'Remove…')
    await bo.page.getByRole('button', { name: 'Remove the comment' }).click()
    await hers.getByText('The one by the lake.').waitFor({ state: 'detached' })
    expect(JSON.stringify(await commentsIn(talk))).not.toContain('by the lake')
    await bo.page.waitForFunction(() => document.activeElement?.closest('[data-thread]'))

    await chooseAt(faye, hers, 'Cleo', 'Bo')
    await his.getByText('You are to see to it').waitFor()
    await bo.page.getByRole('button', { name: 'Since your last visit, 1 unread' }).waitFor()
    await his.getByRole('button', { name: 'Done' }).click()
    await panelOf(faye).getByLabel('Which').selectOption('done')
    await hers.getByText(/^Done: Bo/).waitFor()
    await marked(faye, '')
    await hers.getByRole('button', { name: 'Open again' }).click()
    await panelOf(bo).getByLabel('Which').selectOption('open')
    await his.getByRole('button', { name: 'Done' }).waitFor()
    await marked(bo, 'safe way')
    await goodbye(faye, bo)
  })

  it('JN50 is begun at one step and said of another, and the next is of the first again', async () => {
    const talk = await aTalk(stage)
    const bo = await talk.enter(await talk.plan.join('Bo'), {}, all)
    const other = must((await talk.plan.read()).steps[2]).id
    await composerOf(bo).getByRole('textbox').click()
    await composerOf(bo).getByLabel('About').selectOption(other)
    await composerOf(bo).getByRole('textbox', { name: 'New comment on step 3' }).waitFor()
    await sayOnScreen(bo, 'Here it belongs.')
    await composerOf(bo).getByRole('textbox', { name: 'New comment on step 2' }).waitFor()
    expect((await commentsIn(talk)).map(({ anchor }) => anchor)).toEqual([
      { type: 'step', stepId: other, id: other },
    ])
    await goodbye(bo)
  })

  it('JN44 names somebody, who finds it among what is unread, and has read it on every device', async () => {
    const talk = await aTalk(stage)
    await talk.say(await talk.plan.join('Cleo', 'commenter'), 'Which way is meant?', 'safe way')
    const [faye, bo] = await Promise.all([
      talk.enter(talk.plan.facilitator),
      talk.enter(await talk.plan.join('Bo'), {}, all),
    ])
    const thread = threadWith(bo, 'Which way')
    await thread.getByRole('button', { name: 'Answer' }).click()
    const field = thread.getByRole('textbox', { name: 'Your answer' })
    await field.pressSequentially('Ask @fa')
    await bo.page.getByRole('option', { name: /Faye/ }).waitFor()
    await field.press('Enter')
    await field.pressSequentially('please')
    await field.press('Control+Enter')
    await thread.getByRole('paragraph').filter({ hasText: 'Ask @Faye please' }).waitFor()

    await faye.page.getByRole('button', { name: 'Since your last visit, 1 unread' }).click()
    await faye.page.getByRole('dialog').getByRole('link', { name: 'Bo mentions you' }).click()
    await threadWith(faye, 'Ask @Faye please').waitFor()
    await isRead(faye)
    await eventually('what was read on the server', () => hasRead(talk, talk.plan.facilitator))
    await faye.page.reload()
    await isRead(faye)
    const telephone = await talk.enter(talk.plan.facilitator, { viewport: { width: 375, height: 740 } })
    await isRead(telephone)
    await goodbye(faye, bo, telephone)
  })
})

const isRead = async (actor: Actor): Promise<void> => {
  await saying(actor, 'Saved')
  await actor.page.getByRole('button', { name: 'Since your last visit', exact: true }).waitFor()
}

const hasRead = async ({ plan }: Talk, person: Person): Promise<boolean> => {
  const { body } =
    await person.get<readonly { readonly board: string; readonly unread: number }[]>('/api/inbox')
  return body.find(({ board }) => board === plan.board)?.unread === 0
}

describe('what is sent', () => {
  it('JN45 over a dead line says that it is being sent, stays in its field, and is there once when the line is back', async () => {
    const talk = await aTalk(stage)
    const [faye, bo] = await Promise.all([
      talk.enter(talk.plan.facilitator, {}, all),
      talk.enter(await talk.plan.join('Bo'), {}, all),
    ])
    const field = composerOf(bo).getByRole('textbox')
    // What is written in has to be there before the line is gone.
    await field.waitFor()
    bo.network.cut()
    await bo.page.getByText('No connection.').first().waitFor()
    await field.fill('From the tunnel')
    await field.press('Control+Enter')
    await composerOf(bo)
      .getByText(/^No connection. It is sent when/)
      .waitFor()
    await composerOf(bo).getByRole('button', { name: 'Sending…' }).waitFor()
    expect(await field.inputValue()).toBe('From the tunnel')
    expect(await panelOf(bo).getByRole('article').count()).toBe(0)
    bo.network.heal()
    for (const actor of [bo, faye]) await threadWith(actor, 'From the tunnel').waitFor()
    await eventually('an empty field', async () => (await field.inputValue()) === '')
    expect((await commentsIn(talk)).map(({ body }) => body)).toEqual(['From the tunnel'])
    await goodbye(faye, bo)
  })

  it('JN45 and refused, also when its thread is gone, is given back with the reason', async () => {
    const talk = await aTalk(stage)
    const head = await talk.say(talk.plan.facilitator, 'Which way is meant?', 'safe way')
    const bo = await talk.enter(await talk.plan.join('Bo'), {}, all)
    const thread = threadWith(bo, 'Which way')
    await thread.getByRole('button', { name: 'Answer' }).click()
    const field = panelOf(bo).getByRole('textbox', { name: 'Your answer' })
    await field.fill('The one by the sea.')
    const letGo = Promise.withResolvers<unknown>()
    await bo.page.route('**/commands', async (route) => {
      await letGo.promise
      await route.continue()
    })
    await field.press('Control+Enter')
    await panelOf(bo).getByRole('button', { name: 'Sending…' }).waitFor()
    await talk.tell(talk.plan.facilitator, { type: 'comment.remove', commentId: head })
    await panelOf(bo).getByText('Which way is meant?').waitFor({ state: 'detached' })
    letGo.resolve(null)
    await panelOf(bo)
      .getByText(/^Not sent. What you wrote is still here./)
      .first()
      .waitFor()
    expect(await field.inputValue()).toBe('The one by the sea.')
    await goodbye(bo)
  })
})
