import { useId, useState } from 'react'
import type { Finding } from '../../shared/checks/define.ts'
import { useText } from '../hooks/useText.ts'
import css from './panel.module.css'
import type { Spot } from './places.ts'
import { SeverityIcon } from './SeverityIcon.tsx'
import { SpotLink } from './SpotLink.tsx'
import { keyOf } from './way-back.ts'

interface Props {
  readonly finding: Finding
  readonly spot: Spot
  readonly words: string
  readonly why: string
  readonly remedy?: { readonly label: string; readonly apply: () => void } | undefined
}

/** One thing that a check found: where, what, what can be done about it, and why it is asked. */
export const FindingRow = ({ finding, spot, words, why, remedy }: Props) => {
  const t = useText()
  const id = useId()
  const [isWhy, setWhy] = useState(false)
  return (
    <li className={css.finding} data-key={keyOf(finding)}>
      <SeverityIcon severity={finding.severity} isSaid />
      <p className={css.where}>
        <SpotLink finding={finding} spot={spot} />
      </p>
      <p>{words}</p>
      <p className={css.actions}>
        {remedy && (
          <button type="button" onClick={remedy.apply}>
            {remedy.label}
          </button>
        )}
        <button
          type="button"
          aria-expanded={isWhy}
          aria-controls={id}
          aria-label={t('findings.whyOf', { what: words })}
          onClick={() => setWhy(!isWhy)}
        >
          {t('findings.why')}
        </button>
      </p>
      <p id={id} className={css.why} hidden={!isWhy}>
        {why}
      </p>
    </li>
  )
}
