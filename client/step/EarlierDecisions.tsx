import type { DecisionRecord } from '../../shared/board/decisions.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import css from './agreement.module.css'
import { DecisionFacts } from './DecisionFacts.tsx'

const words = {
  lock: 'agree.earlierAgreed',
  unlock: 'agree.earlierReopened',
  amend: 'agree.earlierAmended',
} as const satisfies Record<DecisionRecord['action'], string>

/** What was decided of a step where the plan was brought in from, beside what is in force here. */
export const EarlierDecisions = ({ stepId }: { readonly stepId: string }) => {
  const t = useText()
  const { board } = useBoard()
  const own = board.records.filter((record) => record.stepId === stepId)
  if (own.length === 0) return null
  return (
    <Disclosure title={t('agree.earlier', { count: own.length })}>
      <ul role="list" className={css.earlier}>
        {own.map(({ action, decision }, at) => (
          <li key={at}>
            <p>
              <strong>{t(words[action])}</strong>{' '}
              <span lang={languageTag[board.language]}>{decision.decision}</span>
            </p>
            <DecisionFacts decision={decision} by={decision.recordedBy} />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
