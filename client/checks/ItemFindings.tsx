import { must } from '../../shared/assert.ts'
import { kinds } from '../../shared/items/index.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { isBare } from '../items/bare.ts'
import { useNames } from '../hooks/useNames.ts'
import { useOpenChecks } from '../hooks/useOpenChecks.ts'
import { useText } from '../hooks/useText.ts'
import { itemKey } from '../marks/finding-keys.ts'
import css from './mark.module.css'
import { countsIn, countsOf, worstFirst } from './severity.ts'
import { SeverityIcon } from './SeverityIcon.tsx'
import { useFindingsAt } from './useFindings.ts'
import { useSaid } from './useSaid.ts'

interface Props {
  readonly item: PlacedItem
  /** What it is called. */
  readonly title: string
}

/** So many are said on a card; the rest are counted. */
const most = 2

/**
 * What the checks find of an item, on its card: the gravest first. Of one that says no more than its name everything is
 * missing still, so that there only the number is said.
 */
export const ItemFindings = ({ item, title }: Props) => {
  const t = useText()
  const names = useNames()
  const { go } = useOpenChecks()
  const key = itemKey(item.id)
  const found = worstFirst(useFindingsAt(key))
  const words = useSaid(found)
  const [worst] = found
  if (!worst) return null
  const isCounted = isBare(item, must(kinds.get(item.kind)))
  const said = isCounted ? [] : found.slice(0, most)
  const rest = found.length - said.length
  const counts = countsOf(countsIn(found, 'info'))
  const open = () => go({ is: 'place', key })
  return (
    <ul role="list" className={css.list} aria-label={`${t('findings.column')}: ${title}`}>
      {said.map((one, at) => (
        <li key={`${one.check} ${one.entityId ?? ''} ${at}`}>
          <button type="button" className={`${css.said} ${css[one.severity]}`} onClick={open}>
            <SeverityIcon severity={one.severity} isSaid />
            <span>{words[at]}</span>
          </button>
        </li>
      ))}
      {isCounted && (
        <li>
          <button type="button" className={`${css.said} ${css[worst.severity]}`} onClick={open}>
            <SeverityIcon severity={worst.severity} />
            <span>
              {names.list(counts.map(({ severity, count }) => t(`findings.count=${severity}`, { count })))}
            </span>
          </button>
        </li>
      )}
      {!isCounted && rest > 0 && (
        <li>
          <button type="button" className={css.said} onClick={open}>
            {t('findings.others', { count: rest })}
          </button>
        </li>
      )}
    </ul>
  )
}
