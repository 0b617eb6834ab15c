import { useId, useState } from 'react'
import { useBoardWithComments } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { useVisit } from '../hooks/useVisit.ts'
import { Button } from '../ui/Button.tsx'
import { DoneIcon } from '../ui/icons.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { useAnnounce } from '../ui/useAnnounce.ts'
import { AskedRow } from './AskedRow.tsx'
import css from './inbox.module.css'
import type { Asked } from './missed.ts'
import { askedOf } from './missed.ts'

const page = 20

/** Mentions, answers, what the person is to see to, steps in review. */
export const AskedPart = () => {
  const t = useText()
  const id = useId()
  const announce = useAnnounce()
  const { board, me } = useBoardWithComments()
  const { visit, markAllRead, markRead } = useVisit()
  const asked = askedOf(board, me, visit)
  const unread = asked.filter(({ isUnread }) => isUnread).length
  const [which, setWhich] = useState<'unread' | 'all'>(unread > 0 ? 'unread' : 'all')
  const [most, setMost] = useState(page)
  // What is read while the list stands open does not vanish under the eyes.
  const [opened] = useState(() => new Set(asked.filter(({ isUnread }) => isUnread).map((one) => one.id)))
  const isShown = (one: Asked) => which === 'all' || one.isUnread || opened.has(one.id)
  const shown = asked.filter(isShown)
  return (
    <section className={css.part} aria-labelledby={id}>
      <div className={css.head}>
        <h3 id={id}>{t('inbox.asked')}</h3>
        {unread > 0 && <span className={css.muted}>{t('inbox.unreadCount', { count: unread })}</span>}
        {asked.length > 0 && (
          <Segmented
            label={t('inbox.which')}
            value={which}
            onChange={setWhich}
            segments={[
              { value: 'unread', label: t('inbox.showUnread') },
              { value: 'all', label: t('inbox.showAll') },
            ]}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <p className={css.muted}>{t(asked.length === 0 ? 'inbox.askedNone' : 'inbox.unreadNone')}</p>
      ) : (
        <ul role="list" className={css.list}>
          {shown.slice(0, most).map((one) => (
            <AskedRow key={one.id} asked={one} onOpen={() => markRead([one.id])} />
          ))}
        </ul>
      )}
      {(shown.length > most || unread > 0) && (
        <div className={css.actions}>
          {shown.length > most && <Button onPress={() => setMost(most + page)}>{t('inbox.more')}</Button>}
          {unread > 0 && (
            <Button
              icon={DoneIcon}
              onPress={() => {
                markAllRead()
                announce(t('inbox.markedAll'))
              }}
            >
              {t('inbox.markAll')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
