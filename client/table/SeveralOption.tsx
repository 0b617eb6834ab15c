import { Icon } from '../ui/Icon.tsx'
import { DoneIcon } from '../ui/icons.ts'
import menu from '../ui/menu.module.css'
import css from './several.module.css'

interface Props {
  readonly id: string
  readonly title: string
  readonly lang?: string
  readonly isChosen: boolean
  readonly isCurrent: boolean
  readonly onTake: () => void
}

/** One of several that may be chosen. The field above has the focus and the keys. */
export const SeveralOption = ({ id, title, lang, isChosen, isCurrent, onTake }: Props) => (
  <div
    id={id}
    role="option"
    tabIndex={-1}
    lang={lang}
    aria-selected={isChosen}
    className={menu.item}
    {...(isCurrent && { 'data-focused': true, 'data-focus-visible': true })}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onTake}
  >
    <span className={css.tick}>{isChosen && <Icon of={DoneIcon} size="sm" />}</span>
    <span>{title}</span>
  </div>
)
