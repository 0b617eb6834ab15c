import type { ReactNode } from 'react'
import { followUpRoom } from '../../../shared/board/plan.ts'
import { who } from '../../ui/colour.ts'
import { blockOf, useEditing } from '../useEditing.ts'
import css from './form.module.css'
import { FieldMark } from './FieldMark.tsx'
import { useForm } from './useForm.ts'

interface Props {
  readonly path: string
  /** What the field is called in the catalogue; absent where it cannot be spoken of by itself. */
  readonly name?: string
  readonly children: ReactNode
  readonly isNarrow?: boolean
}

/** What the server takes of where somebody is. */
const longest = 200

/** A field's place: others hear of whoever is in it, and it has the edge and the name of whoever else is. */
export const Occupied = ({ path, name, children, isNarrow = false }: Props) => {
  const { item, telling } = useForm()
  const block = blockOf(item, path).slice(0, longest)
  // Within a list or a grid it is the entry's own field that says so.
  const within = useEditing(block)
  const other = within?.block === block ? within : undefined
  const look = [css.place, !isNarrow && css.whole, other && css.occupied, other && who(other.colour)]
  return (
    <div
      className={look.filter(Boolean).join(' ')}
      data-block={block}
      {...(item.reported?.has(path) && { 'data-step': followUpRoom })}
    >
      {children}
      {item.reported?.has(path) && <p className={css.cellNote}>{telling.t('toldAfter')}</p>}
      {name !== undefined && <FieldMark path={path} name={name} />}
      {other && (
        <span className={css.person}>
          <span aria-hidden="true">{other.name}</span>
          <span className="sr">{telling.t('here', { name: other.name })}</span>
        </span>
      )}
    </div>
  )
}
