import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'

const root = join(import.meta.dirname, '../..')

interface Piece {
  readonly name: string
  readonly text: string
  /** Chunks that it cannot do without, by name. */
  readonly needs: readonly string[]
  readonly starts: boolean
}

const pieces = new Map<string, Piece>()
const piece = (name: string): Piece => must(pieces.get(name), `${name} is not in the build`)
const like = (pattern: RegExp) => [...pieces.values()].filter(({ name }) => pattern.test(name))

/** A chunk and all that must be fetched with it. */
const withNeeds = (name: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const needed of piece(name).needs) withNeeds(needed, seen)
  return seen
}

const weight = (names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + brotliCompressSync(piece(name).text).length, 0)

const kilobytes = 1024

beforeAll(async () => {
  const built = await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'client'),
    logLevel: 'silent',
    build: { write: false },
  })
  const { output } = must('output' in built ? built : null)
  for (const file of output) {
    const isChunk = file.type === 'chunk'
    pieces.set(file.fileName, {
      name: file.fileName,
      text: isChunk ? file.code : Buffer.from(file.source).toString('utf8'),
      needs: isChunk ? file.imports : [],
      starts: isChunk && file.isEntry,
    })
  }
}, 60_000)

describe('the built page', { timeout: 60_000 }, () => {
  const html = () => piece('index.html').text
  const entry = () => must([...pieces.values()].find(({ starts }) => starts)).name
  const longest = (pattern: RegExp) =>
    must(like(pattern).toSorted((a, b) => b.text.length - a.text.length)[0]).name
  const language = () => longest(/\/first-[^/]*\.js$/)

  const ofPlan = () => {
    // A later part may bear the same name: that of the first module in it.
    const plan = longest(/\/plan-[^/]*\.js$/)
    return new Set([...withNeeds(entry()), ...withNeeds(plan), language()])
  }

  it('UI30 the first load is at most 130 KB of script', () => {
    for (const page of [/\/Home-[^/]*\.js$/, /\/JoinPage-[^/]*\.js$/]) {
      const { name } = must(like(page)[0])
      const words = [language(), longest(/\/home-[^/]*\.js$/)]
      expect(weight(new Set([...withNeeds(entry()), ...withNeeds(name), ...words]))).toBeLessThan(
        130 * kilobytes,
      )
    }
  })

  it('UI30 the first load is at most 15 KB of style', () => {
    const first = like(/\.css$/).filter(({ name }) => html().includes(name))
    expect(first.length).toBeGreaterThan(0)
    expect(weight(first.map(({ name }) => name))).toBeLessThan(15 * kilobytes)
  })

  it('UI30 a plan is at most 320 KB of script in all', () => {
    expect(weight(ofPlan())).toBeLessThan(320 * kilobytes)
  })

  it.each([
    'BoardDialogs',
    'ChecksPanel',
    'Comments',
    'CommentsPanel',
    'Contributions',
    'DocumentView',
    'ItemPanel',
    'ItemTable',
    'RefusedBanner',
    'StepFocus',
    'StructureDialog',
    'Toolbar',
    'later',
    'later-icons',
    'useFindings',
  ])('UI30 the plan does without its %s at first, which is at most 25 KB of script of its own', (part) => {
    const file = must(like(new RegExp(`/${part}-[^/]*\\.js$`))[0]).name
    expect(ofPlan()).not.toContain(file)
    expect(weight([file])).toBeLessThan(25 * kilobytes)
  })

  it('UI30 no file of the page needs one that needs it', () => {
    const inCircles = [...pieces.values()].filter(({ name, needs }) =>
      needs.some((needed) => withNeeds(needed).has(name)),
    )
    expect(inCircles.map(({ name }) => name)).toEqual([])
  })

  it('UI30 the first load has neither the editor nor dialogs in it', () => {
    const first = [...withNeeds(entry())].map((name) => piece(name).text).join('')
    expect(first).not.toContain('ProseMirror')
    expect(first).not.toContain('alertdialog')
  })

  it('UI31 the page has no script and no style written into it', () => {
    expect(html()).not.toMatch(/<style|\sstyle=|\son\w+=/)
    expect([...html().matchAll(/<script\b[^>]*>/g)].every(([tag]) => tag.includes('src="/assets/'))).toBe(
      true,
    )
  })

  it('UI31 the stylesheet with the tokens comes first, and bears the id that keeps react-aria’s own out', () => {
    const [first = ''] = html().match(/<link[^>]*rel="stylesheet"[^>]*>/) ?? []
    expect(first).toContain('id="react-aria-pressable-style"')
    const sheet = must(like(/\.css$/).find(({ name }) => first.includes(name)))
    expect(sheet.text).toMatch(/^@layer tokens/)
    expect(sheet.text).toContain('[data-react-aria-pressable]{touch-action:')
  })

  it('UI31 fonts and pictures are files, not addresses with data in them', () => {
    expect(like(/\.woff2$/)).toHaveLength(2)
    expect(like(/\.css$/).filter(({ text }) => /url\(['"]?data:/.test(text))).toEqual([])
  })

  it('UI32 react-aria speaks our three languages and no other', () => {
    const scripts = like(/\.js$/)
      .map(({ text }) => text)
      .join('')
    expect(scripts).toContain('Avvisa')
    expect(scripts).toContain('Lukk')
    expect(scripts).toContain('Dismiss')
    for (const foreign of ['Schließen', 'Ignorer', 'Descartar', 'Zavřít', 'Odbaci'])
      expect(scripts).not.toContain(foreign)
  })
})
