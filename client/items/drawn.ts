import type { PlacedItem } from '../../shared/items/together.ts'
import type { Telling } from './said.ts'

/** What a view of one item is drawn from. */
export interface Drawn {
  readonly item: PlacedItem
  readonly telling: Telling
  /** What it is linked to, so that it is drawn anew when one of them changes. */
  readonly near: readonly PlacedItem[]
}

/** Whether it would look the same: not every change of some other item of the plan is a reason to draw this one. */
export const looksSame = (before: Drawn, after: Drawn): boolean =>
  before.item === after.item &&
  before.telling.t === after.telling.t &&
  before.telling.board === after.telling.board &&
  before.near.length === after.near.length &&
  before.near.every((one, at) => one === after.near[at])
