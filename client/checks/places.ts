import { stepOf } from '../../shared/board/model.ts'
import type { Place } from '../../shared/checks/define.ts'
import { unreachable } from '../../shared/assert.ts'
import { kinds } from '../../shared/items/index.ts'
import { textAt } from '../../shared/items/item.ts'
import type { Translate } from '../../shared/messages/format.ts'
import type { Names } from '../hooks/useNames.ts'
import type { Telling } from '../items/said.ts'
import { titleOf } from '../items/said.ts'

/** Where a finding stands, for people: what it is called, and where one goes from it. */
export interface Spot {
  readonly title: string
  /** The step in which it is shown; null for the plan as a whole. */
  readonly stepId: string | null
  /** The place on the page; an item opens instead. */
  readonly hash: string | null
  readonly item?: { readonly id: string; readonly field?: string }
}

export interface Words {
  readonly t: Translate
  readonly telling: Telling
  readonly names: Pick<Names, 'number'>
}

export const spotOf = (place: Place, words: Words): Spot => {
  const { t, telling, names } = words
  switch (place.is) {
    case 'plan':
      return { title: t('findings.wholePlan'), stepId: null, hash: null }
    case 'step': {
      const title = stepOf(telling.board, place.stepId)?.title ?? ''
      const { stepId } = place
      return { title: t('findings.step', { number: names.number(stepId), title }), stepId, hash: stepId }
    }
    case 'section': {
      const { stepId, id } = place
      const section = stepOf(telling.board, stepId)?.sections.find((one) => one.id === id)
      return { title: section?.title ?? '', stepId, hash: id }
    }
    case 'question':
      return questionSpot(place, words)
    case 'kind':
      return kindSpot(place, words)
    case 'item':
      return itemSpot(place, words)
    default:
      return unreachable(place)
  }
}

const questionSpot = (
  { stepId, id }: Extract<Place, { is: 'question' }>,
  { t, telling, names }: Words,
): Spot => {
  const questions = stepOf(telling.board, stepId)?.questions.filter(({ hidden }) => !hidden) ?? []
  const number = questions.findIndex((one) => one.id === id) + 1
  return { title: t('findings.question', { step: names.number(stepId), number }), stepId, hash: id }
}

const kindSpot = ({ stepId, kind }: Extract<Place, { is: 'kind' }>, { telling }: Words): Spot => {
  const section = stepOf(telling.board, stepId ?? '')?.sections.find(
    (one) => !one.hidden && one.kinds?.includes(kind),
  )
  return { title: telling.t(`${kind}:many`), stepId, hash: section?.id ?? stepId }
}

const itemSpot = ({ stepId, id, field }: Extract<Place, { is: 'item' }>, { telling }: Words): Spot => ({
  title: itemTitle(id, telling),
  stepId,
  hash: null,
  item: { id, ...(field !== undefined && { field }) },
})

/** "Goal 5 · Safe in the centre at night". */
export const itemTitle = (id: string, telling: Telling): string => {
  const item = telling.items.byId.get(id)
  if (!item) return ''
  const path = kinds.get(item.kind)?.card.number
  const number = path === undefined ? '' : textAt(item, path)
  const kind = [telling.t(`${item.kind}:one`), number].filter(Boolean).join(' ')
  return `${kind} · ${titleOf(item, telling)}`
}
