import { Button as AriaButton, GridListItem } from 'react-aria-components'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { AgreedIcon, DownIcon, EditIcon, GripIcon, OnwardIcon, RestoreIcon, UpIcon } from '../ui/icons.ts'
import { HideIcon } from '../ui/later-icons.ts'
import type { Part } from './part.ts'
import { nameOf } from './part.ts'
import css from './structure.module.css'

interface Props {
  readonly part: Part
  /** Its place among what is shown; null for what is not. */
  readonly number: number | null
  readonly isLocked: boolean
  readonly onMove: (way: 'up' | 'down') => void
  readonly onEdit: () => void
  readonly onToggle: () => void
  readonly onOpen?: () => void
}

/** A step, text or question in its list: what it is called, and everything that can be done with it. */
export const PartRow = ({ part, number, isLocked, onOpen, ...on }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const name = nameOf(part)
  return (
    <GridListItem id={part.id} textValue={name} className={css.row ?? ''}>
      {!isLocked && (
        <AriaButton slot="drag" className={css.grip ?? ''} aria-label={t('structure.drag', { name })}>
          <Icon of={GripIcon} />
        </AriaButton>
      )}
      <span className={part.hidden ? `${css.name} ${css.hidden}` : css.name}>
        <span lang={languageTag[board.language]}>{number === null ? name : `${number}. ${name}`}</span>
        {part.hidden && (
          <span className={css.note}>
            <Icon of={HideIcon} size="sm" />
            {t('structure.isHidden')}
          </span>
        )}
        {isLocked && 'state' in part && (
          <span className={css.note}>
            <Icon of={AgreedIcon} size="sm" />
            {t('structure.isAgreed')}
          </span>
        )}
      </span>
      <span className={css.tools}>
        {!isLocked && (
          <>
            <IconButton icon={UpIcon} label={t('structure.up', { name })} onPress={() => on.onMove('up')} />
            <IconButton
              icon={DownIcon}
              label={t('structure.down', { name })}
              onPress={() => on.onMove('down')}
            />
            <IconButton icon={EditIcon} label={t('structure.edit', { name })} onPress={on.onEdit} />
            <IconButton
              icon={part.hidden ? RestoreIcon : HideIcon}
              label={t(part.hidden ? 'structure.restore' : 'structure.hide', { name })}
              onPress={on.onToggle}
            />
          </>
        )}
        {onOpen && <IconButton icon={OnwardIcon} label={t('structure.open', { name })} onPress={onOpen} />}
      </span>
    </GridListItem>
  )
}
