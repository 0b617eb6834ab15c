import { useEffect, useState } from 'react'
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { Icon } from '../../ui/Icon.tsx'
import { UnfoldIcon } from '../../ui/icons.ts'
import field from '../../ui/field.module.css'
import menu from '../../ui/menu.module.css'
import css from './form.module.css'
import { useForm } from './useForm.ts'

export interface Pick {
  readonly id: string
  readonly title: string
}

interface Props {
  readonly label: string
  readonly choices: readonly Pick[]
  readonly onPick: (id: string) => void
  /** Makes a new one of this name and picks it. */
  readonly onMake?: (title: string) => void
}

/** No item is called so. */
const fresh = '+'
const most = 50

/** Finds one of many by its words; Enter picks it. */
export const Picker = ({ label, choices, onPick, onMake }: Props) => {
  const { t } = useForm().telling
  const [sought, seek] = useState('')
  // Picking closes the list when the value changes; nothing stays picked afterwards.
  const [picked, setPicked] = useState<string | null>(null)
  useEffect(() => setPicked(null), [picked])
  const words = sought.trim()
  const found = choices.filter(({ title }) => hasWords(title, words)).slice(0, most)
  const isNew =
    onMake && words !== '' && choices.every(({ title }) => title.toLowerCase() !== words.toLowerCase())
  const items = isNew ? [...found, { id: fresh, title: t('makeNew', { title: words }) }] : found
  return (
    <ComboBox
      className={css.picker ?? ''}
      aria-label={label}
      items={items}
      inputValue={sought}
      onInputChange={seek}
      value={picked}
      allowsEmptyCollection
      onChange={(key) => {
        // Escape, and leaving the field, put away what was sought.
        if (key === null) return seek('')
        if (key === fresh) onMake?.(words)
        else onPick(String(key))
        setPicked(String(key))
        seek('')
      }}
    >
      <span className={css.seek}>
        <Input className={`${field.input} ${field.md}`} placeholder={t('pick')} />
        <Button className={css.unfold ?? ''} aria-label={label}>
          <Icon of={UnfoldIcon} />
        </Button>
      </span>
      <Popover className={`${menu.popover} ${css.found}`} offset={4}>
        <ListBox
          className={menu.menu ?? ''}
          renderEmptyState={() => <p className={css.none}>{t('noHits')}</p>}
        >
          {({ id, title }: Pick) => (
            <ListBoxItem id={id} textValue={title} className={menu.item ?? ''}>
              {title}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** Every word is the beginning of something in the title, or stands in it. */
const hasWords = (title: string, words: string): boolean => {
  const low = title.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word))
}
