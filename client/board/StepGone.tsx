import { boardHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import css from './waiting.module.css'

/** The address names a step that the plan does not have. */
export const StepGone = () => {
  const t = useText()
  const { board } = useBoard()
  return (
    <div className={css.inside}>
      <div className={css.message}>
        <h1>{t('board.stepGoneTitle')}</h1>
        <p>{t('board.stepGone')}</p>
        <ButtonLink kind="primary" href={boardHref(board.id)}>
          {t('board.toBoard')}
        </ButtonLink>
      </div>
    </div>
  )
}
