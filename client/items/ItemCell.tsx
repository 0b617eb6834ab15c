import { Link, useLocation } from 'wouter'
import type { Kind } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import { entriesOf, fieldAt, isSaid, membersAt, numberAt, textAt } from '../../shared/items/item.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { ItemFact } from './ItemFact.tsx'
import type { Telling } from './said.ts'
import { fieldKey, isMoney, linked, numeral, titleLanguage, titleOf, seriesNumber, withUnit } from './said.ts'
import { lineOf } from './sparkline.ts'
import css from './table.module.css'

interface Props {
  readonly item: PlacedItem
  readonly kind: Kind
  readonly path: string
  readonly telling: Telling
}

/** One fact of an item in its row: a series as now and target, links by name. */
export const ItemCell = ({ item, kind, path, telling }: Props) => {
  const { t } = telling
  const field = fieldAt(kind.fields, path)
  if (path === kind.figure?.series) return <Figure item={item} kind={kind} telling={telling} />
  const isThere = path === 'span' ? kind.span && hasDays(item, kind.span) : field && isSaid(item, path, field)
  if (!isThere)
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="sr">{t('notSaid')}</span>
      </>
    )
  // Its unit stands in the column's head.
  if (isMoney(field)) return numeral(numberAt(item, path) ?? 0, telling.locale)
  switch (field?.is) {
    case 'links':
      return <Linked ids={membersAt(item, path)} telling={telling} />
    case 'link':
      return <Linked ids={[textAt(item, path)]} telling={telling} />
    case 'table':
      return field.by[0]?.is !== 'link' ? (
        <ItemFact item={item} path={path} telling={telling} />
      ) : (
        <Counted names={entriesOf(item, path, field).map(({ key: [id = ''] }) => linked(id, telling))} />
      )
    default:
      return <ItemFact item={item} path={path} telling={telling} />
  }
}

/** So many that their names would take the room of everything else: those are heard, and seen in the item. */
const Counted = ({ names }: { readonly names: readonly string[] }) => (
  <span title={names.join('\n')}>
    <span aria-hidden="true">{names.length}</span>
    <span className="sr">{names.join(', ')}</span>
  </span>
)

const hasDays = (item: PlacedItem, { from, to }: NonNullable<Kind['span']>): boolean =>
  textAt(item, from) !== '' || textAt(item, to) !== ''

const Linked = ({ ids, telling }: { readonly ids: readonly string[]; readonly telling: Telling }) => {
  const [path] = useLocation()
  return (
    <ul role="list" className={css.links}>
      {ids.map((id) => {
        const item = telling.items.byId.get(id)
        const kind = item && kinds.get(item.kind)
        return (
          <li key={id}>
            {item ? (
              <Link href={itemHref(path, id)} lang={titleLanguage(item, telling)}>
                {titleOf(item, telling)}
              </Link>
            ) : (
              linked(id, telling) || telling.t('unknownLink')
            )}
            {item && kind?.figure && (
              <span className={css.figure}>
                <Figure item={item} kind={kind} telling={telling} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** "8.9 → 6.5 %": the unit once; what is missing is said in words. */
const Figure = ({ item, kind, telling }: Omit<Props, 'path'>) => {
  const { t } = telling
  if (!kind.figure) return null
  const { latest, target } = lineOf(item, kind.figure)
  const words = (one: { readonly value: number } | undefined) =>
    one ? withUnit(one.value, item, kind, telling) : t('missing')
  return (
    <>
      <span className="nowrap">
        {latest && target ? seriesNumber(latest.value, item, kind, telling) : words(latest)}{' '}
        <span aria-hidden="true">→</span>
      </span>
      <span className="sr">, {t(fieldKey(kind.kind, kind.figure.targets))}</span>{' '}
      <span className="nowrap">{words(target)}</span>
    </>
  )
}
