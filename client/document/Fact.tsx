import { Fragment } from 'react'
import type { Field, Kind, Scale } from '../../shared/items/define.ts'
import { membersAt, textAt } from '../../shared/items/item.ts'
import { AddressLink } from '../items/form/AddressLink.tsx'
import type { Telling } from '../items/said.ts'
import { linked, sayField } from '../items/said.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import type { Detail } from './detail.ts'
import { scaleWords } from './detail.ts'

interface Props {
  readonly item: PlacedItem
  readonly kind: Kind
  readonly detail: Detail
  readonly telling: Telling
}

/** One value in words; what it links to can be gone to. */
export const Fact = ({ item, kind, detail, telling }: Props) => {
  const { field, path } = detail
  if (isScale(detail)) return scaleWords(item, detail, telling)
  if (field.is === 'link') return <Names ids={[textAt(item, path)]} telling={telling} />
  if (field.is === 'links') return <Names ids={membersAt(item, path)} telling={telling} />
  if (field.is === 'line' && field.address) return <AddressLink address={textAt(item, path)} />
  return sayField(item, path, field, kind, telling)
}

const isScale = (detail: Detail<Field>): detail is Detail<Scale> => detail.field.is === 'scale'

const Names = ({ ids, telling }: { readonly ids: readonly string[]; readonly telling: Telling }) =>
  ids.map((id, at) => {
    const name = linked(id, telling) || telling.t('unknownLink')
    return (
      <Fragment key={id}>
        {at > 0 && ', '}
        {telling.items.byId.has(id) ? <a href={`#item-${id}`}>{name}</a> : name}
      </Fragment>
    )
  })
