import { common } from './common.ts'
import { people } from './people.ts'
import { board } from './board.ts'
import { step } from './step.ts'
import { structure } from './structure.ts'
import { text } from './text.ts'
import { items } from './items.ts'
import { agree } from './agree.ts'
import { proposals } from './proposals.ts'
import { comments } from './comments.ts'
import { inbox } from './inbox.ts'
import type { Messages } from '../format.ts'

export const sv: Messages = {
  common,
  people,
  board,
  step,
  structure,
  text,
  items,
  agree,
  proposals,
  comments,
  inbox,
}
