import { Worker } from 'node:worker_threads'

/*
 * Work of seconds goes on in a thread of its own, so that nobody else waits for it meanwhile. What takes too long
 * there, or too much memory, is too much: the thread is ended, and the next question begins another.
 */

const longest = 30_000
/** The thread is kept for the next question so long: starting one takes half a second. */
const idleFor = 60_000
const memory = { maxOldGenerationSizeMb: 1024 }

/** Rejects with what went wrong in the thread, when it is neither time nor memory. */
export type Ask<Question, Answer> = (question: Question) => Promise<Answer | 'tooMuch'>

export class Thread<Question, Answer> {
  readonly #script: URL
  #turn: Promise<unknown> = Promise.resolve()
  #kept: { readonly worker: Worker; readonly idle: NodeJS.Timeout } | null = null

  /** `script` answers each message that it is sent with one of its own. */
  constructor(script: URL) {
    this.#script = script
  }

  /** One piece of work after the other, each of one question or several; whoever waits holds nothing yet. */
  inTurn<T>(work: (ask: Ask<Question, Answer>) => Promise<T>): Promise<T> {
    const result = this.#turn.then(() => work((question) => this.#ask(question)))
    this.#turn = result.catch(() => undefined)
    return result
  }

  async #ask(question: Question): Promise<Answer | 'tooMuch'> {
    const worker = this.#take()
    try {
      const answer = await answerOf<Question, Answer>(worker, question)
      this.#keep(worker)
      return answer
    } catch (error) {
      await worker.terminate()
      if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        return 'tooMuch'
      if (error === late) return 'tooMuch'
      throw error
    }
  }

  #take(): Worker {
    const worker = this.#kept?.worker ?? this.#start()
    clearTimeout(this.#kept?.idle)
    this.#kept = null
    worker.ref()
    return worker
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { resourceLimits: memory })
    // One that dies while nobody asks ends nothing but itself.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      if (this.#kept?.worker === worker) this.#kept = null
    })
    return worker
  }

  /** Nobody waits for it: it does not keep the process. */
  #keep(worker: Worker): void {
    worker.unref()
    const idle = setTimeout(() => {
      this.#kept = null
      void worker.terminate()
    }, idleFor)
    this.#kept = { worker, idle: idle.unref() }
  }
}

const late = new Error('too late')

const answerOf = <Question, Answer>(worker: Worker, question: Question): Promise<Answer> =>
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
    const ended = () => failed(new Error('a thread has stopped'))
    worker.on('message', answered).on('error', failed).on('exit', ended)
    worker.postMessage(question)
  })
