import type { HTMLAttributes, RefObject } from 'react'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { useNear } from '../hooks/useNear.ts'
import { Icon } from '../ui/Icon.tsx'
import { GripIcon } from '../ui/icons.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import css from './card.module.css'
import { ItemCard } from './ItemCard.tsx'
import { ItemRow } from './ItemRow.tsx'
import { nearOf } from './near.ts'
import type { Telling } from './said.ts'

interface Props {
  readonly item: PlacedItem
  readonly telling: Telling
  /** As a card, in the step that shows it, with a heading of this level; else as a line. */
  readonly card: { readonly stepId: string; readonly level: 3 | 4 } | null
  /** The first of a list are not waited for. */
  readonly isFirst?: boolean
  readonly drag?: {
    /** On its handle; null for whoever only reads. */
    readonly grip: HTMLAttributes<HTMLElement> | null
    /** On the place, where others are dropped beside it. */
    readonly place: HTMLAttributes<HTMLElement>
  }
}

/**
 * An item's place in a list. Lists are long, and what belongs to an item weighs: what is far from sight has only its
 * name there, for whoever looks through the page or goes to it by an address.
 */
export const ItemPlace = ({ item, telling, card, isFirst = false, drag }: Props) => {
  const place = useRef<HTMLLIElement>(null)
  const isNear = useNear(place, 1) || isFirst
  const near = nearOf(item, telling.items)
  const stay = useStaying(place, isNear)
  return (
    <li ref={place} id={`item-${item.id}`} className={css.place} {...stay} {...drag?.place}>
      {isNear && drag?.grip && (
        <span className={css.grip} aria-hidden="true" {...drag.grip}>
          <Icon of={GripIcon} size="sm" />
        </span>
      )}
      {isNear && card ? (
        <ItemCard item={item} telling={telling} near={near} {...card} />
      ) : (
        <ItemRow item={item} telling={telling} near={near} isWhole={isNear} />
      )}
    </li>
  )
}

/** A name becomes a card when it comes near, and is another element then: whoever is on it stays there. */
const useStaying = (place: RefObject<HTMLElement | null>, isNear: boolean) => {
  const isIn = useRef(false)
  useLayoutEffect(() => {
    if (isIn.current && !place.current?.contains(document.activeElement))
      place.current?.querySelector<HTMLElement>('[data-item-title]')?.focus({ preventScroll: true })
  }, [place, isNear])
  return useMemo(
    () => ({
      onFocus: () => {
        isIn.current = true
      },
      onBlur: () => {
        isIn.current = false
      },
    }),
    [],
  )
}
