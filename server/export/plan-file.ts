import * as z from 'zod/mini'
import { must } from '../../shared/assert.ts'
import { commentLimit } from '../../shared/board/comments.ts'
import { Decision, DecisionRecord } from '../../shared/board/decisions.ts'
import { organisationName, personName } from '../../shared/board/members.ts'
import type { Board, Member, Step } from '../../shared/board/model.ts'
import { Question, Section, StepStructure, Time } from '../../shared/board/model.ts'
import { followUpRoom, planTitle } from '../../shared/board/plan.ts'
import { Settings } from '../../shared/board/settings.ts'
import { structureLimit } from '../../shared/board/structure.ts'
import { MemberId, QuestionId, SectionId, StepId } from '../../shared/ids.ts'
import type { Kind } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import { isSaid, textAt } from '../../shared/items/item.ts'
import { itemIdPattern, orderPattern } from '../../shared/items/leaves.ts'
import { plainOf } from '../../shared/items/plain.ts'
import { hasReports, isReported, reportedLeaves } from '../../shared/items/reports.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { isReport, together } from '../../shared/items/together.ts'
import { Locale } from '../../shared/locale.ts'
import { longestOwner, longestReason } from '../../shared/step/questions.ts'
import type { StepContent } from '../../shared/step/read.ts'
import type { LiveBoard } from '../live/board.ts'
import { CommentInFile, commentsInFile } from './comments.ts'
import type { Whole } from './whole.ts'
import { itemsByRoom, readWhole } from './whole.ts'

/*
 * Our own file of a plan, `samplan/1`: the plan as it stands, not how it came to be. Sessions, links, proposals and
 * the log are no part of it, nor whoever imported the plan, unless something in it names them. Reading such a file
 * and writing it again gives the same file, apart from `exportedAt` and `boardId`.
 */

const words = z.string().check(z.maxLength(structureLimit.text))
const title = z.string().check(z.maxLength(structureLimit.title))
const note = z.string().check(z.minLength(1), z.maxLength(2000))
const hidden = z.optional(z.literal(true))
const many = <T extends z.ZodMiniType>(one: T, most: number) =>
  z.readonly(z.array(one).check(z.maxLength(most)))

const QuestionInFile = z.strictObject({
  id: QuestionId,
  kind: Question._zod.def.innerType.shape.kind,
  text: words,
  original: z.optional(z.strictObject({ language: Locale, text: words })),
  hidden,
  status: z.optional(z.enum(['unanswered', 'drafted', 'agreed', 'notRelevant'])),
  reason: z.optional(z.string().check(z.maxLength(longestReason))),
  owner: z.optional(z.string().check(z.maxLength(longestOwner))),
  /** ProseMirror JSON. */
  answer: z.optional(z.unknown()),
})

const SectionInFile = z.strictObject({
  id: SectionId,
  kind: Section._zod.def.innerType.shape.kind,
  kinds: z.optional(many(z.string().check(z.maxLength(64)), 40)),
  title,
  prompt: words,
  hidden,
  content: z.optional(z.unknown()),
})

const by = z.optional(MemberId)
const StepInFile = z.strictObject({
  id: StepId,
  title,
  description: words,
  deliverable: words,
  dependsOn: many(StepId, structureLimit.steps),
  checks: z.optional(many(z.string().check(z.maxLength(20)), 200)),
  hidden,
  state: z.enum(['open', 'inReview', 'agreed']),
  reopened: z.optional(z.strictObject({ at: Time, by, reason: note })),
  review: z.optional(
    z.strictObject({
      since: Time,
      by,
      who: z.optional(note),
      until: z.optional(z.string().check(z.maxLength(40))),
    }),
  ),
  agreement: z.optional(
    z.strictObject({
      at: Time,
      by,
      decision: Decision,
      override: z.optional(note),
      unrecorded: z.optional(z.literal(true)),
    }),
  ),
  changedGround: z.optional(
    many(z.strictObject({ stepId: StepId, at: Time, reason: note }), structureLimit.steps),
  ),
  questions: many(QuestionInFile, structureLimit.parts),
  sections: many(SectionInFile, structureLimit.parts),
})

export const PersonInFile = z.strictObject({
  id: MemberId,
  name: personName,
  organisation: organisationName,
  role: z.enum(['facilitator', 'editor', 'commenter', 'reader']),
  joinedAt: Time,
})

const ItemInFile = z.strictObject({
  /** Or `follow-up`: what came after agreement, and what was told then of an item that a step holds. */
  stepId: StepId,
  order: z.string().check(z.regex(orderPattern)),
  /** As in `GET …/snapshot`, without what is read from other items. */
  item: z.record(z.string(), z.unknown()),
})

export const planFile = 'samplan/1'

export const PlanFile = z.strictObject({
  schema: z.literal(planFile),
  boardId: z.string(),
  exportedAt: z.string(),
  title: planTitle,
  language: Locale,
  template: z.string().check(z.maxLength(100)),
  variables: z
    .record(z.string().check(z.maxLength(100)), z.string().check(z.maxLength(200)))
    .check(z.refine((variables) => Object.keys(variables).length <= 100)),
  settings: Settings,
  people: many(PersonInFile, 10_000),
  steps: z.readonly(z.array(StepInFile).check(z.minLength(1), z.maxLength(structureLimit.steps))),
  items: z.record(z.string(), z.array(ItemInFile)),
  /** Decisions beside those in force, as a file once told them. */
  records: z._default(many(DecisionRecord, 10_000), []),
  /** In the order in which they were written. */
  comments: z._default(many(CommentInFile, commentLimit.count), []),
})
export type PlanFile = z.infer<typeof PlanFile>

export const planFileOf = async (
  live: Pick<LiveBoard, 'board' | 'content' | 'passages'>,
  exportedAt: string,
): Promise<PlanFile> => {
  const whole = await readWhole(live, ({ steps: all }) => all)
  const { board, contents } = whole
  const { id, title: name, language, template, variables, settings, records } = board
  const steps = board.steps.map((step, at) => stepInFile(step, must(contents[at])))
  const items = itemsInFile(whole)
  const comments = commentsInFile({ board, passages: live.passages })
  const file = {
    schema: planFile,
    boardId: id,
    exportedAt,
    title: name,
    language,
    template,
    variables,
    settings,
    people: board.members.map(personInFile),
    steps,
    items,
    records,
    comments,
  } as const
  const rest = { steps, items, comments }
  return { ...file, people: file.people.filter((person) => belongs(board, person.id, rest)) }
}

/** The importer came with the import, not with the plan. */
const belongs = (board: Board, member: MemberId, rest: unknown): boolean =>
  member !== board.importedBy || JSON.stringify(rest).includes(`"${member}"`)

const personInFile = ({ id, name, organisation, role, joinedAt }: Member): z.infer<typeof PersonInFile> => ({
  id,
  name,
  organisation,
  role,
  joinedAt,
})

const stepInFile = (step: Step, content: StepContent): PlanFile['steps'][number] => {
  const { questions, sections, ...structure } = StepStructure.parse(step)
  return {
    ...structure,
    ...stateInFile(step),
    ...(step.changedGround.length > 0 && { changedGround: [...step.changedGround] }),
    questions: questions.map((question) => ({
      ...question,
      ...content.questions[question.id],
      answer: content.answers[question.id],
    })),
    sections: sections.map((section) => ({ ...section, content: content.sections[section.id] })),
  }
}

const stateInFile = ({ state }: Step) => {
  switch (state.is) {
    case 'open':
      return { state: state.is, ...(state.reopened && { reopened: state.reopened }) }
    case 'inReview': {
      const { is, ...review } = state
      return { state: is, review }
    }
    case 'agreed': {
      const { at, decision, override, unrecorded } = state
      const agreement = { at, by: state.by, decision, ...(override !== undefined && { override }) }
      return { state: state.is, agreement: { ...agreement, ...(unrecorded && { unrecorded }) } }
    }
  }
}

/** What was told after agreement stands behind the items, by itself: a step's own values are what was agreed. */
const itemsInFile = (whole: Whole): PlanFile['items'] => {
  const own = itemsByRoom(whole).map(({ stepId, items }) => ({
    stepId,
    items: items.filter((item) => !isReport({ ...item, stepId })),
  }))
  const all = together(own)
  return Object.fromEntries(
    [...kinds.values()].flatMap((kind) => {
      const items = onceInFile(kind, all.get(kind.kind) ?? []).map((item) => ({
        stepId: StepId.parse(item.stepId),
        // One without a place stands before the others.
        order: item.order || '0',
        item: plainOf(kind, item),
      }))
      const told = hasReports(kind) ? reportsInFile(kind, all.get(kind.kind) ?? [], whole) : []
      return items.length > 0 ? [[kind.file, [...items, ...told]]] : []
    }),
  )
}

/** One for each item of which something was told, with nothing but that. */
const reportsInFile = (kind: Kind, items: readonly PlacedItem[], { followUps }: Whole) => {
  const reports = Map.groupBy(
    followUps.filter((report) => report.kind === kind.kind),
    ({ id }) => id,
  )
  return items.flatMap((item) => {
    const own = reports.get(item.id)
    if (!own) return []
    const told = { ...item, leaves: wholeEntries(kind, item, reportedLeaves(own)) }
    const names = Object.entries(kind.fields).flatMap(([name, field]) =>
      isSaid(told, name, field) ? name : [],
    )
    const plain = Object.entries(plainOf(kind, told)).filter(([name]) => names.includes(name))
    return names.length === 0
      ? []
      : [{ stepId: followUpRoom, order: '0', item: { id: item.id, ...Object.fromEntries(plain) } }]
  })
}

/** Files know no status of a value without the value: what was agreed stands beside what was told of the same entry. */
const wholeEntries = (
  kind: Kind,
  { leaves }: PlacedItem,
  told: PlacedItem['leaves'],
): PlacedItem['leaves'] => {
  const entries = new Set([...told.keys()].map(entryOf).filter((entry) => entry !== ''))
  if (entries.size === 0) return told
  const beside = [...leaves].filter(([path]) => entries.has(entryOf(path)) && isReported(kind.fields, path))
  return new Map([...beside, ...told])
}

/** The path before its last name. */
const entryOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0))

/** Files name a join by the pair that it joins, so of one pair they can hold one. */
const onceInFile = (kind: Kind, items: readonly PlacedItem[]): readonly PlacedItem[] => {
  const { joins } = kind
  if (!joins) return items
  const pairs = new Map(
    items
      .map((item) => [`${textAt(item, joins.from)}:${textAt(item, joins.to)}`, item] as const)
      .toReversed(),
  )
  const kept = new Set([...pairs].flatMap(([pair, item]) => (itemIdPattern.test(pair) ? item : [])))
  return items.filter((item) => kept.has(item))
}

/** What a file of this plan is called: its title, without what a file system may not hold. */
export const fileName = (title: string, ending: string): string => {
  const name = title
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- reason: control characters are among what it takes away
    .replaceAll(/[\u0000-\u001f\u007f"*/:<>?\\|]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
    .replace(/^\.+|[. ]+$/g, '')
  return `${name || 'plan'}.${ending}`
}
