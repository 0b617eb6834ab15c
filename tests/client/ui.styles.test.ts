import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const files = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).toSorted()
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const bare = (css: string): string => css.replaceAll(/\/\*.*?\*\//gs, '')

const sheets = files('client/**/*.css')
const modules = files('client/**/*.module.css')
const views = files('client/**/*.tsx')

/** `[file, what was found]` for each file in which the pattern is found. */
const found = (where: readonly string[], pattern: RegExp) =>
  where.flatMap((file) => {
    const hits = bare(read(file)).match(pattern)
    return hits ? [[file, ...hits]] : []
  })

/** What stands before the outermost braces of a stylesheet. */
const topRules = (css: string): readonly string[] => {
  const rules: string[] = []
  let depth = 0
  let start = 0
  for (const { index, 0: sign } of css.matchAll(/[{};]/g)) {
    if (depth === 0) rules.push(css.slice(start, index).trim())
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
    if (depth === 0) start = index + 1
  }
  return rules.filter((rule) => rule !== '')
}

describe('styles', () => {
  it('UI20 colours are named in tokens.css and nowhere else', () => {
    const others = sheets.filter((file) => basename(file) !== 'tokens.css')
    expect(others.length).toBeGreaterThan(20)
    expect(found(others, /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab)a?\(/gi)).toEqual([])
  })

  it('UI20 every token that is used exists', () => {
    const set = (css: string) => [...css.matchAll(/(?:^|[\s{;])(--[\w-]+)\s*:/g)].map(([, name]) => name)
    const known = new Set(sheets.flatMap((file) => set(bare(read(file)))))
    // Set on an element by react-aria or by a view.
    const given = new Set([
      ...views.flatMap((file) => [...read(file).matchAll(/'(--[\w-]+)'/g)].map((m) => m[1])),
    ])
    const unknown = sheets.flatMap((file) =>
      [...bare(read(file)).matchAll(/var\((--[\w-]+)\)/g)]
        .map(([, name]) => name)
        .filter((name) => !known.has(name) && !given.has(name))
        .map((name) => [file, name]),
    )
    expect(unknown).toEqual([])
  })

  it('UI20 every rule stands in a layer, but for those that overrule another library', () => {
    const outside = sheets.flatMap((file) =>
      topRules(bare(read(file)))
        .filter((rule) => !/^(@layer|@keyframes|@font-face|@property|:global\()/.test(rule))
        .map((rule) => [file, rule]),
    )
    expect(outside).toEqual([])
  })

  it('UI20 nothing is fetched from elsewhere or from a data address', () => {
    expect(found(sheets, /url\(\s*['"]?(?:data:|https?:|\/\/)[^)]*/gi)).toEqual([])
  })

  it('UI20 the ring of the focus is never taken away without another', () => {
    const allowed = new Set(['dialog.module.css', 'menu.module.css', 'field.module.css', 'base.css'])
    const without = sheets
      .filter((file) => file.startsWith('client/ui/') || file.startsWith('client/styles/'))
      .filter((file) => /outline: none/.test(read(file)))
    expect(without.map((file) => basename(file)).filter((name) => !allowed.has(name))).toEqual([])
  })

  it('UI21 every class that a part asks its module for is there', () => {
    const missing = views.flatMap((view) =>
      [...read(view).matchAll(/import (\w+) from '(\.[^']*\.module\.css)'/g)].flatMap(([, name, path]) => {
        const css = read(join(dirname(view), path ?? ''))
        const code = read(view).replaceAll(/^import .*$/gm, '')
        const asked = [...code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map((m) => m[1] ?? '')
        return asked.filter((one) => !new RegExp(`\\.${one}\\b`).test(css)).map((one) => [view, one])
      }),
    )
    expect(missing).toEqual([])
  })

  it('UI21 every module is used', () => {
    const imported = new Set(
      files('client/**/*.{ts,tsx}').flatMap((file) =>
        [...read(file).matchAll(/'(\.[^']*\.module\.css)'/g)].map(([, path]) =>
          join(dirname(file), path ?? ''),
        ),
      ),
    )
    expect(modules.filter((file) => !imported.has(file))).toEqual([])
  })

  it('UI22 the parts know neither words nor plans', () => {
    const parts = files('client/ui/*.{ts,tsx}')
    expect(parts.length).toBeGreaterThan(30)
    const knowing = parts.filter((file) =>
      /from '[^']*(?:shared\/(?!assert)|useText|live\/)/.test(read(file)),
    )
    expect(knowing).toEqual([])
  })
})
