import type { Board } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { CheckedPlan, Finding } from '../../shared/checks/define.ts'
import { findingsOf } from '../../shared/checks/find.ts'
import { checkedPlan } from '../../shared/checks/plan.ts'
import { checkIds, rules } from '../../shared/checks/rules.ts'
import { together } from '../../shared/items/together.ts'
import { readTexts } from '../../shared/step/read.ts'
import type { Whole } from '../export/whole.ts'
import { itemsByRoom } from '../export/whole.ts'
import type { ItemsIn } from './read-once.ts'
import { readOnce } from './read-once.ts'
import type { Room } from './room.ts'

/* What the checks say of a plan, asked of what is committed. */

/** The plan whose rooms these are. `asOf`: the day that is today. */
export const planIn = (
  board: Board,
  rooms: readonly Pick<Room, 'key' | 'doc'>[],
  asOf: string,
  itemsIn: ItemsIn = readOnce(),
): CheckedPlan => {
  const docs = new Map<string, Room['doc']>(rooms.map(({ key, doc }) => [key.room, doc]))
  const steps = visible(board.steps)
  const places = [...steps.map(({ id }) => id), followUpRoom]
  const texts = steps.flatMap((step) => {
    const doc = docs.get(step.id)
    return doc ? [[step.id, readTexts(doc, step)] as const] : []
  })
  const items = places.flatMap((stepId) => {
    const doc = docs.get(stepId)
    return doc ? [{ stepId, items: itemsIn(doc) }] : []
  })
  return checkedPlan({ board, texts: new Map(texts), items: together(items) }, asOf)
}

/** The plan as it was read of its visible steps. */
export const planOf = (whole: Whole, asOf: string): CheckedPlan => {
  const { board, steps, contents } = whole
  const texts = steps.flatMap(({ id }, at) => {
    const content = contents[at]
    return content ? [[id, content] as const] : []
  })
  return checkedPlan({ board, texts: new Map(texts), items: together(itemsByRoom(whole)) }, asOf)
}

/** No other check finds an error. */
const ofErrors = checkIds.filter((id) => rules[id].severity === 'error')

/** What stands in the way of agreeing on a step: it can be overridden, with a reason. */
export const errorsOf = (plan: CheckedPlan, stepId: string): readonly Finding[] =>
  findingsOf(plan, ofErrors).filter(
    ({ severity, place }) => severity === 'error' && place.is !== 'plan' && place.stepId === stepId,
  )
