import type { Locale } from '../../shared/locale.ts'
import type { Ask } from '../thread.ts'
import { Thread } from '../thread.ts'
import type { Bringing, Brought } from './bring.ts'
import type { PlanInFile } from './plan.ts'
import type { LeftOut, Problem } from './reading.ts'

/*
 * Files are read in a thread of their own, one at a time: 20 MB of whatever somebody sends may take seconds. A file
 * that takes too long, or too much memory, is too much.
 */

export type Question =
  | {
      readonly is: 'read'
      readonly text: string
      readonly language: Locale | undefined
      readonly agreedWords: Readonly<Record<Locale, string>>
    }
  | ({ readonly is: 'bring' } & WhoAndWhen)

export type WhoAndWhen = Pick<Bringing, 'by' | 'at'>

export type Answer =
  | { readonly is: 'wrong'; readonly problem: Problem }
  | { readonly is: 'read'; readonly plan: PlanHead; readonly leftOut: readonly LeftOut[] }
  | ({ readonly is: 'brought' } & Brought)

export type PlanHead = Pick<PlanInFile, 'title' | 'language' | 'template' | 'variables' | 'steps'>

/** A file that can become a plan: `bring` makes of it what goes into the plan's first commit. */
export interface OpenFile {
  readonly plan: PlanHead
  readonly leftOut: readonly LeftOut[]
  bring(whoAndWhen: WhoAndWhen): Promise<Brought>
}

const tooMuch: Problem = { where: '.', why: 'tooMuch' }
const thread = new Thread<Question, Answer>(new URL('./worker.ts', import.meta.url))

type Given = Omit<Extract<Question, { is: 'read' }>, 'is' | 'text'>
type Opened = OpenFile | { readonly problem: Problem }

/** Reads the text of a file and hands it to `then`; the file is open until that is done. */
export const withFile = <T>(text: string, given: Given, then: (file: Opened) => Promise<T>): Promise<T> =>
  thread.inTurn(async (ask) => {
    const answer = await ask({ is: 'read', text, ...given })
    if (answer === 'tooMuch' || answer.is === 'brought') return then({ problem: tooMuch })
    if (answer.is === 'wrong') return then({ problem: answer.problem })
    const { plan, leftOut } = answer
    return then({ plan, leftOut, bring: (whoAndWhen) => broughtBy(whoAndWhen, ask) })
  })

const broughtBy = async ({ by, at }: WhoAndWhen, ask: Ask<Question, Answer>): Promise<Brought> => {
  const answer = await ask({ is: 'bring', by, at })
  if (answer === 'tooMuch' || answer.is !== 'brought')
    throw new Error('a file was read and could not be brought')
  const { is: _, ...brought } = answer
  return brought
}
