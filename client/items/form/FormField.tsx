import { kinds } from '../../../shared/items/index.ts'
import type { Field } from '../../../shared/items/define.ts'
import { unreachable } from '../../../shared/assert.ts'
import { fieldHint } from '../../marks/findings.ts'
import { FieldFindings } from '../../marks/FieldFindings.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { ChoicesField } from './ChoicesField.tsx'
import css from './form.module.css'
import { FormFields } from './FormFields.tsx'
import { LinesField } from './LinesField.tsx'
import { LinksField } from './LinksField.tsx'
import { ListField } from './ListField.tsx'
import { Occupied } from './Occupied.tsx'
import { OneOf } from './OneOf.tsx'
import { isNarrow } from './shown-fields.ts'
import { TableField } from './TableField.tsx'
import { TypedField } from './TypedField.tsx'
import { UnitField } from './UnitField.tsx'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'
import { WordsField } from './WordsField.tsx'

interface Props extends Place {
  readonly field: Field
}

/** A field of an item as its definition asks for. */
export const FormField = ({ field, path, name }: Props) => {
  const { item, telling } = useForm()
  if (field.is === 'group')
    return (
      <fieldset className={css.group}>
        <legend>{telling.t(name)}</legend>
        <FormFields fields={field.fields} path={`${path}/`} name={`${name}.`} />
      </fieldset>
    )
  return (
    <Occupied path={path} name={name} isNarrow={isNarrow(field, telling.t)}>
      <FieldFindings itemId={item.id} path={path} field={field}>
        <Control field={field} path={path} name={name} />
      </FieldFindings>
      <fieldHint.Part item={item} path={path} />
    </Occupied>
  )
}

interface ControlProps extends Place {
  readonly field: Exclude<Field, { is: 'group' }>
}

const Control = ({ field, ...place }: ControlProps) => {
  const { item, telling, edits } = useForm()
  switch (field.is) {
    case 'line':
    case 'number':
    case 'year':
    case 'day':
      return <TypedField field={field} {...place} />
    case 'text':
      return <WordsField {...place} />
    case 'flag':
      return (
        <Checkbox
          label={telling.t(place.name)}
          checked={item.leaves.get(place.path) === true}
          onChange={(is) => edits.change(item, { [place.path]: is })}
        />
      )
    case 'choice':
    case 'scale':
      return <OneOf field={field} {...place} />
    case 'choices':
      return <ChoicesField field={field} {...place} />
    case 'link':
      return kinds.has(field.to) ? (
        <LinksField field={field} {...place} />
      ) : (
        <UnitField to={field.to} {...place} />
      )
    case 'links':
      return <LinksField field={field} {...place} />
    case 'list':
      return field.plain ? <LinesField field={field} {...place} /> : <ListField field={field} {...place} />
    case 'table':
      return <TableField field={field} {...place} />
    case 'opaque':
      return null
    default:
      return unreachable(field)
  }
}
