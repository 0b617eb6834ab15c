import type { Section } from '../../shared/board/model.ts'
import { kinds } from '../../shared/items/index.ts'
import { textAt } from '../../shared/items/item.ts'
import { usePlanItems } from '../hooks/useItems.ts'
import { useText } from '../hooks/useText.ts'
import css from './card.module.css'
import { titleLanguage, titleOf } from './said.ts'
import { useTelling } from './useTelling.ts'

interface Props {
  readonly section: Pick<Section, 'kinds'>
}

/** Where a proposal is written: the items of a section as they are called in the plan, and that they are no part of it. */
export const ItemNames = ({ section }: Props) => {
  const t = useText()
  const telling = useTelling()
  const { byKind } = usePlanItems()
  const items = (section.kinds ?? []).flatMap((kind) => byKind.get(kind) ?? [])
  if (items.length === 0) return null
  return (
    <div className={css.kind}>
      <p className={css.empty}>{t('proposals.itemsApart')}</p>
      <ol role="list" className={css.list}>
        {items.map((item) => {
          const number = textAt(item, kinds.get(item.kind)?.card.number ?? '')
          return (
            <li key={item.id} className={css.row}>
              {number !== '' && <span className={css.number}>{number}</span>}
              <span className={css.title} lang={titleLanguage(item, telling)}>
                {titleOf(item, telling)}
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
