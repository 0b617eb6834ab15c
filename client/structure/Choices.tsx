import { Checkbox } from '../ui/Checkbox.tsx'
import css from './structure.module.css'

interface Props {
  readonly legend: string
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Any number of these. */
export const Choices = ({ legend, choices, chosen, onChange }: Props) => (
  <fieldset className={css.choices}>
    <legend>{legend}</legend>
    {choices.map(({ id, label }) => (
      <Checkbox
        key={id}
        label={label}
        checked={chosen.includes(id)}
        onChange={(checked) => onChange(checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
      />
    ))}
  </fieldset>
)
