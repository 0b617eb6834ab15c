import { board } from './board.ts'
import { common } from './common.ts'
import { doors } from './doors.ts'
import { items } from './items.ts'
import { step } from './step.ts'
import type { First } from '../format.ts'

export const first: First = { common, board, step, items, ...doors }
