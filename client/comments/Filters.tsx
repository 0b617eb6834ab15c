import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Select } from '../ui/Select.tsx'
import css from './panel.module.css'
import type { Place, Which } from './threads.ts'
import { whiches } from './threads.ts'
import { useAbout } from './useAbout.ts'

interface Props {
  readonly place: Place
  readonly which: Which
  readonly onPlace: (place: Place) => void
  readonly onWhich: (which: Which) => void
}

/** No step is called so. */
const all = '*'
const only = '='

/** Which threads the list shows. */
export const Filters = ({ place, which, onPlace, onWhich }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const names = useNames()
  const about = useAbout()
  const subject = place.is === 'subject' ? place.subject : null
  const choose = (value: string) => {
    if (value === only) return
    const step = board.steps.find(({ id }) => id === value)
    onPlace(step ? { is: 'step', stepId: step.id } : { is: 'all' })
  }
  return (
    <div className={css.tools}>
      <Select
        label={t('comments.place')}
        labelHidden
        size="md"
        value={place.is === 'all' ? all : place.is === 'step' ? place.stepId : only}
        onChange={choose}
        choices={[
          { value: all, label: t('comments.placeAll') },
          ...(subject
            ? [{ value: only, label: t('comments.placeThis', { title: about(subject).title }) }]
            : []),
          ...board.steps.map(({ id, title }) => ({
            value: `${id}`,
            label: t('comments.placeStep', { number: names.number(id), title }),
          })),
        ]}
      />
      <Select
        label={t('comments.which')}
        labelHidden
        size="md"
        value={which}
        onChange={onWhich}
        choices={whiches.map((one) => ({ value: one, label: t(`comments.which=${one}`) }))}
      />
    </div>
  )
}
