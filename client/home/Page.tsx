import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../hooks/useText.ts'
import { Logo } from '../ui/Logo.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import css from './page.module.css'

interface Props {
  /** What the browser calls the page. */
  readonly title: string
  readonly children: ReactNode
  /** `read`: one narrow column; `wide`: the page lays itself out. */
  readonly width?: 'read' | 'wide'
}

/** What stands round every page that is not a plan. */
export const Page = ({ title, children, width = 'read' }: Props) => {
  const t = useText()
  return (
    <div className={css.page}>
      <title>{t('common.pageTitle', { page: title })}</title>
      <a className="skip" href="#main">
        {t('common.skip')}
      </a>
      <header className={css.bar}>
        <Link className={css.brand} href="/" aria-label={t('common.start')}>
          <Logo />
          <b>{t('common.product')}</b>
        </Link>
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1} className={css[width]}>
        {children}
      </main>
      <footer className={css.foot}>
        <Link href="/accessibility">{t('common.footAccessibility')}</Link>
        <Link href="/accessibility#barrier">{t('common.footBarrier')}</Link>
        <Link href="/accessibility#personal">{t('common.footPersonal')}</Link>
        <span>{t('common.footOpen')}</span>
      </footer>
    </div>
  )
}
