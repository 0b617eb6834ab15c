import type { CommandState } from '../hooks/useCommand.ts'
import { useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { ErrorIcon } from '../ui/icons.ts'
import css from './structure.module.css'

/** Why a change was not made, in the foot of the dialog it was tried in. */
export const Outcome = ({ state }: { readonly state: CommandState }) => {
  const t = useText()
  const isWrong = state.is === 'refused' || state.is === 'failed'
  return (
    <p className={isWrong ? `grow ${css.problem}` : 'grow'} role="alert">
      {isWrong && (
        <>
          <Icon of={ErrorIcon} />
          <span>{`${t(state.is === 'refused' ? 'agree.refused' : 'agree.failed')} ${state.message}`}</span>
        </>
      )}
    </p>
  )
}
