import { Link } from 'wouter'
import { tableHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useItemCount } from '../hooks/useItems.ts'
import { useItemText } from '../hooks/useItemText.ts'
import { useNarrow } from '../hooks/useNarrow.ts'
import { useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { TableIcon } from '../ui/icons.ts'
import css from './card.module.css'

/** The way to all items of a kind as a table to work in, at the end of the line that names them. */
export const AsTable = ({ kind }: { readonly kind: string }) => {
  const t = useText()
  const nameOf = useItemText()
  const { board } = useBoard()
  const isThere = useItemCount([kind]) > 0
  if (useNarrow() || !isThere) return null
  const label = `${t('tables.open')}: ${nameOf(`${kind}:many`)}`
  return (
    <Link href={tableHref(board.id, kind)} className={css.asTable} aria-label={label} title={label}>
      <Icon of={TableIcon} size="sm" />
    </Link>
  )
}
