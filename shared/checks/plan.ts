import type { Board, Section, Step } from '../board/model.ts'
import { visible } from '../board/model.ts'
import type { ItemKind } from '../items/index.ts'
import type { TypedItem } from '../items/typed.ts'
import { typedItem } from '../items/typed.ts'
import type { PlacedItem } from '../items/together.ts'
import { isEmpty } from '../step/prose.ts'
import type { StepTexts } from '../step/read.ts'
import type { CheckedPlan, CheckedStep } from './define.ts'
import { checkIds, rules } from './rules.ts'

type ReadTexts = Pick<StepTexts, 'sections' | 'questions'>

/** What was read of a plan, as the checks are given it. `texts`: by step; `items`: by kind, in their order. */
export interface PlanRead {
  readonly board: Pick<Board, 'settings' | 'comments' | 'steps'>
  readonly texts: ReadonlyMap<string, ReadTexts>
  readonly items: ReadonlyMap<string, readonly PlacedItem[]>
}

/** `asOf`: the day that is today, YYYY-MM-DD. */
export const checkedPlan = ({ board, texts, items }: PlanRead, asOf: string): CheckedPlan => {
  const { settings, comments } = board
  const steps = visible(board.steps).map((step) => checkedStep(step, texts.get(step.id)))
  const lists = new Map<string, readonly unknown[]>()
  const itemsOf = <Name extends ItemKind>(kind: Name): readonly TypedItem<Name>[] => {
    const known = lists.get(kind) ?? (items.get(kind) ?? []).map((item) => typedItem(kind, item))
    lists.set(kind, known)
    // Put there under the name of their kind.
    return known as readonly TypedItem<Name>[]
  }
  const byId = new Map<string, ReadonlyMap<string, unknown>>()
  const item = <Name extends ItemKind>(kind: Name, id: string): TypedItem<Name> | undefined => {
    const known = byId.get(kind) ?? new Map(itemsOf(kind).map((one) => [one.id, one]))
    byId.set(kind, known)
    // As above.
    return known.get(id) as TypedItem<Name> | undefined
  }
  const home = (kind: ItemKind) =>
    steps.find(({ sections }) => sections.some(({ kinds }) => kinds.includes(kind)))?.id ?? null
  return { asOf, settings, comments, steps, items: itemsOf, item, home }
}

const checkedStep = (step: Step, texts: ReadTexts | undefined): CheckedStep => {
  const sections = visible(step.sections)
  return {
    id: step.id,
    title: step.title,
    state: step.state,
    dependsOn: step.dependsOn,
    checks: asks(step),
    questions: visible(step.questions).map(({ id, kind, text }) => ({
      id,
      kind,
      text,
      isAnswered: (texts?.questions[id]?.status ?? 'unanswered') !== 'unanswered',
    })),
    sections: sections.map(({ id, title, kinds = [] }) => ({
      id,
      title,
      kinds,
      isEmpty: isEmpty(texts?.sections[id]),
    })),
  }
}

/** The checks that a step asks. */
export const asks = (step: Step): ReadonlySet<string> =>
  new Set(step.checks ?? calledFor(visible(step.sections)))

/** Steps of older plans do not say what they ask: what the kinds they show call for. */
const calledFor = (sections: readonly Section[]): readonly string[] => {
  const shown = new Set<string>(sections.flatMap(({ kinds = [] }) => kinds))
  return checkIds.filter((id) => rules[id].of.some((kind) => shown.has(kind)))
}
