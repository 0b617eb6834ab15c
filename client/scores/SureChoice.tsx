import type { Confidence } from '../../shared/items/weighted.ts'
import { useItemText } from '../hooks/useItemText.ts'
import { useText } from '../hooks/useText.ts'
import { Segmented } from '../ui/Segmented.tsx'
import css from './scores.module.css'

const confidences = ['low', 'medium', 'high'] as const

interface Props {
  readonly value: Confidence
  readonly onChange: (confidence: Confidence) => void
}

export const SureChoice = ({ value, onChange }: Props) => {
  const t = useText()
  const item = useItemText()
  return (
    <div className={css.choice}>
      <span className={css.label} aria-hidden="true">
        {t('scores.confidence')}
      </span>
      <Segmented
        label={t('scores.confidence')}
        value={value}
        onChange={onChange}
        segments={confidences.map((one) => ({ value: one, label: item(`confidence=${one}`) }))}
      />
    </div>
  )
}
