import { useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { closedBecause, stepOf } from '../../../shared/board/model.ts'
import type { Kind } from '../../../shared/items/define.ts'
import { textAt } from '../../../shared/items/item.ts'
import { dayOf } from '../../hooks/day.ts'
import { useItemsOf, usePlanItems } from '../../hooks/useItems.ts'
import { itemHref } from '../../hooks/useOpenItem.ts'
import type { PlacedItem } from '../../../shared/items/together.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon } from '../../ui/icons.ts'
import { linked, planLanguage } from '../said.ts'
import { useItemReadOnly } from '../useItemReadOnly.ts'
import css from './form.module.css'
import { FormFields } from './FormFields.tsx'
import { FormOf } from './FormOf.tsx'
import type { Join } from './joins.ts'
import { Picker } from './Picker.tsx'
import { ReadFields } from './ReadFields.tsx'
import { useChoices } from './useChoices.ts'
import { useForm } from './useForm.ts'

interface Props {
  readonly join: Join
  readonly readOnly: boolean
}

/** Pairs that this item is one of: what the other is, and what is said of the two together. */
export const Joined = ({ join: { kind, mine, theirs, to }, readOnly }: Props) => {
  const { item, telling, edits } = useForm()
  const { t } = telling
  const { byId } = usePlanItems()
  const place = useRef<HTMLElement>(null)
  const pairs = useItemsOf(kind.kind).filter((one) => textAt(one, mine) === item.id)
  const { choices, make } = useChoices(
    to,
    pairs.map((one) => textAt(one, theirs)),
  )
  const isFrom = kind.joins?.from === mine
  const label = t(isFrom ? `${kind.kind}:many` : `${to}:many`)
  const add = (id: string) => {
    const first = isFrom ? item : byId.get(id)
    const steps = [first?.stepId, item.stepId]
    const stepId = steps.find((one) => one !== undefined && isOpen(one)) ?? item.stepId
    edits.add(
      kind.kind,
      stepId,
      dayOf(new Date()),
      new Map([
        [mine, item.id],
        [theirs, id],
      ]),
    )
  }
  const isOpen = (stepId: string) => {
    const step = stepOf(telling.board, stepId)
    return step !== undefined && closedBecause(step) === null
  }
  if (readOnly && pairs.length === 0) return null
  return (
    <section ref={place} className={css.links} aria-label={label}>
      <h3 className={css.part}>{label}</h3>
      {pairs.length > 0 && (
        <ul role="list" className={css.parties}>
          {pairs.map((pair) => (
            <li key={pair.id} className={css.party} data-step={pair.stepId}>
              <FormOf item={pair} telling={telling}>
                <Pair
                  pair={pair}
                  kind={kind}
                  theirs={theirs}
                  onRemove={() => {
                    edits.delete(pair, new Date().toISOString())
                    place.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus()
                  }}
                />
              </FormOf>
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <Picker
          label={label}
          choices={choices}
          onPick={add}
          {...(make && { onMake: (title: string) => add(make(title)) })}
        />
      )}
    </section>
  )
}

interface PairProps {
  readonly pair: PlacedItem
  readonly kind: Kind
  readonly theirs: string
  readonly onRemove: () => void
}

const Pair = ({ pair, kind, theirs, onRemove }: PairProps) => {
  const [path] = useLocation()
  const { telling } = useForm()
  const { t } = telling
  const readOnly = useItemReadOnly(pair.stepId) !== null
  const id = textAt(pair, theirs)
  const title = linked(id, telling) || t('unknownLink')
  return (
    <>
      <p className={css.row}>
        <span className={css.rowTitle} lang={planLanguage(telling)}>
          {telling.items.byId.has(id) ? <Link href={itemHref(path, id)}>{title}</Link> : title}
        </span>
        {!readOnly && <IconButton icon={CloseIcon} label={t('unlink', { title })} onPress={onRemove} />}
      </p>
      {readOnly ? <ReadFields fields={kind.fields} /> : <FormFields fields={kind.fields} />}
    </>
  )
}
