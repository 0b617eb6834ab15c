import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Kind } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import type { Actor, Screen } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Person } from '../support/person.ts'
import { aPerson, expectStatus } from '../support/person.ts'
import { outlineOf } from '../support/pdf.ts'
import { aStage, saying, wordsIn, write, type Stage } from '../support/stage.ts'

/* The document view of the Swedish sample plan: all that the plan holds, to read, to write in and to print. */

type InFile = Readonly<Record<string, unknown>>
/** What a plan has one of stands without a list. */
type File = Readonly<Record<string, InFile | readonly InFile[]>>

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../shared/samples/sv-almsjobacka.json'), 'utf8'),
) as File

const titlesOf = ({ file: list, title }: Kind): readonly string[] =>
  [file[list] ?? []].flat().map((item) => String(item[title]))

/** The names of all items that have one. */
const titles = [...kinds.values()].filter(({ joins }) => !joins).flatMap(titlesOf)

let stage: Stage
let board: string
let faye: Person

beforeAll(async () => {
  stage = await aStage()
  faye = aPerson(stage.server.url, 'Faye')
  const brought = await faye.post<{ board: string }>('/api/boards/import?name=Faye', file)
  expectStatus(brought, 201)
  board = brought.body.board
}, 90_000)
afterEach(({ task }) => (task.result?.state === 'fail' ? stage.picture(task.name) : undefined))
afterAll(() => stage[Symbol.asyncDispose]())

/** Whoever brought the plan in, at a screen. */
const enter = async (path: string, screen: Screen = {}): Promise<Actor> => {
  const actor = await stage.enter('Faye', screen)
  const [name = '', value = ''] = (faye.headers()['cookie'] ?? '').split('=')
  await actor.page.context().addCookies([{ name, value, url: stage.server.url }])
  await actor.page.goto(`/b/${board}${path}`)
  await actor.page.locator('h1').first().waitFor()
  await saying(actor, /^(Saved|Sparat|Lagret)$/)
  return actor
}

/** The name that has the focus; a whole place that has it is none. */
const focused = ({ page }: Actor): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    return at?.matches('li, section') ? '' : (at?.textContent ?? '')
  })

const isInSight = ({ page }: Actor, id: string): Promise<boolean> =>
  page.evaluate((one) => {
    const box = document.getElementById(one)?.getBoundingClientRect()
    return box !== undefined && box.top >= 0 && box.top < window.innerHeight / 2
  }, id)

describe('the document of a plan with many items', () => {
  it.each([
    ['wide, in every light', {}, (actor: Actor) => actor.axeInEveryLight()],
    ['on a narrow phone', { viewport: { width: 320, height: 700 } }, (actor: Actor) => actor.axe()],
  ] as const)(
    'JN22 it has every item by its name, and axe finds nothing, %s',
    async (_name, screen, look) => {
      const actor = await enter('/document', screen)
      const headings = await actor.page.locator('article h4').allTextContents()
      expect(titles.length).toBeGreaterThan(40)
      expect(titles.filter((title) => !headings.some((one) => one.includes(title)))).toEqual([])
      const sideways = await actor.page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      )
      expect([await look(actor), actor.trouble, sideways]).toEqual([[], [], 0])
      await actor.leave()
    },
  )

  it('JN22 its texts are written in where they stand, and its items open beside it', async () => {
    const actor = await enter('/document#resources.equity')
    const root = actor.page.locator(`[data-block="${sectionRoot('resources.equity')}"]`)
    const text = root.getByRole('textbox')
    await write(actor, text, 'Lika för alla.')
    const other = await enter('/s/resources')
    const same = other.page.locator(`[data-block="${sectionRoot('resources.equity')}"]`).getByRole('textbox')
    await eventually('the words in the step', async () => (await wordsIn(same)).includes('Lika för alla.'))
    // The step of the activities is open; others of the plan are agreed.
    const [activity = ''] = titlesOf(must(kinds.get('activity')))
    await actor.page.getByRole('link', { name: `Edit: ${activity}`, exact: true }).click()
    await eventually('the item in the address', () =>
      Promise.resolve(new URL(actor.page.url()).searchParams.has('item')),
    )
    expect([...actor.trouble, ...other.trouble]).toEqual([])
    await Promise.all([actor.leave(), other.leave()])
  })

  it('JN22 what belongs to an item far down comes when the focus does', async () => {
    const actor = await enter('/document')
    const { page } = actor
    const last = page.locator('[data-block^="item:"]').last()
    const menu = last.locator('[data-item-menu]')
    expect(await menu.count()).toBe(0)
    await last.getByRole('link', { name: /^(Edit|Open): / }).focus()
    await menu.waitFor()
    await eventually('the menu under the focus', async () => {
      await page.keyboard.press('Tab')
      return menu.evaluate((button) => button === document.activeElement)
    })
    expect(actor.trouble).toEqual([])
    await actor.leave()
  })

  it('JN22 it prints to a tagged PDF whose outline names every item', async () => {
    const actor = await enter('/document', { locale: 'sv-SE' })
    const pdf = await actor.page.pdf({ tagged: true, outline: true, preferCSSPageSize: true })
    const outline = outlineOf(pdf)
    expect(titles.filter((title) => !outline.some((one) => one.includes(title)))).toEqual([])
    expect(pdf.toString('latin1')).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(pdf.toString('latin1')).toContain('/Lang (sv-SE)')
    await actor.leave()
  })

  it('JN22 what is not said is not printed, and neither is what one presses', async () => {
    const actor = await enter('/document')
    await actor.page.emulateMedia({ media: 'print' })
    const seen = actor.page.locator('main').locator('button, [role="textbox"], a[aria-label]')
    expect(await seen.filter({ visible: true }).count()).toBe(0)
    const blank = actor.page.locator('[data-blank="true"]')
    expect(await blank.count()).toBeGreaterThan(0)
    expect(await blank.filter({ visible: true }).count()).toBe(0)
    await actor.leave()
  })
})

describe('the address of a place', () => {
  it.each([
    ['in a step', '/s/goals#goals.indicators', 'Indikatorer', 'goals.indicators', {}],
    ['in the document', '/document#action.activities', 'Aktiviteter', 'action.activities', {}],
    ['at an item of a long list', '#item-ac12', 'Digital anslagstavla i biblioteket', 'item-ac12', {}],
    ['in a column far away', '#action.activities', 'Aktiviteter', 'action.activities', {}],
    [
      'on a phone’s board',
      '#goals.indicators',
      'Indikatorer',
      'goals.indicators',
      { viewport: { width: 375, height: 800 } },
    ],
  ] as const)('JN23 leads there, with the focus, %s', async (_name, path, title, id, screen) => {
    const actor = await enter(path, screen)
    await eventually(
      'the place in sight with the focus',
      async () => (await focused(actor)) === title && (await isInSight(actor, id)),
    )
    expect(actor.trouble).toEqual([])
    await actor.leave()
  })

  it('JN23 is found at its heading by keyboard, and leads to a question too', async () => {
    const actor = await enter('/s/goals')
    const link = actor.page.locator('#goals\\.list').getByRole('link', { name: 'Link to Mål', exact: true })
    await link.focus()
    await actor.page.keyboard.press('Enter')
    await eventually('the heading with the focus', async () => (await focused(actor)) === 'Mål')
    expect(actor.page.url()).toMatch(/#goals\.list$/)
    // As a person goes on from there: until then the place keeps the focus.
    await actor.page.keyboard.press('Tab')
    await actor.page
      .locator('li[id]')
      .filter({ has: actor.page.getByRole('link', { name: /^Link to Hur ska lokalsamhället/ }) })
      .getByRole('link', { name: /^Link to / })
      .press('Enter')
    await eventually('the question with the focus', async () =>
      (await focused(actor)).startsWith('Hur ska lokalsamhället'),
    )
    await actor.leave()
  })
})
