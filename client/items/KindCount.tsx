import { useItemCount } from '../hooks/useItems.ts'
import { kindCount } from '../marks/findings.ts'
import css from './card.module.css'

/** How many there are of a kind; against its limit as soon as the checks are here, where one of them sets it. */
export const KindCount = ({ kind }: { readonly kind: string }) => {
  const count = useItemCount([kind])
  return (
    <span className={css.count}>
      <kindCount.Part kind={kind} count={count} meanwhile={count} />
    </span>
  )
}
