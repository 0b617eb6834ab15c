import { useRef } from 'react'
import { Link, useLocation } from 'wouter'
import type { PlacedItem } from '../../../shared/items/together.ts'
import { useItemEdits } from '../../hooks/useItems.ts'
import { itemHref } from '../../hooks/useOpenItem.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon, ErrorIcon } from '../../ui/icons.ts'
import { goOnAt } from '../go-on.ts'
import { linked, planLanguage, titleLanguage, titleOf } from '../said.ts'
import { useItemReadOnly } from '../useItemReadOnly.ts'
import css from './form.module.css'
import { useForm } from './useForm.ts'

interface Props {
  readonly id: string
  /** Absent where nothing may be changed. */
  readonly onRemove?: () => void
}

/** Something linked, by name: it opens in this same place. What is not there any more says so. */
export const LinkRow = ({ id, onRemove }: Props) => {
  const [path] = useLocation()
  const { telling } = useForm()
  const place = useRef<HTMLLIElement>(null)
  const found = telling.items.byId.get(id)
  const title = linked(id, telling)
  if (!found && title === '')
    return (
      <li ref={place} className={css.lost}>
        <Lost
          id={id}
          onBack={() => goOnAt(() => place.current?.querySelector('a')?.focus())}
          {...(onRemove && { onRemove })}
        />
      </li>
    )
  return (
    <li ref={place} className={css.row}>
      <span className={css.rowTitle} lang={found ? titleLanguage(found, telling) : planLanguage(telling)}>
        {found ? <Link href={itemHref(path, id)}>{title}</Link> : title}
      </span>
      {onRemove && <IconButton icon={CloseIcon} label={telling.t('unlink', { title })} onPress={onRemove} />}
    </li>
  )
}

/** A link to what lies in the wastebasket, or to what this plan never had. */
const Lost = ({ id, onRemove, onBack }: Props & { readonly onBack: () => void }) => {
  const { telling } = useForm()
  const { t, items } = telling
  const deleted = items.deleted.find((one) => one.id === id)
  const title = deleted ? titleOf(deleted, telling) : t('unknownLink')
  return (
    <>
      <p>
        {deleted && (
          <span className={css.gone} lang={titleLanguage(deleted, telling)}>
            {title}
          </span>
        )}
        <span className={css.trouble}>
          <Icon of={ErrorIcon} size="sm" />
          {deleted ? t('linkDeleted') : title}
        </span>
      </p>
      {(deleted ?? onRemove) && (
        <p className={css.ways}>
          {deleted && <Restore item={deleted} title={title} onBack={onBack} />}
          {onRemove && (
            <Button kind="quiet" aria-label={t('unlink', { title })} onPress={onRemove}>
              {t('removeLink')}
            </Button>
          )}
        </p>
      )}
    </>
  )
}

interface RestoreProps {
  readonly item: PlacedItem
  readonly title: string
  readonly onBack: () => void
}

const Restore = ({ item, title, onBack }: RestoreProps) => {
  const { t } = useForm().telling
  const edits = useItemEdits()
  if (useItemReadOnly(item.stepId) !== null) return null
  return (
    <Button
      kind="quiet"
      aria-label={t('restoreOf', { title })}
      onPress={() => {
        edits.restore(item)
        onBack()
      }}
    >
      {t('restore')}
    </Button>
  )
}
