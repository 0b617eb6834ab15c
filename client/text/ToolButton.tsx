import type { LucideIcon } from 'lucide-react'
import { Button, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import { Icon } from '../ui/Icon.tsx'
import css from './toolbar.module.css'

export interface ToolButtonProps {
  readonly icon: LucideIcon
  readonly name: string
  readonly keys?: string | undefined
  /** Given for what is on or off where the caret stands. */
  readonly isOn?: boolean | undefined
  /** There is nothing for it to do now. It stays where it is, so that the focus does too. */
  readonly isIdle?: boolean
  /** Absent where a press opens something. */
  readonly onPress?: () => void
}

/** A button with a picture; its name and its keys are shown beside it on hover and focus. */
export const ToolButton = ({
  icon,
  name,
  keys,
  isOn,
  isIdle = false,
  onPress = () => {},
}: ToolButtonProps) => {
  const shared = { 'aria-label': name, className: css.tool ?? '', 'data-idle': isIdle || undefined }
  const picture = <Icon of={icon} />
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {isOn === undefined ? (
        <Button {...shared} onPress={onPress}>
          {picture}
        </Button>
      ) : (
        <ToggleButton {...shared} isSelected={isOn} onChange={onPress}>
          {picture}
        </ToggleButton>
      )}
      <Tooltip className={css.tip ?? ''} placement="bottom">
        {name}
        {keys !== undefined && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
