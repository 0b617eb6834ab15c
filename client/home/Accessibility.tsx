import { useEffect } from 'react'
import { useLocationProperty } from 'wouter/use-browser-location'
import { useText } from '../hooks/useText.ts'
import { Page } from './Page.tsx'
import css from './ready.module.css'

/** The statement, how to report a barrier, and what becomes of personal data: what every page links to. */
export const Accessibility = () => {
  const t = useText()
  const part = useLocationProperty(() => window.location.hash.slice(1))
  useEffect(() => {
    const section = part === '' ? null : document.getElementById(part)
    section?.scrollIntoView()
    section?.focus({ preventScroll: true })
  }, [part])
  return (
    <Page title={t('home.aboutPage')}>
      <div className={css.head}>
        <h1>{t('home.aboutTitle')}</h1>
        <p>{t('home.aboutLead')}</p>
      </div>
      <div className={css.prose}>
        <h2>{t('home.aboutAim')}</h2>
        <p>{t('home.aboutAimText')}</p>
        <h2>{t('home.aboutTests')}</h2>
        <p>{t('home.aboutTestsText')}</p>
        <h2>{t('home.aboutWho')}</h2>
        <p>{t('home.aboutWhoText')}</p>
        <section id="barrier" tabIndex={-1} aria-labelledby="barrier-title">
          <h2 id="barrier-title">{t('home.barrierTitle')}</h2>
          <p>{t('home.barrierText')}</p>
          <ul>
            <li>{t('home.barrierWhere')}</li>
            <li>{t('home.barrierWhat')}</li>
            <li>{t('home.barrierWith')}</li>
          </ul>
          <p>{t('home.barrierElse')}</p>
        </section>
        <section id="personal" tabIndex={-1} aria-labelledby="personal-title">
          <h2 id="personal-title">{t('home.personalTitle')}</h2>
          <h3>{t('home.personalWhat')}</h3>
          <p>{t('home.personalWhatText')}</p>
          <h3>{t('home.personalWho')}</h3>
          <p>{t('home.personalWhoText')}</p>
          <h3>{t('home.personalLong')}</h3>
          <p>{t('home.personalLongText')}</p>
        </section>
      </div>
    </Page>
  )
}
