import { defineKind } from './define.ts'

/** What an activity does for a goal. */
export const contribution = defineKind({
  kind: 'contribution',
  file: 'contributions',
  title: 'activityId',
  matrix: true,
  joins: { from: 'activityId', to: 'goalId' },
  fields: {
    activityId: { is: 'link', to: 'activity' },
    goalId: { is: 'link', to: 'goal' },
    score: { is: 'scale', name: 'score', from: 0, to: 3 },
    confidence: { is: 'choice', of: { name: 'confidence', values: ['low', 'medium', 'high'] } },
    rationale: { is: 'text' },
  },
  card: { meta: ['score', 'confidence'], facts: ['rationale'] },
  columns: ['goalId', 'score', 'confidence', 'rationale'],
})
