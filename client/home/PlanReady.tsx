import type { Role } from '../../shared/board/model.ts'
import type { HomeKey } from '../../shared/messages/format.ts'
import { boardHref } from '../hooks/addresses.ts'
import { roleAbility } from '../hooks/roles.ts'
import { useShareWords } from '../hooks/useShareWords.ts'
import type { Created } from '../live/api.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { OnwardIcon } from '../ui/icons.ts'
import { ShareLink } from '../ui/ShareLink.tsx'
import { Page } from './Page.tsx'
import css from './ready.module.css'
import { useArrival } from './useArrival.ts'
import { WayBack } from './WayBack.tsx'
import { useHomeText } from './useHomeText.ts'

/** Most often sent first; the one that gives most away last. */
const order = [
  ['editor', 'home.readyForEditor'],
  ['commenter', 'home.readyForCommenter'],
  ['reader', 'home.readyForReader'],
  ['facilitator', 'home.readyForFacilitator'],
] as const satisfies readonly (readonly [Role, HomeKey])[]

/** Shown once, after a plan was started: its secrets are nowhere else. */
export const PlanReady = ({ title, plan }: { readonly title: string; readonly plan: Created }) => {
  const t = useHomeText()
  const words = useShareWords()
  const heading = useArrival<HTMLHeadingElement>()
  return (
    <Page title={t('home.readyPage')}>
      <div className={css.head}>
        <h1 ref={heading} tabIndex={-1}>
          {t('home.readyTitle')}
        </h1>
        <p>{t('home.readyLead', { title })}</p>
      </div>
      <section className={css.links} aria-labelledby="links">
        <h2 id="links">{t('home.readyLinks')}</h2>
        <p className="muted">{t('home.readyLinksText')}</p>
        {order.map(([role, label]) => (
          <ShareLink
            key={role}
            label={t(label)}
            hint={roleAbility(t, role)}
            value={plan.links[role]}
            words={words}
            qrTitle={t('common.qrTitle', { label: t(label) })}
          />
        ))}
      </section>
      <WayBack board={plan.board} link={plan.returnLink} />
      <p>
        <ButtonLink href={boardHref(plan.board)} kind="primary" size="lg" icon={OnwardIcon}>
          {t('home.readyOpen')}
        </ButtonLink>
      </p>
    </Page>
  )
}
