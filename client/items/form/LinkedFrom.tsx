import { kinds } from '../../../shared/items/index.ts'
import { usePlanItems } from '../../hooks/useItems.ts'
import { linkedFrom } from '../near.ts'
import css from './form.module.css'
import { LinkRow } from './LinkRow.tsx'
import { useForm } from './useForm.ts'

/** Items that link to this one, kind by kind; pairs have a place of their own. */
export const LinkedFrom = () => {
  const { item, telling } = useForm()
  const { t } = telling
  const from = linkedFrom(item, usePlanItems())
  const groups = [...kinds.values()]
    .filter(({ joins, afterAgreement }) => !joins && !afterAgreement)
    .map(({ kind }) => ({ kind, items: from.filter((one) => one.kind === kind) }))
    .filter(({ items }) => items.length > 0)
  if (groups.length === 0) return null
  return (
    <section className={css.links} aria-label={t('linkedHere')}>
      <h3 className={css.part}>{t('linkedHere')}</h3>
      {groups.map(({ kind, items }) => (
        <div key={kind}>
          <h4 className={css.label}>{t(`${kind}:many`)}</h4>
          <ul role="list" className={css.rows}>
            {items.map(({ id }) => (
              <LinkRow key={id} id={id} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
