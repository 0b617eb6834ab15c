import { useLocation } from 'wouter'
import { stepOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { kinds } from '../../shared/items/index.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useItemEdits, useItemsOf } from '../hooks/useItems.ts'
import { useOpenComments } from '../hooks/useOpenComments.ts'
import { itemHref } from '../hooks/useOpenItem.ts'
import { useText } from '../hooks/useText.ts'
import { textAt } from '../../shared/items/item.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { copyToClipboard } from '../ui/clipboard.ts'
import { IconButton } from '../ui/IconButton.tsx'
import {
  CommentIcon,
  CopyIcon,
  DownIcon,
  LinkIcon,
  MoreIcon,
  OpenWideIcon,
  RemoveIcon,
  UpIcon,
} from '../ui/icons.ts'
import { Menu } from '../ui/Menu.tsx'
import { MenuItem } from '../ui/MenuItem.tsx'
import { MenuSection } from '../ui/MenuSection.tsx'
import { useAnnounce } from '../ui/useAnnounce.ts'
import type { Telling } from './said.ts'
import { addingOf, goOnAt, menuOf } from './go-on.ts'
import { subjectOf } from './subject.ts'
import { titleOf } from './said.ts'
import { useItemReadOnly } from './useItemReadOnly.ts'

interface Props {
  readonly item: PlacedItem
  readonly telling: Telling
  /** Where the item is open already. */
  readonly isOpen?: boolean
  /** In a table only one place at a time is reached by Tab. */
  readonly isTabStop?: boolean
}

/** Everything that can be done with an item as a whole; whatever a drag does stands here too. */
export const ItemMenu = (props: Props) => {
  const { item, telling, isTabStop = true } = props
  const label = telling.t('menu', { title: titleOf(item, telling) })
  return (
    <Menu
      trigger={
        <IconButton icon={MoreIcon} label={label} data-item-menu={item.id} excludeFromTabOrder={!isTabStop} />
      }
    >
      <Entries {...props} />
    </Menu>
  )
}

/** Only there while the menu is open: they follow where the item stands among the others. */
const Entries = ({ item, telling, isOpen = false }: Props) => {
  const { t } = telling
  const [path, go] = useLocation()
  const [, openComments] = useOpenComments()
  const { board } = useBoard()
  const text = useText()
  const announce = useAnnounce()
  const readOnly = useItemReadOnly(item.stepId)
  const act = useActs(item, telling, isOpen)
  /** It came after agreement, and belongs to no step. */
  const isPlans = item.stepId === followUpRoom
  const canMove = act.last > 0 || act.steps.length > 0
  const copyLink = async () => {
    const address = itemHref(isPlans ? `/b/${board.id}` : `/b/${board.id}/s/${item.stepId}`, item.id)
    if (await copyToClipboard(new URL(address, window.location.href).href)) announce(text('step.linkCopied'))
    // Where nothing can be copied, its address stands in the bar.
    else go(address)
  }
  return (
    <>
      <MenuSection label={t('open')}>
        {!isOpen && (
          <MenuItem
            icon={OpenWideIcon}
            label={t('openBeside')}
            onAction={() => go(itemHref(path, item.id))}
          />
        )}
        <MenuItem
          icon={CommentIcon}
          label={text('comments.menuItem')}
          onAction={() => openComments({ is: 'about', subject: subjectOf(item, telling.board) })}
        />
        <MenuItem icon={LinkIcon} label={t('copyLink')} onAction={() => void copyLink()} />
      </MenuSection>
      {readOnly === null && canMove && (
        <MenuSection label={t('move')}>
          {act.place > 0 && (
            <MenuItem icon={UpIcon} label={t('moveUp')} onAction={() => act.move(act.place - 1)} />
          )}
          {act.place > 0 && <MenuItem label={t('moveFirst')} onAction={() => act.move(0)} />}
          {act.place < act.last && (
            <MenuItem icon={DownIcon} label={t('moveDown')} onAction={() => act.move(act.place + 1)} />
          )}
          {act.place < act.last && <MenuItem label={t('moveLast')} onAction={() => act.move(act.last)} />}
          {act.steps.map((step) => (
            <MenuItem
              key={step.id}
              label={t('moveToStep', { step: step.title })}
              onAction={() => act.moveToStep(step.id)}
            />
          ))}
        </MenuSection>
      )}
      {readOnly === null && (
        <MenuSection label={t('edit')}>
          {!kinds.get(item.kind)?.joins && (
            <MenuItem icon={CopyIcon} label={t('duplicate')} onAction={act.duplicate} />
          )}
          <MenuItem icon={RemoveIcon} kind="danger" label={t('delete')} onAction={act.remove} />
        </MenuSection>
      )}
    </>
  )
}

/** The verbs, each said aloud when it is done. */
const useActs = (item: PlacedItem, telling: Telling, isOpen: boolean) => {
  const { t } = telling
  const edits = useItemEdits()
  const announce = useAnnounce()
  const { board } = useBoard()
  const all = useItemsOf(item.kind)
  const title = titleOf(item, telling)
  const place = all.findIndex(({ id }) => id === item.id)
  const last = all.length - 1
  const now = () => new Date().toISOString()
  return {
    place,
    last,
    /** Other open steps that show items of this kind. */
    steps: board.steps.filter(
      ({ id, state, pause, sections }) =>
        item.stepId !== followUpRoom &&
        id !== item.stepId &&
        state.is !== 'agreed' &&
        pause === null &&
        sections.some(({ kinds: shown }) => shown?.includes(item.kind)),
    ),
    move: (at: number) => {
      edits.move(item, at)
      // A card that becomes a line, or the other way, is drawn anew.
      goOnAt(() => menuOf(item.id)?.focus())
      announce(t('moved', { title, place: at + 1, all: all.length }))
    },
    moveToStep: (stepId: string) => {
      edits.moveToStep(item, stepId, now())
      announce(t('movedToStep', { title, step: stepOf(board, stepId)?.title ?? '' }))
    },
    duplicate: () => {
      edits.duplicate(item, t('copyOf', { title: textAt(item, kinds.get(item.kind)?.title ?? '') || title }))
      announce(t('duplicated', { title }))
    },
    remove: () => {
      const next = all[place + 1] ?? all[place - 1]
      edits.delete(item, now())
      // Where it is open it stays so, and can be brought back.
      if (!isOpen) goOnAt(() => (next ? menuOf(next.id) : addingOf(item.kind))?.focus())
      announce(t('deleted', { title }))
    },
  }
}
