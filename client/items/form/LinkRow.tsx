import { Link, useLocation } from 'wouter'
import { itemHref } from '../../hooks/useOpenItem.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon } from '../../ui/icons.ts'
import { linked, planLanguage } from '../said.ts'
import css from './form.module.css'
import { useForm } from './useForm.ts'

interface Props {
  readonly id: string
  /** Absent where nothing may be changed. */
  readonly onRemove?: () => void
}

/** Something linked, by name: it opens in this same place. */
export const LinkRow = ({ id, onRemove }: Props) => {
  const [path] = useLocation()
  const { telling } = useForm()
  const title = linked(id, telling) || telling.t('unknownLink')
  return (
    <li className={css.row}>
      <span className={css.rowTitle} lang={planLanguage(telling)}>
        {telling.items.byId.has(id) ? <Link href={itemHref(path, id)}>{title}</Link> : title}
      </span>
      {onRemove && <IconButton icon={CloseIcon} label={telling.t('unlink', { title })} onPress={onRemove} />}
    </li>
  )
}
