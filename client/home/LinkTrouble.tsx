import { Button } from '../ui/Button.tsx'
import css from './home.module.css'
import { JoinLinkForm } from './JoinByLink.tsx'
import type { Trouble } from './knock.ts'
import { Page } from './Page.tsx'
import ready from './ready.module.css'
import { useHomeText } from './useHomeText.ts'

/** Why a link leads nowhere, and what to do about it. */
export const LinkTrouble = ({
  trouble,
  onRetry,
}: {
  readonly trouble: Trouble
  readonly onRetry: () => void
}) => {
  const t = useHomeText()
  if (trouble.is === 'failed')
    return (
      <Page title={t('home.comePage')}>
        <div className={ready.head} role="status">
          <h1>{t('home.comeUnreachedTitle')}</h1>
          <p>{trouble.message}</p>
        </div>
        <p>
          <Button size="lg" kind="primary" onPress={onRetry}>
            {t('common.retry')}
          </Button>
        </p>
      </Page>
    )
  const part = trouble.is === 'noSecret'
  return (
    <Page title={t('home.comePage')}>
      <div className={ready.head}>
        <h1>{part ? t('home.comePartTitle') : t('home.comeBadTitle')}</h1>
        <p>
          {part ? t('home.comePartText') : t('home.comeBadText')} {t('home.comeBadDo')}
        </p>
      </div>
      <div className={css.tile}>
        <JoinLinkForm />
      </div>
    </Page>
  )
}
