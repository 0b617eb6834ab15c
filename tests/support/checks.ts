import { must } from '../../shared/assert.ts'
import type { Comment } from '../../shared/board/comment.ts'
import type { Section, Step } from '../../shared/board/model.ts'
import { newStep } from '../../shared/board/model.ts'
import type { Settings } from '../../shared/board/settings.ts'
import type { CheckedPlan, Finding } from '../../shared/checks/define.ts'
import { findingsOf } from '../../shared/checks/find.ts'
import { checkedPlan } from '../../shared/checks/plan.ts'
import type { CheckId } from '../../shared/checks/rules.ts'
import { checkIds } from '../../shared/checks/rules.ts'
import { QuestionId, SectionId } from '../../shared/ids.ts'
import type { ItemKind } from '../../shared/items/index.ts'
import { kinds } from '../../shared/items/index.ts'
import { ordersFor } from '../../shared/items/order.ts'
import { parseItem } from '../../shared/items/parse.ts'
import type { Plain } from '../../shared/items/plain.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import type { TypedItem } from '../../shared/items/typed.ts'
import type { StepTexts } from '../../shared/step/read.ts'
import { proseOf } from '../../shared/step/write.ts'
import { memberId, stepId, versionId } from './board.ts'

/* Plans as checks see them, made of as little as a test has to say. */

type Part<T> = T extends readonly (infer One)[]
  ? readonly Part<One>[]
  : T extends object
    ? { readonly [Name in keyof T]?: Part<T[Name]> }
    : T

/** By kind, each item with what a test says of it: the rest is as nobody has said anything. */
export type ItemParts = { readonly [Name in ItemKind]?: readonly Part<TypedItem<Name>>[] }

export interface StepParts {
  readonly id?: string
  readonly title?: string
  readonly state?: Step['state']
  readonly dependsOn?: readonly string[]
  /** All there are when not said; null: the step does not say what it asks. */
  readonly checks?: readonly CheckId[] | null
  readonly hidden?: true
  readonly questions?: readonly {
    readonly id: string
    readonly kind?: 'question' | 'requirement'
    readonly text?: string
    readonly status?: 'drafted' | 'agreed' | 'notRelevant'
  }[]
  readonly sections?: readonly {
    readonly id: string
    readonly kinds?: readonly ItemKind[]
    readonly words?: string
    readonly hidden?: true
  }[]
}

export interface PlanParts {
  readonly asOf?: string
  readonly settings?: Partial<Settings>
  /** One open step `step` when not said. */
  readonly steps?: readonly StepParts[]
  readonly comments?: readonly Comment[]
  /** They lie in the first step where they do not say another. */
  readonly items?: ItemParts
  /** Beside those, as they lie in a room. */
  readonly placed?: readonly PlacedItem[]
}

export const today = '2026-11-15'

export const aPlan = ({
  asOf = today,
  settings = {},
  steps = [{}],
  comments = [],
  items = {},
  placed = [],
}: PlanParts = {}): CheckedPlan =>
  checkedPlan(
    {
      board: { settings: { units: [], ...settings }, comments, steps: steps.map(stepFrom) },
      texts: new Map(steps.map((step) => [step.id ?? 'step', textsFrom(step)])),
      items: new Map([
        ...placedItems(items, steps[0]?.id ?? 'step'),
        ...Map.groupBy(placed, ({ kind }) => kind),
      ]),
    },
    asOf,
  )

/** What one check finds in the plan. */
export const findingsBy = (check: CheckId, parts: PlanParts): readonly Finding[] =>
  findingsOf(aPlan(parts)).filter((finding) => finding.check === check)

/** The same as what it speaks of alone. */
export const foundBy = (check: CheckId, parts: PlanParts): readonly (string | null)[] =>
  findingsBy(check, parts).map(({ entityId }) => entityId)

/** The check asked with these limits, or not at all. */
export const limits = (
  check: CheckId,
  set: NonNullable<Settings['checks']>[string],
): Pick<PlanParts, 'settings'> => ({ settings: { checks: { [check]: set } } })

const stepFrom = ({
  id = 'step',
  title = `Step ${id}`,
  state = { is: 'open' },
  dependsOn = [],
  checks = checkIds,
  hidden,
  questions = [],
  sections = [],
}: StepParts): Step => ({
  ...newStep({
    id: stepId(id),
    title,
    description: '',
    deliverable: '',
    dependsOn: dependsOn.map(stepId),
    questions: questions.map(({ id: question, kind = 'question', text = `What of ${question}?` }) => ({
      id: QuestionId.parse(question),
      kind,
      text,
    })),
    sections: sections.map((section): Section => ({
      id: SectionId.parse(section.id),
      kind: section.kinds ? 'collection' : 'richtext',
      ...(section.kinds && { kinds: section.kinds }),
      ...(section.hidden && { hidden: true }),
      title: `Section ${section.id}`,
      prompt: '',
    })),
    ...(checks && { checks }),
    ...(hidden && { hidden }),
  }),
  state,
})

const textsFrom = ({
  questions = [],
  sections = [],
}: StepParts): Pick<StepTexts, 'sections' | 'questions'> => ({
  sections: Object.fromEntries(sections.map(({ id, words = '' }) => [id, proseOf(words)])),
  questions: Object.fromEntries(questions.map(({ id, status }) => [id, { status: status ?? 'unanswered' }])),
})

const placedItems = (items: ItemParts, home: string): ReadonlyMap<string, readonly PlacedItem[]> =>
  new Map(
    Object.entries(items).map(([kind, all]) => {
      const orders = ordersFor(all.length)
      return [
        kind,
        all.map((one, at) => placedItem(kind, one as Plain, { at, home, order: must(orders[at]) })),
      ]
    }),
  )

const placedItem = (
  name: string,
  { stepId: place, ...said }: Plain,
  { at, home, order }: { readonly at: number; readonly home: string; readonly order: string },
): PlacedItem => {
  const kind = must(kinds.get(name))
  let entries = 0
  const plain = kind.joins ? withoutId(said) : { id: `${name}-${at + 1}`, ...said }
  const { id, leaves, problems, unknown } = parseItem(kind, plain, () => `entry-${++entries}`)
  const wrong = [...problems, ...unknown]
  if (wrong.length > 0) throw new Error(`${name} in a test: ${wrong.join(', ')}`)
  return { kind: name, id, order, deleted: null, leaves, stepId: typeof place === 'string' ? place : home }
}

const withoutId = ({ id: _, ...plain }: Plain): Plain => plain

/* The states of a step. */

export const inReview: Step['state'] = { is: 'inReview', since: '2026-10-01T09:00:00Z', by: memberId('faye') }

export const agreedOn = (
  day: string,
  more: Partial<Extract<Step['state'], { is: 'agreed' }>> = {},
): Step['state'] => ({
  is: 'agreed',
  at: `${day}T09:00:00Z`,
  by: memberId('faye'),
  decision: { decision: 'We agree on this.', date: day },
  version: { id: versionId('version'), number: 1, hash: 'a'.repeat(64) },
  ...more,
})
