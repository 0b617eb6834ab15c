import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { Actor, Screen } from './browser.ts'
import type { Person, StartedPlan } from './person.ts'
import { aStage, saying, type Stage } from './stage.ts'

/* A stage for the journeys of a file, a plan for each of them, and those who come to it. */

export interface Company {
  /** The plan of the journey that is under way. */
  plan(): StartedPlan
  /** Somebody with a browser, who is nowhere yet. */
  come(name: string, screen?: Screen): Promise<Actor>
  /** Somebody comes to a page of the plan, by its path within it; whoever is only named joins it first, to write. */
  enter(who: Person | string, path?: string, screen?: Screen, saved?: string | RegExp): Promise<Actor>
}

type Begin = (url: string) => Promise<StartedPlan>

/** Everybody leaves when their journey is over; it fails when anything broke on the page of one of them. */
export const aCompany = (begin: Begin): Company => {
  let stage: Stage
  let plan: StartedPlan
  let actors: Actor[] = []
  const known = (actor: Actor) => {
    actors.push(actor)
    return actor
  }
  beforeAll(async () => {
    stage = await aStage()
  }, 90_000)
  beforeEach(async () => {
    plan = await begin(stage.server.url)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage.picture(task.name)
    const troubles = actors.flatMap(({ trouble }) => trouble)
    await Promise.all(actors.map((actor) => actor.leave()))
    actors = []
    expect(troubles).toEqual([])
  })
  afterAll(() => stage[Symbol.asyncDispose]())
  return {
    plan: () => plan,
    come: async (name, screen) => known(await stage.enter(name, screen)),
    enter: async (who, path = '', screen = {}, saved = 'Saved') => {
      const person = typeof who === 'string' ? await plan.join(who) : who
      const actor = known(await stage.enterAs(person, screen))
      await actor.page.goto(`/b/${plan.board}${path}`)
      await saying(actor, saved)
      return actor
    },
  }
}
