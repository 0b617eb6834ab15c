import type { Fields } from '../../../shared/items/define.ts'
import css from './form.module.css'
import { FieldMark } from './FieldMark.tsx'
import { ReadField } from './ReadField.tsx'
import { formFields, isPartOfName } from './shown-fields.ts'
import { useForm } from './useForm.ts'

interface Props {
  readonly fields: Fields
  readonly path?: string
  readonly name?: string
}

/** The same fields for whoever cannot write now: words, and nothing that looks as if it could be written in. */
export const ReadFields = ({ fields, path = '', name }: Props) => {
  const { kind, telling } = useForm()
  const before = name ?? `${kind.kind}.`
  return (
    <dl className={css.read}>
      {formFields(fields)
        .filter(([own]) => !isPartOfName(kind, path + own))
        .map(([own, field]) => (
          <div key={own}>
            <dt>
              {telling.t(before + own)}
              <FieldMark path={path + own} name={before + own} />
            </dt>
            <dd>
              <ReadField field={field} path={path + own} name={before + own} />
            </dd>
          </div>
        ))}
    </dl>
  )
}
