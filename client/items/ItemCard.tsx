import { memo } from 'react'
import { Link, useLocation } from 'wouter'
import { must } from '../../shared/assert.ts'
import type { Kind } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import { fieldAt, isSaid, membersAt, numberAt, textAt } from '../../shared/items/item.ts'
import { CommentMark } from '../marks/CommentMark.tsx'
import { itemFindings } from '../marks/findings.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { who } from '../ui/colour.ts'
import { Icon } from '../ui/Icon.tsx'
import { OnwardIcon } from '../ui/icons.ts'
import css from './card.module.css'
import type { Drawn } from './drawn.ts'
import { looksSame } from './drawn.ts'
import { ItemFact } from './ItemFact.tsx'
import { ItemMenu } from './ItemMenu.tsx'
import { LinkedRow } from './LinkedRow.tsx'
import type { Telling } from './said.ts'
import { fieldKey, titleLanguage, shortNameOf, titleOf } from './said.ts'
import { Standing } from './Standing.tsx'
import { subjectOf } from './subject.ts'
import { blockOf, useEditing } from './useEditing.ts'

interface Props extends Drawn {
  /** The step in which it is shown. */
  readonly stepId: string
  readonly level: 3 | 4
}

/** An item with what a planner looks for first. */
export const ItemCard = memo(function ItemCard({ item, telling, near, stepId, level }: Props) {
  const [path] = useLocation()
  const kind = must(kinds.get(item.kind))
  const editing = useEditing(blockOf(item))
  const Heading = `h${level}` as const
  const { t } = telling
  const number = kind.card.number === undefined ? '' : textAt(item, kind.card.number)
  const named = `${t(`${item.kind}:one`)} ${number}`
  return (
    <article
      className={editing ? `${css.card} ${css.occupied} ${who(editing.colour)}` : css.card}
      data-block={blockOf(item)}
    >
      {editing && (
        <span className={css.person} aria-hidden="true">
          {editing.name}
        </span>
      )}
      <div className={css.head}>
        {number !== '' && (
          <span className={css.number} role="img" aria-label={named}>
            {number}
          </span>
        )}
        <Heading lang={titleLanguage(item, telling)}>
          <Link href={itemHref(path, item.id)} data-item-title>
            {titleOf(item, telling)}
          </Link>
        </Heading>
        <CommentMark subject={subjectOf(item, telling.board)} title={titleOf(item, telling)} isCount />
        <ItemMenu item={item} telling={telling} />
      </div>
      <Meta item={item} kind={kind} telling={telling} />
      <Facts item={item} kind={kind} telling={telling} />
      <Rows item={item} kind={kind} telling={telling} near={near} />
      <itemFindings.Part item={item} title={titleOf(item, telling)} />
      <Standing item={item} stepId={stepId} telling={telling} />
    </article>
  )
}, looksSame)

interface PartProps {
  readonly item: PlacedItem
  readonly kind: Kind
  readonly telling: Telling
}

const Meta = ({ item, kind, telling }: PartProps) => {
  const shown = kind.card.meta.filter((path) => isThere(item, kind, path))
  if (shown.length === 0) return null
  return (
    <p className={css.meta}>
      {shown.map((path) => (
        <span key={path}>
          {fieldAt(kind.fields, path)?.is === 'scale' && `${telling.t(fieldKey(kind.kind, path))} `}
          <ItemFact item={item} path={path} telling={telling} />
        </span>
      ))}
    </p>
  )
}

const Facts = ({ item, kind, telling }: PartProps) => {
  const shown = kind.card.facts.filter((path) => isThere(item, kind, path))
  if (shown.length === 0) return null
  return (
    <dl className={css.facts}>
      {shown.map((path) => (
        <Fact key={path} item={item} kind={kind} path={path} telling={telling} />
      ))}
    </dl>
  )
}

const Fact = ({ item, kind, path, telling }: PartProps & { readonly path: string }) => (
  <>
    <dt>{telling.t(path === 'span' ? 'when' : fieldKey(kind.kind, path))}</dt>
    <dd>
      <ItemFact item={item} path={path} telling={telling} />
    </dd>
  </>
)

/** Linked items under their own names, and what joins it to others. */
const Rows = ({ item, kind, telling, near }: PartProps & { readonly near: readonly PlacedItem[] }) => {
  const ids = (kind.card.rows ?? []).flatMap((path) => membersAt(item, path))
  const rows = near.filter(({ id }) => ids.includes(id))
  const joins = near.filter(({ kind: joining }) => kind.card.joined?.includes(joining))
  return (
    <>
      {rows.length > 0 && (
        <ul role="list">
          {rows.map((one) => (
            <LinkedRow key={one.id} item={one} telling={telling} />
          ))}
        </ul>
      )}
      {joins.length > 0 && <Joined joins={joins} near={near} telling={telling} />}
    </>
  )
}

/** What it is joined to, strongest first: "Contributes to goal 1 decisively, goal 4 somewhat". */
const Joined = ({
  joins,
  near,
  telling,
}: Pick<Props, 'near' | 'telling'> & { readonly joins: readonly PlacedItem[] }) => {
  const ends = joins.flatMap((join) => {
    const { joins: ends, card } = must(kinds.get(join.kind))
    const end = near.find(({ id }) => id === textAt(join, must(ends).to))
    const [grade = ''] = card.meta
    const words = numberAt(join, grade) === null ? '' : grades(join, grade, telling)
    return end
      ? [{ words: `${shortNameOf(end, telling)} ${words}`.trim(), grade: numberAt(join, grade) ?? 0 }]
      : []
  })
  if (ends.length === 0) return null
  const inOrder = ends.toSorted((a, b) => b.grade - a.grade).map(({ words }) => words)
  return (
    <p className={css.joined}>
      <Icon of={OnwardIcon} size="sm" />
      <span>{telling.t('joinedTo', { ends: inOrder.join(', ') })}</span>
    </p>
  )
}

const grades = (join: PlacedItem, path: string, { t }: Telling): string => {
  const field = fieldAt(must(kinds.get(join.kind)).fields, path)
  return field?.is === 'scale' ? t(`${field.name}=${textAt(join, path)}`) : ''
}

const isThere = (item: PlacedItem, kind: Kind, path: string): boolean => {
  if (path === 'span')
    return kind.span !== undefined && [kind.span.from, kind.span.to].some((one) => textAt(item, one) !== '')
  const field = fieldAt(kind.fields, path)
  return field !== undefined && isSaid(item, path, field)
}
