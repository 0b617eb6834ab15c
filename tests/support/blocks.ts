import * as Y from 'yjs'

/*
 * Rich text as an editor would leave it in a step, for tests that fill a plan without one.
 */

export type Block =
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'table'; readonly rows: readonly (readonly string[])[] }

export const paragraph = (text: string): Block => ({ is: 'paragraph', text })
export const heading = (text: string): Block => ({ is: 'heading', text })
export const list = (items: readonly string[]): Block => ({ is: 'list', items })
/** The first row is the head. */
export const table = (rows: readonly (readonly string[])[]): Block => ({ is: 'table', rows })

/** One transaction per fragment, as one paste would be. */
export const write = (fragment: Y.XmlFragment, blocks: readonly Block[]): void => {
  const put = () => fragment.push(blocks.map(elementOf))
  if (fragment.doc) fragment.doc.transact(put)
  else put()
}

const elementOf = (block: Block): Y.XmlElement => {
  switch (block.is) {
    case 'paragraph':
      return textual('paragraph', block.text)
    case 'heading': {
      const element = textual('heading', block.text)
      element.setAttribute('level', 3 as unknown as string)
      return element
    }
    case 'list':
      return around(
        'bulletList',
        block.items.map((item) => around('listItem', [textual('paragraph', item)])),
      )
    case 'table':
      return around('table', block.rows.map(rowOf))
  }
}

const rowOf = (cells: readonly string[], index: number): Y.XmlElement =>
  around(
    'tableRow',
    cells.map((cell) => around(index === 0 ? 'tableHeader' : 'tableCell', [textual('paragraph', cell)])),
  )

const around = (name: string, children: readonly Y.XmlElement[]): Y.XmlElement => {
  const element = new Y.XmlElement(name)
  element.insert(0, [...children])
  return element
}

/** `**word**` is bold. */
const textual = (name: string, text: string): Y.XmlElement => {
  const element = new Y.XmlElement(name)
  const inner = new Y.XmlText()
  element.insert(0, [inner])
  const parts = text.split('**')
  inner.applyDelta(
    parts
      .map((part, index) => ({ insert: part, attributes: index % 2 ? { bold: {} } : {} }))
      .filter(({ insert }) => insert !== ''),
  )
  return element
}
