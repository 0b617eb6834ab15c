import { Worker } from 'node:worker_threads'
import type { Locale } from '../../shared/locale.ts'
import type { Bringing, Brought } from './bring.ts'
import type { PlanInFile } from './plan.ts'
import type { LeftOut, Problem } from './reading.ts'

/*
 * Files are read in a thread of their own, one at a time: 20 MB of whatever somebody sends may take seconds, and
 * nobody else waits for them meanwhile. A file that takes too long, or too much memory, is too much.
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

const longest = 30_000
/** The thread is kept for the next file so long: starting one takes half a second. */
const idleFor = 60_000
const memory = { maxOldGenerationSizeMb: 1024 }
const tooMuch: Problem = { where: '.', why: 'tooMuch' }

type Given = Omit<Extract<Question, { is: 'read' }>, 'is' | 'text'>
type Opened = OpenFile | { readonly problem: Problem }

let turn: Promise<unknown> = Promise.resolve()
let kept: { readonly worker: Worker; readonly idle: NodeJS.Timeout } | null = null

/** Reads the text of a file and hands it to `then`; the file is open until that is done. */
export const withFile = <T>(text: string, given: Given, then: (file: Opened) => Promise<T>): Promise<T> => {
  const result = turn.then(() => read(text, given, then))
  turn = result.catch(() => undefined)
  return result
}

const read = async <T>(text: string, given: Given, then: (file: Opened) => Promise<T>): Promise<T> => {
  const answer = await ask({ is: 'read', text, ...given })
  if (answer === 'tooMuch' || answer.is === 'brought') return then({ problem: tooMuch })
  if (answer.is === 'wrong') return then({ problem: answer.problem })
  const { plan, leftOut } = answer
  return then({ plan, leftOut, bring: broughtBy })
}

const broughtBy = async ({ by, at }: WhoAndWhen): Promise<Brought> => {
  const answer = await ask({ is: 'bring', by, at })
  if (answer === 'tooMuch' || answer.is !== 'brought')
    throw new Error('a file was read and could not be brought')
  const { is: _, ...brought } = answer
  return brought
}

/** Rejects with what went wrong in the thread, when it is neither time nor memory. */
const ask = async (question: Question): Promise<Answer | 'tooMuch'> => {
  const worker = take()
  try {
    const answer = await answerOf(worker, question)
    keep(worker)
    return answer
  } catch (error) {
    await worker.terminate()
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      return 'tooMuch'
    if (error === late) return 'tooMuch'
    throw error
  }
}

const late = new Error('too late')

const answerOf = (worker: Worker, question: Question): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late), longest)
    const settle = () => {
      clearTimeout(timer)
      worker.off('message', answered).off('error', failed).off('exit', ended)
    }
    const answered = (answer: Answer) => {
      settle()
      resolve(answer)
    }
    const failed = (error: unknown) => {
      settle()
      reject(error instanceof Error ? error : new Error(String(error)))
    }
    const ended = () => failed(new Error('the reader of files has stopped'))
    worker.on('message', answered).on('error', failed).on('exit', ended)
    worker.postMessage(question)
  })

const take = (): Worker => {
  const worker = kept?.worker ?? start()
  clearTimeout(kept?.idle)
  kept = null
  worker.ref()
  return worker
}

const start = (): Worker => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: memory })
  // One that dies while nobody asks ends nothing but itself.
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    if (kept?.worker === worker) kept = null
  })
  return worker
}

/** Nobody waits for it: it does not keep the process. */
const keep = (worker: Worker): void => {
  worker.unref()
  const idle = setTimeout(() => {
    kept = null
    void worker.terminate()
  }, idleFor)
  kept = { worker, idle: idle.unref() }
}
