import { Link, useLocation } from 'wouter'
import { kinds } from '../../shared/items/index.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import css from './figure.module.css'
import type { Telling } from './said.ts'
import { titleLanguage, titleOf, withUnit } from './said.ts'
import { lineOf } from './sparkline.ts'
import { Sparkline } from './Sparkline.tsx'

interface Props {
  readonly item: PlacedItem
  readonly telling: Telling
}

/** A linked item as one row: its name, and its figure where its kind has one. */
export const LinkedRow = ({ item, telling }: Props) => {
  const [path] = useLocation()
  const kind = kinds.get(item.kind)
  const line = kind?.figure ? lineOf(item, kind.figure) : null
  const { t } = telling
  return (
    <li className={css.figure}>
      <span className={css.name} lang={titleLanguage(item, telling)}>
        <Link href={itemHref(path, item.id)}>{titleOf(item, telling)}</Link>
      </span>
      {kind && line && (
        <>
          <Sparkline line={line} />
          <span className={css.value}>
            {line.latest ? withUnit(line.latest.value, item, kind, telling) : t('missing')}
          </span>
          <span className={css.wanted}>
            {line.target
              ? t('targetOf', {
                  value: withUnit(line.target.value, item, kind, telling),
                  year: String(line.target.year),
                })
              : t('targetMissing')}
          </span>
        </>
      )}
    </li>
  )
}
