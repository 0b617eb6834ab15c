import type { Json } from '../json.ts'
import type { NodeRule, ProseDoc, ProseMark, ProseNode } from './richtext.ts'
import {
  attributeFits,
  isPlainObject,
  linkAttributes,
  markFits,
  markRules,
  nodeRules,
  safeHref,
  topRule,
} from './richtext.ts'

/*
 * Rich text as ProseMirror JSON, from wherever it came: brought into the one form that the table allows, and read as
 * plain words.
 */

/** Deeper than this nothing is read. */
export const deepest = 32

/** Names what was left out, or changed, on the way; a name stands once. */
export type LeftOut = Set<string>

/**
 * The text in the one form that equal texts share: only nodes, attributes and marks of the table, runs of equally
 * marked text joined. Words inside an unknown node stay, without it. Never throws.
 */
export const tidyDoc = (json: unknown, leftOut: LeftOut = new Set()): ProseDoc => {
  const content = isPlainObject(json) ? json['content'] : []
  return { type: 'doc', content: tidyChildren(content, topRule, leftOut, 1) }
}

const tidyChildren = (content: unknown, rule: NodeRule, leftOut: LeftOut, depth: number): ProseNode[] => {
  if (!Array.isArray(content)) return []
  if (depth > deepest) {
    if (content.length > 0) leftOut.add('depth')
    return []
  }
  const tidy: ProseNode[] = []
  for (const child of content as readonly unknown[])
    for (const node of tidyNode(child, rule, leftOut, depth)) place(node, rule, tidy, leftOut)
  return tidy
}

/** One node, or what stood inside it when the node itself cannot be kept. */
const tidyNode = (json: unknown, rule: NodeRule, leftOut: LeftOut, depth: number): ProseNode[] => {
  if (!isPlainObject(json) || typeof json['type'] !== 'string') return []
  const type = json['type']
  if (type === 'text') return tidyText(json, leftOut)
  const own = nodeRules.get(type)
  if (!own) {
    leftOut.add(type)
    return tidyChildren(json['content'], rule, leftOut, depth + 1)
  }
  const attrs = tidyAttributes(own, type, json['attrs'], leftOut)
  const content = tidyChildren(json['content'], own, leftOut, depth + 1)
  return [{ type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) }]
}

const place = (node: ProseNode, rule: NodeRule, among: ProseNode[], leftOut: LeftOut): void => {
  const last = among.at(-1)
  if (rule.children.has(node.type)) {
    if (last && sameMarks(last, node)) among[among.length - 1] = { ...last, text: `${last.text}${node.text}` }
    else among.push(node)
  } else if (isInline(node) && rule.children.has('paragraph'))
    among.push({ type: 'paragraph', content: [node] })
  else leftOut.add(node.type)
}

const isInline = ({ type }: ProseNode) => type === 'text' || type === 'hardBreak'

const sameMarks = (a: ProseNode, b: ProseNode): boolean =>
  a.type === 'text' && b.type === 'text' && JSON.stringify(a.marks) === JSON.stringify(b.marks)

const tidyText = (json: Readonly<Record<string, unknown>>, leftOut: LeftOut): ProseNode[] => {
  const { text } = json
  if (typeof text !== 'string' || text === '') return []
  const given: readonly unknown[] = Array.isArray(json['marks']) ? json['marks'] : []
  const tidy = given.map((mark) => tidyMark(mark, leftOut)).filter((mark) => mark !== null)
  const marks = [...markRules.keys()].flatMap((name) => tidy.find(({ type }) => type === name) ?? [])
  return [{ type: 'text', text, ...(marks.length > 0 && { marks }) }]
}

const tidyMark = (json: unknown, leftOut: LeftOut): ProseMark | null => {
  const type = isPlainObject(json) ? json['type'] : undefined
  if (!isPlainObject(json) || typeof type !== 'string' || !markFits(type, null)) {
    leftOut.add(typeof type === 'string' ? type : 'mark')
    return null
  }
  return type === 'link' ? tidyLink(json['attrs'], leftOut) : { type }
}

/** How a link is shown is the page's matter: of all its attributes the address and the title are kept. */
const tidyLink = (attrs: unknown, leftOut: LeftOut): ProseMark | null => {
  const href = isPlainObject(attrs) ? safeHref(attrs['href']) : null
  if (!isPlainObject(attrs) || href === null) {
    leftOut.add('link.href')
    return null
  }
  const { title } = attrs
  const titled = typeof title === 'string' && attributeFits(linkAttributes, 'title', title)
  return { type: 'link', attrs: { href, ...(titled && { title }) } }
}

const tidyAttributes = (rule: NodeRule, type: string, attrs: unknown, leftOut: LeftOut) => {
  if (!isPlainObject(attrs)) return null
  for (const name of Object.keys(attrs)) if (!rule.attributes.has(name)) leftOut.add(`${type}.${name}`)
  const tidy: { [name: string]: Json } = {}
  for (const name of rule.attributes.keys()) {
    const value = attrs[name]
    if (value === undefined || value === null || Number.isNaN(value)) continue
    if (attributeFits(rule.attributes, name, value)) tidy[name] = value as Json
    else leftOut.add(`${type}.${name}`)
  }
  return Object.keys(tidy).length > 0 ? tidy : null
}

/** The words alone: a line per block and table row, a tab between cells. Takes any JSON, never throws. */
export const plainText = (json: unknown): string => wordsOf(json, 0).replace(/^\n+|\n+$/g, '')

const wordsOf = (json: unknown, depth: number): string => {
  if (!isPlainObject(json) || depth > 2 * deepest) return ''
  if (typeof json['text'] === 'string') return json['text']
  if (json['type'] === 'hardBreak') return '\n'
  const children: readonly unknown[] = Array.isArray(json['content']) ? json['content'] : []
  const words = children.map((child) => wordsOf(child, depth + 1))
  if (json['type'] === 'tableRow') return `${words.map((word) => word.replace(/\n+$/, '')).join('\t')}\n`
  const isBlock = nodeRules.get(String(json['type']))?.children.has('text')
  return words.join('') + (isBlock ? '\n' : '')
}

/** Whether there is nothing to read: no words, whatever empty paragraphs or tables stand there. */
export const isEmpty = (json: unknown): boolean => plainText(json).trim() === ''

/** Whether nobody has put anything there: no more than empty paragraphs. */
export const isBlank = ({ content }: ProseDoc): boolean =>
  content.every((node) => node.type === 'paragraph' && !node.content)
