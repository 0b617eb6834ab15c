import { memo, useDeferredValue } from 'react'
import type { Section } from '../../shared/board/model.ts'
import { must } from '../../shared/assert.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { kinds } from '../../shared/items/index.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { useItemEdits } from '../hooks/useItems.ts'
import { useNarrow } from '../hooks/useNarrow.ts'
import { contributions } from '../scores/scores.ts'
import { useAnnounce } from '../ui/useAnnounce.ts'
import { AddItem } from './AddItem.tsx'
import { AsTable } from './AsTable.tsx'
import css from './card.module.css'
import { ItemPlace } from './ItemPlace.tsx'
import { KindCount } from './KindCount.tsx'
import type { Telling } from './said.ts'
import { titleOf } from './said.ts'
import { kindsOf, leadOf } from './section-kinds.ts'
import { itemTable } from './table.ts'
import { useItemReadOnly } from './useItemReadOnly.ts'
import { useReorder } from './useReorder.ts'
import { useTelling } from './useTelling.ts'
import { Wastebasket } from './Wastebasket.tsx'

interface Props {
  readonly section: Pick<Section, 'id' | 'title' | 'kinds'>
  readonly stepId: string
  readonly readOnly: string | null
  readonly wide: boolean
}

/** The items a section shows: all of its kinds in the plan, whichever step holds them. */
export const Collection = ({ section, stepId, readOnly, wide }: Props) => {
  // Drawn in between what the person does: while others write in items, no key waits for it.
  const telling = useDeferredValue(useTelling())
  const shown = kindsOf(section)
  const lead = leadOf(section, telling.t)
  return (
    <>
      {shown.map((kind) => (
        <OfKind
          key={kind}
          kind={kind}
          stepId={stepId}
          isNamed={kind !== lead}
          readOnly={readOnly}
          wide={wide}
          telling={telling}
        />
      ))}
      <Wastebasket kinds={shown} stepId={stepId} telling={telling} />
    </>
  )
}

interface KindProps {
  readonly kind: string
  readonly stepId: string
  /** Unless the section's own heading speaks for it. */
  readonly isNamed: boolean
  readonly readOnly: string | null
  readonly wide: boolean
  readonly telling: Telling
}

const none: readonly PlacedItem[] = []

/** As many stand open in a column; the others are lines that open. */
const openCards = 3

const OfKind = memo(function OfKind({ kind, stepId, isNamed, readOnly, wide, telling }: KindProps) {
  const { t } = telling
  const items = telling.items.byKind.get(kind) ?? none
  const edits = useItemEdits()
  const announce = useAnnounce()
  const move = (id: string, at: number) => {
    const item = items.find((one) => one.id === id)
    if (!item) return
    edits.move(item, at)
    announce(t('moved', { title: titleOf(item, telling), place: at + 1, all: items.length }))
  }
  const reorder = useReorder(
    kind,
    items.map(({ id }) => id),
    move,
  )
  const isNarrow = useNarrow()
  const told = useItemReadOnly(followUpRoom)
  const level = wide ? 3 : 4
  const definition = must(kinds.get(kind))
  const canAdd = (definition.afterAgreement ? told : readOnly) === null
  const name = t(`${kind}:many`)
  if (definition.matrix && wide)
    return <contributions.Part telling={telling} stepId={stepId} readOnly={readOnly} />
  return (
    <div className={css.kind}>
      {isNamed && (canAdd || items.length > 0) && (
        <div className={css.kindHead}>
          <p className={css.kindName}>{name}</p>
          <KindCount kind={kind} />
          <AsTable kind={kind} />
        </div>
      )}
      {items.length > 0 && wide && !isNarrow && (
        <itemTable.Part kind={definition} items={items} telling={telling} stepId={stepId} />
      )}
      {items.length > 0 && (!wide || isNarrow) && (
        <ol role="list" className={css.list} aria-label={name}>
          {items.map((item, at) => (
            <ItemPlace
              key={item.id}
              item={item}
              telling={telling}
              card={wide || at < openCards ? { stepId, level } : null}
              isFirst={at < openCards}
              drag={{ grip: canAdd ? reorder.grip(item.id) : null, place: reorder.place(item.id) }}
            />
          ))}
        </ol>
      )}
      {canAdd && !definition.joins && <AddItem kind={kind} stepId={stepId} />}
    </div>
  )
})
