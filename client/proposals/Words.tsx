import type { Step } from '../../shared/board/model.ts'
import { memberOf } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { statusWord, subjectOf } from './names.ts'
import css from './proposals.module.css'
import type { Piece } from './words.ts'
import { compareWords, nearChanges, wordsOf } from './words.ts'

interface Props {
  readonly changes: readonly Change[]
  readonly step: Step | undefined
}

/** What would change, in clear: added words underlined with a plus, removed ones struck through with a minus. */
export const Words = ({ changes, step }: Props) => (
  <div className={css.changes}>
    {changes.map((change) => (
      <OneChange key={`${change.target} ${change.path}`} change={change} step={step} />
    ))}
    <Legend />
  </div>
)

const OneChange = ({ change, step }: { readonly change: Change; readonly step: Step | undefined }) => {
  const t = useText()
  const { board } = useBoard()
  const lang = languageTag[board.language]
  const { key, title } = subjectOf(change, step)
  const text = useWordsOf(change)
  const pieces = nearChanges(compareWords(text.before, text.after))
  const isSame = pieces.every(({ is }) => is === 'same')
  return (
    <div className={css.change}>
      <p className={css.subject}>
        {t(key)} <span lang={lang}>{title}</span>
      </p>
      {isSame ? (
        <p className={css.about}>{t('proposals.sameWords')}</p>
      ) : (
        <p className={css.words} lang={lang}>
          {pieces.map((piece, at) => (
            <Marked key={at} piece={piece} />
          ))}
        </p>
      )}
    </div>
  )
}

const Marked = ({ piece: { is, text } }: { readonly piece: Piece }) => {
  if (is === 'added') return <ins>{text}</ins>
  if (is === 'removed') return <del>{text}</del>
  return text
}

/** Both sides of a change, with what is no text of anybody said in the page's own words. */
const useWordsOf = (change: Change): { readonly before: string; readonly after: string } => {
  const t = useText()
  const { board } = useBoard()
  const words = (value: Change['after']): string => {
    const mark = statusWord(change, value)
    if (mark) return t(mark)
    const text = wordsOf(value)
    return (change.target === 'field' ? memberOf(board, text)?.name : undefined) ?? text
  }
  return { before: words(change.before), after: words(change.after) }
}

const Legend = () => {
  const t = useText()
  return (
    <p className={css.legend}>
      <span>
        <ins>{t('proposals.legendAdded')}</ins> {t('proposals.legendAddedHow')}
      </span>
      <span>
        <del>{t('proposals.legendRemoved')}</del> {t('proposals.legendRemovedHow')}
      </span>
    </p>
  )
}
