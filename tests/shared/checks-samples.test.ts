import { describe, expect, it } from 'vitest'
import type { Finding } from '../../shared/checks/define.ts'
import { findingsOf } from '../../shared/checks/find.ts'
import { checkedPlan } from '../../shared/checks/plan.ts'
import type { ExpectedCheck } from '../support/sample-checks.ts'
import { planReadOf, sampleFile } from '../support/sample-checks.ts'

/* The two sample plans, with the faults that were planted in them. */

describe('the checks of the sample plans', () => {
  it('CK1 the plan in Swedish gives exactly what its file says', () => {
    const { expectedChecks = [] } = sampleFile('sv')
    expect(expectedChecks).toHaveLength(47)
    expect(sorted(foundIn('sv'))).toEqual(sorted(expectedChecks))
  })

  it('CK2 the plan in Norwegian gives what its conditions give, each for its reason', () => {
    const asTold = havdalsnes.map(([check, entityId, , values]) => ({
      check,
      entityId,
      ...(values && { values }),
    }))
    expect(sorted(foundIn('nb'))).toEqual(sorted(asTold))
  })
})

/** Read by hand, condition by condition: what is found, and what of the plan makes it so. */
const havdalsnes: readonly (readonly [
  check: string,
  entityId: string,
  why: string,
  values?: ExpectedCheck['values'],
])[] = [
  ['GEN-01', 'goals.q3', 'who asks for results is not answered'],
  ['GEN-01', 'review.q2', 'which systems catch what happens is not answered'],
  ['GEN-02', 'stakeholders', 'agreed; the objection c4 on s11 is open', { n: 1 }],
  ['GEN-02', 'knowledge-base', 'agreed; the question c8 on ev-8 is open', { n: 1 }],
  ['GEN-02', 'goals', 'in review; the questions c2 on m4 and c5 on a6 are open', { n: 2 }],
  ['GEN-03', 'knowledge-base', 'locked on 27 May, and no decision speaks of it'],
  ['GOAL-06', 'm5', 'the builders, s9, commit themselves to nothing', { party: 's9' }],
  ['GOAL-09', 'm6', 'the five plan links are of the other goals'],
  ['GOAL-10', 'm5', 'neither unit nor role asks for its results'],
  ['GOAL-14', 'm5', 'no routine is said'],
  ['IND-02', 'k7', 'measures m4, and has no target'],
  ['IND-03', 'k8', 'has a total for one year only'],
  ['IND-04', 'k5', 'concerns persons, and has only totals'],
  ['IND-05', 'k2', 'is compared with nobody'],
  ['IND-05', 'k5', 'is compared with nobody'],
  ['IND-05', 'k7', 'is compared with nobody'],
  ['IND-05', 'k8', 'is compared with nobody'],
  ['IND-05', 'k10', 'is compared with nobody'],
  ['IND-06', 'k3', 'women 66 %, men 77 %', { gap: 11 }],
  ['IND-06', 'k4', 'women 22.9 %, men 19.4 %: a sixth of 21.5', { gap: 3.5 }],
  ['IND-06', 'k10', 'women 42 %, men 64 %', { gap: 22 }],
  ['IND-07', 'k5', 'measures an activity, and m3 is measured by it'],
  ['IND-12', 'k6', 'the values of 2025 are preliminary'],
  ['RES-02', 'rf-2027', '308 400 of 312 000 is allocated', { diff: 3600, unit: '1000 kr' }],
  ['RES-03', 'a6', 'why is not said'],
  ['RES-06', 'a4', 'a political priority without its decision'],
  ['RES-09', 't9', 'costs 200, from no allocation'],
  ['RES-09', 't12', 'costs 450, from no allocation'],
  ['ACT-01', 't12', 'why is empty'],
  ['ACT-04', 't12', 'the end is empty'],
  ['ACT-05', 't12', 'there is no follow-up'],
  ['ACT-06', 't12', 'it contributes to nothing'],
  ['ACT-07', 't10', 'its score for m6 is not explained', { goal: 'm6' }],
  ['ACT-08', 't11', 'begins in August 2026, before the period'],
  ['ACT-10', 't12', 'no unit is responsible'],
  ['STK-03', 's12', 'what it wants is empty'],
  ['STK-04', 's11', 'first involved on 18 June, started on 12 January', { days: 157 }],
  ['STK-07', 's1', 'involved, wanted to collaborate'],
  ['STK-07', 's2', 'consulted, wanted to be involved'],
  ['STK-07', 's5', 'consulted, wanted to be involved'],
  ['STK-07', 's6', 'consulted, wanted to collaborate'],
  ['STK-07', 's7', 'informed, wanted to be involved'],
  ['STK-07', 's8', 'involved, wanted to collaborate'],
  ['STK-07', 's9', 'informed, wanted to be consulted'],
  ['STK-07', 's11', 'informed, wanted to be involved'],
  ['STK-07', 's12', 'informed, wanted to be consulted'],
  ['KB-04', 'ev-8', 'has neither source nor year'],
  ['ARE-02', 'ar-4', 'nobody answers for the digital channel'],
  ['REV-02', 'fb-3', 'not good, and not why'],
  ['REV-03', 'fb-4', 'asked on 19 October', { days: 27 }],
  ['REV-05', 'rs-4', 'has neither owner nor frequency'],
]

const foundIn = (language: 'sv' | 'nb'): readonly ExpectedCheck[] => {
  const file = sampleFile(language)
  return findingsOf(checkedPlan(planReadOf(file), file.asOf)).map(expected)
}

/** What files say of a finding. */
const expected = ({ check, entityId, values }: Finding): ExpectedCheck => ({
  check,
  entityId,
  ...(values && { values }),
})

const sorted = (findings: readonly ExpectedCheck[]): readonly string[] =>
  findings.map((one) => JSON.stringify(one)).sort()
