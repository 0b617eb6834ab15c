import { may } from '../../shared/board/access.ts'
import type { Step } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ChangedGroundIcon } from '../ui/icons.ts'

/** Steps that this one rests on were reopened: whoever leads the plan may say that it holds all the same. */
export const ChangedGround = ({ step }: { readonly step: Step }) => {
  const t = useText()
  const names = useNames()
  const { me } = useBoard()
  const [state, run] = useCommand()
  if (step.changedGround.length === 0) return null
  const words = step.changedGround.map(({ stepId, at, reason }) =>
    t('step.groundOne', { number: names.number(stepId), date: new Date(at), reason }),
  )
  return (
    <Banner
      kind="again"
      icon={ChangedGroundIcon}
      title={t('step.groundTitle')}
      {...(may(me, 'step.uphold', step) && {
        actions: (
          <Button
            kind="quiet"
            isDisabled={state.is === 'sending'}
            onPress={() => void run({ type: 'step.uphold', stepId: step.id })}
          >
            {t(state.is === 'sending' ? 'step.upholding' : 'step.uphold')}
          </Button>
        ),
      })}
    >
      {`${words.join(' ')} ${t('step.groundCheck')}`}
      {(state.is === 'refused' || state.is === 'failed') && ` ${state.message}`}
    </Banner>
  )
}
