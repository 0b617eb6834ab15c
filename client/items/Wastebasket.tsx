import { memberOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { useDeletedItems, useItemEdits } from '../hooks/useItems.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useAnnounce } from '../ui/useAnnounce.ts'
import css from './wastebasket.module.css'
import { goOnAt, menuOf } from './go-on.ts'
import type { Telling } from './said.ts'
import { titleLanguage, titleOf } from './said.ts'
import { useItemReadOnly } from './useItemReadOnly.ts'

interface Props {
  readonly kinds: readonly string[]
  /** The step in which it is shown: what other steps hold lies in their wastebaskets. */
  readonly stepId: string
  readonly telling: Telling
}

/** What was deleted and can be brought back, for whoever may write in the step. */
export const Wastebasket = ({ kinds, stepId, telling }: Props) => {
  const { t } = telling
  const rooms = [
    ...(useItemReadOnly(stepId) === null ? [stepId] : []),
    ...(useItemReadOnly(followUpRoom) === null ? [followUpRoom as string] : []),
  ]
  const items = useDeletedItems().filter((item) => rooms.includes(item.stepId) && kinds.includes(item.kind))
  if (items.length === 0) return null
  return (
    <Disclosure title={t('wastebasketCount', { count: items.length })}>
      <ul role="list" className={css.list}>
        {items.map((item) => (
          <Deleted key={item.id} item={item} telling={telling} />
        ))}
      </ul>
    </Disclosure>
  )
}

const Deleted = ({ item, telling }: { readonly item: PlacedItem; readonly telling: Telling }) => {
  const { t, board } = telling
  const edits = useItemEdits()
  const announce = useAnnounce()
  const title = titleOf(item, telling)
  const { deleted } = item
  return (
    <li className={css.item}>
      <span className={css.words}>
        <span lang={titleLanguage(item, telling)}>{title}</span>
        {deleted && (
          <span className={css.when}>
            {t('deletedBy', { name: memberOf(board, deleted.by)?.name ?? '', when: new Date(deleted.at) })}
          </span>
        )}
      </span>
      <Button
        kind="quiet"
        aria-label={t('restoreOf', { title })}
        onPress={() => {
          edits.restore(item)
          goOnAt(() => menuOf(item.id)?.focus())
          announce(t('restored', { title }))
        }}
      >
        {t('restore')}
      </Button>
    </li>
  )
}
