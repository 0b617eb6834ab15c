import { useMemo } from 'react'
import { must } from '../../shared/assert.ts'
import { kinds } from '../../shared/items/index.ts'
import { textAt } from '../../shared/items/item.ts'
import { titleLanguage, titleOf } from '../items/said.ts'
import { useTelling } from '../items/useTelling.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { headed } from './detail.ts'
import { Details } from './Details.tsx'
import css from './item.module.css'

interface Props {
  readonly items: readonly PlacedItem[]
  /** Everything that was frozen with them: what they link to is called as it was then. */
  readonly all: readonly PlacedItem[]
}

/** Items as they were agreed, in full. */
export const AgreedItems = ({ items, all }: Props) => {
  const now = useTelling()
  const telling = useMemo(() => {
    const byId = new Map([...now.items.byId, ...all.map((item) => [item.id, item] as const)])
    return { ...now, items: { ...now.items, byId } }
  }, [now, all])
  return items.map((item) => {
    const kind = must(kinds.get(item.kind))
    const number = kind.card.number === undefined ? '' : textAt(item, kind.card.number)
    const title = titleOf(item, telling)
    return (
      <article key={item.id} className={css.item}>
        <div className={css.head}>
          <h5 lang={titleLanguage(item, telling)}>{number === '' ? title : `${number}. ${title}`}</h5>
        </div>
        <Details
          item={item}
          kind={kind}
          fields={kind.fields}
          path=""
          name=""
          span={kind.span}
          without={headed(kind, item)}
          telling={telling}
        />
      </article>
    )
  })
}
