import { useContext } from 'react'
import type { Choices } from '../../../shared/items/define.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { DescribedByContext } from '../../ui/described.ts'
import css from './form.module.css'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'

interface Props extends Place {
  readonly field: Choices
}

/** Any of some words. */
export const ChoicesField = ({ field: { of }, path, name }: Props) => {
  const { item, telling, edits } = useForm()
  return (
    <fieldset className={css.choices} aria-describedby={useContext(DescribedByContext)}>
      <legend>{telling.t(name)}</legend>
      {of.values.map((value) => (
        <Checkbox
          key={value}
          label={telling.t(`${of.name}=${value}`)}
          checked={item.leaves.get(`${path}/${value}`) === true}
          onChange={(is) => edits.change(item, { [`${path}/${value}`]: is })}
        />
      ))}
    </fieldset>
  )
}
