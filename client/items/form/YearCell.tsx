import { useId } from 'react'
import { must } from '../../../shared/assert.ts'
import type { Amount, Field, Table } from '../../../shared/items/define.ts'
import { textAt } from '../../../shared/items/item.ts'
import { roomOf } from '../../live/told.ts'
import { who } from '../../ui/colour.ts'
import { blockOf, useEditing } from '../useEditing.ts'
import css from './form.module.css'
import { useTyped } from './TypedField.tsx'
import { useForm } from './useForm.ts'

interface Props {
  readonly field: Table
  /** The entry's: a year, a sex. */
  readonly path: string
  readonly label: string
}

/** One value of a series. Empty, it is not there; a value that is known to be missing says so. */
export const YearCell = ({ field, path, label }: Props) => {
  const { item, telling, edits } = useForm()
  const { t } = telling
  const id = useId()
  const [[first, value] = []] = Object.entries(field.fields)
  const at = `${path}/${must(first)}`
  const typed = useTyped(must(isAmount(value) ? value : null), at, () => edits.removeAt(item, path))
  const block = blockOf(item, at)
  const other = useEditing(block)
  const isMissing = item.leaves.get(at) === null
  const remarks = Object.entries(field.fields).flatMap(([name, one]) =>
    name === first ? [] : remarkOn(one, textAt(item, `${path}/${name}`)),
  )
  const more = [...remarks, ...(item.reported?.has(at) ? ['toldAfter'] : [])].map((key) => t(key)).join(', ')
  const problem = typed.problem ? t(typed.problem.key, typed.problem.values) : ''
  return (
    <td
      className={other ? `${css.cell} ${css.occupied} ${who(other.colour)}` : css.cell}
      data-block={block}
      data-step={roomOf(telling.board, item, at)}
    >
      <input
        aria-label={label}
        inputMode="decimal"
        autoComplete="off"
        value={typed.text}
        placeholder={isMissing && more === '' ? t('missing') : ''}
        onChange={({ target }) => typed.type(target.value)}
        onBlur={typed.leave}
        onKeyDown={typed.onKeyDown}
        {...(typed.problem && { 'aria-invalid': true })}
        {...(problem + more !== '' && { 'aria-describedby': id })}
      />
      {problem + more !== '' && (
        <span id={id} className={problem === '' ? css.cellNote : css.cellWrong}>
          {problem || more}
        </span>
      )}
      {other && (
        <span className={css.person}>
          <span aria-hidden="true">{other.name}</span>
          <span className="sr">{t('here', { name: other.name })}</span>
        </span>
      )}
    </td>
  )
}

const isAmount = (field: Field | undefined): field is Amount => field?.is === 'number'

/** What is said of a value beside itself; the first of the words is what goes without saying. */
const remarkOn = (field: Field, value: string): readonly string[] =>
  field.is === 'choice' && value !== '' && value !== field.of.values[0] ? [`${field.of.name}=${value}`] : []
