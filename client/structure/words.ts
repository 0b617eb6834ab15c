import type { CommandBody } from '../../shared/board/log.ts'
import type { Board } from '../../shared/board/model.ts'
import type { StructureTarget } from '../../shared/board/structure.ts'
import { StepId } from '../../shared/ids.ts'
import { idOf, siblingsOf } from '../../shared/board/structure.ts'

/** Everything that a step, a section or a question may have words for; `title` is a question's own words. */
export interface Words {
  readonly title: string
  readonly description: string
  readonly deliverable: string
  readonly prompt: string
}

export const fieldsOf = {
  step: ['description', 'deliverable'],
  section: ['prompt'],
  question: [],
} as const satisfies Record<StructureTarget['type'], readonly (keyof Words)[]>

const none: Words = { title: '', description: '', deliverable: '', prompt: '' }

/** The words as they are now; empty for what is not there yet. */
export const wordsOf = (board: Board, target: StructureTarget): Words => {
  const part = siblingsOf(board, target).find(({ id }) => id === idOf(target))
  if (!part) return none
  if ('text' in part) return { ...none, title: part.text }
  if ('prompt' in part) return { ...none, title: part.title, prompt: part.prompt }
  const { title, description, deliverable } = part
  return { ...none, title, description, deliverable }
}

/** `chosen`: the steps that a new step rests on, or the kinds of items that a new section shows. */
export const adding = (target: StructureTarget, words: Words, chosen: readonly string[]): CommandBody => ({
  type: 'structure.add',
  target,
  title: words.title,
  ...said(fieldsOf[target.type], words),
  ...(chosen.length > 0 &&
    (target.type === 'step'
      ? { dependsOn: chosen.map((id) => StepId.parse(id)) }
      : { kind: 'collection', kinds: chosen })),
})

/** What was not touched is not sent: somebody else may just have changed it. */
export const rewording = (target: StructureTarget, words: Words, before: Words): CommandBody => {
  const names = (['title', ...fieldsOf[target.type]] as const).filter((name) => words[name] !== before[name])
  return { type: 'structure.rename', target, ...said(names, words) }
}

const said = (names: readonly (keyof Words)[], words: Words): Partial<Words> =>
  Object.fromEntries(names.map((name) => [name, words[name]]))
