import { useCallback, useEffect } from 'react'
import { useLocationProperty } from 'wouter/use-browser-location'
import { useApi } from '../hooks/useApi.ts'
import type { About } from '../live/api.ts'
import { Barrier } from './Barrier.tsx'
import { Page } from './Page.tsx'
import css from './ready.module.css'
import { useFetched } from '../hooks/useFetched.ts'
import { useHomeText } from './useHomeText.ts'

/** The statement, how to report a barrier, and what becomes of personal data: what every page links to. */
export const Accessibility = () => {
  const t = useHomeText()
  const about = useAbout()
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
        <h2>{t('home.aboutNot')}</h2>
        <p>{t('home.aboutNotText')}</p>
        <h2>{t('home.aboutWho')}</h2>
        {about?.organisation && <p>{t('home.aboutWhoRuns', { organisation: about.organisation })}</p>}
        <p>{t('home.aboutWhoText')}</p>
        <Barrier about={about} />
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

/** Null until the server has said it: the statement stands without it. */
const useAbout = (): About | null => {
  const api = useApi()
  const [about] = useFetched(useCallback(() => api.about(), [api]))
  return about.is === 'ok' ? about.value : null
}
