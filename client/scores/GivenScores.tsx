import type { IndividualScore } from '../../shared/board/score.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useItemText } from '../hooks/useItemText.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import css from './scores.module.css'
import { Sureness } from './Sureness.tsx'

interface Props {
  readonly scores: readonly IndividualScore[]
}

/** Who gave what, and why: the lowest first. */
export const GivenScores = ({ scores }: Props) => {
  const t = useText()
  const item = useItemText()
  const names = useNames()
  const { board } = useBoard()
  const inOrder = scores.toSorted((one, other) => one.score - other.score)
  return (
    <section className={css.voices}>
      <h3>{t('scores.given')}</h3>
      <ul role="list">
        {inOrder.map(({ by, score, confidence, rationale }) => (
          <li key={by}>
            <strong className={css.voice}>
              {score} <Sureness of={confidence} />
            </strong>
            <span>
              {names.person(by)}, {item(`confidence=${confidence}`).toLocaleLowerCase()}
              {rationale !== undefined && (
                <span className={css.because} lang={languageTag[board.language]}>
                  {rationale}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
