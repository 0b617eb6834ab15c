import { useText } from '../hooks/useText.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Page } from './Page.tsx'
import css from './ready.module.css'

export const NotFound = () => {
  const t = useText()
  return (
    <Page title={t('common.notFoundTitle')}>
      <div className={css.head}>
        <h1>{t('common.notFoundTitle')}</h1>
        <p>{t('common.notFoundText')}</p>
      </div>
      <p>
        <ButtonLink href="/" size="lg" kind="primary">
          {t('common.toStart')}
        </ButtonLink>
      </p>
    </Page>
  )
}
