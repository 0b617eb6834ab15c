import { Link } from 'wouter'
import type { Locale } from '../../shared/locale.ts'
import { languageTag } from '../../shared/locale.ts'
import { boardHref, stepHref } from '../hooks/addresses.ts'
import { commentsHref } from '../hooks/useOpenComments.ts'
import { useText } from '../hooks/useText.ts'
import { askedKeys } from '../inbox/asked-keys.ts'
import { UnreadMark } from '../inbox/UnreadMark.tsx'
import { inboxHref } from '../inbox/useOpenInbox.ts'
import type { AskedOnBoard } from '../live/api.ts'
import css from './asked.module.css'

type Entry = AskedOnBoard['entries'][number]

/** So many of each plan are shown here; the plan itself has them all. */
const most = 3

/** What waits for an answer on any of the person's plans, and leads straight there; nothing while nothing is unread. */
export const AskedOfMe = ({ asked }: { readonly asked: readonly AskedOnBoard[] }) => {
  const t = useText()
  const waiting = asked.filter(({ unread }) => unread > 0)
  if (waiting.length === 0) return null
  return (
    <section className={css.tile} aria-labelledby="asked">
      <h2 id="asked">{t('inbox.asked')}</h2>
      {waiting.map(({ board, title, language, unread, entries }) => (
        <div key={board} className={css.plan}>
          <div className={css.head}>
            <h3 lang={languageTag[language]}>{title}</h3>
            <Link href={inboxHref(boardHref(board))}>{t('inbox.unreadCount', { count: unread })}</Link>
          </div>
          <ul role="list">
            {entries
              .filter(({ isRead }) => !isRead)
              .slice(0, most)
              .map((entry) => (
                <Row key={entry.id} entry={entry} board={board} language={language} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

interface RowProps {
  readonly entry: Entry
  readonly board: string
  readonly language: Locale
}

const Row = ({ entry, board, language }: RowProps) => {
  const t = useText()
  const { because, at, byName, stepId, stepTitle, commentId, words } = entry
  const lang = languageTag[language]
  const href =
    commentId === undefined
      ? stepHref(board, stepId)
      : commentsHref(boardHref(board), { is: 'thread', id: commentId })
  return (
    <li className={css.row}>
      <p className={css.what}>
        <Link href={href}>{t(askedKeys[because], { name: byName })}</Link>
        <UnreadMark />
      </p>
      {words !== '' && (
        <p className={css.words} lang={lang}>
          {words}
        </p>
      )}
      <p className={css.muted}>
        <span lang={lang}>{stepTitle}</span>
        {` · ${t('inbox.at', { at: new Date(at) })}`}
      </p>
    </li>
  )
}
