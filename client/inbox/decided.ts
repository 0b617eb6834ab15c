import { BoardEvent } from '../../shared/board/log.ts'
import type { Member } from '../../shared/board/model.ts'
import type { Translate } from '../../shared/messages/format.ts'
import type { Names } from '../hooks/useNames.ts'
import type { Api } from '../live/api.ts'
import type { Answer } from '../live/ask.ts'

/* What others decided while one was away, in sentences. */

export interface Decided {
  readonly at: string
  readonly words: string
}

interface Told {
  readonly t: Translate
  readonly names: Pick<Names, 'person' | 'numbers' | 'list'>
  readonly me: Pick<Member, 'id'>
  /** The step of a proposal. */
  readonly stepOfProposal: (proposalId: string) => string | undefined
}

/** The last first. Of several alike, such as two proposals taken in by one person in one step, one sentence. */
export const decidedIn = (events: readonly BoardEvent[], told: Told): readonly Decided[] => {
  const others = events.filter(({ by }) => by !== told.me.id)
  const groups = Map.groupBy(others, (event) => alike(event, told))
  return [...groups]
    .flatMap(([key, all]) => {
      const last = all.at(-1)
      const words = key === null || !last ? null : sentence(last, all, told)
      return last && words !== null ? [{ at: last.at, words }] : []
    })
    .toSorted((one, two) => two.at.localeCompare(one.at))
}

/** Events with the same key are told together; null is not told. */
const alike = (event: BoardEvent, { stepOfProposal }: Told): string | null => {
  switch (event.type) {
    case 'step.agreed':
    case 'step.reopened':
    case 'step.reviewed':
      return `${event.type} ${event.stepId}`
    case 'proposal.accepted':
    case 'proposal.declined':
      return `${event.type} ${stepOfProposal(event.proposalId)} ${event.by}`
    case 'plan.renamed':
    case 'member.joined':
      return event.type
    case 'plan.variablesChanged':
    case 'structure.renamed':
    case 'structure.added':
    case 'structure.hidden':
    case 'structure.restored':
    case 'structure.moved':
      return 'structure'
    default:
      return null
  }
}

const sentence = (last: BoardEvent, all: readonly BoardEvent[], told: Told): string | null => {
  const { t, names, stepOfProposal } = told
  const name = last.by === null ? '' : names.person(last.by)
  const on = (stepId: string | undefined) => {
    const steps = stepId === undefined ? '' : names.numbers([stepId])
    // A step that is hidden has no number, and is nobody's business.
    return steps === '' ? null : { count: 1, steps, name }
  }
  const say = (key: Parameters<Translate>[0], values: ReturnType<typeof on>, count = 1) =>
    values && t(key, { ...values, count })
  switch (last.type) {
    case 'step.agreed':
      return say('board.newsAgreed', on(last.stepId))
    case 'step.reopened':
      return say('board.newsReopened', on(last.stepId))
    case 'step.reviewed':
      return say('board.newsReview', on(last.stepId))
    case 'proposal.accepted':
      return say('inbox.proposalsTaken', on(stepOfProposal(last.proposalId)), all.length)
    case 'proposal.declined':
      return say('inbox.proposalsDeclined', on(stepOfProposal(last.proposalId)), all.length)
    case 'plan.renamed':
      return t('inbox.renamed', { title: last.title })
    case 'member.joined': {
      const joined = [...new Set(all.flatMap((one) => (one.type === 'member.joined' ? [one.member.id] : [])))]
      const people = joined.filter((id) => id !== told.me.id).map(names.person)
      return people.length === 0
        ? null
        : t('inbox.joined', { count: people.length, names: names.list(people) })
    }
    default:
      return t('structure.news')
  }
}

const window = 200

/**
 * The log from a moment on. It is numbered, not dated, so its end is fetched, and more of it until that reaches far
 * enough back.
 */
export const eventsSince = async (
  api: Pick<Api, 'events'>,
  board: { readonly id: string; readonly seq: number },
  since: string,
): Promise<Answer<readonly BoardEvent[]>> => {
  for (let many = window; ; many *= 4) {
    const from = Math.max(0, board.seq - many)
    const answer = await api.events(board.id, from)
    if (answer.is !== 'ok') return answer
    const events = answer.value.flatMap(known)
    const [first] = events
    if (from === 0 || !first || Date.parse(first.at) <= Date.parse(since))
      return { is: 'ok', value: events.filter(({ at }) => Date.parse(at) > Date.parse(since)) }
  }
}

/** An event of a kind that this page does not know yet is left out. */
const known = (event: unknown): readonly BoardEvent[] => {
  const read = BoardEvent.safeParse(event)
  return read.success ? [read.data] : []
}
