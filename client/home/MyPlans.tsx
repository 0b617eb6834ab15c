import { Link } from 'wouter'
import { languageTag } from '../../shared/locale.ts'
import { boardHref } from '../hooks/addresses.ts'
import { inboxHref } from '../inbox/useOpenInbox.ts'
import type { AskedOnBoard, BoardHead } from '../live/api.ts'
import { roleName } from '../hooks/roles.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorIcon } from '../ui/icons.ts'
import table from '../ui/table.module.css'
import css from './home.module.css'
import { PlanStateChip } from './PlanStateChip.tsx'
import type { Fetched } from '../hooks/useFetched.ts'
import { useHomeText } from './useHomeText.ts'

interface Props {
  readonly plans: Fetched<readonly BoardHead[]>
  /** What is asked of the person, by plan. */
  readonly asked: readonly AskedOnBoard[]
  readonly onRetry: () => void
}

/** The plans that this device is signed in to. */
export const MyPlans = ({ plans, asked, onRetry }: Props) => {
  const t = useHomeText()
  return (
    <section className={css.tile} aria-labelledby="mine">
      <h2 id="mine">{t('home.minePlans')}</h2>
      {plans.is === 'ok' && <PlanTable plans={plans.value} asked={asked} />}
      {(plans.is === 'failed' || plans.is === 'refused') && (
        <Banner
          kind="error"
          icon={ErrorIcon}
          actions={<Button onPress={onRetry}>{t('common.retry')}</Button>}
        >
          {plans.message}
        </Banner>
      )}
    </section>
  )
}

const PlanTable = ({
  plans,
  asked,
}: {
  readonly plans: readonly BoardHead[]
  readonly asked: readonly AskedOnBoard[]
}) => {
  const t = useHomeText()
  const newestFirst = plans.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
  const unreadIn = (id: string) => asked.find(({ board }) => board === id)?.unread ?? 0
  return (
    // On a phone rows become cards, which takes the table's own roles away: so they are said.
    <table className={`${table.table} ${table.stackable}`} role="table">
      <caption className="sr">{t('home.mineCaption')}</caption>
      <thead>
        <tr role="row">
          <th scope="col">{t('home.minePlan')}</th>
          <th scope="col">{t('home.mineRole')}</th>
          <th scope="col">{t('home.mineState')}</th>
          <th scope="col">{t('home.mineStarted')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {newestFirst.map((plan) => (
          <tr key={plan.id} role="row">
            <th scope="row" role="rowheader">
              <Link href={boardHref(plan.id)} lang={languageTag[plan.language]}>
                {plan.title}
              </Link>
              {unreadIn(plan.id) > 0 && (
                <Link className={css.unread ?? ''} href={inboxHref(boardHref(plan.id))}>
                  {t('inbox.unreadCount', { count: unreadIn(plan.id) })}
                </Link>
              )}
              {plan.me.organisation && <span className={css.organisation}>{plan.me.organisation}</span>}
            </th>
            <td role="cell" data-label={t('home.mineRole')}>
              {roleName(t, plan.me.role)}
            </td>
            <td role="cell" data-label={t('home.mineState')}>
              <PlanStateChip steps={plan.steps} />
            </td>
            <td role="cell" data-label={t('home.mineStarted')} className="nowrap">
              {t('home.mineStartedOn', { date: new Date(plan.createdAt) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
