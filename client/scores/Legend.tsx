import { useItemText } from '../hooks/useItemText.ts'
import { useText } from '../hooks/useText.ts'
import css from './scores.module.css'
import { Sureness } from './Sureness.tsx'

const confidences = ['high', 'medium', 'low'] as const

/** What numbers and discs mean. */
export const Legend = () => {
  const t = useText()
  const item = useItemText()
  return (
    <p className={css.legend}>
      <span>{t('scores.legend')}</span>
      {confidences.map((one) => (
        <span key={one}>
          <Sureness of={one} /> {item(`confidence=${one}`).toLocaleLowerCase()}
        </span>
      ))}
    </p>
  )
}
