import type { Step } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import type { ProposedChange } from '../live/api.ts'
import { Diff } from './Diff.tsx'
import { GroundChip } from './GroundChip.tsx'
import { Legend } from './Legend.tsx'
import { subjectOf } from './names.ts'
import css from './proposals.module.css'

interface Props {
  readonly changes: readonly (Change & Partial<Pick<ProposedChange, 'state'>>)[]
  readonly step: Step | undefined
}

/** What would change, in clear, or what was taken of it. */
export const Words = ({ changes, step }: Props) => {
  const t = useText()
  const lang = languageTag[useBoard().board.language]
  return (
    <div className={css.changes}>
      {changes.map((change) => {
        const { key, title } = subjectOf(change, step)
        return (
          <div className={css.change} key={`${change.target} ${change.path}`}>
            <div className={css.subjectRow}>
              <p className={css.subject}>
                {t(key)} <span lang={lang}>{title}</span>
              </p>
              {isDecided(change.state) && <GroundChip state={change.state} />}
            </div>
            <Diff change={change} />
          </div>
        )
      })}
      <Legend />
    </div>
  )
}

const isDecided = (state: ProposedChange['state']) => state === 'taken' || state === 'left'
