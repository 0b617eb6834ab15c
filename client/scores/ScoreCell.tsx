import type { KeyboardEvent } from 'react'
import { memo } from 'react'
import { useItemText } from '../hooks/useItemText.ts'
import { useText } from '../hooks/useText.ts'
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
  /** What the two are called. */
  readonly activity: string
  readonly goal: string
  readonly isTabStop: boolean
}

/** What an activity does for a goal, as a number, a fill and a disc: a button that opens it. */
export const ScoreCell = memo(function ScoreCell({
  cell,
  activity,
  goal,
  isTabStop,
  onOpen,
  onScore,
}: Props) {
  const t = useText()
  const item = useItemText()
  const { score, confidence, scores, isToDiscuss, isSettled } = cell
  const given = scores.map((one) => one.score).toSorted((a, b) => a - b)
  const type = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isAway = event.key === 'Delete' || event.key === 'Backspace'
    if (!isAway && !/^[0-3]$/.test(event.key)) return
    event.preventDefault()
    onScore(cell, isAway ? null : Number(event.key))
  }
  const sure = confidence && item(`confidence=${confidence}`).toLocaleLowerCase()
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
      <span className="sr">{t('scores.cell', { activity, goal })} </span>
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
})
