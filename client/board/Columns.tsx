import { useState } from 'react'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useText } from '../hooks/useText.ts'
import type { OnAsk } from '../step/ask.ts'
import { StepColumn } from '../step/StepColumn.tsx'
import css from './columns.module.css'
import { StepStrip } from './StepStrip.tsx'

/** All steps side by side; on a narrow screen one at a time. */
export const Columns = ({ onAsk }: { readonly onAsk: OnAsk }) => {
  const t = useText()
  const session = useBoardSession()
  const { board } = useBoard()
  // Chosen once: nothing moves on the screen because somebody else agrees on a step.
  const [current, choose] = useState(
    () => (board.steps.find(({ state }) => state.is !== 'agreed') ?? board.steps[0])?.id ?? '',
  )
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
