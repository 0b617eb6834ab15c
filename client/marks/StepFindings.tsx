import { useDeferredValue } from 'react'
import type { Finding } from '../../shared/checks/define.ts'
import { spotOf } from '../checks/places.ts'
import { SeverityIcon } from '../checks/SeverityIcon.tsx'
import { SpotLink } from '../checks/SpotLink.tsx'
import { useAreKnown, useFindingsAt } from '../checks/useFindings.ts'
import { useSaid } from '../checks/useSaid.ts'
import { useNames } from '../hooks/useNames.ts'
import { useOpenChecks } from '../hooks/useOpenChecks.ts'
import { useText } from '../hooks/useText.ts'
import { useTelling } from '../items/useTelling.ts'
import { Icon } from '../ui/Icon.tsx'
import { DoneIcon } from '../ui/icons.ts'
import { stepKey } from './finding-keys.ts'
import css from './step-findings.module.css'

interface Props {
  readonly stepId: string
  /** The person goes to one of them. */
  readonly onGo: () => void
}

/** So many warnings are said; the red thread has them all. */
const most = 4

/** What the checks find in a step, before somebody agrees on it: errors one by one, warnings below. */
export const StepFindings = ({ stepId, onGo }: Props) => {
  const t = useText()
  const { go } = useOpenChecks()
  const found = useFindingsAt(stepKey(stepId))
  const areKnown = useAreKnown()
  const errors = found.filter(({ severity }) => severity === 'error')
  const warnings = found.filter(({ severity }) => severity === 'warning')
  // What has not been read yet is not without fault.
  if (!areKnown) return <li role="status">{t('findings.waiting')}</li>
  return (
    <>
      {errors.length === 0 ? (
        <li className={css.fine}>
          <Icon of={DoneIcon} />
          <span>{t('findings.agreeNone')}</span>
        </li>
      ) : (
        <li>
          <p>{t('findings.agreeErrors', { count: errors.length })}</p>
          <Listed findings={errors} stepId={stepId} onGo={onGo} />
        </li>
      )}
      {warnings.length > 0 && (
        <li>
          <p>{t('findings.agreeWarnings', { count: warnings.length })}</p>
          <Listed findings={warnings.slice(0, most)} stepId={stepId} onGo={onGo} />
        </li>
      )}
      <li>
        <button
          type="button"
          className={css.open}
          onClick={() => {
            onGo()
            go({ is: 'step', stepId })
          }}
        >
          {t('findings.agreeOpen')}
        </button>
      </li>
    </>
  )
}

const Listed = ({ findings, stepId, onGo }: Props & { readonly findings: readonly Finding[] }) => {
  const t = useText()
  const names = useNames()
  const telling = useDeferredValue(useTelling())
  const words = useSaid(findings)
  return (
    <ul role="list" className={css.list}>
      {findings.map((finding, at) => (
        <li key={`${finding.check} ${finding.entityId ?? ''} ${at}`} className={css.finding}>
          <SeverityIcon severity={finding.severity} isSaid />
          <div>
            <SpotLink
              finding={finding}
              spot={spotOf(finding.place, { t, telling, names })}
              under={{ is: 'step', stepId }}
              onGo={onGo}
            />
            <p>{words[at]}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
