import { may } from '../../shared/board/access.ts'
import type { Step } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { ChangedGroundIcon } from '../ui/icons.ts'
import css from './ground.module.css'
import { useWayBack } from './useWayBack.ts'

/** Steps that this one rests on were reopened: whoever leads the plan may say that it holds all the same. */
export const ChangedGround = ({ step }: { readonly step: Step }) => {
  const t = useText()
  const names = useNames()
  const { me } = useBoard()
  const [state, run] = useCommand()
  const back = useWayBack()
  const uphold = async () => {
    await run({ type: 'step.uphold', stepId: step.id })
    back(step.id)
  }
  // What is hidden is no ground that anybody can look at.
  const grounds = step.changedGround.filter(({ stepId }) => names.number(stepId) > 0)
  if (grounds.length === 0) return null
  return (
    <div className={css.frame}>
      <div className={css.ground} role="note">
        <Icon of={ChangedGroundIcon} />
        <div className={css.words}>
          <p>
            <strong>{t('step.groundTitle')}</strong>{' '}
            {grounds
              .map(({ stepId, at, reason }) =>
                t('step.groundOne', {
                  number: names.number(stepId),
                  date: new Date(at),
                  reason: sentence(reason),
                }),
              )
              .join(' ')}{' '}
            {t('step.groundCheck')}
          </p>
          {(state.is === 'refused' || state.is === 'failed') && <p role="alert">{state.message}</p>}
        </div>
        {may(me, 'step.uphold', step) && (
          <Button isDisabled={state.is === 'sending'} onPress={() => void uphold()}>
            {t(state.is === 'sending' ? 'step.upholding' : 'step.uphold')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** A reason that somebody wrote ends as a sentence does. */
const sentence = (reason: string): string => (/[.!?…]$/.test(reason) ? reason : `${reason}.`)
