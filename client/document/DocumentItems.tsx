import type { Section } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { StepId } from '../../shared/ids.ts'
import { kinds } from '../../shared/items/index.ts'
import { languageTag } from '../../shared/locale.ts'
import { useItemsOf } from '../hooks/useItems.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { AddItem } from '../items/AddItem.tsx'
import { nearOf } from '../items/near.ts'
import type { Telling } from '../items/said.ts'
import { titleOf } from '../items/said.ts'
import { useItemReadOnly } from '../items/useItemReadOnly.ts'
import { useTelling } from '../items/useTelling.ts'
import { Wastebasket } from '../items/Wastebasket.tsx'
import css from './document.module.css'
import { DocumentItem } from './DocumentItem.tsx'
import type { Place } from './shown.ts'
import { kindsOf } from '../items/section-kinds.ts'

interface Props {
  readonly section: Section
  readonly stepId: StepId
  readonly readOnly: string | null
  readonly places: ReadonlyMap<string, Place>
}

/** The items of a section: in full where their kind comes first in the plan, by name after that. */
export const DocumentItems = ({ section, stepId, readOnly, places }: Props) => {
  const telling = useTelling()
  const shown = kindsOf(section)
  return (
    <>
      {shown.map((kind) => {
        const place = places.get(kind)
        return place === undefined || place.section.id === section.id ? (
          <InFull
            key={kind}
            kind={kind}
            stepId={stepId}
            isNamed={shown.length > 1}
            canAdd={readOnly === null}
            telling={telling}
          />
        ) : (
          <ByName key={kind} kind={kind} place={place} telling={telling} />
        )
      })}
      <div className={css.tools}>
        <Wastebasket kinds={shown} stepId={stepId} telling={telling} />
      </div>
    </>
  )
}

interface KindProps {
  readonly kind: string
  readonly telling: Telling
}

interface FullProps extends KindProps {
  readonly stepId: StepId
  /** Where a section shows several kinds, each has its name. */
  readonly isNamed: boolean
  readonly canAdd: boolean
}

const InFull = ({ kind, stepId, isNamed, canAdd, telling }: FullProps) => {
  const items = useItemsOf(kind)
  const told = useItemReadOnly(followUpRoom)
  const name = telling.t(`${kind}:many`)
  const { joins, afterAgreement } = kinds.get(kind) ?? {}
  const mayAdd = !joins && (afterAgreement ? told === null : canAdd)
  return (
    <div className={css.items} data-blank={items.length === 0}>
      {isNamed && items.length > 0 && <p className={css.kind}>{name}</p>}
      {items.map((item) => (
        <DocumentItem
          key={item.id}
          item={item}
          near={nearOf(item, telling.items)}
          telling={telling}
          stepId={stepId}
        />
      ))}
      {mayAdd && (
        <div className={css.tools}>
          <AddItem kind={kind} stepId={stepId} />
        </div>
      )}
    </div>
  )
}

const ByName = ({ kind, place, telling }: KindProps & { readonly place: Place }) => {
  const t = useText()
  const names = useNames()
  const items = useItemsOf(kind)
  if (items.length === 0) return null
  return (
    <div className={css.items}>
      <p className={css.note}>
        {t('board.documentElsewhere', { section: place.section.title, number: names.number(place.step.id) })}
      </p>
      <ul lang={languageTag[telling.board.language]}>
        {items.map((item) => (
          <li key={item.id}>
            <a href={`#item-${item.id}`}>{titleOf(item, telling)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
