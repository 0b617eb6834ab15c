import { useText } from '../hooks/useText.ts'
import css from './proposals.module.css'

/** How added and removed words are marked. */
export const Legend = () => {
  const t = useText()
  return (
    <p className={css.legend}>
      <span>
        <ins>{t('proposals.legendAdded')}</ins> {t('proposals.legendAddedHow')}
      </span>
      <span>
        <del>{t('proposals.legendRemoved')}</del> {t('proposals.legendRemovedHow')}
      </span>
    </p>
  )
}
