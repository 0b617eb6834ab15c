import type { CommandState } from '../hooks/useCommand.ts'
import css from './scores.module.css'

interface Props {
  readonly state: CommandState
}

/** Why something was not done, where it was not. */
export const Problem = ({ state }: Props) =>
  state.is === 'refused' || state.is === 'failed' ? (
    <p role="alert" className={css.problem}>
      {state.message}
    </p>
  ) : null
