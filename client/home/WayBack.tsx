import { useText } from '../hooks/useText.ts'
import { useShareWords } from '../hooks/useShareWords.ts'
import { ShareLink } from '../ui/ShareLink.tsx'
import css from './ready.module.css'

/** The personal return link, told once. */
export const WayBack = ({ link }: { readonly link: string }) => {
  const t = useText()
  const words = useShareWords()
  return (
    <section className={css.way} aria-labelledby="way">
      <h2 id="way">{t('home.wayTitle')}</h2>
      <p>{t('home.wayText')}</p>
      <ShareLink
        label={t('home.wayLabel')}
        value={link}
        words={words}
        qrTitle={t('common.qrTitle', { label: t('home.wayLabel') })}
      />
    </section>
  )
}
