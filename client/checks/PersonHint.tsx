import { looksLikePerson } from '../../shared/checks/person.ts'
import { textAt } from '../../shared/items/item.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { useText } from '../hooks/useText.ts'
import css from './mark.module.css'
import { SeverityIcon } from './SeverityIcon.tsx'

/** Parties are groups and roles: a name that looks like a person's is asked about, and never refused. */
export const PersonHint = ({ item }: { readonly item: PlacedItem }) => {
  const t = useText()
  const isPerson = looksLikePerson(textAt(item, 'name'))
  return (
    <div className={css.field} role="status">
      {isPerson && (
        <p className={css.warning}>
          <SeverityIcon severity="warning" isSaid />
          <span>{t('findings.looksLikePerson')}</span>
        </p>
      )}
    </div>
  )
}
