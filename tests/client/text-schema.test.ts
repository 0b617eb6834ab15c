import { getSchema } from '@tiptap/core'
import type { ContentMatch } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { schemaExtensions } from '../../client/text/schema.ts'
import { linkAttributes, markRules, nodeRules, topRule } from '../../shared/step/richtext.ts'

const schema = getSchema(schemaExtensions)

/** Every type of node that may stand somewhere in this content. */
const within = (match: ContentMatch, seen = new Set<ContentMatch>()): ReadonlySet<string> => {
  if (seen.has(match)) return new Set()
  seen.add(match)
  const names = new Set<string>()
  for (let index = 0; index < match.edgeCount; index++) {
    const { type, next } = match.edge(index)
    names.add(type.name)
    for (const name of within(next, seen)) names.add(name)
  }
  return names
}

describe('the editor and the table of what a text may hold', () => {
  it('TX1 know the same nodes', () => {
    const known = Object.keys(schema.nodes).filter((name) => name !== 'doc' && name !== 'text')
    expect(known.sort()).toEqual([...nodeRules.keys()].sort())
  })

  it('TX1 know the same marks', () => {
    expect(Object.keys(schema.marks).sort()).toEqual([...markRules.keys()].sort())
  })

  it.each([...nodeRules])('TX1 give %s the same children, in any order', (name, rule) => {
    const type = schema.nodes[name]
    expect([...within(type!.contentMatch)].sort()).toEqual([...rule.children].sort())
    // Any of them may come first: content that the editor finds invalid is deleted for everybody.
    const first = Array.from(
      { length: type!.contentMatch.edgeCount },
      (_, at) => type!.contentMatch.edge(at).type.name,
    )
    expect(first.sort()).toEqual([...rule.children].sort())
  })

  it('TX1 give the whole text the same children', () => {
    expect([...within(schema.topNodeType.contentMatch)].sort()).toEqual([...topRule.children].sort())
  })

  it.each([...nodeRules])('TX1 give %s the same attributes', (name, rule) => {
    expect(Object.keys(schema.nodes[name]!.spec.attrs ?? {}).sort()).toEqual(
      [...rule.attributes.keys()].sort(),
    )
  })

  it('TX1 give a link the same attributes, and other marks none', () => {
    for (const [name, type] of Object.entries(schema.marks)) {
      const expected = name === 'link' ? [...linkAttributes.keys()].sort() : []
      expect(Object.keys(type.spec.attrs ?? {}).sort()).toEqual(expected)
    }
  })

  it('TX1 let every text hold every mark, and no mark twice', () => {
    for (const name of ['paragraph', 'heading']) {
      expect(schema.nodes[name]!.markSet).toBeNull()
    }
    for (const type of Object.values(schema.marks)) expect(type.excludes(type)).toBe(true)
  })
})
