import { memberOf } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { isOfPlace, itemPlace, wordsOfSide } from './item-change.ts'
import { statusWord } from './names.ts'
import css from './proposals.module.css'
import { useNaming } from './useNaming.ts'
import type { Piece } from './words.ts'
import { compareWords, nearChanges, wordsOf } from './words.ts'

interface Props {
  readonly change: Change
  /** The text stands there also when no word of it differs. */
  readonly isWhole?: boolean
}

/** Two texts, or two values, of what a change concerns: added words underlined, removed ones struck through. */
export const Diff = ({ change, isWhole = false }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const text = useWordsOf(change)
  const compared = compareWords(text.before, text.after)
  const pieces = isWhole ? compared : nearChanges(compared)
  const isSame = pieces.every(({ is }) => is === 'same')
  if (isSame && isWhole && text.after.trim() === '')
    return <p className={css.about}>{t('proposals.nothingThere')}</p>
  if (isSame && !isWhole) return <p className={css.about}>{t('proposals.sameWords')}</p>
  return (
    <p className={css.words} lang={languageTag[board.language]}>
      {pieces.map((piece, at) => (
        <Marked key={at} piece={piece} />
      ))}
    </p>
  )
}

const Marked = ({ piece: { is, text } }: { readonly piece: Piece }) => {
  if (is === 'added') return <ins>{text}</ins>
  if (is === 'removed') return <del>{text}</del>
  return text
}

/** Both sides of a change, with what is no text of anybody said in the page's own words. */
const useWordsOf = (change: Change): { readonly before: string; readonly after: string } => {
  const { t, telling } = useNaming()
  const place = itemPlace(change)
  if (place && isOfPlace(place.path)) return { before: '', after: t('proposals.otherPlace') }
  const words = (value: Change['after']): string => {
    if (place) return wordsOfSide(place, value, telling)
    const mark = statusWord(change, value)
    if (mark) return t(mark)
    const text = wordsOf(value)
    return (change.target === 'field' ? memberOf(telling.board, text)?.name : undefined) ?? text
  }
  return { before: words(change.before), after: words(change.after) }
}
