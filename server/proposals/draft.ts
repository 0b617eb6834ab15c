import type { Change, TakenPart } from '../../shared/board/proposals.ts'
import { namedPart } from '../../shared/board/proposals.ts'
import type { Refusal } from '../../shared/board/refusal.ts'
import { refuse } from '../../shared/board/refusal.ts'
import type { Json } from '../../shared/json.ts'
import type { LeftOut } from '../../shared/step/prose.ts'
import type { StepContent } from '../../shared/step/read.ts'
import type { ProseDoc } from '../../shared/step/richtext.ts'
import { groundOf, nowIn } from './ground.ts'
import { same, textFrom } from './merge.ts'
import { patience } from './patience.ts'
import type { Structure, Target } from './target.ts'
import { fitting, keyOfTarget, textAt } from './target.ts'

/** A value that is to be written. */
export interface Writing {
  readonly target: Target
  readonly value: Json
}

/** What the chosen parts of a proposal would write, each on top of those before it; or why not, and of which part. */
export const draftOf = (
  changes: readonly Change[],
  parts: readonly TakenPart[] | undefined,
  content: StepContent,
  step: Structure,
): readonly Writing[] | { readonly refusal: Refusal } => {
  const written = new Map<string, Writing>()
  const stands = nowIn(content)
  const now = (target: Target) => written.get(keyOfTarget(target))?.value ?? stands(target)
  const within = patience()
  for (const taken of parts ?? changes.keys()) {
    const { part, value, to } = typeof taken === 'number' ? { part: taken } : taken
    const change = changes[part]
    if (!change) return refuse('unknownPart', namedPart(part))
    const ground = groundOf(change, step, now, within)
    const chosen =
      to === undefined
        ? chosenFor(ground, value)
        : behind(textAt(to, step), now, value === undefined ? change.after : value)
    if (typeof chosen === 'string') return refuse(chosen, namedPart(part))
    written.set(keyOfTarget(chosen.target), chosen)
  }
  return [...written.values()].filter(({ target, value }) => !same(value, stands(target) ?? null))
}

type Trouble = 'movedGround' | 'targetGone' | 'unfitPart'

const chosenFor = (ground: ReturnType<typeof groundOf>, value: unknown): Writing | Trouble => {
  if (ground.is === 'gone') return 'targetGone'
  const { target } = ground
  if (value !== undefined) {
    const fit = whole(target, value)
    return fit === undefined ? 'unfitPart' : { target, value: fit }
  }
  return ground.is === 'clean' ? { target, value: ground.merged } : 'movedGround'
}

/** The value when nothing of it would be left out. */
const whole = (target: Target, value: unknown): Json | undefined => {
  const leftOut: LeftOut = new Set()
  const fit = fitting(target, value, leftOut)
  return leftOut.size === 0 ? fit : undefined
}

/** Words put behind another text; a field's value becomes a paragraph. */
const behind = (
  target: Target | null,
  now: (target: Target) => Json | undefined,
  words: unknown,
): Writing | Trouble => {
  const stands = target && textFrom(now(target))
  if (!target || !stands) return 'targetGone'
  const added = whole(target, typeof words === 'string' ? paragraph(words) : words)
  const text = textFrom(added)
  if (added === undefined || !text) return 'unfitPart'
  return { target, value: { type: 'doc', content: [...stands.content, ...text.content] } }
}

const paragraph = (text: string): ProseDoc => ({
  type: 'doc',
  content: text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
