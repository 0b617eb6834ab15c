import { memo, useRef } from 'react'
import { numberAt } from '../../shared/items/item.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { useNear } from '../hooks/useNear.ts'
import { useText } from '../hooks/useText.ts'
import card from '../items/card.module.css'
import type { Telling } from '../items/said.ts'
import table from '../ui/table.module.css'
import type { Matrix } from './matrix.ts'
import type { CellActions } from './ScoreCell.tsx'
import { ScoreCell } from './ScoreCell.tsx'
import css from './scores.module.css'
import type { Titled } from './Title.tsx'
import { Title, titled } from './Title.tsx'
import { Total } from './Total.tsx'
import { useCells } from './useCells.ts'
import { useTitles } from './useTitles.ts'

interface Props extends CellActions {
  readonly matrix: Matrix
  readonly telling: Telling
  /** The person’s own scores alone: that they left something out says nothing of the plan. */
  readonly isOwn: boolean
}

/** A row for each activity, a column for each goal. */
export const MatrixTable = ({ matrix, telling, isOwn, ...actions }: Props) => {
  const t = useText()
  const { goals, rows, coverage } = matrix
  const ids = new Set(rows.flatMap(({ cells }) => cells.map(({ id }) => id)))
  const { stop, handlers } = useCells(rows[0]?.cells[0]?.id)
  const names = useTitles(goals, telling)
  const tabStop = stop((id) => ids.has(id))
  return (
    <div className={css.scroll} tabIndex={-1}>
      <table className={`${table.table} ${css.matrix}`} {...handlers}>
        <caption className="sr">
          {t('scores.title')}. {t('scores.keys')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('scores.activity')}</th>
            {goals.map((goal) => (
              <th key={goal.id} scope="col">
                <Goal goal={goal} telling={telling} />
              </th>
            ))}
            <th scope="col" className="num">
              {t('scores.reach')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MatrixRow
              key={row.activity.id}
              row={row}
              goals={names}
              isOwn={isOwn}
              tabStop={row.cells.some(({ id }) => id === tabStop) ? tabStop : undefined}
              {...titled(row.activity, telling)}
              {...actions}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('scores.coverage')}</th>
            {goals.map((goal, at) => (
              <td key={goal.id} className={css.total}>
                <Total value={coverage[at] ?? 0} nothing={isOwn ? null : t('scores.noActivity')} />
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface RowProps extends Omit<Props, 'matrix' | 'telling'>, Titled {
  readonly row: Matrix['rows'][number]
  /** What the goals are called. */
  readonly goals: readonly string[]
  /** Which of its cells is one, if any. */
  readonly tabStop: string | undefined
}

/** Its cells are drawn when it comes near: with every goal as a column they are the most of a large plan. */
const MatrixRow = memo(function MatrixRow({
  row,
  goals,
  isOwn,
  tabStop,
  id,
  words,
  lang,
  ...actions
}: RowProps) {
  const t = useText()
  const place = useRef<HTMLTableRowElement>(null)
  // Where Tab comes to is there, from wherever it comes.
  const isDrawn = useNear(place, 1) || tabStop !== undefined
  const { cells, reach } = row
  return (
    <tr ref={place}>
      <th scope="row">
        <Title id={id} words={words} lang={lang} />
      </th>
      {isDrawn ? (
        cells.map((cell, at) => (
          <td key={cell.id} className={css.cell}>
            <ScoreCell
              cell={cell}
              activity={words}
              goal={goals[at] ?? ''}
              isTabStop={cell.id === tabStop}
              {...actions}
            />
          </td>
        ))
      ) : (
        <td colSpan={cells.length} />
      )}
      <td className={`num ${css.total}`}>
        <Total value={reach} nothing={isOwn ? null : t('scores.noGoal')} />
      </td>
    </tr>
  )
})

const Goal = ({ goal, telling }: Pick<Props, 'telling'> & { readonly goal: PlacedItem }) => {
  const number = numberAt(goal, 'number')
  return (
    <>
      {number !== null && <span className={card.number}>{number}</span>}
      <Title {...titled(goal, telling)} />
    </>
  )
}
