import type { Change, ForecastHint as Hint } from '../../shared/checks/forecast.ts'
import { forecastHints } from '../../shared/checks/forecast.ts'
import { typedItem } from '../../shared/items/typed.ts'
import type { Locale } from '../../shared/locale.ts'
import { languageTag } from '../../shared/locale.ts'
import type { Translate } from '../../shared/messages/format.ts'
import { useItemsOf } from '../hooks/useItems.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { InfoIcon } from '../ui/icons.ts'
import css from './mark.module.css'

/** What the plan's own forecast answers to a question; nothing to the others, or without a forecast. */
export const ForecastHint = ({ questionId }: { readonly questionId: string }) => {
  const t = useText()
  const { locale } = useLocale()
  const forecasts = useItemsOf('populationForecast')
  const hints = forecastHints(
    questionId,
    forecasts.map((item) => typedItem('populationForecast', item)),
  )
  if (hints.length === 0) return null
  return (
    <ul role="list" className={css.hints}>
      {hints.map((hint) => (
        <li key={`${hint.is} ${'age' in hint ? hint.age : ''}`}>
          <Icon of={InfoIcon} size="sm" />
          <span>{sayHint(hint, t, locale)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The longest view of those it can take. */
const sayHint = (hint: Hint, t: Translate, locale: Locale): string => {
  const change = hint.changes.at(-1)
  if (!change) return ''
  const values = valuesOf(change, locale)
  switch (hint.is) {
    case 'older':
      return t('findings.older', { ...values, age: hint.age })
    case 'babyBoom':
      return t('findings.babyBoom', { ...values, age: hint.age, peak: String(hint.peak.year) })
    case 'growth':
      return t('findings.growth', values)
    case 'dependency':
      return t('findings.dependency', values)
  }
}

const valuesOf = ({ from, to, year, percent }: Change, locale: Locale) => {
  const whole = new Intl.NumberFormat(languageTag[locale], { maximumFractionDigits: 0 })
  const share = new Intl.NumberFormat(languageTag[locale], {
    style: 'percent',
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  return {
    from: whole.format(from),
    to: whole.format(to),
    year: String(year),
    percent: percent === null ? '–' : share.format(percent / 100),
  }
}
