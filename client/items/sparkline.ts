import { totalsOf } from '../../shared/items/item.ts'
import type { Item } from '../../shared/items/item.ts'
import type { Figure } from '../../shared/items/define.ts'

/* A series as a small line: where it has been, and what is wanted of it. */

export interface Line {
  /** The latest value and its year. */
  readonly latest: { readonly year: number; readonly value: number } | undefined
  readonly target: { readonly year: number; readonly value: number } | undefined
  /** Points in a field of `width` × `height`, rounded to a tenth. */
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly targetY: number | null
}

export const width = 60
export const height = 28
const margin = 3
/** The line ends before the edge, so that the last point is not cut. */
const plot = width - 4 * margin

export const lineOf = (item: Item, figure: Figure): Line => {
  const values = totalsOf(item, figure.series)
  const target = totalsOf(item, figure.targets).at(-1)
  const all = [...values.map(({ value }) => value), ...(target ? [target.value] : [])]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const y = (value: number) =>
    high === low
      ? height / 2
      : round(height - margin - ((value - low) / (high - low)) * (height - 2 * margin))
  const step = values.length > 1 ? plot / (values.length - 1) : 0
  return {
    latest: values.at(-1),
    target,
    points: values.map(({ value }, at) => [round(margin + at * step), y(value)] as const),
    targetY: target ? y(target.value) : null,
  }
}

const round = (number: number): number => Math.round(number * 10) / 10
