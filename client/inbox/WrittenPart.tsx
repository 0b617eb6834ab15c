import { useId, useMemo } from 'react'
import { Link } from 'wouter'
import { languageTag } from '../../shared/locale.ts'
import type { Visit } from '../../shared/board/visit.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { useTelling } from '../items/useTelling.ts'
import { arrived } from './arrived.ts'
import css from './inbox.module.css'
import type { WrittenPlace } from './missed.ts'
import { writtenSteps } from './missed.ts'

/** Texts and items that others wrote in, by step; each leads to its place. */
export const WrittenPart = ({ written }: { readonly written: Visit['written'] }) => {
  const t = useText()
  const id = useId()
  const telling = useTelling()
  const names = useNames()
  const { board } = useBoard()
  const steps = useMemo(() => writtenSteps(written, { t, telling }), [written, t, telling])
  const lang = languageTag[board.language]
  return (
    <section className={css.part} aria-labelledby={id}>
      <h3 id={id}>{t('inbox.written')}</h3>
      {steps.length === 0 && <p className={css.muted}>{t('inbox.writtenNone')}</p>}
      {steps.map(({ step, places }) => (
        <div key={step.id} className={css.step}>
          <h4>
            {t('step.number', { number: names.number(step.id) })}
            <span lang={lang}>{step.title}</span>
          </h4>
          <ul role="list" className={css.list}>
            {places.map((place) => (
              <Row key={place.key} place={place} lang={lang} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

const Row = ({ place, lang }: { readonly place: WrittenPlace; readonly lang: string }) => {
  const t = useText()
  const names = useNames()
  return (
    <li className={css.row}>
      <p className={css.what}>
        <Link href={place.href} onClick={arrived} lang={lang}>
          {place.title}
        </Link>
      </p>
      <p className={css.muted}>
        {t('inbox.writtenBy', {
          names: place.by.length === 0 ? t('inbox.somebody') : names.list(place.by.map(names.person)),
          at: new Date(place.at),
        })}
      </p>
    </li>
  )
}
