import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { InviteId, newId, Secret } from '../../shared/ids.ts'
import type { Locale } from '../../shared/locale.ts'
import type { Actor, Screen } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { aKeyboard } from '../support/keys.ts'
import { aStage, reads, type Stage } from '../support/stage.ts'
import type { Talk } from '../support/talk.ts'
import { aTalk, composerOf, marked, panelOf, spokenText, threadWith } from '../support/talk.ts'

/* What is said beside a plan, for those who have keys alone, who hear it, and for axe. */

let stage: Stage
let talk: Talk
beforeAll(async () => {
  stage = await aStage()
  talk = await aTalk(stage)
}, 90_000)
afterEach(({ task }) => (task.result?.state === 'fail' ? stage.picture(task.name) : undefined))
afterAll(() => stage[Symbol.asyncDispose]())

const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', sv: 'sv-SE', nb: 'nb-NO' }

describe('by keys alone', () => {
  it('JN46 a passage is spoken of, answered, gone to and done with, and the focus is never lost', async () => {
    const faye = await talk.enter(talk.plan.facilitator)
    const { page } = faye
    const keys = aKeyboard(page)
    const isAt = (name: string) =>
      page
        .locator(`:focus`)
        .and(page.getByLabel(name, { exact: true }))
        .waitFor()
    /** Goes back to what is called so. */
    const backTo = async (name: string): Promise<void> => {
      const there = page
        .getByRole('button', { name, exact: true })
        .or(page.getByRole('link', { name, exact: true }))
      for (let count = 0; count < 12; count++) {
        await keys.press('Shift+Tab')
        expect(await page.locator('body :focus').count()).toBe(1)
        if ((await there.and(page.locator(':focus')).count()) === 1) return
      }
      throw new Error(`there is no “${name}” before it`)
    }
    // Its place in the list of the step's parts is called so too.
    do await keys.to('Desired direction')
    while ((await spokenText(faye).and(page.locator(':focus')).count()) === 0)
    await keys.press('Control+Home', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight')
    // A hand is slower than the frame in which the editor hears of it.
    await eventually('two words to be selected', () =>
      page.evaluate(async () => {
        await new Promise((drawn) => requestAnimationFrame(drawn))
        return String(getSelection()).trim() === 'Children have'
      }),
    )
    await keys.press('Control+Alt+m')
    await isAt('New comment on the marked words')
    await keys.type('All of them?')
    await keys.press('Control+Enter')
    const thread = threadWith(faye, 'All of them?')
    await thread.getByRole('blockquote').getByText('Children have').waitFor()
    await composerOf(faye).getByRole('textbox').and(page.locator(':focus')).waitFor()

    await backTo('Answer')
    await keys.press('Enter')
    await isAt('Your answer')
    await keys.type('Above all the small ones.')
    await keys.press('Control+Enter')
    await thread.getByRole('paragraph').getByText('Above all the small ones.').waitFor()
    await thread.getByRole('button', { name: 'Answer' }).and(page.locator(':focus')).waitFor()

    await backTo('Go to: Desired direction')
    await keys.press('Enter')
    await spokenText(faye).and(page.locator(':focus')).waitFor()
    expect((await page.evaluate(() => String(getSelection()))).trim()).toBe('Children have')

    await keys.press('Control+Alt+m')
    await isAt('New comment on the marked words')
    await backTo('Done')
    await keys.press('Enter')
    await thread.getByRole('button', { name: 'Open again' }).and(page.locator(':focus')).waitFor()
    await marked(faye, '')
    await keys.press('Escape')
    await panelOf(faye).waitFor({ state: 'detached' })
    await page.locator('body :focus').waitFor()
    expect([...keys.trouble, ...faye.trouble]).toEqual([])
    await faye.leave()
  })
})

describe('a thread', () => {
  it('JN47 is heard as it is kept, in three languages', async () => {
    const { plan } = talk
    const [bo, faye] = [await plan.join('Bo'), plan.facilitator]
    const head = await talk.say(bo, 'Which way is meant?\nThe new one?', 'safe way')
    await talk.answer(faye, head, 'See https://example.org/way.')
    const { members } = await plan.read()
    const me = members.find(({ name }) => name === 'Faye')
    await talk.tell(faye, { type: 'comment.assign', commentId: head, memberId: me?.id ?? null })
    for (const locale of ['en', 'sv', 'nb'] as const) {
      const actor = await talk.enter(faye, { locale: tags[locale] }, `?comments=thread~${head}`)
      const thread = actor.page.getByRole('article').filter({ hasText: 'Which way' })
      await thread.getByText(/example/).waitFor()
      const day = await thread.locator('time').first().innerText()
      const heard = (await thread.ariaSnapshot())
        .replaceAll(day, 'TODAY')
        .replaceAll(head, 'COMMENT')
        .replaceAll(plan.board, 'BOARD')
      await expect(`${heard}\n`).toMatchFileSnapshot(`aria/thread.${locale}.yml`)
      expect(actor.trouble).toEqual([])
      await actor.leave()
    }
  })
})

const phone: Screen = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true }

describe('axe', () => {
  beforeAll(async () => {
    const head = await talk.say(talk.plan.facilitator, 'Who builds it?', 'place to meet')
    await talk.answer(await talk.plan.join('Lin'), head, 'We do.')
  })

  it.each([
    ['wide, in every light', {}, (actor: Actor) => actor.axeInEveryLight()],
    ['on a phone', phone, (actor: Actor) => actor.axe()],
  ] as const)(
    'JN48 finds nothing in comments, inbox, people and the way in, %s',
    async (_name, screen, look) => {
      const { plan, step } = talk
      const faye = await talk.enter(
        plan.facilitator,
        screen,
        `?comments=text~${step}~section:goals.direction`,
      )
      const { page } = faye
      const found: string[] = []
      const note = async (where: string) => {
        found.push(...(await look(faye)).map((one) => `${where}: ${one}`))
      }
      await threadWith(faye, 'Who builds it?').getByRole('button', { name: 'Answer' }).click()
      await page.getByRole('textbox', { name: 'Your answer' }).fill('Ask @')
      await page.getByRole('listbox', { name: 'People to name' }).waitFor()
      await note('comments')
      await page.goto(`/b/${plan.board}/s/${step}?inbox`)
      await page.getByRole('dialog').getByRole('link', { name: 'Lin answers you' }).first().waitFor()
      await note('inbox')
      await page.goto(`/b/${plan.board}/s/${step}`)
      await reads(spokenText(faye), (words) => words !== '')
      await page.getByRole('button', { name: 'More for the plan' }).click()
      await page.getByRole('menuitem', { name: 'Invite' }).click()
      for (const part of [/Invite/, /People/]) {
        await page.getByRole('dialog').getByRole('tab', { name: part }).click()
        await note(`people, ${String(part)}`)
      }
      const [inviteId, secret] = [newId(InviteId), newId(Secret)]
      await talk.tell(plan.facilitator, {
        type: 'member.invite',
        inviteId,
        secret,
        role: 'editor',
        password: 'lingon',
      })
      await page.context().clearCookies()
      await page.goto('about:blank')
      await page.goto(`/join/${plan.board}#${secret}`)
      await page.getByRole('textbox', { name: 'Password of the link' }).fill('hallon')
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByText('That is not the password of this link.').first().waitFor()
      await note('password')
      await page.getByRole('textbox', { name: 'Password of the link' }).fill('lingon')
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByLabel('Your name').waitFor()
      await note('name')
      expect(found).toEqual([])
      expect(faye.trouble).toEqual([])
      await faye.leave()
    },
  )
})
