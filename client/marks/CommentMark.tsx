import type { Subject } from '../hooks/subjects.ts'
import { useOpenAbout } from '../hooks/useComments.ts'
import { useOpenComments } from '../hooks/useOpenComments.ts'
import { useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { CommentIcon } from '../ui/icons.ts'
import mark from '../ui/mark.module.css'
import css from './mark.module.css'

interface Props {
  readonly subject: Subject
  /** What it is called, read aloud. */
  readonly title: string
  /** Seen only when pointer or focus come near, or somebody has said something. */
  readonly isQuiet?: boolean
  /** There only where something is open: what it is about has a menu with the way to say more. */
  readonly isCount?: boolean
}

/** The way to what is said of a thing, and to say something; with how much of it is open. */
export const CommentMark = ({ subject, title, isQuiet = false, isCount = false }: Props) => {
  const t = useText()
  const [, go] = useOpenComments()
  const count = useOpenAbout(subject)
  if (isCount && count === 0) return null
  const label = t('comments.mark', { title, count })
  return (
    <button
      type="button"
      className={`${mark.mark} ${css.mark}`}
      data-quiet={isQuiet && count === 0}
      aria-label={label}
      title={label}
      onClick={() => go({ is: 'about', subject })}
    >
      <Icon of={CommentIcon} size="sm" />
      {count > 0 && count}
    </button>
  )
}
