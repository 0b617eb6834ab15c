import * as z from 'zod/mini'
import { must } from '../../shared/assert.ts'
import { Decision } from '../../shared/board/decisions.ts'
import type { Board, Step } from '../../shared/board/model.ts'
import { Member, ProposalHead, VersionRef } from '../../shared/board/model.ts'
import { MemberId, QuestionId, SectionId, StepId } from '../../shared/ids.ts'
import { Locale } from '../../shared/locale.ts'
import type { StepContent } from '../../shared/step/read.ts'
import type { LiveBoard } from '../live/board.ts'
import { factsOf, StepFacts } from './step-facts.ts'

/*
 * A plan as plain data: what was decided and what was written, as it is on the disk. Exports are made of this and
 * see neither the log nor a room. Sessions, links and refused words are no part of it.
 */

/** ProseMirror JSON, or the plain value of a field. */
export const Document = z.unknown()

const SectionContent = z.object({
  id: SectionId,
  title: z.string(),
  kind: z.enum(['richtext', 'collection']),
  prompt: z.string(),
  content: Document,
})

const QuestionContent = z.object({
  id: QuestionId,
  kind: z.enum(['question', 'requirement']),
  text: z.string(),
  original: z.optional(z.readonly(z.object({ language: Locale, text: z.string() }))),
  status: z.string(),
  reason: z.optional(z.string()),
  owner: z.optional(z.string()),
  answer: Document,
})

const StepSnapshot = z.object({
  id: StepId,
  title: z.string(),
  description: z.string(),
  deliverable: z.string(),
  dependsOn: z.readonly(z.array(StepId)),
  ...StepFacts._zod.def.shape,
  sections: z.array(SectionContent),
  questions: z.array(QuestionContent),
  /** Names of what stands in the step but could not be read. */
  unread: z.readonly(z.array(z.string())),
})

const DecisionTaken = z.object({
  stepId: StepId,
  at: z.string(),
  by: MemberId,
  decision: Decision,
  version: VersionRef,
  override: z.optional(z.string()),
})

export const PlanSnapshot = z.object({
  schema: z.literal('samplan-snapshot/1'),
  board: z.string(),
  seq: z.number(),
  title: z.string(),
  language: Locale,
  template: z.string(),
  variables: z.readonly(z.record(z.string(), z.string())),
  createdAt: z.string(),
  members: z.readonly(z.array(Member)),
  steps: z.array(StepSnapshot),
  /** The decisions in force, one for each agreed step. */
  decisions: z.array(DecisionTaken),
  proposals: z.readonly(z.array(ProposalHead)),
})
export type PlanSnapshot = z.infer<typeof PlanSnapshot>

export const snapshotOf = async (live: Pick<LiveBoard, 'board' | 'content'>): Promise<PlanSnapshot> => {
  const { board } = live
  const contents = await Promise.all(board.steps.map((step) => live.content(step.id)))
  const { seq, title, language, template, variables, createdAt, members, proposals } = board
  return {
    schema: 'samplan-snapshot/1',
    board: board.id,
    seq,
    title,
    language,
    template,
    variables,
    createdAt,
    members,
    steps: board.steps.map((step, at) => stepSnapshot(step, must(contents[at]))),
    decisions: decisionsIn(board),
    proposals,
  }
}

const stepSnapshot = (step: Step, content: StepContent): PlanSnapshot['steps'][number] => {
  const { id, title, description, deliverable, dependsOn, state } = step
  return {
    id,
    title,
    description,
    deliverable,
    dependsOn,
    ...factsOf(state),
    sections: step.sections.map((section) => ({ ...section, content: content.sections[section.id] })),
    questions: step.questions.map((question) => ({
      ...question,
      ...must(content.questions[question.id]),
      answer: content.answers[question.id],
    })),
    unread: content.unread,
  }
}

const decisionsIn = (board: Board): PlanSnapshot['decisions'] =>
  board.steps.flatMap(({ id: stepId, state }) => {
    if (state.is !== 'agreed') return []
    const { at, by, decision, version, override } = state
    return { stepId, at, by, decision, version, ...(override !== undefined && { override }) }
  })
