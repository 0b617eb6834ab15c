import type { RandomBytes } from '../../shared/ids.ts'
import type { Locale } from '../../shared/locale.ts'
import { planFile } from '../export/plan-file.ts'
import { readOwn } from './own.ts'
import type { PlanInFile } from './plan.ts'
import type { LeftOut, Problem } from './reading.ts'
import { Reading, unsound } from './reading.ts'
import type { RoomInFile } from './rooms.ts'
import { roomsOf } from './rooms.ts'
import { readSample } from './sample.ts'

/** A file that can become a plan, with everything that it holds and what there is no place for. */
export interface ReadFile {
  readonly plan: PlanInFile
  readonly rooms: readonly RoomInFile[]
  readonly leftOut: readonly LeftOut[]
}

export interface Given {
  readonly random: RandomBytes
  /** What stands for the decision of an agreed step that the file says none of, in the plan's language. */
  readonly agreedWords: (language: Locale) => string
  /** In place of the file's. */
  readonly language?: Locale | undefined
}

/** The body of a request becomes a plan, or the first thing that is wrong with it. The body is used up. */
export const readFile = (body: unknown, given: Given): ReadFile | { readonly problem: Problem } => {
  const wrong = (where: string, why: Problem['why']) => ({ problem: { where, why } })
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return wrong('.', 'wrong')
  const problem = unsound(body)
  if (problem) return { problem }
  const json = body as Readonly<Record<string, unknown>>
  const reading = new Reading()
  const plan = readAs(json, reading, given)
  if (!plan) return { problem: reading.problem ?? { where: 'schema', why: 'noFormat' } }
  if (reading.problem) return { problem: reading.problem }
  const rooms = roomsOf(plan, reading, given.random)
  return reading.problem ? { problem: reading.problem } : { plan, rooms, leftOut: reading.leftOut }
}

const readAs = (
  json: Readonly<Record<string, unknown>>,
  reading: Reading,
  given: Given,
): PlanInFile | null => {
  switch (json['schema']) {
    case 'sample-plan/1':
      return readSample(json, reading, given)
    case planFile:
      return readOwn(json, reading, given.language)
    default:
      return null
  }
}
