import { Link } from 'wouter'
import { useText } from '../hooks/useText.ts'
import css from './frame.module.css'

export const Foot = () => {
  const t = useText()
  return (
    <footer className={css.foot}>
      <Link href="/accessibility">{t('common.footAccessibility')}</Link>
      <Link href="/accessibility#barrier">{t('common.footBarrier')}</Link>
    </footer>
  )
}
