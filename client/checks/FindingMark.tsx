import type { Severity } from '../../shared/checks/rules.ts'
import { useNames } from '../hooks/useNames.ts'
import { useOpenChecks } from '../hooks/useOpenChecks.ts'
import { useText } from '../hooks/useText.ts'
import { placesKey } from '../marks/finding-keys.ts'
import mark from '../ui/mark.module.css'
import css from './mark.module.css'
import { countsOf } from './severity.ts'
import { SeverityIcon } from './SeverityIcon.tsx'
import { useCountsAt } from './useFindings.ts'

interface Props {
  /** The places it counts together, and opens. By `marks/finding-keys.ts`. */
  readonly keys: readonly string[]
  /** What they are called, read aloud. */
  readonly title: string
  readonly from?: Severity
  /** Says the number in words, where there is room. */
  readonly isWide?: boolean
}

/** How much the checks find at a place, and the way to it; nothing while they find nothing. */
export const FindingMark = ({ keys, title, from = 'info', isWide = false }: Props) => {
  const t = useText()
  const names = useNames()
  const { go } = useOpenChecks()
  const counts = countsOf(useCountsAt(keys, from))
  const [worst] = counts
  if (!worst) return null
  const words = counts.map(({ severity, count }) => t(`findings.count=${severity}`, { count }))
  const label = t('findings.mark', { title, counts: names.list(words) })
  return (
    <button
      type="button"
      className={`${mark.mark} ${css.mark} ${css[worst.severity]}`}
      data-wide={isWide}
      aria-label={label}
      title={label}
      onClick={() => go({ is: 'place', key: placesKey(keys) })}
    >
      <SeverityIcon severity={worst.severity} />
      {isWide ? words[0] : worst.count}
    </button>
  )
}
