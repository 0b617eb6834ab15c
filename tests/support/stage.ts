import type { Locator } from 'playwright-core'
import { eventually, pause } from './eventually.ts'
import { anActor, launchBrowser, type Actor, type Screen } from './browser.ts'
import type { Person } from './person.ts'
import { startServer, type TestServer } from './server.ts'

/* One server with the built page, one browser, and people who come in through its front door. */

export interface Stage {
  readonly server: TestServer
  enter(name: string, screen?: Screen): Promise<Actor>
  /** Somebody who is in a plan already comes back to it. */
  enterAs(person: Person, screen?: Screen): Promise<Actor>
  /** Keeps what everybody has on the screen now, in `tests/.out`: for a journey that went wrong. */
  picture(name: string): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

interface StageOptions {
  /** The size of text that people have set in their browser; 16 px unless said. */
  readonly textSize?: number
}

export const aStage = async ({ textSize }: StageOptions = {}): Promise<Stage> => {
  const server = await startServer({ pages: true, env: { LOG_LEVEL: 'warn' } })
  const browser = await launchBrowser(textSize)
  const actors: Actor[] = []
  const enter = async (name: string, screen?: Screen) => {
    const actor = await anActor(browser, server.url, name, screen)
    actors.push(actor)
    return actor
  }
  return {
    server,
    enter,
    enterAs: async (person, screen) => {
      const actor = await enter(person.name, screen)
      const [name = '', value = ''] = (person.headers()['cookie'] ?? '').split('=')
      await actor.page.context().addCookies([{ name, value, url: server.url }])
      return actor
    },
    picture: async (name) => {
      const file = (actor: Actor) => `tests/.out/${name.replaceAll(/[^A-Za-z0-9]+/g, '-')} ${actor.name}.png`
      const here = actors.filter((actor) => !actor.page.isClosed())
      await Promise.all(here.map((actor) => actor.page.screenshot({ path: file(actor) })))
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(actors.map((actor) => actor.leave()))
      await browser.close()
      await server[Symbol.asyncDispose]()
    },
  }
}

/** Starts a plan on the start page and goes on to its board. Resolves the link for those who write. */
export const startPlanOnScreen = async (
  { page, name }: Actor,
  title: string,
): Promise<{ readonly editors: string }> => {
  await page.goto('/')
  await page.getByLabel('Name of the plan').fill(title)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Start the plan' }).click()
  await page.getByRole('heading', { name: 'Your plan is ready' }).waitFor()
  const editors = await page.getByRole('textbox', { name: 'For those who write' }).inputValue()
  await page.getByRole('link', { name: 'Open the plan' }).click()
  await textsOf(page.locator('[data-step]').first()).first().waitFor()
  return { editors }
}

/** Comes in by a link that was shared, and goes on to the board. */
export const joinOnScreen = async ({ page, name }: Actor, link: string): Promise<void> => {
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join the plan' }).click()
  await page.getByRole('link', { name: 'Open the plan' }).click()
  await textsOf(page.locator('[data-step]').first()).first().waitFor()
}

/** The texts of a step that are written in. */
export const textsOf = (step: Locator): Locator => step.getByRole('textbox')

/** A step's column on the board, by its place in the process. */
export const stepOn = ({ page }: Actor, number: number): Locator =>
  page.locator('[data-step]').nth(number - 1)

/** The first text of a step. */
export const firstText = (actor: Actor, number: number): Locator =>
  stepOn(actor, number).locator('[data-block^="section:"]').first().getByRole('textbox')

/** Puts the caret at the end of a text and types there as a person does, once it may be written in. */
export const write = async (actor: Actor, text: Locator, words: string): Promise<void> => {
  await eventually('a text to write in', async () => (await text.getAttribute('aria-readonly')) !== 'true')
  await typeInto(actor, text, words)
}

/** Types whether or not the text takes it. */
export const typeInto = async ({ page }: Actor, text: Locator, words: string): Promise<void> => {
  await text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words, { delay: 5 })
}

/** Looks often: the driver itself does so only twice a second after a while, where much is waited for that is slow. */
export const seen = (one: Locator): Promise<void> =>
  eventually(
    () => `${String(one)} to be seen`,
    async () => (await one.isVisible()) || pause(40).then(() => false),
  )

/** What the top bar says of saving. */
export const saying = ({ page }: Actor, words: string | RegExp): Promise<void> =>
  seen(page.getByRole('banner').getByText(words).filter({ visible: true }).first())

/** Opens the menu of a step and takes the entry. */
export const choose = async (actor: Actor, number: number, entry: string): Promise<void> => {
  await stepOn(actor, number)
    .getByRole('button', { name: `More for step ${number}` })
    .click()
  await actor.page.getByRole('menuitem', { name: entry }).click()
}

export const agreeOnScreen = async (actor: Actor, number: number, decision: string): Promise<void> => {
  await choose(actor, number, 'Agree on the step…')
  const dialog = actor.page.getByRole('dialog')
  await dialog.getByLabel('Decision').fill(decision)
  await dialog.getByRole('button', { name: 'Agree and lock' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** The words of a text, without the names of those whose carets stand in it. */
export const wordsIn = (text: Locator): Promise<string> =>
  text.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement
    copy.querySelectorAll('.ProseMirror-widget').forEach((widget) => widget.remove())
    return [...copy.children].map((block) => block.textContent).join('\n')
  })

/** Reads a text until it is as wanted; the last one read is in the error when it never is. */
export const reads = async (text: Locator, wanted: (words: string) => boolean): Promise<void> => {
  let words = ''
  await eventually(
    () => `the text, which was last “${words}”`,
    async () => {
      words = await wordsIn(text)
      return wanted(words)
    },
  )
}

/** What is read aloud about an element beside its name. */
export const descriptionOf = (element: Locator): Promise<string> =>
  element.evaluate((one) =>
    (one.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )
