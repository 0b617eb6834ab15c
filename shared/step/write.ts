import * as Y from 'yjs'
import type { ProseDoc, ProseNode } from './richtext.ts'

/** Writes a text into a fragment that holds none, as the editor would: runs beside each other share one text. */
export const writeText = (text: Y.XmlFragment, { content }: ProseDoc): void => {
  if (content.length > 0) text.insert(0, nodesOf(content))
}

const nodesOf = (nodes: readonly ProseNode[]): (Y.XmlElement | Y.XmlText)[] => {
  const made: (Y.XmlElement | Y.XmlText)[] = []
  let runs: ProseNode[] = []
  const end = () => {
    if (runs.length > 0) made.push(textOf(runs))
    runs = []
  }
  for (const node of nodes) {
    if (node.type === 'text') runs.push(node)
    else {
      end()
      made.push(elementOf(node))
    }
  }
  end()
  return made
}

const elementOf = ({ type, attrs, content }: ProseNode): Y.XmlElement => {
  const element = new Y.XmlElement<Record<string, NonNullable<ProseNode['attrs']>[string]>>(type)
  for (const [name, value] of Object.entries(attrs ?? {})) element.setAttribute(name, value)
  if (content) element.insert(0, nodesOf(content))
  return element as Y.XmlElement
}

const textOf = (runs: readonly ProseNode[]): Y.XmlText => {
  const text = new Y.XmlText()
  text.applyDelta(
    runs.map(({ text: insert = '', marks = [] }) => ({
      insert,
      attributes: Object.fromEntries(marks.map((mark) => [mark.type, mark.attrs ?? {}])),
    })),
  )
  return text
}

/** A text of plain words: a paragraph for each line that says something. */
export const proseOf = (words: string): ProseDoc => ({
  type: 'doc',
  content: words
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
})
