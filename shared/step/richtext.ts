import * as Y from 'yjs'
import type { Json } from '../json.ts'

/*
 * The one table of what a text may hold: nodes, their attributes and children, marks. The editor, the gate, the
 * reader and the guard against content of a newer version all read it here; no editor library is imported.
 */

/** ProseMirror JSON. */
export type ProseMark = { type: string; attrs?: { [name: string]: Json } }
export type ProseNode = {
  type: string
  attrs?: { [name: string]: Json }
  content?: ProseNode[]
  text?: string
  marks?: ProseMark[]
}
export type ProseDoc = { type: 'doc'; content: ProseNode[] }

type Fits = (value: unknown) => boolean

export interface NodeRule {
  /** Names of nodes; `text` stands for marked text. */
  readonly children: ReadonlySet<string>
  /** Null always fits: it means the default. */
  readonly attributes: ReadonlyMap<string, Fits>
}

const isInteger =
  (min: number, max: number): Fits =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
const isOneOf =
  (...values: readonly unknown[]): Fits =>
  (value) =>
    values.includes(value)
const isLike =
  (pattern: RegExp): Fits =>
  (value) =>
    typeof value === 'string' && pattern.test(value)
const isWidths: Fits = (value) =>
  Array.isArray(value) && value.length <= 1000 && value.every(isInteger(0, 10_000))

const node = (children: readonly string[], attributes: Readonly<Record<string, Fits>> = {}): NodeRule => ({
  children: new Set(children),
  attributes: new Map(Object.entries(attributes)),
})

export const headingLevels = [1, 2, 3] as const
const inline = ['text', 'hardBreak']
const blocks = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'table']
// A span is what browsers themselves allow; a table is laid out in a grid of columns × rows.
const cell = node(blocks, {
  colspan: isInteger(1, 1000),
  rowspan: isInteger(1, 1000),
  colwidth: isWidths,
  align: isOneOf('left', 'center', 'right'),
})

/** What stands at the top of a section or an answer. */
export const topRule: NodeRule = node(blocks)

export const nodeRules: ReadonlyMap<string, NodeRule> = new Map([
  ['paragraph', node(inline)],
  ['heading', node(inline, { level: isOneOf(...headingLevels) })],
  ['bulletList', node(['listItem'])],
  // Pasted lists may say `start=""`: not a number is read as 1.
  [
    'orderedList',
    node(['listItem'], { start: (value) => typeof value === 'number', type: isLike(/^[A-Za-z0-9-]{1,20}$/) }),
  ],
  ['listItem', node(blocks)],
  ['blockquote', node(blocks)],
  ['hardBreak', node([])],
  ['table', node(['tableRow'])],
  ['tableRow', node(['tableHeader', 'tableCell'])],
  ['tableHeader', cell],
  ['tableCell', cell],
])

const longestHref = 2000

/** The address as it stands when a link may lead there, else null: http, https and mailto alone, nothing relative. */
export const safeHref = (href: unknown): string | null => {
  if (typeof href !== 'string' || href.length > longestHref) return null
  // Browsers drop control characters inside a scheme, and white space before it.
  // eslint-disable-next-line no-control-regex -- reason: control characters are what it looks for
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(href) || href.trim() !== href) return null
  if (!/^(https?:\/\/[^/\\?#]|mailto:[^?])/i.test(href)) return null
  return URL.canParse(href) ? href : null
}

/** Null always fits but for `href`. A class would let a link dress up as a part of the page. */
export const linkAttributes: ReadonlyMap<string, Fits> = new Map<string, Fits>([
  ['href', (value) => safeHref(value) !== null],
  ['target', isOneOf('_blank', '_self', '_parent', '_top')],
  ['rel', isLike(/^[A-Za-z ]{0,100}$/)],
  ['class', () => false],
  [
    'title',
    (value) =>
      ['number', 'boolean'].includes(typeof value) || (typeof value === 'string' && value.length <= 500),
  ],
])

/** Attributes that the editor wrote itself have no prototype; those that came over the wire have the usual one. */
export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as null)

const isLink: Fits = (value) =>
  isPlainObject(value) &&
  Object.hasOwn(value, 'href') &&
  Object.entries(value).every(([name, one]) => attributeFits(linkAttributes, name, one))

const isPlainMark: Fits = (value) =>
  value === true || (isPlainObject(value) && Object.keys(value).length === 0)

/** Marks in the order in which they are read. None may overlap itself, so the editor never hashes their names. */
export const markRules: ReadonlyMap<string, Fits> = new Map([
  ['bold', isPlainMark],
  ['italic', isPlainMark],
  ['link', isLink],
])

export const attributeFits = (
  attributes: ReadonlyMap<string, Fits>,
  name: string,
  value: unknown,
): boolean => {
  const fits = attributes.get(name)
  if (!fits) return false
  return (value === null && name !== 'href') || fits(value)
}

/** Whether a mark may begin with this value, or end (null). */
export const markFits = (name: string, value: unknown): boolean => {
  const fits = markRules.get(name)
  return fits !== undefined && (value === null || fits(value))
}

/**
 * Names of nodes and marks in an update that this version does not know. An editor bound to a document that holds
 * one deletes it for everybody, so such an update is held back. Throws on broken bytes, as applying them would.
 */
export const unknownIn = (update: Uint8Array): string[] => {
  const unknown = new Set<string>()
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item)) continue
    const { content } = struct
    if (content instanceof Y.ContentType && content.type instanceof Y.XmlElement) {
      if (!nodeRules.has(content.type.nodeName)) unknown.add(content.type.nodeName)
    } else if (content instanceof Y.ContentFormat && !markRules.has(content.key)) unknown.add(content.key)
  }
  return [...unknown]
}
