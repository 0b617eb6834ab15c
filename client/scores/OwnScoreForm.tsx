import { useId, useState } from 'react'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import type { Begun, KeptScores } from './kept-scores.ts'
import type { Cell, OwnScore } from './matrix.ts'
import { ScoreChoice } from './ScoreChoice.tsx'
import css from './scores.module.css'
import { SureChoice } from './SureChoice.tsx'

interface Props {
  readonly cell: Cell
  /** What is begun stays there until it is saved. */
  readonly kept: KeptScores | null
  /** null takes it back. */
  readonly onGive: (own: OwnScore | null) => void
}

const longestReason = 1000

/** What the person thinks, for nobody else yet. */
export const OwnScoreForm = ({ cell, kept, onGive }: Props) => {
  const t = useText()
  const problemId = useId()
  const [begun] = useState(() => kept?.begun(cell.id) ?? null)
  const [form, setForm] = useState<Begun>(begun ?? savedOf(cell))
  const [isMissing, setMissing] = useState(false)
  const { score, confidence, rationale } = form
  const change = (part: Partial<Begun>) => {
    const next = { ...form, ...part }
    setForm(next)
    kept?.begin(cell.id, next)
  }
  const give = (own: OwnScore | null) => {
    kept?.forget(cell.id)
    onGive(own)
  }
  const send = () => {
    if (score === null) return setMissing(true)
    const because = rationale.trim()
    give({ score, confidence, ...(because !== '' && { rationale: because }) })
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
      {begun && <p className={css.why}>{t('scores.begun')}</p>}
      <ScoreChoice value={score} onChange={(one) => change({ score: one })} />
      {isMissing && score === null && (
        <p id={problemId} role="alert" className={css.problem}>
          {t('scores.scoreFirst')}
        </p>
      )}
      <SureChoice value={confidence} onChange={(one) => change({ confidence: one })} />
      <TextArea
        label={t('scores.rationale')}
        note={t('scores.optional')}
        value={rationale}
        onChange={(words) => change({ rationale: words })}
        maxLength={longestReason}
        size="md"
        rows={2}
      />
      <div className={css.buttons}>
        {cell.score !== null && <Button onPress={() => give(null)}>{t('scores.takeBack')}</Button>}
        <Button type="submit" kind="primary">
          {t('scores.save')}
        </Button>
      </div>
    </form>
  )
}

const savedOf = ({ score, confidence, rationale }: Cell): Begun => ({
  score,
  confidence: confidence ?? 'medium',
  rationale,
})
