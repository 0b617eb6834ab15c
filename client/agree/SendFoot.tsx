import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommandState } from '../hooks/useCommand.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { ErrorIcon } from '../ui/icons.ts'
import css from './agree.module.css'

interface Props {
  readonly state: CommandState
  /** What stands in the way before anything is sent: the button rests, and this says why. */
  readonly problem: string | null
  readonly icon: LucideIcon
  /** Repeats the verb of the dialog's title. */
  readonly send: string
  readonly onClose: () => void
  /** Shown beside the buttons as long as there is nothing else to say. */
  readonly children?: ReactNode
}

/** The foot of a dialog that sends a command: what became of it stands beside the button that sent it. */
export const SendFoot = ({ state, problem, icon, send, onClose, children }: Props) => {
  const t = useText()
  const words =
    state.is === 'refused'
      ? `${t('agree.refused')} ${state.message}`
      : state.is === 'failed'
        ? `${t('agree.failed')} ${state.message}`
        : problem
  return (
    <>
      <p className={words === null ? `grow ${css.muted}` : `grow ${css.problem}`} role="alert">
        {words === null ? (
          children
        ) : (
          <>
            <Icon of={ErrorIcon} />
            <span>{words}</span>
          </>
        )}
      </p>
      <Button size="lg" onPress={onClose}>
        {t('common.cancel')}
      </Button>
      <Button
        kind="primary"
        size="lg"
        icon={icon}
        type="submit"
        isDisabled={problem !== null || state.is === 'sending'}
      >
        {state.is === 'sending' ? t('agree.sending') : send}
      </Button>
    </>
  )
}
