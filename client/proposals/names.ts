import type { StepStructure } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import { kinds } from '../../shared/items/index.ts'
import type { MessageKey, Translate } from '../../shared/messages/format.ts'
import { isQuestionMark, readQuestionKey } from '../../shared/step/questions.ts'
import { leafWords } from '../items/leaf.ts'
import type { Telling } from '../items/said.ts'
import { titleOf } from '../items/said.ts'
import type { ItemPlace } from './item-change.ts'
import { itemIn, itemPlace } from './item-change.ts'

/** What a change concerns, in the words that stand on the board. */
export interface Subject {
  /** What it is, in the page's language: `Text:`. */
  readonly label: string
  /** Which one, in the plan's. */
  readonly title: string
}

/** What it takes to name things. */
export interface Naming {
  readonly t: Translate
  readonly telling: Telling
}

type Structure = Pick<StepStructure, 'sections' | 'questions'>

export const subjectOf = (change: Change, step: Structure | undefined, { t, telling }: Naming): Subject => {
  const { target, path } = change
  const question = (id: string) => step?.questions.find((one) => one.id === id)?.text ?? id
  if (target === 'section')
    return {
      label: t('proposals.section'),
      title: step?.sections.find(({ id }) => id === path)?.title ?? path,
    }
  if (target === 'answer') return { label: t('proposals.answer'), title: question(path) }
  const place = itemPlace(change)
  if (place) return ofItem(change, place, telling)
  const field = target === 'field' ? readQuestionKey(path) : null
  return field
    ? { label: t(fields[field.field]), title: question(field.id) }
    : { label: t('proposals.other'), title: path }
}

/** An item by its name in the plan, or, where the plan has none by this id, by the one in the change. */
const ofItem = (change: Change, place: ItemPlace, telling: Telling): Subject => {
  const { kind, id, path } = place
  const { byId, deleted } = telling.items
  const item = byId.get(id) ?? deleted.find((one) => one.id === id)
  const said = item ?? itemIn(place, change.after ?? change.before)
  const name = path === '' ? '' : leafWords(said, path, telling).name
  const isKnown = item !== undefined || said.leaves.has(kinds.get(kind)?.title ?? '')
  return {
    label: `${[telling.t(`${kind}:one`), name].filter((one) => one !== '').join(', ')}:`,
    title: isKnown ? titleOf(said, telling) : telling.t('unknownLink'),
  }
}

const fields = {
  status: 'proposals.status',
  reason: 'proposals.reason',
  owner: 'proposals.owner',
} as const satisfies Record<string, MessageKey>

const marks = {
  drafted: 'step.drafted',
  agreed: 'step.questionAgreed',
  notRelevant: 'step.notRelevant',
} as const satisfies Record<string, MessageKey>

/** The word for a question's status, where the change is of one; null where the value speaks for itself. */
export const statusWord = (
  { target, path }: Pick<Change, 'target' | 'path'>,
  value: unknown,
): MessageKey | null =>
  target === 'field' && readQuestionKey(path)?.field === 'status' && isQuestionMark(value)
    ? marks[value]
    : null
