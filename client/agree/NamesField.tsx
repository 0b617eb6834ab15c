import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useId, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { CloseIcon } from '../ui/icons.ts'
import { useAnnounce } from '../ui/useAnnounce.ts'
import css from './names.module.css'

interface Props {
  readonly names: readonly string[]
  readonly onChange: (names: readonly string[]) => void
  /** Offered while typing. */
  readonly people: readonly string[]
}

/** Who was present: Enter or a comma after each name. What stands in the field counts when the field is left. */
export const NamesField = ({ names, onChange, people }: Props) => {
  const t = useText()
  const id = useId()
  const announce = useAnnounce()
  const input = useRef<HTMLInputElement>(null)
  const [typed, type] = useState('')
  const add = (text: string) => {
    const added = namesIn(text).filter((name) => !names.includes(name))
    if (added.length > 0) onChange([...names, ...added])
    type('')
  }
  const remove = (name: string) => {
    onChange(names.filter((one) => one !== name))
    announce(t('agree.presentRemoved', { name }))
    input.current?.focus()
  }
  const keyed = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',') && !event.nativeEvent.isComposing) {
      // An empty Enter goes on to the form's own button.
      if (typed.trim() !== '' || event.key === ',') event.preventDefault()
      add(typed)
    }
    const last = names.at(-1)
    if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last)
  }
  const pasted = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[,;\n]/.test(text)) return
    event.preventDefault()
    add(`${typed}${text}`)
  }
  return (
    <div className={css.field}>
      <label htmlFor={id}>
        {t('agree.present')} <span>{t('common.optional')}</span>
      </label>
      <div className={css.box}>
        {names.length > 0 && (
          <ul role="list" aria-label={t('agree.present')}>
            {names.map((name) => (
              <li key={name} className={css.name}>
                <span>{name}</span>
                <Button aria-label={t('agree.presentRemove', { name })} onPress={() => remove(name)}>
                  <Icon of={CloseIcon} size="sm" />
                </Button>
              </li>
            ))}
          </ul>
        )}
        <input
          ref={input}
          id={id}
          list={`${id}-people`}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          maxLength={500}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={keyed}
          onPaste={pasted}
          onBlur={() => add(typed)}
        />
        <datalist id={`${id}-people`}>
          {people
            .filter((name) => !names.includes(name))
            .map((name) => (
              <option key={name} value={name} />
            ))}
        </datalist>
      </div>
      <p id={`${id}-hint`} className={css.hint}>
        {t('agree.presentHint')}
      </p>
    </div>
  )
}

const namesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]
