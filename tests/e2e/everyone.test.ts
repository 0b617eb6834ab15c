import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { agree } from '../support/board.ts'
import type { Actor, Screen } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { startPlan, type StartedPlan } from '../support/person.ts'
import { aStage, choose, firstText, saying, stepOn, wordsIn, write, type Stage } from '../support/stage.ts'

/* Every view, for eyes, ears, keys, small screens and dark rooms: axe has nothing to say, no policy is broken. */

/** Other words change names and places, not how colours stand out. */
const screens = [
  ['wide, in every light', {}, (actor: Actor) => actor.axeInEveryLight()],
  [
    'on a phone in Swedish',
    { viewport: { width: 375, height: 800 }, locale: 'sv-SE' },
    (actor: Actor) => actor.axe(),
  ],
  ['in Norwegian', { locale: 'nb-NO' }, (actor: Actor) => actor.axe({ about: 'all but colours' })],
] as const

type Look = (actor: Actor) => Promise<readonly string[]>

describe('views', () => {
  let stage: Stage
  let plan: StartedPlan

  beforeAll(async () => {
    stage = await aStage()
    plan = await startPlan(stage.server.url)
    const step = must((await plan.read()).steps[1])
    await plan.command(plan.facilitator, agree(step.id))
  }, 90_000)
  afterEach(({ task }) => (task.result?.state === 'fail' ? stage.picture(task.name) : undefined))
  afterAll(() => stage[Symbol.asyncDispose]())

  /** Somebody who is in the plan already, as its facilitator. */
  const member = async (screen: Screen = {}): Promise<Actor> => {
    const actor = await stage.enter('Faye', screen)
    const cookie = must(plan.facilitator.headers()['cookie'])
    const [name = '', value = ''] = cookie.split('=')
    await actor.page.context().addCookies([{ name, value, url: stage.server.url }])
    return actor
  }

  const views = async (): Promise<readonly string[]> => {
    const step = must((await plan.read()).steps[1]).id
    const board = `/b/${plan.board}`
    return ['/', board, `${board}/s/${step}`, `${board}/document`, '/accessibility', '/nowhere']
  }

  const findingsOn = async (actor: Actor, view: string, look: Look): Promise<readonly string[]> => {
    await actor.page.goto(view)
    await actor.page.locator('h1').first().waitFor()
    if (view.startsWith('/b/')) await saying(actor, /^(Saved|Sparat|Lagret)$/)
    return (await look(actor)).map((finding) => `${view} ${finding}`)
  }

  it.each(screens)('JN10 axe finds nothing on any view, %s', async (_name, screen, look) => {
    const actor = await member(screen)
    const found: string[] = []
    for (const view of await views()) found.push(...(await findingsOn(actor, view, look)))
    const stranger = await stage.enter('Sam', screen)
    found.push(...(await findingsOn(stranger, `/join/${plan.board}#${plan.secrets.reader}`, look)))
    expect([...found, ...actor.trouble, ...stranger.trouble]).toEqual([])
    await Promise.all([actor.leave(), stranger.leave()])
  })

  it('JN11 axe finds nothing in any dialog', async () => {
    const actor = await member()
    await actor.page.goto(`/b/${plan.board}`)
    const found: string[] = []
    for (const [number, entry] of [
      [1, 'Agree on the step…'],
      [1, 'Send for review…'],
      [1, 'Pause the step…'],
      [2, 'Reopen the step…'],
      [2, 'See what was agreed'],
      [2, 'Proposals…'],
    ] as const) {
      await choose(actor, number, entry)
      await actor.page.getByRole('dialog').waitFor()
      found.push(...(await actor.axe()).map((finding) => `${entry} ${finding}`))
      await actor.page.keyboard.press('Escape')
      await actor.page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    expect([...found, ...actor.trouble]).toEqual([])
    await actor.leave()
  })

  it('JN12 styled words pasted from a word processor keep their form, lose their style and break no policy', async () => {
    const actor = await member()
    await actor.page.goto(`/b/${plan.board}`)
    const text = firstText(actor, 1)
    await text.click()
    await text.evaluate((element) => {
      const data = new DataTransfer()
      data.setData(
        'text/html',
        '<p class="MsoNormal" style="color:red;mso-style:x"><b style="font-size:20pt">Pasted</b> <span onclick="alert(1)">words</span><img src="data:image/png;base64,AA"></p>',
      )
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    await text.getByText('Pasted').waitFor()
    expect(await wordsIn(text)).toBe('Pasted words')
    const html = await text.innerHTML()
    expect(html).toContain('<strong>')
    expect(html).not.toMatch(/style=|Mso|onclick|data:image/)
    expect(actor.trouble).toEqual([])
    await actor.leave()
  })

  it('JN13 somebody without a pointer goes to the content, writes, and comes out again', async () => {
    const actor = await member()
    const { page } = actor
    await page.goto(`/b/${plan.board}`)
    await firstText(actor, 3).waitFor()
    await page.keyboard.press('Tab')
    await page.getByRole('link', { name: 'Skip to the content' }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Enter')
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'textbox')) break
    }
    expect(await firstText(actor, 1).evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.type('by keys')
    await page.keyboard.press('Tab')
    expect(await firstText(actor, 1).evaluate((one) => one === document.activeElement)).toBe(false)
    expect(await wordsIn(firstText(actor, 1))).toContain('by keys')
    await actor.leave()
  })

  it('JN61 on a wide screen the page is as tall as its window, and the bar of tools is no stop of its own', async () => {
    const actor = await member()
    const { page } = actor
    await page.goto(`/b/${plan.board}`)
    await firstText(actor, 3).click()
    const bar = page.getByRole('toolbar', { name: /^Formatting/ })
    await bar.waitFor()
    const { scrolled, tall, window } = await page.evaluate(() => ({
      scrolled: document.querySelector('[role="toolbar"]')?.getAttribute('tabindex'),
      tall: document.documentElement.scrollHeight,
      window: innerHeight,
    }))
    // What scrolls is a stop in Firefox: going back from it would lead into the bar again.
    expect(scrolled).toBe('-1')
    expect(tall).toBe(window)
    await actor.leave()
  })

  it('JN14 the page asks before it is left with something unsaved', async () => {
    const actor = await member()
    await actor.page.goto(`/b/${plan.board}`)
    await firstText(actor, 3).waitFor()
    await write(actor, firstText(actor, 3), 'saved ')
    await saying(actor, 'Saved')
    actor.network.hold()
    await write(actor, firstText(actor, 3), 'not yet saved')
    await saying(actor, 'Saving…')
    const asked = new Promise<string>((resolve) =>
      actor.page.once('dialog', (dialog) => {
        resolve(dialog.type())
        void dialog.accept()
      }),
    )
    await actor.page.close({ runBeforeUnload: true })
    expect(await asked).toBe('beforeunload')
    await actor.leave()
  })

  it('JN15 a reader reads everything, is offered nothing to change, and is told why', async () => {
    const reader = await plan.join('Rita', 'reader')
    const actor = await stage.enter('Rita')
    const [name = '', value = ''] = must(reader.headers()['cookie']).split('=')
    await actor.page.context().addCookies([{ name, value, url: stage.server.url }])
    await actor.page.goto(`/b/${plan.board}`)
    await actor.page.getByText('You read this plan.').first().waitFor()
    expect(await firstText(actor, 1).getAttribute('aria-readonly')).toBe('true')
    expect(await actor.page.getByRole('button', { name: 'Invite' }).count()).toBe(0)
    await stepOn(actor, 1).getByRole('button', { name: 'More for step 1' }).click()
    expect(await actor.page.getByRole('menuitem', { name: 'Agree on the step…' }).count()).toBe(0)
    expect(actor.trouble).toEqual([])
    await actor.leave()
  })
})

describe('the watch on a page', () => {
  it('JN16 sees a broken policy, an error that nobody caught and one that was only logged', async () => {
    await using stage = await aStage()
    const actor = await stage.enter('Eve')
    await actor.page.goto('/')
    await actor.page.evaluate(() => {
      const style = document.createElement('style')
      style.textContent = 'p { color: red }'
      document.head.append(style)
      // eslint-disable-next-line no-console -- reason: the very thing that is watched for
      console.error('logged')
      setTimeout(() => {
        throw new Error('uncaught')
      })
    })
    await eventually('all three', () => new Set(actor.trouble.map((one) => one.split(':')[0])).size === 3)
    expect(actor.trouble).toEqual(
      expect.arrayContaining([
        'console: logged',
        'error: uncaught',
        expect.stringMatching(/^policy: style-src/),
      ]),
    )
  })
})
