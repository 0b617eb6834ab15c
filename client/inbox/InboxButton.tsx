import { lazy, Suspense } from 'react'
import { useBoardWithComments } from '../hooks/useBoard.ts'
import { useQuiet } from '../hooks/quiet.ts'
import { useText } from '../hooks/useText.ts'
import { useVisit } from '../hooks/useVisit.ts'
import { Chip } from '../ui/Chip.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { QuietIcon } from '../ui/icons.ts'
import { InboxIcon } from '../ui/later-icons.ts'
import css from './inbox.module.css'
import { askedOf } from './missed.ts'
import { useOpenInbox } from './useOpenInbox.ts'

const Inbox = lazy(async () => ({ default: (await import('./Inbox.tsx')).Inbox }))

/** Opens what happened since the last visit; says how much of what is asked of the person is unread. */
export const InboxButton = () => {
  const t = useText()
  const { board, me } = useBoardWithComments()
  const { visit } = useVisit()
  const isQuiet = useQuiet()
  const [isOpen, go] = useOpenInbox()
  const unread = askedOf(board, me, visit).filter(({ isUnread }) => isUnread).length
  return (
    <>
      {isQuiet && (
        <span className={css.quiet}>
          <Chip kind="info" icon={QuietIcon}>
            {t('inbox.quietChip')}
          </Chip>
        </span>
      )}
      <span className={css.button}>
        <IconButton
          icon={InboxIcon}
          label={t('inbox.open', { count: unread })}
          aria-haspopup="dialog"
          onPress={() => go(true)}
        />
        {unread > 0 && (
          <span className={css.count} aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </span>
      <Suspense fallback={null}>{isOpen && <Inbox onClose={() => go(false)} />}</Suspense>
    </>
  )
}
