import { Fragment } from 'react'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import { numeral, saidDay } from '../items/said.ts'
import css from './settings.module.css'
import { variableLabel } from './VariableFields.tsx'

/** The settings for whoever cannot change them. */
export const ReadSettings = () => {
  const t = useText()
  const { locale } = useLocale()
  const { board } = useBoard()
  const { period, startedAt, currency, amountUnit, municipality, summary, disclaimer, units } = board.settings
  const day = (date: string | undefined) => saidDay(date ?? '', { locale })
  const rows = [
    ...Object.entries(board.variables).map(([name, words]) => [variableLabel(t, name), words] as const),
    [t('settings.period'), period ? `${day(period.from)} – ${day(period.to)}` : ''],
    [t('settings.startedAt'), day(startedAt)],
    [t('settings.summary'), summary ?? ''],
    [t('settings.disclaimer'), disclaimer ?? ''],
    [t('settings.amountUnit'), amountUnit ?? ''],
    [t('settings.currency'), currency ?? ''],
    [t('settings.municipality'), municipality?.name ?? ''],
    [t('settings.code'), municipality?.code ?? ''],
    [
      t('settings.population'),
      municipality?.population === undefined ? '' : numeral(municipality.population, locale),
    ],
  ] as const
  const said = rows.filter(([, words]) => words !== '')
  const lang = languageTag[board.language]
  if (said.length + units.length === 0) return <p className="muted">{t('settings.nothing')}</p>
  return (
    <dl className={css.read}>
      {said.map(([label, words]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd lang={lang}>{words}</dd>
        </Fragment>
      ))}
      {units.length > 0 && (
        <>
          <dt>{t('settings.units')}</dt>
          <dd>
            <ul role="list">
              {units.map(({ id, name, kind }) => (
                <li key={id}>
                  <span lang={lang}>{name}</span> <span className="muted">{t(`items.unit=${kind}`)}</span>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  )
}
