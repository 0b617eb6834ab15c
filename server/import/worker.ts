import { parentPort } from 'node:worker_threads'
import { must } from '../../shared/assert.ts'
import { secureRandom } from '../../shared/ids.ts'
import { bring } from './bring.ts'
import type { ReadFile } from './file.ts'
import { readFile } from './file.ts'
import type { Answer, Question } from './reader.ts'

/* One file in a thread of its own: it is read, and kept until somebody says who brings it. */

const port = must(parentPort)
let file: ReadFile | null = null

const answer = (question: Question): Answer => {
  if (question.is === 'bring')
    return { is: 'brought', ...bring(must(file), { ...question, random: secureRandom }) }
  const { text, language, agreedWords } = question
  const read = readFile(parsed(text), {
    random: secureRandom,
    language,
    agreedWords: (of) => agreedWords[of],
  })
  if ('problem' in read) return { is: 'wrong', problem: read.problem }
  file = read
  const { title, language: spoken, template, variables, steps } = read.plan
  return { is: 'read', plan: { title, language: spoken, template, variables, steps }, leftOut: read.leftOut }
}

const parsed = (text: string): unknown => {
  // reason: the body of a request; half a file and no JSON at all are not told apart from a wrong one.
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

port.on('message', (question: Question) => port.postMessage(answer(question)))
