import type { KeyboardEvent } from 'react'
import { useText } from '../hooks/useText.ts'
import { titleOf } from '../items/said.ts'
import type { Telling } from '../items/said.ts'
import { Icon } from '../ui/Icon.tsx'
import { CommentIcon, DoneIcon } from '../ui/icons.ts'
import type { Cell } from './matrix.ts'
import css from './scores.module.css'
import { Sureness } from './Sureness.tsx'

export interface CellActions {
  readonly onOpen: (cell: Cell) => void
  /** A digit was pressed on it; null takes the score away. */
  readonly onScore: (cell: Cell, score: number | null) => void
}

interface Props extends CellActions {
  readonly cell: Cell
  readonly telling: Telling
  readonly isTabStop: boolean
}

/** What an activity does for a goal, as a number, a fill and a disc: a button that opens it. */
export const ScoreCell = ({ cell, telling, isTabStop, onOpen, onScore }: Props) => {
  const t = useText()
  const { score, confidence, scores, isToDiscuss, isSettled } = cell
  const given = scores.map((one) => one.score).toSorted((a, b) => a - b)
  const type = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isAway = event.key === 'Delete' || event.key === 'Backspace'
    if (!isAway && !/^[0-3]$/.test(event.key)) return
    event.preventDefault()
    onScore(cell, isAway ? null : Number(event.key))
  }
  const sure = confidence && telling.t(`confidence=${confidence}`).toLocaleLowerCase()
  const names = { activity: titleOf(cell.activity, telling), goal: titleOf(cell.goal, telling) }
  return (
    <button
      type="button"
      className={`${css.score} ${css[`score${score ?? 0}`]}`}
      data-cell={cell.id}
      tabIndex={isTabStop ? 0 : -1}
      aria-haspopup="dialog"
      onClick={() => onOpen(cell)}
      onKeyDown={type}
    >
      <span className="sr">{t('scores.cell', names)} </span>
      <span className={css.value}>
        {score === null ? '–' : score}
        {score !== null && score > 0 && confidence && <Sureness of={confidence} />}
      </span>
      <span className="sr">
        {' '}
        {score === null ? t('scores.nothing') : [t('scores.of'), sure].filter(Boolean).join(', ')}
      </span>
      {given.length > 0 && (
        <span className={css.given}>
          <span className="sr">{t('scores.cellGiven')} </span>
          {given.join(' · ')}
        </span>
      )}
      {isToDiscuss && (
        <span className={css.discuss}>
          <Icon of={CommentIcon} size="sm" />
          {t('scores.discuss')}
        </span>
      )}
      {isSettled && (
        <span className={css.settled}>
          <Icon of={DoneIcon} size="sm" />
          {t('scores.settled')}
        </span>
      )}
    </button>
  )
}
