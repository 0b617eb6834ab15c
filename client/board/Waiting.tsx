import { useText } from '../hooks/useText.ts'
import css from './waiting.module.css'

/** The outline of a board while the plan is being fetched. */
export const Waiting = () => {
  const t = useText()
  return (
    <main className={css.waiting}>
      <p role="status" className={css.words}>
        {t('board.loading')}
      </p>
      <div className={css.columns} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
    </main>
  )
}
