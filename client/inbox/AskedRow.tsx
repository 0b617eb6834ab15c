import { Link } from 'wouter'
import { stepOf } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { askedKeys } from './asked-keys.ts'
import css from './inbox.module.css'
import type { Asked } from './missed.ts'
import { UnreadMark } from './UnreadMark.tsx'

const longest = 200

interface Props {
  readonly asked: Asked
  readonly onOpen: () => void
}

/** One thing that is asked; pressed, it leads there and is read. */
export const AskedRow = ({ asked, onOpen }: Props) => {
  const t = useText()
  const names = useNames()
  const { board } = useBoard()
  const step = stepOf(board, asked.stepId)
  const words = asked.comment?.body ?? ''
  const lang = languageTag[board.language]
  return (
    <li className={css.row} data-unread={asked.isUnread || undefined}>
      <p className={css.what}>
        <Link href={asked.href} onClick={onOpen}>
          {t(askedKeys[asked.because], { name: names.person(asked.by) })}
        </Link>
        {asked.isUnread && <UnreadMark />}
      </p>
      {words !== '' && (
        <p className={css.words} lang={lang}>
          {words.length > longest ? `${words.slice(0, longest)}…` : words}
        </p>
      )}
      <p className={css.muted}>
        {step && (
          <>
            {t('step.number', { number: names.number(step.id) })}
            <span lang={lang}>{step.title}</span>
            {' · '}
          </>
        )}
        {t('inbox.at', { at: new Date(asked.at) })}
      </p>
    </li>
  )
}
