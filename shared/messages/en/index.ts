import { common } from './common.ts'
import { home } from './home.ts'
import { people } from './people.ts'
import { board } from './board.ts'
import { step } from './step.ts'
import { structure } from './structure.ts'
import { text } from './text.ts'
import { items } from './items.ts'
import { agree } from './agree.ts'
import { proposals } from './proposals.ts'

export const en = {
  common,
  home,
  people,
  board,
  step,
  structure,
  text,
  items,
  agree,
  proposals,
}
