import * as Y from 'yjs'
import { must, unreachable } from '../../shared/assert.ts'
import { kinds } from '../../shared/items/index.ts'
import { itemIdPattern, spotAt } from '../../shared/items/leaves.ts'
import { isReported, reportedId } from '../../shared/items/reports.ts'
import type { Root } from '../../shared/step/doc.ts'
import { answerRoot } from '../../shared/step/doc.ts'
import { deepest } from '../../shared/step/prose.ts'
import { questionValueFits, readQuestionKey } from '../../shared/step/questions.ts'
import type { NodeRule } from '../../shared/step/richtext.ts'
import { attributeFits, markFits, nodeRules } from '../../shared/step/richtext.ts'

/* What may stand where: everything is named that may, so a kind of content nobody thought of may not. */

/** A shared type that holds items. There is one object per type, so that two places are the same when these are. */
export interface Holder {
  readonly holds:
    | { readonly is: 'nodes'; readonly rule: NodeRule }
    | { readonly is: 'text' }
    | { readonly is: 'questions' }
    | { readonly is: 'items'; readonly kind: string; readonly reports?: true }
    | { readonly is: 'item'; readonly kind: string; readonly reports?: true }
    | { readonly is: 'words' }
  /** How many types stand around it. */
  readonly depth: number
  /** Whether it comes with this very update. */
  readonly isNew: boolean
}

type Content = Y.Item['content']

/** Why this content may not stand under this key, or among the children when the key is null; null when it may. */
export const problemIn = (
  { holds, depth }: Holder,
  key: string | null,
  content: Content,
  layout: ReadonlyMap<string, Root>,
): string | null => {
  switch (holds.is) {
    case 'nodes':
      return key === null
        ? childProblem(holds.rule, depth, content)
        : attributeProblem(holds.rule, key, content)
    case 'text':
      return key === null ? textProblem(content) : 'attribute of a text'
    case 'questions':
      return questionProblem(key, content, layout)
    case 'items':
      return holds.reports ? reportProblem(key, content) : itemProblem(key, content)
    case 'item':
      return leafProblem(holds, key, content)
    case 'words':
      return key === null ? wordsProblem(content) : 'attribute of words'
    default:
      return unreachable(holds)
  }
}

/** Inside something deleted: Yjs keeps none of it, so only what no document may hold is refused. */
export const goneProblem = (content: Content): string | null => {
  if (content instanceof Y.ContentType)
    return nameOf(content.type) === null && !isOfItem(content.type) ? 'unknown node' : null
  if (content instanceof Y.ContentFormat || content instanceof Y.ContentString) return textProblem(content)
  return isDeleted(content) || content instanceof Y.ContentAny ? null : 'unknown content'
}

const childProblem = (rule: NodeRule, depth: number, content: Content): string | null => {
  if (isDeleted(content)) return null
  const name = content instanceof Y.ContentType ? nameOf(content.type) : null
  if (name === null) return 'unknown node'
  if (!rule.children.has(name)) return `${name} in the wrong place`
  return depth + 1 > deepest ? 'too deep' : null
}

/** The name under which the table lists a type, or null when it has none. */
const nameOf = (type: Y.AbstractType<unknown>): string | null => {
  if (type instanceof Y.XmlText) return 'text'
  return type instanceof Y.XmlElement && nodeRules.has(type.nodeName) ? type.nodeName : null
}

const attributeProblem = (rule: NodeRule, name: string, content: Content): string | null => {
  if (!rule.attributes.has(name)) return 'unknown attribute'
  if (isDeleted(content)) return null
  const fits =
    content instanceof Y.ContentAny &&
    content.arr.every((value) => attributeFits(rule.attributes, name, value))
  return fits ? null : `bad value of ${name}`
}

const textProblem = (content: Content): string | null => {
  if (isDeleted(content) || content instanceof Y.ContentString) return null
  if (!(content instanceof Y.ContentFormat)) return 'unknown content in a text'
  return markFits(content.key, content.value) ? null : 'unknown mark'
}

const questionProblem = (
  key: string | null,
  content: Content,
  layout: ReadonlyMap<string, Root>,
): string | null => {
  const place = key === null ? null : readQuestionKey(key)
  if (!place || !layout.has(answerRoot(place.id))) return 'unknown key'
  if (isDeleted(content)) return null
  const fits =
    content instanceof Y.ContentAny && content.arr.every((value) => questionValueFits(place.field, value))
  return fits ? null : `bad ${place.field}`
}

/** Two people may join the same two things at the same moment, so an item may take another's place. */
const itemProblem = (key: string | null, content: Content): string | null => {
  if (key === null || !itemIdPattern.test(key)) return 'bad id of an item'
  if (isDeleted(content)) return null
  return content instanceof Y.ContentType && content.type.constructor === Y.Map ? null : 'no item'
}

/** Of an item that a step holds, only what is told after agreement. */
const reportProblem = (key: string | null, content: Content): string | null => {
  if (key === null || reportedId(key) === null) return 'bad id of a report'
  if (isDeleted(content)) return null
  return content instanceof Y.ContentType && content.type.constructor === Y.Map ? null : 'no report'
}

const leafProblem = (
  { kind, reports }: Extract<Holder['holds'], { is: 'item' }>,
  key: string | null,
  content: Content,
): string | null => {
  const { fields } = must(kinds.get(kind))
  if (reports && (key === null || !isReported(fields, key))) return 'not told after agreement'
  const spot = key === null ? null : spotAt(fields, key)
  if (!spot) return 'unknown field'
  if (isDeleted(content)) return null
  const isRight =
    spot.is === 'words'
      ? content instanceof Y.ContentType && content.type.constructor === Y.Text
      : content instanceof Y.ContentAny && content.arr.every((value) => spot.fits(value))
  return isRight ? null : `bad value of ${key}`
}

const wordsProblem = (content: Content): string | null =>
  isDeleted(content) || content instanceof Y.ContentString ? null : 'more than words'

const isOfItem = ({ constructor }: Y.AbstractType<unknown>): boolean =>
  constructor === Y.Map || constructor === Y.Text

const isDeleted = (content: Content): boolean => content instanceof Y.ContentDeleted
