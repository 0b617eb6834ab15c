import type { Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import type { TakenPart } from '../../shared/board/proposals.ts'
import type { Json } from '../../shared/json.ts'
import { answerRoot, sectionRoot } from '../../shared/step/doc.ts'
import type { ProposedChange } from '../live/api.ts'

/* What the facilitator chooses for each part of a proposal, and what is sent of it. */

export type Choice =
  | { readonly is: 'undecided' }
  /** Left out: what stands now stays. */
  | { readonly is: 'leave' }
  /** As it fits into what stands now. */
  | { readonly is: 'take' }
  /** The proposal's words in place of what stands now. */
  | { readonly is: 'proposed' }
  | { readonly is: 'edited'; readonly value: Json }
  /** Behind another text of the step; '' until one is chosen. */
  | { readonly is: 'placed'; readonly to: string }

/** By a part's place among the changes. */
export type Choices = ReadonlyMap<number, Choice>

export const isText = ({ target }: Pick<ProposedChange, 'target'>): boolean =>
  target === 'section' || target === 'answer'

/** What may be chosen for a part, by how it stands to what is written now. */
export const waysFor = (change: ProposedChange): readonly Choice['is'][] => {
  switch (change.state) {
    case 'clean':
      return ['take', 'leave']
    case 'moved':
      return isText(change) ? ['proposed', 'leave', 'edited'] : ['proposed', 'leave']
    case 'gone':
      return isText(change) ? ['placed', 'leave'] : ['leave']
    default:
      return []
  }
}

/** What holds for a part: what was chosen, as long as the ground has not changed under it. */
export const choiceFor = (change: ProposedChange, chosen: Choice | undefined): Choice => {
  const ways = waysFor(change)
  if (chosen && ways.includes(chosen.is)) return chosen
  if (ways.includes('take')) return { is: 'take' }
  return ways.length === 1 ? { is: 'leave' } : { is: 'undecided' }
}

export interface Taking {
  readonly parts: readonly TakenPart[]
  /** Parts that still need a choice, by their place. */
  readonly undecided: readonly number[]
}

export const takingOf = (changes: readonly ProposedChange[], choices: Choices): Taking => {
  const parts: TakenPart[] = []
  const undecided: number[] = []
  for (const [part, change] of changes.entries()) {
    const choice = choiceFor(change, choices.get(part))
    if (choice.is === 'undecided' || (choice.is === 'placed' && choice.to === '')) undecided.push(part)
    else if (choice.is === 'take') parts.push(part)
    else if (choice.is === 'proposed') parts.push({ part, value: change.after })
    else if (choice.is === 'edited') parts.push({ part, value: choice.value })
    else if (choice.is === 'placed') parts.push({ part, to: choice.to })
  }
  return { parts, undecided }
}

export interface Place {
  readonly root: string
  readonly title: string
}

/** Texts of the step behind which words can be put whose own text is gone. */
export const placesIn = ({ sections, questions }: Pick<Step, 'sections' | 'questions'>): readonly Place[] => [
  ...visible(sections).map(({ id, title }) => ({ root: sectionRoot(id), title })),
  ...visible(questions).map(({ id, text }) => ({ root: answerRoot(id), title: text })),
]
