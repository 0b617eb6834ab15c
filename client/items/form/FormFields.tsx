import type { Fields } from '../../../shared/items/define.ts'
import css from './form.module.css'
import { FormField } from './FormField.tsx'
import { formFields, isPartOfName } from './shown-fields.ts'
import { useForm } from './useForm.ts'

interface Props {
  readonly fields: Fields
  /** What stands before their names in the item: `cost/`. */
  readonly path?: string
  /** And in the catalogue: `activity.cost.`. */
  readonly name?: string
}

export const FormFields = ({ fields, path = '', name }: Props) => {
  const { kind } = useForm()
  const before = name ?? `${kind.kind}.`
  return (
    <div className={css.fields}>
      {formFields(fields)
        .filter(([own]) => !isPartOfName(kind, path + own))
        .map(([own, field]) => (
          <FormField key={own} field={field} path={path + own} name={before + own} />
        ))}
    </div>
  )
}
