import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import type { Leaf } from '../../../shared/items/define.ts'
import { textAt } from '../../../shared/items/item.ts'
import { languageTag } from '../../../shared/locale.ts'
import { Field } from '../../ui/Field.tsx'
import field from '../../ui/field.module.css'
import type { Problem, TypedField as Typed } from '../typed.ts'
import { addressIn, isTurned, parseTyped, typedOf } from '../typed.ts'
import { AddressLink } from './AddressLink.tsx'
import { keepingAt } from './unwritten.ts'
import type { Written } from './useDraft.ts'
import { useDraft } from './useDraft.ts'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'
import { useUnitWord } from './useUnitWord.ts'

interface Props extends Place {
  readonly field: Typed
  /** In place of the field's own name: one of several lines. */
  readonly label?: string
  readonly isLabelHidden?: boolean
}

/** A value that is typed: a line, a number, a year, a day. */
export const TypedField = ({ field: of, path, name, label, isLabelHidden }: Props) => {
  const { item, telling } = useForm()
  const { t, board } = telling
  const { text, problem, ...draft } = useTyped(of, path)
  const [isHalf, setHalf] = useState(false)
  const unit = useUnitWord(of, path)
  const turned = useTurned(path, name)
  const wrong: Problem | null = isHalf ? { key: 'notDay' } : (problem ?? turned)
  const address = of.is === 'line' && of.address ? addressIn(textAt(item, path)) : null
  return (
    <Field
      label={label ?? t(name)}
      labelHidden={isLabelHidden}
      {...(address !== null && { hint: <AddressLink address={address} /> })}
      error={wrong ? t(wrong.key, wrong.values) : undefined}
      {...(unit !== '' && unit.toLowerCase() !== t(name).toLowerCase() && { note: `(${unit})` })}
    >
      {(wiring) => (
        <input
          {...wiring}
          className={`${field.input} ${field.md}`}
          type={of.is === 'day' ? 'date' : 'text'}
          {...(of.is === 'number' && { inputMode: 'decimal' as const })}
          {...(of.is === 'year' && { inputMode: 'numeric' as const })}
          {...(of.is === 'line' && { lang: languageTag[board.language], spellCheck: true })}
          autoComplete="off"
          value={text}
          onChange={({ target }) => {
            setHalf(false)
            draft.type(target.value, target.validity.badInput)
          }}
          onBlur={({ target }) => {
            // A day that is not whole is none for the page, and still stands in the field.
            setHalf(target.validity.badInput)
            draft.leave()
          }}
          onKeyDown={draft.onKeyDown}
        />
      )}
    </Field>
  )
}

/** What stands in a typed field, and what its keys do. */
export const useTyped = (of: Typed, path: string, remove?: () => void) => {
  const { item, telling, edits, settled } = useForm()
  const { locale } = telling
  const write = (text: string, isHalf: boolean): Written => {
    // The day that stood there stays until another is whole.
    if (isHalf) return { is: 'wrong', because: { key: 'notDay' } }
    const typed = parseTyped(of, text, locale)
    if (typed.is === 'wrong') return { is: 'wrong', because: typed.because }
    if (typed.leaf === '' && remove) remove()
    else edits.change(item, { [path]: typed.leaf } satisfies Record<string, Leaf>, 'typing')
    return { is: 'written', shown: typedOf(typed.leaf, locale) }
  }
  const keeping = keepingAt({ board: telling.board.id, item: item.id, path })
  const draft = useDraft(typedOf(item.leaves.get(path), locale), write, settled, keeping)
  return {
    ...draft,
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key === 'Enter') draft.flush()
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
      // What is wrong was never written: there it is the typing that is taken back.
      if (isUndo && draft.takeBack()) {
        event.preventDefault()
        event.stopPropagation()
      }
    },
  }
}

/** What is wrong with two days or numbers that belong together, said at both. */
const useTurned = (path: string, name: string): Problem | null => {
  const { item, kind, telling } = useForm()
  const parts = path.split('/')
  const [list = ''] = parts
  const of = parts.length === 3 ? kind.fields[list] : undefined
  const own = parts.at(-1) ?? ''
  const pairs = parts.length === 1 ? [kind.span, kind.range] : [of?.is === 'list' ? of.span : undefined]
  const pair = pairs.find((one) => one?.from === own || one?.to === own)
  if (!pair) return null
  const beside = (one: string) => item.leaves.get([...parts.slice(0, -1), one].join('/'))
  if (!isTurned(beside(pair.from), beside(pair.to))) return null
  const called = (one: string) => telling.t(name.slice(0, -own.length) + one)
  const key = pair === kind.range ? 'endBelowStart' : 'endBeforeStart'
  return { key, values: { from: called(pair.from), to: called(pair.to) } }
}
