import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Page } from './Page.tsx'
import css from './ready.module.css'

/** In place of a page that broke, or whose code could not be fetched. */
export const Broken = () => {
  const t = useText()
  return (
    <Page title={t('common.brokenTitle')}>
      <div className={css.head} role="alert">
        <h1>{t('common.brokenTitle')}</h1>
        <p>{t('common.brokenText')}</p>
      </div>
      <p>
        <Button size="lg" kind="primary" onPress={() => window.location.reload()}>
          {t('common.reload')}
        </Button>
      </p>
    </Page>
  )
}
