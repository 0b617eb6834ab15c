import { may } from '../../shared/board/access.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { DoneIcon } from '../ui/icons.ts'
import type { Cell } from './matrix.ts'
import css from './scores.module.css'
import type { Writing } from './useWriting.ts'

interface Props {
  readonly cell: Cell
  readonly writing: Writing
  readonly onDone: () => void
}

/** Takes a contribution away, or agrees on it for the group: on the middle score, or on what stands there. */
export const CellButtons = ({ cell, writing, onDone }: Props) => {
  const t = useText()
  const { me } = useBoard()
  const { item, suggested, score, isSettled } = cell
  const isLead = may(me, 'scoring.lead') && !isSettled
  const choices = suggested && isLead ? [...new Set([suggested.score, score ?? suggested.score])] : []
  const agree = (agreed: number) => {
    writing.write(cell, agreed, agreed === suggested?.score ? suggested.confidence : undefined)
    writing.settle([cell])
    onDone()
  }
  const remove = () => {
    writing.remove(cell)
    onDone()
  }
  return (
    <div className={css.buttons}>
      {item && <Button onPress={remove}>{t('scores.remove')}</Button>}
      {choices.map((one, at) => (
        <Button
          key={one}
          kind={at === choices.length - 1 ? 'primary' : 'secondary'}
          icon={DoneIcon}
          onPress={() => agree(one)}
        >
          {t('scores.agreeOn', { score: one })}
        </Button>
      ))}
    </div>
  )
}
