import { boardHref, stepHref } from '../hooks/addresses.ts'
import type { Joined as Answer } from '../live/api.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { OnwardIcon } from '../ui/icons.ts'
import { Page } from './Page.tsx'
import css from './ready.module.css'
import { useArrival } from './useArrival.ts'
import { WayBack } from './WayBack.tsx'
import { useHomeText } from './useHomeText.ts'

/** In: the plan is one press away, and the way back is told while it can be. */
export const Joined = ({ joined }: { readonly joined: Answer }) => {
  const t = useHomeText()
  const heading = useArrival<HTMLHeadingElement>()
  const { board, member, returnLink } = joined
  const step = member.onlyStep
  return (
    <Page title={t('home.comePage')}>
      <div className={css.head}>
        <h1 ref={heading} tabIndex={-1}>
          {t('home.comeInTitle', { name: member.name })}
        </h1>
        <p>{t('home.comeInLead')}</p>
      </div>
      <p>
        <ButtonLink
          href={step === undefined ? boardHref(board) : stepHref(board, step)}
          kind="primary"
          size="lg"
          icon={OnwardIcon}
        >
          {t(step === undefined ? 'home.readyOpen' : 'home.comeOpenStep')}
        </ButtonLink>
      </p>
      {returnLink !== undefined && <WayBack board={board} link={returnLink} />}
    </Page>
  )
}
