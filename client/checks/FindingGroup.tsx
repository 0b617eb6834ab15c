import { Fragment, useState } from 'react'
import type { Finding } from '../../shared/checks/define.ts'
import type { Severity } from '../../shared/checks/rules.ts'
import { useText } from '../hooks/useText.ts'
import css from './panel.module.css'
import { SeverityIcon } from './SeverityIcon.tsx'
import { keyOf } from './way-back.ts'

interface Props {
  readonly severity: Severity
  readonly findings: readonly Finding[]
  readonly row: (finding: Finding) => React.ReactNode
}

const headings = { error: 'findings.errors', warning: 'findings.warnings', info: 'findings.infos' } as const

/** So many findings of one check stand open. */
const most = 3

/** Findings of one severity, with those of one check together. */
export const FindingGroup = ({ severity, findings, row }: Props) => {
  const t = useText()
  const kinds = [...Map.groupBy(findings, ({ check }) => check)]
  return (
    <section aria-label={t(headings[severity])}>
      <h3 className={css.groupHead}>
        <SeverityIcon severity={severity} />
        {t(headings[severity])} <span>{findings.length}</span>
      </h3>
      <ul role="list">
        {kinds.map(([check, same]) => (
          <OfKind key={check} same={same} row={row} />
        ))}
      </ul>
    </section>
  )
}

/** Many of a kind fold behind the first of them. */
const OfKind = ({ same, row }: { readonly same: readonly Finding[]; readonly row: Props['row'] }) => {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const isLong = same.length > most + 1
  const shown = isLong && !isOpen ? same.slice(0, most) : same
  return (
    <>
      {shown.map((finding) => (
        <Fragment key={keyOf(finding)}>{row(finding)}</Fragment>
      ))}
      {isLong && (
        <li className={css.more}>
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t('findings.fewer') : t('findings.more', { count: same.length - most })}
          </button>
        </li>
      )}
    </>
  )
}
