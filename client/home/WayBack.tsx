import { useEffect } from 'react'
import { useShareWords } from '../hooks/useShareWords.ts'
import { settleWayBack, wantWayBack } from '../hooks/way-back.ts'
import { ShareLink } from '../ui/ShareLink.tsx'
import css from './ready.module.css'
import { useHomeText } from './useHomeText.ts'

interface Props {
  readonly board: string
  readonly link: string
}

/** The personal return link, told once; the plan reminds of it as long as nothing was done with it. */
export const WayBack = ({ board, link }: Props) => {
  const t = useHomeText()
  const words = useShareWords()
  useEffect(() => wantWayBack(board), [board])
  return (
    <section className={css.way} aria-labelledby="way">
      <h2 id="way">{t('home.wayTitle')}</h2>
      <p>{t('home.wayText')}</p>
      <p>{t('home.wayApp')}</p>
      <ShareLink
        label={t('people.wayLabel')}
        value={link}
        onTaken={() => settleWayBack(board)}
        words={words}
        qrTitle={t('common.qrTitle', { label: t('people.wayLabel') })}
      />
    </section>
  )
}
