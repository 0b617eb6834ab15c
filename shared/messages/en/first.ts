import { board } from './board.ts'
import { common } from './common.ts'
import { doors } from './doors.ts'
import { items } from './items.ts'
import { step } from './step.ts'

/** What a plan says before its other parts have come. */
export const first = { common, board, step, items, ...doors }
