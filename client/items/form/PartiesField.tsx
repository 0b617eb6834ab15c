import { useRef } from 'react'
import { must } from '../../../shared/assert.ts'
import type { Leaf, Table } from '../../../shared/items/define.ts'
import { entriesOf } from '../../../shared/items/item.ts'
import css from './form.module.css'
import { FormFields } from './FormFields.tsx'
import { LinkRow } from './LinkRow.tsx'
import { Picker } from './Picker.tsx'
import { useChoices } from './useChoices.ts'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'

interface Props extends Place {
  readonly field: Table
  readonly to: string
}

/** Entries that are found by what they are of, each a linked item with its fields. */
export const PartiesField = ({ field, to, path, name }: Props) => {
  const { item, telling, edits } = useForm()
  const place = useRef<HTMLDivElement>(null)
  const label = telling.t(name)
  const entries = entriesOf(item, path, field)
  const { choices, make } = useChoices(
    to,
    entries.flatMap(({ key }) => key),
  )
  const add = (id: string) => edits.change(item, beginningOf(field, `${path}/${id}`))
  return (
    <div ref={place} className={css.links} role="group" aria-label={label}>
      <p className={css.label} aria-hidden="true">
        {label}
      </p>
      {entries.length > 0 && (
        <ul role="list" className={css.parties}>
          {entries.map((entry) => (
            <li key={entry.id} className={css.party}>
              <ul role="list">
                <LinkRow
                  id={must(entry.key[0])}
                  onRemove={() => {
                    edits.removeAt(item, entry.path)
                    place.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus()
                  }}
                />
              </ul>
              <FormFields fields={field.fields} path={`${entry.path}/`} name={`${name}.`} />
            </li>
          ))}
        </ul>
      )}
      <Picker
        label={label}
        choices={choices}
        onPick={add}
        {...(make && { onMake: (title: string) => add(make(title)) })}
      />
    </div>
  )
}

/** What makes an entry be there: its mark, or else its first field. */
const beginningOf = ({ mark, fields }: Table, path: string): Readonly<Record<string, Leaf>> => {
  if (mark) return { [path]: true }
  const [[first, field] = []] = Object.entries(fields)
  return field?.is === 'choice' ? { [`${path}/${first}`]: must(field.of.values[0]) } : {}
}
