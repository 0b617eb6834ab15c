import { useOpenCount } from '../hooks/useComments.ts'
import { useOpenComments } from '../hooks/useOpenComments.ts'
import { useText } from '../hooks/useText.ts'
import css from './beside.module.css'

/** From the red thread to what is said of the plan. */
export const CommentsDoor = () => {
  const t = useText()
  const [, go] = useOpenComments()
  const count = useOpenCount()
  return (
    <button
      type="button"
      className={css.door}
      aria-label={t('comments.open', { count })}
      onClick={() => go({ is: 'all' })}
    >
      {t('comments.title')} <span>{count > 0 && count}</span>
    </button>
  )
}
