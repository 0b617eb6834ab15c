import { useId, useState } from 'react'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import type { Cell, OwnScore } from './matrix.ts'
import { ScoreChoice } from './ScoreChoice.tsx'
import css from './scores.module.css'
import { SureChoice } from './SureChoice.tsx'

interface Props {
  readonly cell: Cell
  /** null takes it back. */
  readonly onGive: (own: OwnScore | null) => void
}

const longestReason = 1000

/** What the person thinks, for nobody else yet. */
export const OwnScoreForm = ({ cell, onGive }: Props) => {
  const t = useText()
  const problemId = useId()
  const [score, setScore] = useState(cell.score)
  const [confidence, setConfidence] = useState(cell.confidence ?? 'medium')
  const [rationale, setRationale] = useState(cell.rationale)
  const [isMissing, setMissing] = useState(false)
  const send = () => {
    if (score === null) return setMissing(true)
    const because = rationale.trim()
    onGive({ score, confidence, ...(because !== '' && { rationale: because }) })
  }
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <ScoreChoice value={score} onChange={setScore} />
      {isMissing && score === null && (
        <p id={problemId} role="alert" className={css.problem}>
          {t('scores.scoreFirst')}
        </p>
      )}
      <SureChoice value={confidence} onChange={setConfidence} />
      <TextArea
        label={t('scores.rationale')}
        note={t('scores.optional')}
        value={rationale}
        onChange={setRationale}
        maxLength={longestReason}
        size="md"
        rows={2}
      />
      <div className={css.buttons}>
        {cell.score !== null && <Button onPress={() => onGive(null)}>{t('scores.takeBack')}</Button>}
        <Button type="submit" kind="primary">
          {t('scores.save')}
        </Button>
      </div>
    </form>
  )
}
