import { memo, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import type { Kind } from '../../shared/items/define.ts'
import { fieldAt, textAt } from '../../shared/items/item.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { useNear } from '../hooks/useNear.ts'
import { useText } from '../hooks/useText.ts'
import { CommentMark } from '../marks/CommentMark.tsx'
import { rowFindings } from '../marks/findings.ts'
import { who } from '../ui/colour.ts'
import table from '../ui/table.module.css'
import type { Drawn } from './drawn.ts'
import { looksSame } from './drawn.ts'
import { ItemCell } from './ItemCell.tsx'
import { ItemMenu } from './ItemMenu.tsx'
import { nearOf } from './near.ts'
import type { Telling } from './said.ts'
import { fieldKey, isMoney, isNamedByItself, titleLanguage, titleOf } from './said.ts'
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
  const text = useText()
  const columns = columnsOf(kind)
  return (
    <div className={css.frame}>
      <table className={`${table.table} ${css.items}`}>
        <caption className="sr">{t(`${kind.kind}:many`)}</caption>
        <thead>
          <tr>
            <th scope="col">
              {t(isNamedByItself(kind) ? fieldKey(kind.kind, kind.title) : `${kind.kind}:one`)}
            </th>
            {columns.map((path) => (
              <th key={path} scope="col" className={roomFor(kind, path)}>
                {headOf(kind, path, telling)}
              </th>
            ))}
            <th scope="col" className={css.findings}>
              {text('findings.column')}
            </th>
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
    </div>
  )
}

/** A series and what is wanted of it are one column; what a pair joins is its title. */
const columnsOf = ({ columns, figure, joins }: Kind): readonly string[] =>
  columns.filter((path) => path !== figure?.targets && path !== joins?.to)

/** What its column is called; of money also in what, said once for all of them. */
const headOf = (kind: Kind, path: string, { t, board }: Telling): string => {
  if (path === 'span') return t('when')
  if (path === kind.figure?.series) return t('nowToTarget')
  const unit = isMoney(fieldAt(kind.fields, path)) ? board.settings.amountUnit : ''
  return [t(fieldKey(kind.kind, path)), unit].filter(Boolean).join(', ')
}

/** How its column shares the width: numbers stand whole at the end of theirs, names and texts take what is left. */
const roomFor = (kind: Kind, path: string): string | undefined => {
  if (path === kind.figure?.series) return `num ${css.series}`
  switch (fieldAt(kind.fields, path)?.is) {
    case 'number':
    case 'year':
      return 'num'
    case 'day':
      return 'nowrap'
    case 'links':
    case 'text':
      return css.much
    default:
      return undefined
  }
}

interface RowProps extends Omit<Props, 'items' | 'telling'>, Drawn {}

const Row = memo(function Row({ item, kind, telling, stepId }: RowProps) {
  const text = useText()
  const [path] = useLocation()
  const editing = useEditing(blockOf(item))
  const place = useRef<HTMLTableRowElement>(null)
  const isNear = useNear(place, 1)
  const number = kind.card.number === undefined ? '' : textAt(item, kind.card.number)
  return (
    <tr
      ref={place}
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
          <Link href={itemHref(path, item.id)} lang={titleLanguage(item, telling)}>
            {titleOf(item, telling)}
          </Link>
        </span>
        <Standing item={item} stepId={stepId} telling={telling} />
      </th>
      {columnsOf(kind).map((column) => (
        <td key={column} className={roomFor(kind, column)} data-label={headOf(kind, column, telling)}>
          <ItemCell item={item} kind={kind} path={column} telling={telling} />
        </td>
      ))}
      <td className={css.findings} data-label={text('findings.column')}>
        <rowFindings.Part itemId={item.id} title={titleOf(item, telling)} />
      </td>
      <td className={css.menu}>
        {isNear && (
          <span>
            <CommentMark subject={subjectOf(item, telling.board)} title={titleOf(item, telling)} isCount />
            <ItemMenu item={item} telling={telling} />
          </span>
        )}
      </td>
    </tr>
  )
}, looksSame)
