import * as z from 'zod/mini'
import { must } from '../../shared/assert.ts'
import { Comment } from '../../shared/board/comment.ts'
import { Decision, DecisionRecord } from '../../shared/board/decisions.ts'
import type { Board, Step } from '../../shared/board/model.ts'
import { Member, memberOf, ProposalHead, VersionRef, visible } from '../../shared/board/model.ts'
import { Settings } from '../../shared/board/settings.ts'
import { isShown } from '../../shared/board/shown.ts'
import { MemberId, QuestionId, SectionId, StepId } from '../../shared/ids.ts'
import { kinds } from '../../shared/items/index.ts'
import { plainWithLinks, together } from '../../shared/items/together.ts'
import { Locale } from '../../shared/locale.ts'
import type { StepContent } from '../../shared/step/read.ts'
import type { LiveBoard } from '../live/board.ts'
import { factsOf, StepFacts } from './step-facts.ts'
import { itemsByRoom, readWhole } from './whole.ts'

/*
 * A plan as plain data: what was decided and what was written, as it is on the disk. Exports are made of this and
 * see neither the log nor a room, and nothing that is hidden. Sessions, links and refused words are no part of it.
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
  /** Ids of the checks that its process asks here; absent where they follow from what the sections show. */
  checks: z.optional(z.readonly(z.array(z.string()))),
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

/** One that is not in force, as a file told it when the plan was brought in. */
const DecisionTold = z.object({ record: z.literal(true), ...DecisionRecord._zod.def.innerType.shape })

const CommentSaid = z.object({
  ...Comment._zod.def.innerType.shape,
  authorName: z.string(),
  authorOrganisation: z.string(),
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
  settings: Settings,
  steps: z.array(StepSnapshot),
  /**
   * By kind, in their order: each as files know it, with the step that holds it, or `follow-up` where it came after
   * agreement. What was told of it since then counts.
   */
  items: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  /** The decisions in force, one for each agreed step; then what a file told of beside them. */
  decisions: z.array(z.union([DecisionTaken, DecisionTold])),
  proposals: z.readonly(z.array(ProposalHead)),
  /** Oldest first, answers among them; what was removed has no words. */
  comments: z.array(CommentSaid),
})
export type PlanSnapshot = z.infer<typeof PlanSnapshot>

export const snapshotOf = async (live: Pick<LiveBoard, 'board' | 'content'>): Promise<PlanSnapshot> => {
  const whole = await readWhole(live, ({ steps }) => visible(steps))
  const { board, steps: shown, contents } = whole
  const { seq, title, language, template, variables, createdAt, members, settings, proposals } = board
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
    settings,
    steps: shown.map((step, at) => stepSnapshot(step, must(contents[at]), shown)),
    items: itemsIn(itemsByRoom(whole)),
    decisions: decisionsIn(board),
    proposals,
    comments: commentsIn(board),
  }
}

const stepSnapshot = (
  step: Step,
  content: StepContent,
  shown: readonly Step[],
): PlanSnapshot['steps'][number] => {
  const { id, title, description, deliverable, dependsOn, checks, state } = step
  return {
    id,
    title,
    description,
    deliverable,
    dependsOn: dependsOn.filter((ground) => shown.some((one) => one.id === ground)),
    ...(checks && { checks }),
    ...factsOf(state),
    sections: visible(step.sections).map((section) => ({
      ...section,
      content: content.sections[section.id],
    })),
    questions: visible(step.questions).map((question) => ({
      ...question,
      ...must(content.questions[question.id]),
      answer: content.answers[question.id],
    })),
    unread: content.unread,
  }
}

const itemsIn = (steps: Parameters<typeof together>[0]): PlanSnapshot['items'] => {
  const all = together(steps)
  return Object.fromEntries(
    [...kinds.values()].map((kind) => [
      kind.kind,
      (all.get(kind.kind) ?? []).map((item) => ({
        ...plainWithLinks(kind, item, all),
        stepId: item.stepId,
      })),
    ]),
  )
}

const decisionsIn = (board: Board): PlanSnapshot['decisions'] => {
  const shown = visible(board.steps)
  const inForce = shown.flatMap(({ id: stepId, state }) => {
    if (state.is !== 'agreed') return []
    const { at, by, decision, version, override } = state
    return { stepId, at, by, decision, version, ...(override !== undefined && { override }) }
  })
  const told = board.records.filter(({ stepId }) => shown.some(({ id }) => id === stepId))
  return [...inForce, ...told.map((one) => ({ record: true as const, ...one }))]
}

const commentsIn = (board: Board): PlanSnapshot['comments'] =>
  board.comments
    .filter(({ anchor }) => isShown(board, anchor))
    .map((comment) => {
      const { name = '', organisation = '' } = memberOf(board, comment.author) ?? {}
      return { ...comment, authorName: name, authorOrganisation: organisation }
    })
