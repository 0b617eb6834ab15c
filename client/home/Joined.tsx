import { boardHref } from '../hooks/addresses.ts'
import { useText } from '../hooks/useText.ts'
import type { Joined as Answer } from '../live/api.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { OnwardIcon } from '../ui/icons.ts'
import { Page } from './Page.tsx'
import css from './ready.module.css'
import { useArrival } from './useArrival.ts'
import { WayBack } from './WayBack.tsx'

/** In: the plan is one press away, and the way back is told while it can be. */
export const Joined = ({ joined }: { readonly joined: Answer }) => {
  const t = useText()
  const heading = useArrival<HTMLHeadingElement>()
  return (
    <Page title={t('home.comePage')}>
      <div className={css.head}>
        <h1 ref={heading} tabIndex={-1}>
          {t('home.comeInTitle', { name: joined.member.name })}
        </h1>
        <p>{t('home.comeInLead')}</p>
      </div>
      <p>
        <ButtonLink href={boardHref(joined.board)} kind="primary" size="lg" icon={OnwardIcon}>
          {t('home.readyOpen')}
        </ButtonLink>
      </p>
      {joined.returnLink !== undefined && <WayBack link={joined.returnLink} />}
    </Page>
  )
}
