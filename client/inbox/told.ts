import type { Comment } from '../../shared/board/comment.ts'
import type { InboxEntry } from '../../shared/board/inbox.ts'
import { inboxOf } from '../../shared/board/inbox.ts'
import type { Board } from '../../shared/board/model.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Presence } from '../../shared/protocol/control.ts'
import type { MessageKey } from '../../shared/messages/format.ts'
import type { Names } from '../hooks/useNames.ts'
import type { Naming } from './place.ts'
import { placeOf, stepIdOf, subjectName } from './place.ts'

/* What others did, in the words that are said aloud. */

export type Told =
  | { readonly is: 'decided'; readonly words: string }
  | { readonly is: 'asked'; readonly entry: InboxEntry; readonly comment: Comment }
  | { readonly is: 'said'; readonly comment: Comment }
  /** `by`: whoever was in that place then; null where that cannot be told. */
  | { readonly is: 'written'; readonly stepId: string; readonly what: string; readonly by: string | null }

interface Telling extends Naming {
  readonly names: Pick<Names, 'person' | 'list' | 'numbers' | 'number'>
}

/** Comments by others that were not there before; what concerns me is told as such, and once. */
export const newComments = (before: Board, now: Board, me: MemberId): readonly Told[] => {
  if (before.comments === now.comments) return []
  const known = new Set(before.comments.map(({ id }) => id))
  const entries = new Set(inboxOf(before, me).map(({ id }) => id))
  const asked = inboxOf(now, me)
    .filter(({ id, commentId }) => commentId !== undefined && !entries.has(id))
    .flatMap((entry) => {
      const comment = now.comments.find(({ id }) => id === entry.commentId)
      return comment ? [{ is: 'asked', entry, comment } as const] : []
    })
  const told = new Set(asked.map(({ comment }) => comment.id))
  const said = now.comments.filter(
    ({ id, author, removed, imported }) =>
      !known.has(id) && !told.has(id) && author !== me && !removed && !imported,
  )
  return [...asked.toReversed(), ...said.map((comment) => ({ is: 'said', comment }) as const)]
}

export const saying = (news: readonly Told[], telling: Telling): string => {
  const decided = news.flatMap((one) => (one.is === 'decided' ? [one.words] : []))
  const asked = news.flatMap((one) => (one.is === 'asked' ? [askedWords(one, telling)] : []))
  const said = news.flatMap((one) => (one.is === 'said' ? [one.comment] : []))
  const written = news.flatMap((one) => (one.is === 'written' ? [one] : []))
  return [...decided, ...asked, ...saidWords(said, telling), ...writtenWords(written, telling)].join(' ')
}

const askedKeys = {
  mention: 'inbox.toldMention',
  assigned: 'inbox.toldAssigned',
  answer: 'inbox.toldAnswer',
  review: 'inbox.review',
} as const satisfies Record<InboxEntry['because'], MessageKey>

const askedWords = ({ entry, comment }: Extract<Told, { is: 'asked' }>, telling: Telling): string =>
  telling.t(askedKeys[entry.because], {
    name: telling.names.person(entry.by),
    place: subjectName(comment.anchor, telling),
  })

/** More than these are only counted. */
const fewComments = 2
const fewPlaces = 3
const fewSteps = 2

const saidWords = (comments: readonly Comment[], telling: Telling): readonly string[] => {
  const { t, names } = telling
  if (comments.length > fewComments)
    return [
      t('inbox.saidMany', {
        count: comments.length,
        names: people(
          comments.map(({ author }) => author),
          telling,
        ),
      }),
    ]
  return comments.map((comment) =>
    t('inbox.said', {
      kind: comment.kind,
      name: names.person(comment.author),
      place: subjectName(comment.anchor, telling),
    }),
  )
}

type Written = Extract<Told, { is: 'written' }>

const writtenWords = (written: readonly Written[], telling: Telling): readonly string[] => {
  const { t, names } = telling
  const bySteps = [...Map.groupBy(written, (one) => stepIdOf(one, telling))].flatMap(([stepId, all]) => {
    if (stepId === undefined) return []
    const places = [...new Set(all.flatMap(({ what }) => placeOf(stepId, what, telling)?.title ?? []))]
    return places.length > 0 ? [{ stepId, all, places }] : []
  })
  const who = (all: readonly Written[]) => {
    const ids = new Set(all.flatMap(({ by }) => by ?? []))
    return { names: people([...ids], telling), count: Math.max(ids.size, 1) }
  }
  if (bySteps.length > fewSteps)
    return [
      t('inbox.wroteSteps', {
        ...who(bySteps.flatMap(({ all }) => all)),
        steps: names.numbers(bySteps.map(({ stepId }) => stepId)),
      }),
    ]
  return bySteps.map(({ stepId, all, places }) =>
    t('inbox.wrote', {
      ...who(all),
      number: names.number(stepId),
      step: telling.telling.board.steps.find(({ id }) => id === stepId)?.title ?? '',
      places: few(places, telling),
    }),
  )
}

const few = (places: readonly string[], { t, names }: Telling): string =>
  names.list(
    places.length > fewPlaces
      ? [...places.slice(0, fewPlaces - 1), t('inbox.morePlaces', { count: places.length - fewPlaces + 1 })]
      : places,
  )

const people = (ids: readonly string[], { t, names }: Telling): string => {
  const known = [...new Set(ids)].map(names.person)
  return known.length === 0 ? t('inbox.somebody') : names.list(known)
}

/** Who came and who went, said only when somebody asks. */
export const comings = (
  before: readonly Presence[],
  now: readonly Presence[],
  { t, names }: Pick<Telling, 't' | 'names'>,
): string => {
  const without = (all: readonly Presence[], those: readonly Presence[]) =>
    all.filter(({ memberId }) => !those.some((one) => one.memberId === memberId)).map(({ name }) => name)
  const came = without(now, before)
  const went = without(before, now)
  return [
    ...(came.length > 0 ? [t('inbox.came', { names: names.list(came) })] : []),
    ...(went.length > 0 ? [t('inbox.went', { names: names.list(went) })] : []),
  ].join(' ')
}
