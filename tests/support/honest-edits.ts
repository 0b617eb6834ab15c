import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'
import { wrapInList } from '@tiptap/pm/schema-list'
import { EditorState } from '@tiptap/pm/state'
import { canSplit, Transform } from '@tiptap/pm/transform'
import type * as Y from 'yjs'
import { setNotRelevant, setOwner, setStatus } from '../../shared/step/questions.ts'
import { editItemByChance } from './item-edits.ts'
import type { Random } from './random.ts'
import { answer, editText, editorSchema as schema, section } from './updates.ts'

/* What people do to a step, by chance: typing, Enter, deleting, marks, lists, quotes, headings, tables, and items. */

const words = ['plan', 'mål', 'trygghet', 'åäö ✓', 'och ', 'samråd med ', 'x']

/** One change of a random kind, made through the real editor's schema and binding, a question's state or an item. */
export const editByChance = (doc: Y.Doc, random: Random): void => {
  if (random.chance(0.3)) return editItemByChance(doc, random)
  if (random.chance(0.1)) return markByChance(doc, random)
  editText(doc, random.chance(0.7) ? section : answer, (text) => random.pick(changes)(text, random) ?? text)
}

const markByChance = (doc: Y.Doc, random: Random): void => {
  const id = 'mission.why'
  random.pick([
    () => setStatus(doc, id, random.pick(['agreed', 'drafted', null]), 'local'),
    () => setNotRelevant(doc, id, random.pick(words), 'local'),
    () => setOwner(doc, id, random.chance(0.5) ? 'anna' : null, 'local'),
  ])()
}

type ChangeText = (text: Node, random: Random) => Node | undefined

const transformed =
  (change: (transform: Transform, random: Random) => void): ChangeText =>
  (text, random) => {
    const transform = new Transform(
      text.childCount > 0 ? text : schema.node('doc', null, [schema.node('paragraph')]),
    )
    change(transform, random)
    return transform.doc
  }

/** A place where text may stand. */
const caret = ({ doc }: Transform, random: Random): number => {
  const places: number[] = []
  doc.descendants((node, position) => {
    if (node.isTextblock) for (let at = 0; at <= node.content.size; at++) places.push(position + 1 + at)
  })
  return random.pick(places)
}

const stretch = (transform: Transform, random: Random): readonly [from: number, to: number] => {
  const ends = [caret(transform, random), caret(transform, random)].sort((a, b) => a - b)
  const [from = 0, to = 0] = ends
  return [from, Math.min(to, from + 1 + random.int(12))]
}

const type = transformed((transform, random) =>
  transform.insert(caret(transform, random), schema.text(random.pick(words))),
)

const splitBlock = transformed((transform, random) => {
  const at = caret(transform, random)
  if (canSplit(transform.doc, at)) transform.split(at)
})

const remove = transformed((transform, random) => transform.deleteRange(...stretch(transform, random)))

const mark = transformed((transform, random) => {
  const marks = [
    schema.mark('bold'),
    schema.mark('italic'),
    schema.mark('link', { href: 'https://example.se/x' }),
  ]
  const [from, to] = stretch(transform, random)
  if (random.chance(0.6)) transform.addMark(from, to, random.pick(marks))
  else transform.removeMark(from, to, random.pick(marks))
})

const setBlock = transformed((transform, random) => {
  const at = caret(transform, random)
  const heading = random.chance(0.5)
  transform.setBlockType(
    at,
    at,
    schema.nodes[heading ? 'heading' : 'paragraph']!,
    heading ? { level: 1 + random.int(3) } : null,
  )
})

const lineBreak = transformed((transform, random) =>
  transform.insert(caret(transform, random), schema.node('hardBreak')),
)

const addBlock = transformed((transform, random) => {
  const paragraph = () => schema.node('paragraph', null, schema.text(random.pick(words)))
  const cell = (kind: string) =>
    schema.node(kind, { colwidth: random.chance(0.3) ? [100] : null }, paragraph())
  const row = (kind: string) => schema.node('tableRow', null, [cell(kind), cell(kind)])
  const item = () => schema.node('listItem', null, paragraph())
  const made = random.pick([
    () => schema.node('table', null, [row('tableHeader'), row('tableCell')]),
    () => schema.node('bulletList', null, [item(), item()]),
    () => schema.node('orderedList', { start: 1 + random.int(5) }, [item()]),
    () => schema.node('blockquote', null, [paragraph()]),
  ])()
  transform.insert(random.chance(0.5) ? 0 : transform.doc.content.size, made)
})

const wrap: ChangeText = (text, random) => {
  const state = EditorState.create({ doc: text })
  const list = schema.nodes[random.chance(0.5) ? 'bulletList' : 'orderedList']!
  let changed: Node | undefined
  wrapInList(list)(state, (transaction) => (changed = transaction.doc))
  return changed
}

const move: ChangeText = (text, random) => {
  const children = [...text.children]
  if (children.length < 2) return undefined
  const [taken] = children.splice(random.int(children.length), 1)
  if (taken) children.splice(random.int(children.length + 1), 0, taken)
  return text.copy(Fragment.from(children))
}

const removeBlock: ChangeText = (text, random) => {
  const children = [...text.children]
  if (children.length < 2) return undefined
  children.splice(random.int(children.length), 1)
  return text.copy(Fragment.from(children))
}

const changes: readonly ChangeText[] = [
  type,
  type,
  type,
  type,
  splitBlock,
  remove,
  remove,
  mark,
  mark,
  setBlock,
  lineBreak,
  addBlock,
  wrap,
  move,
  removeBlock,
]
