import css from './home.module.css'
import { useHomeText } from './useHomeText.ts'

/** Three things to know before one begins. */
export const HowItGoes = () => {
  const t = useHomeText()
  const points = [
    [t('home.howStart'), t('home.howStartText')],
    [t('home.howInvite'), t('home.howInviteText')],
    [t('home.howAgree'), t('home.howAgreeText')],
  ] as const
  return (
    <section className={css.tile} aria-labelledby="how">
      <h2 id="how">{t('home.howTitle')}</h2>
      <ol role="list" className={css.how}>
        {points.map(([title, text]) => (
          <li key={title}>
            <b>{title}</b>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
