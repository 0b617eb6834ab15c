import { CommentMark } from '../../marks/CommentMark.tsx'
import { titleOf } from '../said.ts'
import { subjectOf } from '../subject.ts'
import css from './form.module.css'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'

/** The way to what is said of a field. A field of one entry in a list is spoken of with its list. */
export const FieldMark = ({ path, name }: Place) => {
  const { item, kind, telling } = useForm()
  const isOfKind = name === `${kind.kind}.${path.replaceAll('/', '.')}`
  if (!isOfKind) return null
  return (
    <span className={css.mark}>
      <CommentMark
        subject={subjectOf(item, telling.board, path)}
        title={`${titleOf(item, telling)}, ${telling.t(name)}`}
        isQuiet
      />
    </span>
  )
}
