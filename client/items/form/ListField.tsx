import { useEffect, useRef, useState } from 'react'
import type { List } from '../../../shared/items/define.ts'
import type { Entry } from '../../../shared/items/item.ts'
import { entriesOf, textAt } from '../../../shared/items/item.ts'
import { orderAt } from '../../../shared/items/order.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { DownIcon, RemoveIcon, UnfoldIcon, UpIcon } from '../../ui/icons.ts'
import { useAnnounce } from '../../ui/useAnnounce.ts'
import { goOnAt } from '../go-on.ts'
import { planLanguage } from '../said.ts'
import { AddEntry } from './AddEntry.tsx'
import css from './form.module.css'
import { FormFields } from './FormFields.tsx'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'

interface Props extends Place {
  readonly field: List
}

/** Entries in an order that people choose, each of which unfolds. */
export const ListField = ({ field, path, name }: Props) => {
  const { item, telling, edits } = useForm()
  const { t } = telling
  const announce = useAnnounce()
  const place = useRef<HTMLFieldSetElement>(null)
  const [added, setAdded] = useState<string | null>(null)
  const entries = entriesOf(item, path, field)
  const titleOf = (entry: Entry) =>
    textAt(item, `${entry.path}/${field.entry}`) || t('untitled', { kind: t(`${name}.${field.entry}`) })
  const move = (entry: Entry, to: number) => {
    const others = entries.filter(({ id }) => id !== entry.id)
    edits.change(item, { [`${entry.path}/order`]: orderAt(others, to) })
    // The button may be gone with its end of the list, or have let go of the focus on the way.
    const entryOf = `[data-entry="${CSS.escape(entry.id)}"] summary`
    goOnAt(() => place.current?.querySelector<HTMLElement>(entryOf)?.focus())
    announce(t('moved', { title: titleOf(entry), place: to + 1, all: entries.length }))
  }
  return (
    <fieldset ref={place} className={css.list}>
      <legend>{t(name)}</legend>
      {entries.length > 0 && (
        <ol role="list" className={css.entries}>
          {entries.map((entry, at) => (
            <li key={entry.id}>
              <EntryFields
                field={field}
                entry={entry}
                name={name}
                title={titleOf(entry)}
                isNew={entry.id === added}
                {...(at > 0 && { onUp: () => move(entry, at - 1) })}
                {...(at < entries.length - 1 && { onDown: () => move(entry, at + 1) })}
                onRemove={() => {
                  edits.removeAt(item, entry.path)
                  place.current?.querySelector<HTMLElement>('[data-add]')?.focus()
                }}
              />
            </li>
          ))}
        </ol>
      )}
      <AddEntry label={t(name)} onAdd={() => setAdded(edits.addEntry(item, path, field))} />
    </fieldset>
  )
}

interface EntryProps {
  readonly field: List
  readonly entry: Entry
  readonly name: string
  readonly title: string
  readonly isNew: boolean
  readonly onUp?: () => void
  readonly onDown?: () => void
  readonly onRemove: () => void
}

const EntryFields = ({ field, entry, name, title, isNew, onUp, onDown, onRemove }: EntryProps) => {
  const { telling } = useForm()
  const { t } = telling
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (!isNew || !details.current) return
    details.current.open = true
    details.current.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [isNew])
  return (
    <details ref={details} className={css.entry} data-entry={entry.id}>
      <summary>
        <Icon of={UnfoldIcon} />
        <span lang={planLanguage(telling)}>{title}</span>
      </summary>
      <div className={css.entryBody}>
        <FormFields fields={field.fields} path={`${entry.path}/`} name={`${name}.`} />
        <div className={css.acts}>
          {onUp && <IconButton icon={UpIcon} label={`${t('moveUp')}: ${title}`} onPress={onUp} />}
          {onDown && <IconButton icon={DownIcon} label={`${t('moveDown')}: ${title}`} onPress={onDown} />}
          <IconButton icon={RemoveIcon} label={t('removeEntry', { title })} onPress={onRemove} />
        </div>
      </div>
    </details>
  )
}
