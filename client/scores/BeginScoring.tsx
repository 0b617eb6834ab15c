import { may } from '../../shared/board/access.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { HideIcon } from '../ui/later-icons.ts'
import { Problem } from './Problem.tsx'
import css from './scores.module.css'

interface Props {
  readonly isDisabled: boolean
}

/** For whoever leads the plan. */
export const BeginScoring = ({ isDisabled }: Props) => {
  const t = useText()
  const { me } = useBoard()
  const [state, run] = useCommand()
  if (!may(me, 'scoring.lead')) return null
  return (
    <span className={css.lead}>
      <Button
        icon={HideIcon}
        isDisabled={isDisabled || state.is === 'sending'}
        onPress={() => void run({ type: 'scoring.begin' })}
      >
        {t('scores.scoreApart')}
      </Button>
      <Problem state={state} />
    </span>
  )
}
