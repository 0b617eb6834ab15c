import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Kind } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Locale } from '../../shared/locale.ts'
import { en } from '../../shared/messages/en/index.ts'
import { nb } from '../../shared/messages/nb/index.ts'
import { sv } from '../../shared/messages/sv/index.ts'
import type { Actor, Asked } from '../support/browser.ts'
import { aCompany } from '../support/company.ts'
import { startPlan } from '../support/person.ts'
import { saying, seen } from '../support/stage.ts'

/* Every kind of item on the board, in three languages, and many of them at once. */

/** The one process that has a place for every kind. */
const { plan, come, enter } = aCompany((url) => startPlan(url, 'nordic-combined'))

const panelOf = ({ page }: Actor) => page.getByRole('complementary')

interface Snapshot {
  readonly items: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

describe('every kind', () => {
  const texts: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
    en: en.items,
    sv: sv.items,
    nb: nb.items,
  }
  const saved: Readonly<Record<Locale, string>> = { en: 'Saved', sv: 'Sparat', nb: 'Lagret' }
  const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', sv: 'sv-SE', nb: 'nb-NO' }
  /** Other words change names and places, not how colours stand out. */
  const asked: Readonly<Record<Locale, Asked>> = {
    en: {},
    sv: { about: 'all but colours' },
    nb: { about: 'all but colours' },
  }

  /** What is typed where an item is named, and what is kept of it. */
  const titleFor = ({ kind, title, fields }: Kind) => {
    const is = fields[title]?.is
    if (is === 'year') return { typed: '2027', value: 2027 }
    const typed = is === 'day' ? '2027-03-02' : `Nytt ${kind}`
    return { typed, value: typed }
  }
  /** A year or a day stands behind the kind's own name. */
  const nameFor = (kind: Kind, one: string): string | RegExp => {
    const { typed } = titleFor(kind)
    return typed.startsWith('Nytt') ? typed : new RegExp(`^${one} \\S*2027`)
  }

  const languages = ['en', 'sv', 'nb'] as const
  /** Every kind is made in one of the languages: which words it has in each, the compiler asks. */
  const inTurn = (locale: (typeof languages)[number]) => (_kind: Kind, at: number) =>
    languages[at % languages.length] === locale

  it.each(languages)('JN28 is made on the board, opened and shown there, in %s', async (locale) => {
    const actor = await enter('Ada', '', { locale: tags[locale] }, saved[locale])
    const say = (key: string) => must(texts[locale][key], `no text ${key}`)
    const { page } = actor
    const made = [...kinds.values()].filter(({ joins }) => !joins).filter(inTurn(locale))
    for (const kind of made) {
      const { typed } = titleFor(kind)
      const title = nameFor(kind, say(`${kind.kind}:one`))
      const add = page.getByRole('button', { name: say(`${kind.kind}:add`), exact: true }).first()
      await add.scrollIntoViewIfNeeded()
      await add.click()
      const field = panelOf(actor).locator(`[data-block$="/${kind.title}"]`).first()
      await field.locator('input, textarea').first().fill(typed)
      await seen(panelOf(actor).getByRole('heading', { level: 2, name: title }))
      await seen(page.getByRole('main').getByRole('link', { name: title }).first())
      expect(await actor.axe({ within: 'aside', ...asked[locale] })).toEqual([])
      await page.keyboard.press('Escape')
      await panelOf(actor).waitFor({ state: 'detached' })
    }
    await saying(actor, saved[locale])
    expect(await actor.axe(asked[locale])).toEqual([])
    const { body } = await plan().facilitator.get<Snapshot>(`/api/boards/${plan().board}/snapshot`)
    for (const kind of made)
      expect(body.items[kind.kind]?.map((one) => one[kind.title])).toEqual([titleFor(kind).value])
  })
})

describe('a plan full of them', () => {
  it.each([
    ['wide, in every light', {}, ({ axeInEveryLight }: Actor, part?: string) => axeInEveryLight(part)],
    ['very narrow', { viewport: { width: 320, height: 640 } }, ({ axe }: Actor) => axe()],
  ] as const)('JN29 is read and opened without anything for axe to say, %s', async (_name, screen, look) => {
    const actor = await come('Dora', screen)
    const { page } = actor
    await page.goto('/')
    await page.getByRole('button', { name: 'Open the demo plan' }).click()
    await page.waitForURL(/\/b\//)
    await saying(actor, 'Saved')
    const board = new URL(page.url()).pathname
    const found = [...(await look(actor))]
    await page.goto(`${board}/s/goals`)
    await page.getByRole('link', { name: 'Fler unga är i studier eller arbete' }).first().waitFor()
    found.push(...(await look(actor)).map((one) => `goals ${one}`))
    for (const item of ['g5', 'i1', 'ac1']) {
      await page.goto(`${board}?item=${item}`)
      await page.getByRole('button', { name: 'Close' }).waitFor()
      // In another light the board behind it was looked at already.
      found.push(...(await look(actor, 'aside')).map((one) => `${item} ${one}`))
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wider > 0) found.push(`${item} is ${wider} px too wide`)
    }
    expect(found).toEqual([])
  })
})
