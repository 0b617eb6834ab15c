import type { Step } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import { languageTag } from '../../shared/locale.ts'
import type { ProposedChange } from '../live/api.ts'
import { Diff } from './Diff.tsx'
import { GroundChip } from './GroundChip.tsx'
import { Legend } from './Legend.tsx'
import { subjectOf } from './names.ts'
import css from './proposals.module.css'
import { useNaming } from './useNaming.ts'

interface Props {
  readonly changes: readonly (Change & Partial<Pick<ProposedChange, 'state'>>)[]
  readonly step: Step | undefined
}

/** What would change, in clear, or what was taken of it. */
export const Words = ({ changes, step }: Props) => {
  const naming = useNaming()
  const lang = languageTag[naming.telling.board.language]
  return (
    <div className={css.changes}>
      {changes.map((change) => {
        const { label, title } = subjectOf(change, step, naming)
        return (
          <div className={css.change} key={`${change.target} ${change.path}`}>
            <div className={css.subjectRow}>
              <p className={css.subject}>
                {label} <span lang={lang}>{title}</span>
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
