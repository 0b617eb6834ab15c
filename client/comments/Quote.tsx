import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import css from './thread.module.css'

interface Props {
  readonly words: string
  /** At most three lines of it. */
  readonly isShort?: boolean
}

/** The words of the text as they were when somebody spoke of them. */
export const Quote = ({ words, isShort = false }: Props) => {
  const t = useText()
  const { board } = useBoard()
  return (
    <blockquote className={css.quote} data-short={isShort} lang={languageTag[board.language]}>
      <span className="sr">{t('comments.quote')}</span> {words}
    </blockquote>
  )
}
