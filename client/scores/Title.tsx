import { Link, useLocation } from 'wouter'
import type { PlacedItem } from '../../shared/items/together.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import type { Telling } from '../items/said.ts'
import { titleLanguage, titleOf } from '../items/said.ts'
import css from './scores.module.css'

export interface Titled {
  readonly id: string
  readonly words: string
  readonly lang: string
}

/** An activity or a goal by name: pressed, it opens. */
export const Title = ({ id, words, lang }: Titled) => {
  const [path] = useLocation()
  return (
    <Link className={css.title} href={itemHref(path, id)} lang={lang}>
      {words}
    </Link>
  )
}

/** The same until its name changes, whatever else does. */
export const titled = (item: PlacedItem, telling: Telling): Titled => ({
  id: item.id,
  words: titleOf(item, telling),
  lang: titleLanguage(item, telling),
})
