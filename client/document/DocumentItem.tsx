import { Fragment, memo, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { must } from '../../shared/assert.ts'
import { stepOf } from '../../shared/board/model.ts'
import { kinds } from '../../shared/items/index.ts'
import { fieldAt, textAt } from '../../shared/items/item.ts'
import { useNear } from '../hooks/useNear.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import { ItemMenu } from '../items/ItemMenu.tsx'
import type { Drawn } from '../items/drawn.ts'
import { looksSame } from '../items/drawn.ts'
import { subjectOf } from '../items/subject.ts'
import type { Telling } from '../items/said.ts'
import { linked, said, titleLanguage, titleOf } from '../items/said.ts'
import { blockOf, useEditing } from '../items/useEditing.ts'
import { useItemReadOnly } from '../items/useItemReadOnly.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { CommentMark } from '../marks/CommentMark.tsx'
import { who } from '../ui/colour.ts'
import { headed, scaleWords } from './detail.ts'
import { Details } from './Details.tsx'
import css from './item.module.css'
import { useLaidOut } from './useLaidOut.ts'

interface Props extends Drawn {
  /** The step in which it is shown. */
  readonly stepId: string
}

/** An item in full, as it is read aloud and printed. */
export const DocumentItem = memo(
  function DocumentItem({ item, near, telling, stepId }: Props) {
    const { t, board } = telling
    const place = useRef<HTMLElement>(null)
    const isNear = useNear(place, 1)
    useLaidOut(place)
    const kind = must(kinds.get(item.kind))
    const editing = useEditing(blockOf(item))
    const holder = item.stepId === stepId ? undefined : stepOf(board, item.stepId)
    const number = kind.card.number === undefined ? '' : textAt(item, kind.card.number)
    const title = titleOf(item, telling)
    return (
      <article
        ref={place}
        id={`item-${item.id}`}
        className={editing ? `${css.item} ${css.occupied} ${who(editing.colour)}` : css.item}
        data-block={blockOf(item)}
      >
        <div className={css.head}>
          <h4>
            {number !== '' && `${t(`${item.kind}:one`)} ${number}. `}
            <span lang={titleLanguage(item, telling)}>{title}</span>
          </h4>
          {editing && <span className={css.person}>{t('here', { name: editing.name })}</span>}
          <Actions item={item} title={title} telling={telling} isNear={isNear} />
        </div>
        {holder && <p className={css.note}>{t('standsIn', { step: holder.title })}</p>}
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
        <Joined item={item} near={near} telling={telling} />
      </article>
    )
  },
  (before, after) => before.stepId === after.stepId && looksSame(before, after),
)

interface ActionsProps extends Pick<Drawn, 'item' | 'telling'> {
  readonly title: string
  readonly isNear: boolean
}

/** What is far from sight has only the way to it there, for whoever goes through the links. */
const Actions = ({ item, title, telling, isNear }: ActionsProps) => {
  const { t } = telling
  const [path] = useLocation()
  const verb = useItemReadOnly(item.stepId) === null ? 'edit' : 'open'
  return (
    <span className={css.actions}>
      <Link href={itemHref(path, item.id)} aria-label={`${t(verb)}: ${title}`}>
        {t(verb)}
      </Link>
      {isNear && (
        <>
          <CommentMark subject={subjectOf(item, telling.board)} title={title} />
          <ItemMenu item={item} telling={telling} />
        </>
      )}
    </span>
  )
}

/** What it is joined to, kind by kind. */
const Joined = ({ item, near, telling }: Pick<Drawn, 'item' | 'near' | 'telling'>) => {
  const shown = kinds.get(item.kind)?.card.joined ?? []
  const all = shown.map((name) => [name, near.filter((one) => one.kind === name)] as const)
  const some = all.filter(([, joins]) => joins.length > 0)
  if (some.length === 0) return null
  return (
    <dl className={css.facts}>
      {some.map(([name, joins]) => (
        <Fragment key={name}>
          <dt>{telling.t(`${name}:many`)}</dt>
          <dd>
            <ul role="list" className={css.inside}>
              {joins.map((join) => (
                <li key={join.id}>{joinWords(join, telling)}</li>
              ))}
            </ul>
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** The other end, and how much. */
const joinWords = (join: PlacedItem, telling: Telling): string => {
  const { joins, card, fields } = must(kinds.get(join.kind))
  const [path = ''] = card.meta
  const field = fieldAt(fields, path)
  const title = linked(textAt(join, must(joins).to), telling)
  const how =
    field?.is === 'scale' ? scaleWords(join, { field, path, name: path }, telling) : said(join, path, telling)
  return how === '' ? title : `${title}: ${how}`
}
