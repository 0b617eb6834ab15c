import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import { freeze } from '../../server/live/freeze.ts'
import { newStep } from '../../shared/board/model.ts'
import { secureRandom } from '../../shared/ids.ts'
import { readStep } from '../../shared/step/read.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import { agree, at, memberId, reopen } from './board.ts'
import { eventually, pause } from './eventually.ts'
import { expectStatus, startPlan, type Person, type StartedPlan, type StepAsRead } from './person.ts'
import type { Random } from './random.ts'
import { aStockClient, type StockClient } from './stock.ts'
import { aTypist, putIn, takenOut, wordsIn, type Typist } from './typist.ts'

/* Two people type while the facilitator agrees on the step: what was read, what was kept, what became of the rest. */

/** A person may be refused five times a minute, so new ones come in before that. */
const visitsPerPerson = 4

export interface Race {
  readonly hash: { readonly said: string; readonly counted: string }
  /** The version that was agreed, and the room as strangers find it at once and when all is quiet. */
  readonly agreed: unknown
  readonly atOnce: Body
  readonly after: Body
  /** Acknowledged and not in the body, or acknowledged as deleted and in it. */
  readonly broken: readonly string[]
  /** Neither in the body nor in a proposal. */
  readonly vanished: readonly string[]
  /** Words that came too late. */
  readonly refused: number
}

/** A room byte for byte: two equal documents may order their bytes differently, so its parts are compared. */
export interface Body {
  readonly content: unknown
  readonly stateVector: string
  readonly deleted: string
}

export interface RaceTrack {
  race(random: Random): Promise<Race>
}

interface Runner {
  readonly client: StockClient
  readonly typist: Typist
}

export const aRaceTrack = async (url: string): Promise<RaceTrack> => {
  const plan = await startPlan(url)
  const step = must((await plan.read()).steps[0])
  const root = sectionRoot(must(step.sections[0]).id)
  const place = { url, board: plan.board, step: step.id }
  let people: readonly Person[] = []
  let visit = 0

  const enter = async (): Promise<readonly Runner[]> => {
    if (visit % visitsPerPerson === 0)
      people = await Promise.all(['ada', 'ben'].map((name) => plan.join(`${name} ${visit}`)))
    visit += 1
    const runners = people.map((person, index) => {
      const client = aStockClient(person, place)
      return { client, typist: aTypist(client, ['ada', 'ben'][index]!, visit, root) }
    })
    await Promise.all(runners.map(({ client }) => client.ready()))
    return runners
  }

  const look = async (): Promise<{ body: Body; words: ReadonlySet<string> }> => {
    const reader = aStockClient(plan.facilitator, place)
    await reader.ready()
    const seen = { body: bodyOf(reader.doc, step), words: wordsIn(reader.doc, root) }
    reader.leave()
    return seen
  }

  const race = async (random: Random): Promise<Race> => {
    const runners = await enter()
    const typing = runners.map(({ typist }) => typist.type(random))
    await pause(20 + random.int(60))
    const answer = await plan.command(plan.facilitator, agree(step.id))
    expectStatus(answer, 200)
    const atOnce = await look()
    await Promise.all(
      runners.map(({ client }) => eventually('the door to close', () => client.closed !== null)),
    )
    await Promise.all(typing)
    const after = await look()
    const version = await agreedVersion(plan, step)
    const reopened = await plan.command(plan.facilitator, reopen(step.id))
    expectStatus(reopened, 200)
    const proposed = JSON.stringify((await plan.facilitator.get(`/api/boards/${plan.board}/proposals`)).body)
    runners.forEach(({ client }) => client.leave())
    return {
      hash: { said: version.hash, counted: hashOf(version.content) },
      agreed: version.content.content,
      atOnce: atOnce.body,
      after: after.body,
      broken: runners.flatMap((runner) => brokenBy(runner, after.words)),
      ...fateOf(runners, after.words, proposed),
    }
  }
  return { race }
}

interface Version {
  readonly hash: string
  readonly content: { readonly content: unknown }
}

const agreedVersion = async (plan: StartedPlan, step: StepAsRead): Promise<Version> => {
  const { state, agreement } = must((await plan.read()).steps.find((one) => one.id === step.id))
  if (!agreement) throw new Error(`the step is ${state}`)
  return (await plan.facilitator.get<Version>(`/api/boards/${plan.board}/versions/${agreement.version.id}`))
    .body
}

const hashOf = (content: unknown) =>
  createHash('sha256')
    .update(must(canonicalize(content)))
    .digest('hex')

const bodyOf = (doc: Y.Doc, step: StepAsRead): Body => {
  const update = Y.encodeStateAsUpdate(doc)
  const deleted = [...Y.decodeUpdate(update).ds.clients].toSorted(([a], [b]) => a - b)
  return {
    content: frozen(doc, step),
    stateVector: JSON.stringify(
      [...Y.decodeStateVector(Y.encodeStateVector(doc))].toSorted(([a], [b]) => a - b),
    ),
    deleted: JSON.stringify(deleted),
  }
}

/** What agreeing on the step as it stands in this document would freeze. */
const frozen = (doc: Y.Doc, step: StepAsRead): unknown => {
  const by = { by: memberId('faye'), at: at(0), random: secureRandom }
  // Made by the server in this shape.
  const { content } = freeze(newStep(step), readStep(doc, step), [], by).content as Version['content']
  return content
}

const brokenBy = ({ client, typist }: Runner, words: ReadonlySet<string>): readonly string[] =>
  typist.typed.filter((word) => {
    if (client.acknowledged.has(takenOut(word))) return words.has(word)
    return !typist.erased.has(word) && client.acknowledged.has(putIn(word)) && !words.has(word)
  })

/** What became of the words that were sent: those in the body, those in a proposal, those nowhere. */
const fateOf = (runners: readonly Runner[], words: ReadonlySet<string>, proposed: string) => {
  const late = runners.flatMap(({ typist }) =>
    typist.typed.filter((word) => !typist.erased.has(word) && !words.has(word)),
  )
  return { vanished: late.filter((word) => !proposed.includes(word)), refused: late.length }
}
