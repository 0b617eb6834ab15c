import { useContext, useRef } from 'react'
import type { Link, Links } from '../../../shared/items/define.ts'
import { membersAt, textAt } from '../../../shared/items/item.ts'
import { DescribedByContext } from '../../ui/described.ts'
import css from './form.module.css'
import { LinkRow } from './LinkRow.tsx'
import { Picker } from './Picker.tsx'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'
import { useChoices } from './useChoices.ts'

interface Props extends Place {
  readonly field: Link | Links
}

/** What is linked, and a way to link more: something there is, or something new. */
export const LinksField = ({ field, path, name }: Props) => {
  const { item, telling, edits } = useForm()
  const place = useRef<HTMLDivElement>(null)
  const label = telling.t(name)
  const one = textAt(item, path)
  const ids = field.is === 'links' ? membersAt(item, path) : one === '' ? [] : [one]
  const { choices, make } = useChoices(field.to, ids)
  const at = (id: string) => (field.is === 'links' ? `${path}/${id}` : path)
  const link = (id: string) => edits.change(item, field.is === 'links' ? { [at(id)]: true } : { [path]: id })
  return (
    <div
      ref={place}
      className={css.links}
      role="group"
      aria-label={label}
      aria-describedby={useContext(DescribedByContext)}
    >
      <p className={css.label} aria-hidden="true">
        {label}
      </p>
      {ids.length > 0 && (
        <ul role="list" className={css.rows}>
          {ids.map((id) => (
            <LinkRow
              key={id}
              id={id}
              onRemove={() => {
                edits.removeAt(item, at(id))
                place.current?.querySelector('input')?.focus()
              }}
            />
          ))}
        </ul>
      )}
      <Picker
        label={label}
        choices={choices}
        onPick={link}
        {...(make && { onMake: (title: string) => link(make(title)) })}
      />
    </div>
  )
}
