import type { FocusEvent, KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { Field, List } from '../../../shared/items/define.ts'
import type { Entry } from '../../../shared/items/item.ts'
import { entriesOf, textAt } from '../../../shared/items/item.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon } from '../../ui/icons.ts'
import type { TypedField as Typed } from '../typed.ts'
import { AddEntry } from './AddEntry.tsx'
import css from './form.module.css'
import { Occupied } from './Occupied.tsx'
import { TypedField } from './TypedField.tsx'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'

interface Props extends Place {
  readonly field: List
}

/** Entries of one or two short values, a line each. Enter goes on to the next; a line that is left empty goes. */
export const LinesField = ({ field, path, name }: Props) => {
  const { item, telling, edits } = useForm()
  const { t } = telling
  const place = useRef<HTMLFieldSetElement>(null)
  const [added, setAdded] = useState<string | null>(null)
  const entries = entriesOf(item, path, field)
  const label = t(name)
  useEffect(() => {
    if (added !== null)
      place.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(added)}"] input`)?.focus()
  }, [added])
  const focusAdding = () => place.current?.querySelector<HTMLElement>('[data-add]')?.focus()
  return (
    <fieldset ref={place} className={css.list}>
      <legend>{label}</legend>
      {entries.length > 0 && (
        <ol role="list" className={css.lines}>
          {entries.map((entry, at) => (
            <LineEntry
              key={entry.id}
              field={field}
              entry={entry}
              name={name}
              at={at}
              onNext={() => setAdded(edits.addEntry(item, path, field))}
              onRemove={() => {
                edits.removeAt(item, entry.path)
                focusAdding()
              }}
              onEmpty={() => edits.removeAt(item, entry.path)}
            />
          ))}
        </ol>
      )}
      <AddEntry label={label} onAdd={() => setAdded(edits.addEntry(item, path, field))} />
    </fieldset>
  )
}

interface EntryProps {
  readonly field: List
  readonly entry: Entry
  readonly name: string
  readonly at: number
  readonly onNext: () => void
  readonly onRemove: () => void
  readonly onEmpty: () => void
}

const LineEntry = ({ field, entry, name, at, onNext, onRemove, onEmpty }: EntryProps) => {
  const { item, telling } = useForm()
  const { t } = telling
  const values = Object.entries(field.fields).filter((pair): pair is [string, Typed] => isTyped(pair[1]))
  const title = textAt(item, `${entry.path}/${field.entry}`) || String(at + 1)
  const isEmptyLine = (line: Element) =>
    [...line.querySelectorAll('input')].every(({ value }) => value.trim() === '')
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    const { target, currentTarget: line } = event
    if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return
    event.preventDefault()
    const inputs = [...line.querySelectorAll('input')]
    const next = inputs[inputs.indexOf(target) + 1]
    if (next) next.focus()
    else if (!isEmptyLine(line)) onNext()
  }
  const onBlur = ({ currentTarget: line, relatedTarget }: FocusEvent<HTMLLIElement>) => {
    // Who only went to another window comes back to it.
    if (line.contains(document.activeElement)) return
    // Its own button takes it away with the focus on what comes next.
    if (!line.contains(relatedTarget) && isEmptyLine(line)) onEmpty()
  }
  return (
    // reason: what its inputs do with Enter, and when they are left, is the line's business.
    <li className={css.line} data-entry={entry.id} onKeyDown={onKeyDown} onBlur={onBlur}>
      {values.map(([own, one]) => (
        <Occupied key={own} path={`${entry.path}/${own}`} isNarrow>
          <TypedField
            field={one}
            path={`${entry.path}/${own}`}
            name={`${name}.${own}`}
            label={values.length === 1 ? `${t(name)} ${at + 1}` : t(`${name}.${own}`)}
            isLabelHidden={values.length === 1 || at > 0}
          />
        </Occupied>
      ))}
      <IconButton icon={CloseIcon} label={t('removeEntry', { title })} onPress={onRemove} />
    </li>
  )
}

const isTyped = ({ is }: Field): boolean => is === 'line' || is === 'number' || is === 'year' || is === 'day'
