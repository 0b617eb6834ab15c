import type { PlacedItem } from '../../../shared/items/together.ts'
import { must } from '../../../shared/assert.ts'
import { kinds } from '../../../shared/items/index.ts'
import { textAt } from '../../../shared/items/item.ts'
import type { Telling } from '../said.ts'
import { useIsTold } from '../useItemReadOnly.ts'
import { FollowUps } from './FollowUps.tsx'
import css from './form.module.css'
import { FormFields } from './FormFields.tsx'
import { FormOf } from './FormOf.tsx'
import { Joined } from './Joined.tsx'
import { joinsOf } from './joins.ts'
import { LinkedFrom } from './LinkedFrom.tsx'
import { LinkRow } from './LinkRow.tsx'
import { ReadFields } from './ReadFields.tsx'
import { ToldFields } from './ToldFields.tsx'

interface Props {
  readonly item: PlacedItem
  readonly telling: Telling
  /** Why nothing can be written, in a sentence. */
  readonly readOnly: string | null
}

/** All that is said of an item, to write or to read, and what is linked with it. */
export const ItemForm = ({ item, telling, readOnly }: Props) => {
  const kind = must(kinds.get(item.kind), `no kind called ${item.kind}`)
  const isTold = useIsTold(item) && item.deleted === null
  return (
    <FormOf item={item} telling={telling}>
      {readOnly !== null && readOnly !== '' && !isTold && <p className={css.why}>{readOnly}</p>}
      {kind.joins && (
        <ul role="list" className={css.rows}>
          {[kind.joins.from, kind.joins.to].map((path) => (
            <LinkRow key={path} id={textAt(item, path)} />
          ))}
        </ul>
      )}
      {readOnly === null && <FormFields fields={kind.fields} />}
      {readOnly !== null && (isTold ? <ToldFields /> : <ReadFields fields={kind.fields} />)}
      {item.deleted === null && <FollowUps />}
      {joinsOf(item.kind).map((join) => (
        <Joined key={join.kind.kind + join.mine} join={join} readOnly={readOnly !== null} />
      ))}
      <LinkedFrom />
    </FormOf>
  )
}
