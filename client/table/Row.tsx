import type { ReactNode } from 'react'
import { memo } from 'react'
import type { Kind } from '../../shared/items/define.ts'
import { textAt } from '../../shared/items/item.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { itemKey } from '../marks/finding-keys.ts'
import { countsOf } from '../checks/severity.ts'
import { SeverityIcon } from '../checks/SeverityIcon.tsx'
import { useCountsAt } from '../checks/useFindings.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import card from '../items/card.module.css'
import type { Drawn } from '../items/drawn.ts'
import { looksSame } from '../items/drawn.ts'
import { ItemMenu } from '../items/ItemMenu.tsx'
import { titleLanguage, titleOf } from '../items/said.ts'
import { blockOf, useEditing } from '../items/useEditing.ts'
import { who } from '../ui/colour.ts'
import { Icon } from '../ui/Icon.tsx'
import { AgreedIcon } from '../ui/icons.ts'
import type { Onward } from './CellEditor.tsx'
import { CellEditor } from './CellEditor.tsx'
import { findingsCell, menuCell } from './cells.ts'
import type { Column } from './columns.ts'
import { cellWords, columnName, isNumeric } from './columns.ts'
import type { Reasons } from './useReasons.ts'
import css from './table.module.css'

export interface RowState {
  /** The cell of this row that Tab comes to, if it is this row's. */
  readonly active: string | null
  /** The cell that is written in, with the letter that began it. */
  readonly editing: { readonly path: string; readonly begun: string | null } | null
}

interface Props extends Drawn, RowState {
  readonly kind: Kind
  readonly columns: readonly Column[]
  readonly reasons: Reasons
  /** Its place in the table, from 2: the head is the first. */
  readonly index: number
  readonly onDone: (onward: Onward) => void
}

/** An item in a table: each cell may have the focus, and is written in where it stands. */
export const Row = memo(
  function Row(props: Props) {
    const { item, kind, columns, telling, reasons, index } = props
    const [title, ...others] = columns
    const person = useEditing(blockOf(item))
    const whyNot = reasons.of(item.stepId)
    const last = columns.length + 2
    return (
      <tr
        aria-rowindex={index}
        data-row={item.id}
        data-step={item.stepId}
        data-block={blockOf(item)}
        className={person ? `${css.occupied} ${who(person.colour)}` : undefined}
      >
        {title && (
          <Cell {...props} column={title} at={1}>
            {person && (
              <span className={css.person}>
                <span aria-hidden="true">{person.name}</span>
                <span className="sr">{telling.t('here', { name: person.name })}</span>
              </span>
            )}
            {whyNot !== null && (
              <span className={css.locked} title={whyNot}>
                <Icon of={AgreedIcon} size="sm" />
                <span className="sr">{whyNot}</span>
              </span>
            )}
            <Number item={item} kind={kind} />
          </Cell>
        )}
        <FoundCell {...props} />
        {others.map((column, at) => (
          <Cell key={column.path} {...props} column={column} at={at + 3} />
        ))}
        <td
          role="gridcell"
          aria-colindex={last}
          data-cell={menuCell}
          className={css.menu}
          data-active={props.active === menuCell}
        >
          <ItemMenu item={item} telling={telling} isTabStop={props.active === menuCell} />
        </td>
      </tr>
    )
  },
  (before, after) =>
    looksSame(before, after) &&
    before.active === after.active &&
    before.editing === after.editing &&
    before.kind === after.kind &&
    before.columns === after.columns &&
    before.reasons === after.reasons &&
    before.index === after.index &&
    before.onDone === after.onDone,
)

const Number = ({ item, kind }: { readonly item: PlacedItem; readonly kind: Kind }) => {
  const number = kind.card.number === undefined ? '' : textAt(item, kind.card.number)
  return number === '' ? null : <span className={card.number}>{number}</span>
}

interface CellProps extends Props {
  readonly column: Column
  readonly at: number
  readonly children?: ReactNode
}

const Cell = ({ item, kind, column, telling, reasons, active, editing, onDone, at, children }: CellProps) => {
  const isEditing = editing?.path === column.path
  const isTitle = column.path === kind.title
  const words = cellWords(item, kind, column, telling)
  const Tag = isTitle ? 'th' : 'td'
  return (
    <Tag
      role={isTitle ? 'rowheader' : 'gridcell'}
      {...(isTitle && { scope: 'row' as const })}
      aria-colindex={at}
      aria-readonly={reasons.at(item, column.path) !== null}
      tabIndex={isEditing ? undefined : active === column.path ? 0 : -1}
      data-cell={column.path}
      data-block={blockOf(item, column.path)}
      className={isNumeric(column) ? `${css.cell} ${css.number}` : css.cell}
      {...(words.length > 24 && !isEditing && { title: words })}
    >
      {children}
      {isEditing ? (
        <CellEditor
          item={item}
          kind={kind}
          column={column}
          telling={telling}
          label={`${titleOf(item, telling)}, ${columnName(kind, column, telling)}`}
          begun={editing.begun}
          onDone={onDone}
        />
      ) : (
        <span className={css.words} {...(isTitle && { lang: titleLanguage(item, telling) })}>
          {words || (isTitle ? titleOf(item, telling) : '')}
        </span>
      )}
    </Tag>
  )
}

/** How much the checks find of the item: Enter shows it. */
const FoundCell = ({ item, active }: Pick<Props, 'item' | 'active'>) => {
  const t = useText()
  const names = useNames()
  const counts = countsOf(useCountsAt([itemKey(item.id)], 'info'))
  const said = counts.map(({ severity, count }) => t(`findings.count=${severity}`, { count }))
  return (
    <td
      role="gridcell"
      aria-colindex={2}
      tabIndex={active === findingsCell ? 0 : -1}
      data-cell={findingsCell}
      className={`${css.cell} ${css.found}`}
      title={names.list(said)}
    >
      {counts[0] && (
        <>
          <SeverityIcon severity={counts[0].severity} />
          <span aria-hidden="true">{counts.reduce((sum, { count }) => sum + count, 0)}</span>
          <span className="sr">{names.list(said)}</span>
        </>
      )}
    </td>
  )
}
