import { memo } from 'react'
import { Link, useLocation } from 'wouter'
import type { Kind } from '../../shared/items/define.ts'
import { fieldAt, textAt } from '../../shared/items/item.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { CommentMark } from '../marks/CommentMark.tsx'
import { who } from '../ui/colour.ts'
import table from '../ui/table.module.css'
import type { Drawn } from './drawn.ts'
import { looksSame } from './drawn.ts'
import { ItemCell } from './ItemCell.tsx'
import { ItemMenu } from './ItemMenu.tsx'
import { nearOf } from './near.ts'
import type { Telling } from './said.ts'
import { fieldKey, planLanguage, titleOf } from './said.ts'
import { subjectOf } from './subject.ts'
import { Standing } from './Standing.tsx'
import card from './card.module.css'
import css from './table.module.css'
import { blockOf, useEditing } from './useEditing.ts'

interface Props {
  readonly kind: Kind
  readonly items: readonly PlacedItem[]
  readonly telling: Telling
  /** The step in which it is shown. */
  readonly stepId: string
}

/** The items of one kind, a row each: for where there is room. */
export const ItemTable = ({ kind, items, telling, stepId }: Props) => {
  const { t } = telling
  const columns = columnsOf(kind)
  return (
    <table className={`${table.table} ${css.items}`}>
      <caption className="sr">{t(`${kind.kind}:many`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(fieldKey(kind.kind, kind.title))}</th>
          {columns.map((path) => (
            <th key={path} scope="col" className={isNumber(kind, path) ? 'num' : undefined}>
              {t(wordFor(kind, path))}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row
            key={item.id}
            item={item}
            kind={kind}
            near={nearOf(item, telling.items)}
            telling={telling}
            stepId={stepId}
          />
        ))}
      </tbody>
    </table>
  )
}

/** A series and what is wanted of it are one column; what a pair joins is its title. */
const columnsOf = ({ columns, figure, joins }: Kind): readonly string[] =>
  columns.filter((path) => path !== figure?.targets && path !== joins?.to)

const wordFor = (kind: Kind, path: string): string => {
  if (path === 'span') return 'when'
  return path === kind.figure?.series ? 'nowToTarget' : fieldKey(kind.kind, path)
}

const isNumber = (kind: Kind, path: string): boolean =>
  path === kind.figure?.series || ['number', 'year'].includes(fieldAt(kind.fields, path)?.is ?? '')

interface RowProps extends Omit<Props, 'items' | 'telling'>, Drawn {}

const Row = memo(function Row({ item, kind, telling, stepId }: RowProps) {
  const [path] = useLocation()
  const editing = useEditing(blockOf(item))
  const number = kind.card.number === undefined ? '' : textAt(item, kind.card.number)
  return (
    <tr
      id={`item-${item.id}`}
      className={editing ? `${css.occupied} ${who(editing.colour)}` : undefined}
      data-block={blockOf(item)}
    >
      <th scope="row">
        {editing && (
          <span className={css.person} aria-hidden="true">
            {editing.name}
          </span>
        )}
        <span className={css.title}>
          {number !== '' && <span className={card.number}>{number}</span>}
          <Link href={itemHref(path, item.id)} lang={planLanguage(telling)}>
            {titleOf(item, telling)}
          </Link>
        </span>
        <Standing item={item} stepId={stepId} telling={telling} />
      </th>
      {columnsOf(kind).map((column) => (
        <td key={column} className={isNumber(kind, column) ? 'num' : undefined}>
          <ItemCell item={item} kind={kind} path={column} telling={telling} />
        </td>
      ))}
      <td className={css.menu}>
        <CommentMark subject={subjectOf(item)} title={titleOf(item, telling)} isCount />
        <ItemMenu item={item} telling={telling} />
      </td>
    </tr>
  )
}, looksSame)
