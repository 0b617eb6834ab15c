import { useOpenCount } from '../hooks/useComments.ts'
import { useOpenComments } from '../hooks/useOpenComments.ts'
import { useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { CommentIcon } from '../ui/icons.ts'
import css from './topbar.module.css'

/** Opens what is said of the plan, or closes it; with how much of it is open. */
export const CommentsButton = () => {
  const t = useText()
  const [open, go] = useOpenComments()
  const count = useOpenCount()
  const label = t('comments.open', { count })
  return (
    <button
      type="button"
      className={css.comments}
      aria-label={label}
      title={label}
      aria-expanded={open !== null}
      onClick={() => go(open ? null : { is: 'all' })}
    >
      <Icon of={CommentIcon} />
      {count > 0 && count}
    </button>
  )
}
