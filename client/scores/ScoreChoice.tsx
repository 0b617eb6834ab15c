import { useItemText } from '../hooks/useItemText.ts'
import { useText } from '../hooks/useText.ts'
import { Segmented } from '../ui/Segmented.tsx'
import css from './scores.module.css'

const scores: readonly string[] = ['0', '1', '2', '3']

interface Props {
  readonly value: number | null
  readonly onChange: (score: number) => void
}

/** 0 to 3, each with what it means. */
export const ScoreChoice = ({ value, onChange }: Props) => {
  const t = useText()
  const item = useItemText()
  return (
    <div className={css.choice}>
      <span className={css.label} aria-hidden="true">
        {t('scores.score')}
      </span>
      <Segmented
        label={t('scores.score')}
        value={value === null ? '' : String(value)}
        onChange={(score) => onChange(Number(score))}
        segments={scores.map((score) => ({ value: score, label: score }))}
      />
      <span className={css.meaning}>{value === null ? '' : item(`score=${value}`)}</span>
    </div>
  )
}
