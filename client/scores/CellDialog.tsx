import { must } from '../../shared/assert.ts'
import { kinds } from '../../shared/items/index.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { useText } from '../hooks/useText.ts'
import { FormFields } from '../items/form/FormFields.tsx'
import { FormOf } from '../items/form/FormOf.tsx'
import { ReadFields } from '../items/form/ReadFields.tsx'
import type { Telling } from '../items/said.ts'
import { titleLanguage, titleOf } from '../items/said.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { CellButtons } from './CellButtons.tsx'
import { GivenScores } from './GivenScores.tsx'
import type { Cell } from './matrix.ts'
import type { Mine } from './useMine.ts'
import { OwnScoreForm } from './OwnScoreForm.tsx'
import { ScoreChoice } from './ScoreChoice.tsx'
import css from './scores.module.css'
import type { Writing } from './useWriting.ts'

interface Props {
  readonly cell: Cell
  readonly telling: Telling
  readonly writing: Writing
  /** One’s own score is what is opened, while everybody scores apart. */
  readonly mine: Pick<Mine, 'give' | 'kept'> | null
  readonly onClose: () => void
}

/** One activity and one goal: the score, how sure, and why. */
export const CellDialog = ({ cell, telling, writing, mine, onClose }: Props) => {
  const t = useText()
  const { activity, goal } = cell
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="sm"
      title={t('scores.dialog')}
      lead={
        <>
          <Name of={activity} telling={telling} /> → <Name of={goal} telling={telling} />
        </>
      }
      closeLabel={t('scores.close')}
    >
      {mine ? (
        <OwnScoreForm
          cell={cell}
          kept={mine.kept}
          onGive={(own) => {
            mine.give({ activityId: activity.id, goalId: goal.id }, own)
            onClose()
          }}
        />
      ) : (
        <Written cell={cell} telling={telling} writing={writing} onClose={onClose} />
      )}
    </Dialog>
  )
}

const Name = ({ of, telling }: Pick<Props, 'telling'> & { readonly of: PlacedItem }) => (
  <span lang={titleLanguage(of, telling)}>{titleOf(of, telling)}</span>
)

/** What is written for all, and what each gave where that is revealed. */
const Written = ({ cell, telling, writing, onClose }: Omit<Props, 'mine'>) => {
  const t = useText()
  const { score: _, ...fields } = must(kinds.get('contribution')).fields
  const { item, scores, score } = cell
  const why = writing.whyNot(cell)
  return (
    <div className={css.form}>
      {scores.length > 0 && <GivenScores scores={scores} />}
      {scores.length > 0 && <h3>{t('scores.agreed')}</h3>}
      {why !== null && <p className={css.why}>{why}</p>}
      {why === null && <ScoreChoice value={score} onChange={(one) => writing.write(cell, one)} />}
      {item && (
        <FormOf item={item} telling={telling}>
          {why === null ? <FormFields fields={fields} /> : <ReadFields fields={fields} />}
        </FormOf>
      )}
      {why === null && <CellButtons cell={cell} writing={writing} onDone={onClose} />}
    </div>
  )
}
