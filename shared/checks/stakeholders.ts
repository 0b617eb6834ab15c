import { participation } from '../items/options.ts'
import type { TypedItem } from '../items/typed.ts'
import type { CheckedPlan, Checks, Found } from './define.ts'
import { daysBetween, findsEach } from './found.ts'
import { atItem, atKind, isBlank } from './place.ts'

/* Who is affected and takes part. */

type Party = TypedItem<'stakeholder'>
type Participation = (typeof participation.values)[number]

const isAffected = ({ affected }: Party): boolean => affected === 'direct'

/** From none to deciding themselves. */
const degree = (one: Participation): number => participation.values.indexOf(one)

const finds = findsEach('stakeholder', (plan) => plan.items('stakeholder'))

export const stakeholderChecks: Checks<
  'STK-01' | 'STK-02' | 'STK-03' | 'STK-04' | 'STK-05' | 'STK-06' | 'STK-07' | 'STK-09'
> = {
  'STK-01': (plan) => (plan.items('stakeholder').some(isAffected) ? [] : [atKind(plan, 'stakeholder')]),
  'STK-02': finds((party) => isAffected(party) && party.involvement.length === 0, 'involvement'),
  'STK-03': finds(({ interestText }) => isBlank(interestText), 'interestText'),
  'STK-04': (plan, { graceDays }) => plan.items('stakeholder').flatMap((one) => late(plan, one, graceDays)),
  // A key player: much power, and much at stake for them.
  'STK-05': finds(
    ({ power, interest, desiredParticipation: desired }) =>
      (power ?? 0) >= 4 && (interest ?? 0) >= 4 && (desired === 'inform' || desired === 'consult'),
    'desiredParticipation',
  ),
  'STK-06': finds(
    ({ impact, power, desiredParticipation: desired }) =>
      (impact ?? 0) >= 4 && power !== null && power <= 2 && (desired === 'none' || desired === 'inform'),
    'desiredParticipation',
  ),
  'STK-07': finds(
    ({ currentParticipation: current, desiredParticipation: desired }) =>
      current !== null && desired !== null && degree(current) < degree(desired),
    'currentParticipation',
  ),
  'STK-09': (plan, { minSectors }) => {
    const n = new Set(plan.items('stakeholder').flatMap(({ sector }) => sector ?? [])).size
    return n < minSectors ? [atKind(plan, 'stakeholder', { n })] : []
  },
}

/** Counted from the day the plan started; an involvement without a day says nothing of when. */
const late = ({ settings }: CheckedPlan, party: Party, graceDays: number): readonly Found[] => {
  const [first] = party.involvement
    .map(({ date }) => date)
    .filter((date) => date !== '')
    .sort()
  if (!isAffected(party) || !first || !settings.startedAt) return []
  const days = daysBetween(settings.startedAt, first)
  return days > graceDays ? [{ ...atItem('stakeholder', party, 'involvement'), values: { days } }] : []
}
