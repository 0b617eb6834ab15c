import type { ReactNode } from 'react'
import type { Comment } from '../../shared/board/comment.ts'
import { memberOf } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { mentionsIn } from './mentions.ts'
import css from './thread.module.css'
import { useBehalf } from './useBehalf.ts'
import { partsOf } from './words.ts'

interface Props {
  readonly comment: Comment
  readonly isNew: boolean
  /** It is what a link led to. */
  readonly isAsked?: boolean
  /** What can be done with it, at the end of its first line. */
  readonly menu?: ReactNode
  /** Shown in place of the words, while they are being changed. */
  readonly children?: ReactNode
}

/** One comment: who, for whom, when, and what. */
export const Said = ({ comment, isNew, isAsked = false, menu, children }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const names = useNames()
  const { nameOf } = useBehalf()
  const { author, onBehalfOf, editedAt, removed, imported } = comment
  const name = names.person(author)
  const place = board.members.findIndex(({ id }) => id === author)
  const facts = [
    memberOf(board, author)?.organisation ?? '',
    onBehalfOf === undefined ? '' : t('comments.onBehalf', { name: nameOf(onBehalfOf) }),
  ].filter(Boolean)
  return (
    <div className={css.said} aria-current={isAsked || undefined}>
      <Avatar name={name} colour={place + 1} size="sm" />
      <p className={css.who}>
        <strong>{name}</strong>
        {isNew && <span className={css.new}>{t('comments.isNew')}</span>}
        {menu}
        <span className={css.facts}>
          {facts.map((fact) => `${fact} · `)}
          <When at={comment.at} />
          {editedAt !== undefined && !removed && ` · ${t('comments.edited')}`}
          {imported && ` · ${t('comments.fromFile')}`}
        </span>
      </p>
      {removed ? (
        <p className={css.removed}>{t('comments.removed')}</p>
      ) : (
        (children ?? <Words comment={comment} />)
      )}
    </div>
  )
}

const When = ({ at }: { readonly at: string }) => {
  const { locale } = useLocale()
  const tag = languageTag[locale]
  const time = new Date(at)
  return (
    <time dateTime={at} title={time.toLocaleString(tag, { dateStyle: 'long', timeStyle: 'short' })}>
      {time.toLocaleDateString(tag, { dateStyle: 'medium' })}
    </time>
  )
}

/** As it was written: lines are lines, addresses are links, and nothing is markup. */
const Words = ({ comment: { body, mentions } }: Pick<Props, 'comment'>) => {
  const { board } = useBoard()
  const named = board.members.filter(({ id }) => mentions?.includes(id))
  return (
    <p className={css.words} lang={languageTag[board.language]}>
      {partsOf(body, mentionsIn(body, named)).map((part, at) => {
        if (part.is === 'text') return part.text
        if (part.is === 'name') return <b key={at}>{part.text}</b>
        return (
          <a key={at} href={part.href} target="_blank" rel="noreferrer noopener nofollow">
            {part.text}
          </a>
        )
      })}
    </p>
  )
}
