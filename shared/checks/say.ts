import { registry } from '../items/index.ts'
import { unitBehind } from '../items/unit-word.ts'
import type { Locale } from '../locale.ts'
import { languageTag } from '../locale.ts'
import type { Translate } from '../messages/format.ts'
import type { CheckedPlan, Finding } from './define.ts'
import { paramsOf } from './find.ts'
import type { CheckId } from './rules.ts'

/* Findings in words. A finding holds ids and numbers; what is said of it holds names, as they are now. */

export interface Saying {
  readonly t: Translate
  readonly locale: Locale
  /** What the names are found in. */
  readonly plan: CheckedPlan
}

/** One sentence: what is missing or wrong. */
export const sayFinding = (finding: Finding, saying: Saying): string =>
  saying.t(`checks.${finding.check}`, valuesOf(finding, saying))

/** One sentence: why the process asks for it. */
export const whyOf = (check: CheckId, { t }: Pick<Saying, 't'>): string => t(`reasons.${check}`)

type Values = Readonly<Record<string, number | string | Date>>

/** The limits the check was asked with, what the place says of itself, and what was found, by name. */
const valuesOf = (finding: Finding, saying: Saying): Values => ({
  ...paramsOf(saying.plan, finding.check),
  ...placeValues(finding, saying),
  ...Object.fromEntries(
    Object.entries(finding.values ?? {}).map(([name, value]) => [name, named(name, value, saying)]),
  ),
})

const placeValues = ({ place }: Finding, saying: Saying): Values => {
  const { plan } = saying
  if (place.is === 'question') return { question: questionText(plan, place) }
  if (place.is !== 'item') return {}
  switch (place.kind) {
    case 'missionSource':
      return { title: nameOf('missionSource', place.id, saying) }
    case 'indicator':
      return measuredIn(plan.item('indicator', place.id)?.unit ?? '')
    case 'activity':
      return whenOver(plan.item('activity', place.id)?.end ?? '')
    default:
      return measuredIn(plan.settings.amountUnit ?? '')
  }
}

const questionText = (
  { steps }: CheckedPlan,
  { stepId, id }: { readonly stepId: string; readonly id: string },
): string =>
  steps.find((step) => step.id === stepId)?.questions.find((question) => question.id === id)?.text ?? ''

/** What two shares differ by is no share. */
const measuredIn = (unit: string): Values => ({ unit: unitBehind(unit), of: measures[unit.trim()] ?? 'own' })
const measures: Readonly<Record<string, string>> = { '%': 'percent', '': 'none' }

/** At noon in Greenwich it is that day nearly everywhere. */
const whenOver = (day: string): Values => (day === '' ? {} : { end: new Date(`${day}T12:00:00Z`) })

const named = (name: string, value: number | string, saying: Saying): number | string | Date => {
  if (typeof value === 'number') return value
  switch (name) {
    case 'party':
      return nameOf('stakeholder', value, saying)
    case 'goal':
      return nameOf('goal', value, saying)
    case 'dep':
      return saying.plan.steps.find(({ id }) => id === value)?.title ?? ''
    case 'unit':
      return unitBehind(value)
    case 'facets':
      return facetsIn(value, saying)
    case 'end':
      return whenOver(value)['end'] ?? value
    default:
      return value
  }
}

const facetsIn = (ids: string, { t, locale }: Saying): string => {
  const tag = languageTag[locale]
  const words = facetNames
    .filter((facet) => ids.split(',').includes(facet))
    .map((facet) => t(`items.facet=${facet}`))
  return new Intl.ListFormat(tag).format(words.map((word) => word.toLocaleLowerCase(tag)))
}

const facetNames = registry.evidence.fields.facets.of.values

const nameOf = (kind: 'goal' | 'missionSource' | 'stakeholder', id: string, { plan, t }: Saying): string => {
  const item = plan.item(kind, id)
  const name = item && ('title' in item ? item.title : item.name)
  return name?.trim() ? name : t('items.untitled', { kind: t(`items.${kind}:one`) })
}
