import type { ReactNode } from 'react'
import type { ProseDoc, ProseMark, ProseNode } from '../../shared/step/richtext.ts'
import { safeHref } from '../../shared/step/richtext.ts'
import { outlineOf } from './outline.ts'
import css from './reading.module.css'

interface Props {
  readonly text: ProseDoc
  readonly lang: string
  /** The level under which the text's own headings begin. */
  readonly under: 3 | 4
  /** What a mark does with words that a view laid it over: one that is none of a text's own. */
  readonly over?: Over
}

type Over = (mark: ProseMark, inside: ReactNode) => ReactNode

const asItIs: Over = (_mark, inside) => inside

/** A text to read: the same words as in the editor, without one. */
export const Reading = ({ text, lang, under, over = asItIs }: Props) => {
  const outline = outlineOf(text)
  return (
    <div className={css.reading} lang={lang}>
      {text.content.map((node, at) => (
        <Block key={at} node={node} outline={outline} under={under} over={over} />
      ))}
    </div>
  )
}

interface BlockProps {
  readonly node: ProseNode
  readonly outline: ReadonlyMap<ProseNode, number>
  readonly under: number
  readonly over: Over
}

const Block = ({ node, ...rest }: BlockProps): ReactNode => {
  const children = (node.content ?? []).map((child, at) => <Block key={at} node={child} {...rest} />)
  switch (node.type) {
    case 'text':
      return marked(node.text ?? '', node.marks ?? [], rest.over)
    case 'hardBreak':
      return <br />
    case 'paragraph':
      return <p>{children}</p>
    case 'heading':
      return <Heading level={rest.under + (rest.outline.get(node) ?? 1)}>{children}</Heading>
    case 'bulletList':
      return <ul>{children}</ul>
    case 'orderedList':
      return <ol start={numberOf(node, 'start') ?? 1}>{children}</ol>
    case 'listItem':
      return <li>{children}</li>
    case 'blockquote':
      return <blockquote>{children}</blockquote>
    case 'table':
      return (
        <div className={css.table}>
          <table>
            <tbody>{children}</tbody>
          </table>
        </div>
      )
    case 'tableRow':
      return <tr>{children}</tr>
    case 'tableHeader':
      return <th {...spans(node)}>{children}</th>
    case 'tableCell':
      return <td {...spans(node)}>{children}</td>
    default:
      // What a newer version wrote: its words, without its form.
      return children
  }
}

const Heading = ({ level, children }: { readonly level: number; readonly children: ReactNode }) => {
  const Tag = `h${Math.min(level, 6)}` as 'h4' | 'h5' | 'h6'
  return <Tag>{children}</Tag>
}

const marked = (text: string, marks: readonly ProseMark[], over: Over): ReactNode =>
  marks.reduce<ReactNode>((inside, mark) => {
    if (mark.type === 'bold') return <strong>{inside}</strong>
    if (mark.type === 'italic') return <em>{inside}</em>
    if (mark.type !== 'link') return over(mark, inside)
    const href = safeHref(mark.attrs?.['href'])
    if (href === null) return inside
    return (
      <a href={href} rel="noopener noreferrer nofollow" target="_blank">
        {inside}
      </a>
    )
  }, text)

const numberOf = (node: ProseNode, name: string): number | undefined => {
  const value = node.attrs?.[name]
  return typeof value === 'number' ? value : undefined
}

const spans = (node: ProseNode) => ({
  colSpan: numberOf(node, 'colspan') ?? 1,
  rowSpan: numberOf(node, 'rowspan') ?? 1,
})
