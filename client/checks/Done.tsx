import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import css from './panel.module.css'
import type { Done as Remedied } from './useRemedies.ts'

interface Props {
  /** What was put right with one press; null when there is nothing to take back. */
  readonly of: Remedied | null
  readonly onUndo: () => void
}

/** Says what was done, with the way back, which has the focus: the finding that was pressed has gone. */
export const Done = ({ of, onUndo }: Props) => {
  const t = useText()
  return (
    <div className={css.done} role="status">
      {of?.stands && <span>{t('findings.notUndone')}</span>}
      {of && !of.stands && (
        <>
          <span>{t('findings.done', { what: of.words })}</span>
          <Button key={of.words} autoFocus onPress={onUndo}>
            {t('findings.undo')}
          </Button>
        </>
      )}
    </div>
  )
}
