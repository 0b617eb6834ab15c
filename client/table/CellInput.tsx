import { useEffect, useId, useRef, useState } from 'react'
import { languageTag } from '../../shared/locale.ts'
import { useItemEdits } from '../hooks/useItems.ts'
import { keepingAt } from '../items/form/unwritten.ts'
import type { Problem, TypedField } from '../items/typed.ts'
import { parseTyped, typedOf } from '../items/typed.ts'
import { useAnnounce } from '../ui/useAnnounce.ts'
import type { Editing, Onward } from './CellEditor.tsx'
import { onwardBy } from './onward.ts'
import css from './table.module.css'

/** A value that is typed in its cell: written with Enter, Tab or on leaving; what is wrong stays and says why. */
export const CellInput = ({ item, column, telling, label, begun, onDone }: Editing) => {
  const { t, locale, board } = telling
  const edits = useItemEdits()
  const announce = useAnnounce()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const field = column.field as TypedField // `writingOf` asks for this editor only of what is typed.
  const before = typedOf(item.leaves.get(column.path), locale)
  const isDay = field.is === 'day'
  const keeping = keepingAt({ board: board.id, item: item.id, path: column.path })
  const [kept] = useState(() => (begun === null ? keeping.find(before) : null))
  // Null until something is typed: then what others write here meanwhile is shown, and stays.
  const [typed, type] = useState(begun !== null && !isDay ? begun : (kept?.text ?? null))
  const text = typed ?? before
  const [problem, setProblem] = useState<Problem | null>(kept?.because ?? null)
  const isDone = useRef(false)
  useEffect(() => {
    input.current?.focus()
    if (begun === null && !isDay) input.current?.select()
  }, [begun, isDay])
  const finish = (onward: Onward) => {
    isDone.current = true
    keeping.drop()
    onDone(onward)
  }
  const refuse = (because: Problem) => {
    // It may be another cell that is written in next.
    if (because.key !== 'notDay') keeping.keep({ text, because, base: before })
    setProblem(because)
    announce(t(because.key, because.values))
  }
  const write = (onward: Onward) => {
    if (isDone.current) return
    if (input.current?.validity.badInput) return refuse({ key: 'notDay' })
    if (text === before) return finish(onward)
    const read = parseTyped(field, text, locale)
    if (read.is === 'wrong') return refuse(read.because)
    if (read.leaf === '' && column.year) edits.removeAt(item, column.year.entry)
    else edits.change(item, { [column.path]: read.leaf })
    finish(onward)
  }
  return (
    <>
      <input
        ref={input}
        className={css.input}
        type={isDay ? 'date' : 'text'}
        aria-label={label}
        autoComplete="off"
        {...(field.is === 'number' && { inputMode: 'decimal' as const })}
        {...(field.is === 'year' && { inputMode: 'numeric' as const })}
        {...(field.is === 'line' && { lang: languageTag[board.language], spellCheck: true })}
        {...(problem && { 'aria-invalid': true, 'aria-describedby': id })}
        value={text}
        onChange={({ target }) => {
          setProblem(null)
          type(target.value)
        }}
        onBlur={() => write('away')}
        onKeyDown={(event) => {
          const onward = onwardBy(event)
          if (onward === null) return
          event.preventDefault()
          event.stopPropagation()
          if (onward === 'giveBack') finish('stay')
          else write(onward)
        }}
      />
      {problem && (
        <span id={id} className={css.wrong}>
          {t(problem.key, problem.values)}
        </span>
      )}
    </>
  )
}
