import type { Change } from '../../shared/board/proposals.ts'
import type { Json } from '../../shared/json.ts'
import type { StepContent } from '../../shared/step/read.ts'
import { isWords, mergeItemWords } from './items.ts'
import { mergeTexts, mergeValues, same, textFrom } from './merge.ts'
import type { Patience } from './patience.ts'
import type { Structure, Target } from './target.ts'
import { fitting, targetOf, valueAt } from './target.ts'

/** How the ground of a change lies now: `now` is what stands there, `merged` what accepting would write. */
export type Ground =
  | { readonly is: 'clean'; readonly target: Target; readonly now: Json; readonly merged: Json }
  /** Both changed the same: somebody has to choose. */
  | { readonly is: 'moved'; readonly target: Target; readonly now: Json }
  | { readonly is: 'gone' }

/** `now`: the value at a target; undefined when it is gone. */
export type Now = (target: Target) => Json | undefined

export const nowIn =
  (content: StepContent): Now =>
  (target) =>
    valueAt(content, target)

export const groundOf = (change: Change, step: Structure, now: Now, patience: Patience): Ground => {
  const target = targetOf(change, step)
  const stands = target ? now(target) : undefined
  if (!target || stands === undefined) return { is: 'gone' }
  const found = merged(change, target, stands, patience)
  return found ? { is: 'clean', target, now: stands, ...found } : { is: 'moved', target, now: stands }
}

const merged = (change: Change, target: Target, now: Json, patience: Patience) => {
  const after = fitting(target, change.after)
  if (after === undefined) return null
  if (target.is === 'text') return mergedText(change, now, patience)
  if (target.is === 'question' && target.field === 'status' && !same(after, now))
    return mergeValues({ before: mark(change.before), after, now: mark(now) })
  const whole = mergeValues({ before: change.before, after, now })
  if (whole || target.is !== 'item' || !isWords(target)) return whole
  return mergeItemWords({ before: change.before, after, now }, patience)
}

const mergedText = (change: Change, now: Json, patience: Patience) => {
  const [before, after, stands] = [textFrom(change.before), textFrom(change.after), textFrom(now)]
  const text = before && after && stands && mergeTexts({ before, after, now: stands }, patience)
  return text && { merged: text }
}

/** That a question is drafted follows from its answer and is nobody's change. */
const mark = (status: Json): Json => (status === 'drafted' ? null : status)
