import { followUpRoom } from '../../../shared/board/plan.ts'
import { isReported } from '../../../shared/items/reports.ts'
import css from './form.module.css'
import { FormFields } from './FormFields.tsx'
import { ReadFields } from './ReadFields.tsx'
import { useForm } from './useForm.ts'

/** An item whose step is agreed: what happens after that is written, the rest is read. */
export const ToldFields = () => {
  const { kind, telling } = useForm()
  const all = Object.entries(kind.fields)
  const told = all.filter(([name]) => isReported(kind.fields, name))
  const agreed = all.filter(([name]) => !isReported(kind.fields, name))
  return (
    <>
      <p className={css.why}>{telling.t('toldHere')}</p>
      <div data-step={followUpRoom}>
        <FormFields fields={Object.fromEntries(told)} />
      </div>
      <ReadFields fields={Object.fromEntries(agreed)} />
    </>
  )
}
