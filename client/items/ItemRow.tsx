import { memo } from 'react'
import { Link, useLocation } from 'wouter'
import { must } from '../../shared/assert.ts'
import { kinds } from '../../shared/items/index.ts'
import { textAt } from '../../shared/items/item.ts'
import { itemKey } from '../marks/finding-keys.ts'
import { CommentMark } from '../marks/CommentMark.tsx'
import { findingMark } from '../marks/findings.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import { who } from '../ui/colour.ts'
import css from './card.module.css'
import type { Drawn } from './drawn.ts'
import { looksSame } from './drawn.ts'
import { ItemMenu } from './ItemMenu.tsx'
import { titleLanguage, titleOf } from './said.ts'
import { subjectOf } from './subject.ts'
import { blockOf, useEditing } from './useEditing.ts'

interface Props extends Drawn {
  /** With its marks and its menu, or only its name, which opens it. */
  readonly isWhole: boolean
}

/** An item as one line: it opens beside the board. */
export const ItemRow = memo(
  function ItemRow({ item, telling, isWhole }: Props) {
    const [path] = useLocation()
    const { card } = must(kinds.get(item.kind))
    const editing = useEditing(blockOf(item))
    const number = card.number === undefined ? '' : textAt(item, card.number)
    return (
      <div
        className={editing ? `${css.row} ${css.occupied} ${who(editing.colour)}` : css.row}
        data-block={blockOf(item)}
      >
        {editing && (
          <span className={css.person} aria-hidden="true">
            {editing.name}
          </span>
        )}
        {number !== '' && <span className={css.number}>{number}</span>}
        <span className={css.title} lang={titleLanguage(item, telling)}>
          <Link href={itemHref(path, item.id)} data-item-title>
            {titleOf(item, telling)}
          </Link>
        </span>
        {isWhole && <Tools item={item} telling={telling} />}
      </div>
    )
  },
  (before, after) => before.isWhole === after.isWhole && looksSame(before, after),
)

const Tools = ({ item, telling }: Pick<Props, 'item' | 'telling'>) => {
  const title = titleOf(item, telling)
  return (
    <>
      <findingMark.Part keys={[itemKey(item.id)]} title={title} />
      <CommentMark subject={subjectOf(item, telling.board)} title={title} isCount />
      <ItemMenu item={item} telling={telling} />
    </>
  )
}
