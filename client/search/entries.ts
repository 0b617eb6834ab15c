import { visible } from '../../shared/board/model.ts'
import type { Comment } from '../../shared/board/comment.ts'
import { kinds } from '../../shared/items/index.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { plainText } from '../../shared/step/prose.ts'
import type { StepTexts } from '../../shared/step/read.ts'
import { shownFields } from '../items/form/shown-fields.ts'
import { fieldOfLeaf } from '../../shared/items/item.ts'
import type { Telling } from '../items/said.ts'
import { linked, sayField, titleOf } from '../items/said.ts'
import { decisionEntries } from './decisions.ts'
import type { Entry } from './find.ts'

export const groups = ['step', 'item', 'question', 'text', 'decision', 'comment', 'plan'] as const
export type Group = (typeof groups)[number]

/** Something in the plan, and where it is. */
export interface Found extends Entry<Group> {
  /** What it is, or in which step: said beside its title. */
  readonly where: string
  readonly at:
    | { readonly is: 'place'; readonly stepId: string; readonly hash: string | null }
    | { readonly is: 'item'; readonly id: string }
    | { readonly is: 'thread'; readonly id: string }
    | { readonly is: 'settings' }
}

export interface Searched {
  readonly telling: Telling
  readonly texts: (stepId: string) => StepTexts
  readonly comments: readonly Comment[]
  readonly person: (id: string) => string
}

/** Everything in a plan that has words, in its order. */
export const entriesOf = (searched: Searched): readonly Found[] => {
  const { telling, comments } = searched
  return [
    ...telling.board.steps.flatMap((step, at) => stepEntries(step, at + 1, searched)),
    ...[...telling.items.byKind.values()].flat().map((item) => itemEntry(item, telling)),
    ...comments.flatMap((comment) => commentEntry(comment, searched)),
    planEntry(telling),
  ]
}

type Step = Telling['board']['steps'][number]

const stepEntries = (step: Step, number: number, { texts, telling }: Searched): readonly Found[] => {
  const { sections, answers } = texts(step.id)
  const where = `${number}. ${step.title}`
  const place = (hash: string | null) => ({ is: 'place', stepId: step.id, hash }) as const
  return [
    {
      key: step.id,
      group: 'step',
      title: step.title,
      text: [step.description, step.deliverable, reopenedWhy(step)].filter(Boolean).join('\n'),
      where: `${number}`,
      at: place(null),
    },
    ...visible(step.sections).map((section): Found => ({
      key: `section ${step.id} ${section.id}`,
      group: 'text',
      title: section.title,
      text: plainText(sections[section.id]),
      where,
      at: place(section.id),
    })),
    ...visible(step.questions).map((question): Found => ({
      key: `question ${step.id} ${question.id}`,
      group: 'question',
      title: question.text,
      text: plainText(answers[question.id]),
      where,
      at: place(question.id),
    })),
    ...decisionEntries(step, where, telling.board),
  ]
}

const reopenedWhy = ({ state }: Step): string => (state.is === 'open' ? (state.reopened?.reason ?? '') : '')

/** What holds for the whole plan and stands in no step. */
const planEntry = ({ board }: Telling): Found => {
  const { summary, disclaimer, municipality, units } = board.settings
  const words = [summary, disclaimer, municipality?.name, ...Object.values(board.variables)]
  return {
    key: 'plan',
    group: 'plan',
    title: board.title,
    text: [...words, ...units.map(({ name }) => name)].filter(Boolean).join('\n'),
    where: '',
    at: { is: 'settings' },
  }
}

const made = new WeakMap<PlacedItem, { readonly t: Telling['t']; readonly entry: Found }>()

/** Made once of an item as it stands, though a name that it links to may be another meanwhile. */
const itemEntry = (item: PlacedItem, telling: Telling): Found => {
  const known = made.get(item)
  if (known?.t === telling.t) return known.entry
  const kind = kinds.get(item.kind)
  const entry: Found = {
    key: item.id,
    group: 'item',
    title: titleOf(item, telling),
    text: kind ? wordsOf(item, telling) : '',
    where: telling.t(`${item.kind}:one`),
    at: { is: 'item', id: item.id },
  }
  made.set(item, { t: telling.t, entry })
  return entry
}

/** What people wrote in it, then what its fields say. */
const wordsOf = (item: PlacedItem, telling: Telling): string => {
  const kind = kinds.get(item.kind)
  if (!kind) return ''
  const written = [...item.leaves].flatMap(([path, leaf]) => {
    const field = path === kind.title ? undefined : fieldOfLeaf(kind.fields, path)
    if (field?.is === 'link') return [linked(String(leaf), telling)]
    return field?.is === 'line' || field?.is === 'text' ? [String(leaf)] : []
  })
  const said = shownFields(kind.fields).flatMap(([name, field]) =>
    field.is === 'choice' || field.is === 'choices' || field.is === 'links'
      ? [sayField(item, name, field, kind, telling)]
      : [],
  )
  return [...new Set([...written, ...said])].filter(Boolean).join('\n')
}

const commentEntry = (comment: Comment, { person }: Searched): readonly Found[] =>
  comment.removed
    ? []
    : [
        {
          key: comment.id,
          group: 'comment',
          title: person(comment.author),
          text: comment.body,
          where: '',
          at: { is: 'thread', id: comment.parentId ?? comment.id },
        },
      ]
