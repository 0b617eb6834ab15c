import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/* SPEC.md and the tests say the same: every rule is tested, every test has its rule. */

const tests = join(import.meta.dirname, '..')
const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(test|contract)\.tsx?$/.test(file),
)
const unique = (rules: readonly string[]) => [...new Set(rules)].sort()
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

const written = matches(readFileSync(join(tests, 'SPEC.md'), 'utf8'), /^- \*\*([A-Z]{2}\d+)\*\* /gm)
const tested = unique(
  files.flatMap((file) => matches(readFileSync(join(tests, file), 'utf8'), /['`"]([A-Z]{2}\d+)[ :]/g)),
)

describe('the rules', () => {
  it('SR1 every rule that a test names is written in SPEC.md', () => {
    expect(tested.filter((rule) => !written.includes(rule))).toEqual([])
  })

  it('SR2 every rule in SPEC.md is named by a test', () => {
    expect(written.filter((rule) => !tested.includes(rule))).toEqual([])
  })

  it('SR3 no rule is written twice', () => {
    expect(written.filter((rule, index) => written.indexOf(rule) !== index)).toEqual([])
  })
})
