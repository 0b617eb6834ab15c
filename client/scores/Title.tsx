import { Link, useLocation } from 'wouter'
import type { PlacedItem } from '../../shared/items/together.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import type { Telling } from '../items/said.ts'
import { titleLanguage, titleOf } from '../items/said.ts'
import css from './scores.module.css'

interface Props {
  readonly item: PlacedItem
  readonly telling: Telling
}

/** An activity or a goal by name: pressed, it opens. */
export const Title = ({ item, telling }: Props) => {
  const [path] = useLocation()
  return (
    <Link className={css.title} href={itemHref(path, item.id)} lang={titleLanguage(item, telling)}>
      {titleOf(item, telling)}
    </Link>
  )
}
