import { useId } from 'react'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import type { Findings } from './findings.ts'
import css from './panel.module.css'
import type { Scope, Which } from './scope.ts'
import { inScope, whichFrom } from './scope.ts'
import { isAtLeast } from './severity.ts'

interface Props {
  readonly findings: Findings
  readonly which: Which
  readonly onScope: (scope: Scope) => void
}

/** Steps in which nothing has been written yet, each with how much there is to fill in, and the way to it. */
export const NotBegun = ({ findings, which, onScope }: Props) => {
  const t = useText()
  const names = useNames()
  const { board } = useBoard()
  const id = useId()
  const steps = board.steps
    .filter((step) => findings.notBegun.has(step.id))
    .map((step) => {
      const scope: Scope = { is: 'step', stepId: step.id }
      const found = inScope(findings, scope)
      return {
        step,
        scope,
        count: found.filter(({ severity }) => isAtLeast(severity, whichFrom[which])).length,
      }
    })
    .filter(({ count }) => count > 0)
  if (steps.length === 0) return null
  return (
    <section aria-labelledby={id} className={css.notBegun}>
      <h3 id={id}>{t('findings.notBegun')}</h3>
      <ul role="list">
        {steps.map(({ step, scope, count }) => (
          <li key={step.id}>
            <button type="button" onClick={() => onScope(scope)}>
              <span className={css.number}>{names.number(step.id)}</span>
              <span lang={languageTag[board.language]}>{step.title}</span>
              <span className={css.toFill}>{t('findings.toFillIn', { count })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
