import { useState } from 'react'
import type { BoardHead, Created } from '../live/api.ts'
import { useApi } from '../hooks/useApi.ts'
import css from './home.module.css'
import { AskedOfMe } from './AskedOfMe.tsx'
import { HowItGoes } from './HowItGoes.tsx'
import { JoinByLink } from './JoinByLink.tsx'
import { MyPlans } from './MyPlans.tsx'
import { Page } from './Page.tsx'
import { PlanReady } from './PlanReady.tsx'
import { StartPlan } from './StartPlan.tsx'
import { TryDemo } from './TryDemo.tsx'
import type { Fetched } from '../hooks/useFetched.ts'
import { useFetched } from '../hooks/useFetched.ts'
import { useHomeText } from './useHomeText.ts'

interface Started {
  readonly title: string
  readonly plan: Created
}

/** The first page: my plans, start one, join one. `onAhead`: somebody is on their way to a board. */
export const Home = ({ onAhead }: { readonly onAhead: () => Promise<unknown> }) => {
  const t = useHomeText()
  const api = useApi()
  const [mine, askAgain] = useFetched(api.myBoards)
  const [fetched] = useFetched(api.inbox)
  // Without an answer there is nothing to say of it: the plans are here all the same.
  const asked = fetched.is === 'ok' ? fetched.value : []
  const [started, setStarted] = useState<Started | null>(null)
  if (started) return <PlanReady title={started.title} plan={started.plan} />
  return (
    <Page title={t('home.pageStart')} width="wide">
      <div className={css.home}>
        <div className={css.intro}>
          <h1>{t('home.title')}</h1>
          <p>{t('home.lead')}</p>
        </div>
        <div className={css.main}>
          <AskedOfMe asked={asked} />
          <TryDemo onAhead={onAhead} />
          {hasPlans(mine) && <MyPlans plans={mine} asked={asked} onRetry={askAgain} />}
          <StartPlan onStarted={(title, plan) => setStarted({ title, plan })} />
        </div>
        <div className={css.side}>
          <JoinByLink />
          <HowItGoes />
        </div>
      </div>
    </Page>
  )
}

/** Whoever has none, or is still being asked about, is not bothered with an empty list. */
const hasPlans = (mine: Fetched<readonly BoardHead[]>): boolean =>
  mine.is === 'ok' ? mine.value.length > 0 : mine.is !== 'fetching'
