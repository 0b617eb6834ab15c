import type { TypedItem } from '../items/typed.ts'
import type { CheckedPlan, Checks, Found } from './define.ts'
import { daysBetween, findsEach } from './found.ts'
import { atItem, atKind, isBlank } from './place.ts'

/* What comes back. */

export const reviewChecks: Checks<'REV-01' | 'REV-02' | 'REV-03' | 'REV-04' | 'REV-05'> = {
  'REV-01': (plan) =>
    plan.items('feedback').some(({ kind }) => kind === 'good') ? [] : [atKind(plan, 'feedback')],
  'REV-02': findsEach('feedback', (plan) => plan.items('feedback'))(
    ({ kind, reason }) => (kind === 'good' || kind === 'notGood') && isBlank(reason),
    'reason',
  ),
  'REV-03': (plan, { maxDays }) => plan.items('feedback').flatMap((one) => waiting(plan, one, maxDays)),
  'REV-04': (plan) => (plan.items('reviewStructure').length > 0 ? [] : [atKind(plan, 'reviewStructure')]),
  'REV-05': (plan) =>
    plan
      .items('reviewStructure')
      .filter(({ owner, frequency }) => isBlank(owner) || isBlank(frequency))
      .map((one) => atItem('reviewStructure', one, isBlank(one.owner) ? 'owner' : 'frequency')),
}

type Feedback = TypedItem<'feedback'>

/** A question that does not say when it came waits for nothing that could be counted. */
const waiting = ({ asOf }: CheckedPlan, one: Feedback, maxDays: number): readonly Found[] => {
  if (one.kind !== 'question' || !isBlank(one.answer) || one.createdAt === '') return []
  const days = daysBetween(one.createdAt, asOf)
  return days > maxDays ? [{ ...atItem('feedback', one, 'answer'), values: { days } }] : []
}
