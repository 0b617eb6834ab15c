import { numberAt } from '../../shared/items/item.ts'
import { useText } from '../hooks/useText.ts'
import card from '../items/card.module.css'
import type { Telling } from '../items/said.ts'
import { titleLanguage, titleOf } from '../items/said.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import type { Matrix } from './matrix.ts'
import type { CellActions } from './ScoreCell.tsx'
import { ScoreCell } from './ScoreCell.tsx'
import css from './scores.module.css'
import { Title, titled } from './Title.tsx'
import { Total } from './Total.tsx'
import { useTitles } from './useTitles.ts'

interface Props extends CellActions {
  readonly matrix: Matrix
  readonly telling: Telling
  readonly isOwn: boolean
}

/** The same where a table has no room: the goals under each activity, and then how well each is covered. */
export const MatrixList = ({ matrix: { goals, rows, coverage }, telling, isOwn, ...actions }: Props) => {
  const t = useText()
  const noGoal = isOwn ? null : t('scores.noGoal')
  const names = useTitles(goals, telling)
  return (
    <>
      <ul role="list" className={css.list}>
        {rows.map(({ activity, cells, reach }) => (
          <li key={activity.id}>
            <Disclosure
              title={
                <>
                  <span lang={titleLanguage(activity, telling)}>{titleOf(activity, telling)}</span>{' '}
                  <span className={css.sum}>
                    {t('scores.reach')} <Total value={reach} nothing={noGoal} />
                  </span>
                </>
              }
            >
              <ul role="list" className={css.goals}>
                {cells.map((cell, at) => (
                  <li key={cell.id}>
                    <GoalName goal={cell.goal} telling={telling} />
                    <ScoreCell
                      cell={cell}
                      activity={titleOf(activity, telling)}
                      goal={names[at] ?? ''}
                      isTabStop
                      {...actions}
                    />
                  </li>
                ))}
              </ul>
            </Disclosure>
          </li>
        ))}
      </ul>
      <p className={css.listTitle}>{t('scores.coverage')}</p>
      <ul role="list" className={css.goals}>
        {goals.map((goal, at) => (
          <li key={goal.id}>
            <GoalName goal={goal} telling={telling} />
            <span className={css.total}>
              <Total value={coverage[at] ?? 0} nothing={isOwn ? null : t('scores.noActivity')} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

const GoalName = ({
  goal,
  telling,
}: {
  readonly goal: Matrix['goals'][number]
  readonly telling: Telling
}) => {
  const number = numberAt(goal, 'number')
  return (
    <span className={css.goal}>
      {number !== null && <span className={card.number}>{number}</span>}
      <Title {...titled(goal, telling)} />
    </span>
  )
}
