import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { must } from '../../shared/assert.ts'
import { evolve, replay } from '../../shared/board/log.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { PlanRead } from '../../shared/checks/plan.ts'
import { together } from '../../shared/items/together.ts'
import { bring } from '../../server/import/bring.ts'
import { readFile } from '../../server/import/file.ts'
import { secureRandom } from '../../shared/ids.ts'
import { at, created, memberId } from './board.ts'
import { samples } from './sample-plan.ts'

/* A sample plan as it stands right after it was brought in, and what its file says of it. */

export interface ExpectedCheck {
  readonly check: string
  readonly entityId: string | null
  readonly values?: Readonly<Record<string, number | string>>
}

export interface SampleFile {
  readonly asOf: string
  readonly expectedChecks?: readonly ExpectedCheck[]
}

export const sampleFile = (language: keyof typeof samples): SampleFile =>
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, '..', '..', 'shared', 'samples', `${samples[language]}.json`),
      'utf8',
    ),
  ) as SampleFile

/** A plan's file, read as the server reads it. */
export const planReadOf = (file: object): PlanRead => {
  const read = readFile(structuredClone(file), { random: secureRandom, agreedWords: () => 'Agreed' })
  if ('problem' in read) throw new Error(`${read.problem.where}: ${read.problem.why}`)
  const { plan, rooms } = read
  const by = memberId('faye')
  const { event } = bring(read, { by, at: at(1), random: secureRandom })
  const { title, language, template, variables, steps } = plan
  const first = replay([created({ title, language, template, variables, steps })])
  const board = evolve(first, { ...event, seq: 2, at: at(1), by })
  // The plan's own room comes last: what it tells is laid over the steps' items.
  const inOrder = [...board.steps.map(({ id }) => id), followUpRoom].flatMap(
    (id) => rooms.find((room) => room.id === id) ?? [],
  )
  return {
    board,
    texts: new Map(inOrder.map(({ id, content }) => [id as string, must(content)])),
    items: together(inOrder.map(({ id, content: { items } }) => ({ stepId: id, items }))),
  }
}
