import { defineKind } from './define.ts'

/** What is good and what is not, and why; questions with their answers. */
export const feedback = defineKind({
  kind: 'feedback',
  file: 'feedback',
  title: 'text',
  fields: {
    text: { is: 'text' },
    kind: { is: 'choice', of: { name: 'feedbackKind', values: ['good', 'notGood', 'question'] } },
    reason: { is: 'text', orNull: true },
    fromStakeholderId: { is: 'link', to: 'stakeholder' },
    createdAt: { is: 'day', today: true },
    answer: { is: 'text', orNull: true },
  },
  card: { meta: ['kind', 'fromStakeholderId', 'createdAt'], facts: ['reason', 'answer'] },
  columns: ['kind', 'reason', 'fromStakeholderId', 'createdAt', 'answer'],
})
