import type { CommandState } from '../hooks/useCommand.ts'
import { useText } from '../hooks/useText.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorIcon } from '../ui/icons.ts'
import css from './people.module.css'

interface Props {
  readonly state: CommandState
  readonly onClose: () => void
  /** What the button does, as a verb. */
  readonly action: string
}

/** Cancel, and do it; what the server said against it stands above both. */
export const SureFoot = ({ state, onClose, action }: Props) => {
  const t = useText()
  return (
    <>
      {(state.is === 'refused' || state.is === 'failed') && (
        <div className={css.refusal}>
          <Banner kind="error" icon={ErrorIcon} title={t('people.notDone')} role="alert">
            {state.message}
          </Banner>
        </div>
      )}
      <Button size="lg" onPress={onClose}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" size="lg" kind="danger">
        {state.is === 'sending' ? t('people.sending') : action}
      </Button>
    </>
  )
}
