import type { Change } from '../board/proposals.ts'
import type { Leaf } from '../items/define.ts'
import type { Item } from '../items/item.ts'
import type { QuestionField } from './doc.ts'
import { questionFields, questionKey } from './doc.ts'
import { isBlank } from './prose.ts'
import type { QuestionState, StepContent } from './read.ts'
import type { ProseDoc } from './richtext.ts'

/* What differs between two readings of a step, in the shape of a proposal. */

/**
 * Changes from `before` to `after`: a text that differs is one change of the whole text, a question's field is a
 * change at `<questionId>/<field>` with null where there is none. An item that came or went is a change of the whole
 * at `<kind>/<id>`, any other difference one at `<kind>/<id>/<path>`. Both readings are of the same structure.
 */
export const changesBetween = (before: StepContent, after: StepContent): Change[] => [
  ...textChanges('section', before.sections, after.sections),
  ...textChanges('answer', before.answers, after.answers),
  ...questionChanges(before.questions, after.questions),
  ...itemChanges(before.items, after.items),
]

type Texts = StepContent['sections']

const nothing: ProseDoc = { type: 'doc', content: [] }

const textChanges = (target: 'section' | 'answer', before: Texts, after: Texts): Change[] =>
  idsOf(before, after).flatMap((path) => {
    const change = { target, path, before: before[path] ?? nothing, after: after[path] ?? nothing }
    return sameText(change.before, change.after) ? [] : [change]
  })

/** Readings are tidy, so equal texts are equal JSON; an editor may leave an empty paragraph where nothing was. */
const sameText = (a: ProseDoc, b: ProseDoc): boolean =>
  (isBlank(a) && isBlank(b)) || JSON.stringify(a) === JSON.stringify(b)

const questionChanges = (before: StepContent['questions'], after: StepContent['questions']): Change[] =>
  idsOf(before, after).flatMap((id) =>
    questionFields.flatMap((field) => {
      const [was, is] = [valueOf(before[id], field), valueOf(after[id], field)]
      if (was === is || (field === 'status' && followsAnswer(was) && followsAnswer(is))) return []
      return [{ target: 'field' as const, path: questionKey(id, field), before: was, after: is }]
    }),
  )

const itemChanges = (before: readonly Item[], after: readonly Item[]): Change[] => {
  const placed = (items: readonly Item[]) =>
    new Map(items.filter(({ deleted }) => !deleted).map((item) => [`${item.kind}/${item.id}`, item]))
  const [was, is] = [placed(before), placed(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((path): Change[] => {
    const [old, now] = [was.get(path), is.get(path)]
    if (old && now) return old === now ? [] : leafChanges(path, leavesOf(old), leavesOf(now))
    return [{ target: 'item', path, before: old ? leavesOf(old) : null, after: now ? leavesOf(now) : null }]
  })
}

type Leaves = { [path: string]: Leaf }

/** All there is of an item, its order among them. */
const leavesOf = (item: Item): Leaves => ({ order: item.order, ...Object.fromEntries(item.leaves) })

const leafChanges = (item: string, before: Leaves, after: Leaves): Change[] =>
  idsOf(before, after).flatMap((path) => {
    const [was, is] = [before[path] ?? null, after[path] ?? null]
    return was === is ? [] : [{ target: 'field' as const, path: `${item}/${path}`, before: was, after: is }]
  })

const valueOf = (state: QuestionState | undefined, field: QuestionField): string | null => {
  const value = state?.[field] ?? null
  return value === 'unanswered' && field === 'status' ? null : value
}

/** A status that only follows from the answer is no change of its own. */
const followsAnswer = (status: string | null) => status === null || status === 'drafted'

const idsOf = (...records: readonly Readonly<Record<string, unknown>>[]): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record))),
]
