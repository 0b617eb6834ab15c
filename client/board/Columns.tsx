import { useEffect, useState } from 'react'
import { stepOf } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useText } from '../hooks/useText.ts'
import type { OnAsk } from '../step/ask.ts'
import { StepColumn } from '../step/StepColumn.tsx'
import { anchorNow, stepAt } from './anchor.ts'
import css from './columns.module.css'
import { StepStrip } from './StepStrip.tsx'

/** All steps side by side; on a narrow screen one at a time. */
export const Columns = ({ onAsk }: { readonly onAsk: OnAsk }) => {
  const t = useText()
  const session = useBoardSession()
  const { board } = useBoard()
  // Chosen once: nothing moves on the screen because somebody else agrees on a step.
  const [chosen, choose] = useState(
    () =>
      (stepAt(board, anchorNow()) ?? board.steps.find(({ state }) => state.is !== 'agreed') ?? board.steps[0])
        ?.id ?? '',
  )
  useEffect(() => {
    const go = () => {
      const step = stepAt(board, anchorNow())
      if (step) choose(step.id)
    }
    window.addEventListener('hashchange', go)
    return () => window.removeEventListener('hashchange', go)
  }, [board])
  // What was chosen may have been hidden since.
  const current = stepOf(board, chosen) ? chosen : (board.steps[0]?.id ?? '')
  return (
    <>
      <h2 className="sr">{t('board.steps')}</h2>
      <StepStrip
        current={current}
        onChoose={({ id }) => {
          choose(id)
          session.here(id)
        }}
      />
      <div className={css.board}>
        {board.steps.map((step) => (
          <StepColumn key={step.id} step={step} isShown={step.id === current} onAsk={onAsk} />
        ))}
      </div>
    </>
  )
}
