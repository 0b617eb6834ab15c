import type { Decision } from '../../shared/board/decisions.ts'
import { day } from '../hooks/day.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import css from './agreement.module.css'

interface Props {
  readonly decision: Decision
  readonly version?: { readonly number: number; readonly hash: string }
  /** Who put it on record. */
  readonly by?: string | undefined
  /** Why it was agreed in spite of errors. */
  readonly override?: string | undefined
}

/** When, by whom and how a step was agreed: a row for each thing that was recorded. */
export const DecisionFacts = ({ decision, version, by, override }: Props) => {
  const t = useText()
  const names = useNames()
  const { date, body, reference, votes, participants = [], reservations = [] } = decision
  return (
    <dl className={css.facts}>
      <dt>{t('step.date')}</dt>
      <dd>{t('step.onDay', { date: day(date) })}</dd>
      {body !== undefined && <Fact name={t('step.body')}>{body}</Fact>}
      {reference !== undefined && <Fact name={t('step.reference')}>{reference}</Fact>}
      {version && (
        <>
          <dt>{t('step.version')}</dt>
          <dd>
            {`${version.number} `}
            <span className={css.hash}>{t('step.checksum', { hash: shortHash(version.hash) })}</span>
          </dd>
        </>
      )}
      {votes && <Fact name={t('step.votes')}>{t('step.votesLine', votes)}</Fact>}
      {participants.length > 0 && <Fact name={t('step.present')}>{names.list(participants)}</Fact>}
      {reservations.length > 0 && (
        <Fact name={t('step.reservation', { count: reservations.length })}>{reservations.join(' ')}</Fact>
      )}
      {override !== undefined && <Fact name={t('step.override')}>{override}</Fact>}
      {by !== undefined && <Fact name={t('step.agreedBy')}>{by}</Fact>}
    </dl>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

/** Enough of a checksum to compare by eye: `9c41 e07a`. */
const shortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`
