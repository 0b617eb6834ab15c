import type { Found } from './entries.ts'
import type { Hit, Span } from './find.ts'
import css from './search.module.css'

interface Props {
  readonly id: string
  readonly hit: Hit<Found>
  readonly lang: string
  readonly isCurrent: boolean
  readonly onGo: () => void
}

/** What was found: its name, what it is, and the words around those that were sought. */
export const HitRow = ({ id, hit, lang, isCurrent, onGo }: Props) => (
  // The field above has the focus and the keys.
  <div
    id={id}
    role="option"
    tabIndex={-1}
    aria-selected={isCurrent}
    className={css.hit}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onGo}
  >
    <span className={css.title} lang={lang}>
      <Marked words={hit.entry.title} marks={hit.marks} />
    </span>
    {hit.entry.where !== '' && <span className={css.where}>{hit.entry.where}</span>}
    {hit.piece && (
      <span className={css.piece} lang={lang}>
        <Marked {...hit.piece} />
      </span>
    )}
  </div>
)

const Marked = ({ words, marks }: { readonly words: string; readonly marks: readonly Span[] }) => {
  const ends = [...marks, { from: words.length, to: words.length }]
  return (
    <>
      {ends.map(({ from, to }, at) => (
        <span key={from}>
          {words.slice(ends[at - 1]?.to ?? 0, from)}
          {to > from && <mark>{words.slice(from, to)}</mark>}
        </span>
      ))}
    </>
  )
}
