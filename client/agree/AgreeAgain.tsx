import { useEffect, useId, useMemo, useState } from 'react'
import type { Decision } from '../../shared/board/decisions.ts'
import type { Step } from '../../shared/board/model.ts'
import { hasAccess } from '../../shared/board/model.ts'
import { dayOf } from '../hooks/day.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNow } from '../hooks/useNow.ts'
import { useText } from '../hooks/useText.ts'
import css from './agree.module.css'
import { decisionAgain, emptyDecision, readDecision } from './decision.ts'
import { DecisionFields } from './DecisionFields.tsx'

interface Props {
  readonly step: Step
  /** Sending was tried: what is missing is named. */
  readonly isTried: boolean
  /** null while something is missing. */
  readonly onDecision: (decision: Decision | null) => void
}

/** The decision with which an agreed step is agreed on once more; it begins with the one in force. */
export const AgreeAgain = ({ step, isTried, onDecision }: Props) => {
  const t = useText()
  const id = useId()
  const { board } = useBoard()
  const today = dayOf(useNow())
  const [form, setForm] = useState(() =>
    step.state.is === 'agreed' ? decisionAgain(step.state.decision, today) : emptyDecision(today),
  )
  const reading = useMemo(() => readDecision(form), [form])
  useEffect(() => onDecision(reading.is === 'decision' ? reading.decision : null), [reading, onDecision])
  return (
    <section className={css.again} aria-labelledby={id}>
      <h3 id={id}>{t('proposals.againTitle', { number: step.versions + 1 })}</h3>
      <p className={css.muted}>{t('proposals.againText')}</p>
      <DecisionFields
        form={form}
        onChange={setForm}
        problems={isTried && reading.is === 'incomplete' ? reading.problems : []}
        people={board.members.filter(hasAccess).map(({ name }) => name)}
      />
    </section>
  )
}
