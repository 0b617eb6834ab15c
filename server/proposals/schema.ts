import type { NodeSpec } from 'prosemirror-model'
import { Schema } from 'prosemirror-model'
import type { NodeRule } from '../../shared/step/richtext.ts'
import { linkAttributes, markRules, nodeRules, topRule } from '../../shared/step/richtext.ts'

/*
 * The table of what a text may hold, as a schema of ProseMirror: what is written by the server is written as the
 * editor writes it. Null is every attribute's default and is not written.
 */

const nullable = (names: Iterable<string>) =>
  Object.fromEntries([...names].map((name) => [name, { default: null }]))

const specOf = ({ children, attributes }: NodeRule): NodeSpec => ({
  ...(children.size > 0 && { content: `(${[...children].join(' | ')})*` }),
  attrs: nullable(attributes.keys()),
})

export const textSchema = new Schema({
  nodes: {
    doc: specOf(topRule),
    text: {},
    ...Object.fromEntries([...nodeRules].map(([name, rule]) => [name, specOf(rule)])),
    hardBreak: { inline: true },
  },
  marks: Object.fromEntries(
    [...markRules.keys()].map((name) => [
      name,
      { attrs: nullable(name === 'link' ? linkAttributes.keys() : []) },
    ]),
  ),
})
