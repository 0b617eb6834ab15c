import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Comment } from '../../shared/board/comment.ts'
import { plainText } from '../../shared/step/prose.ts'
import type { Block } from '../support/blocks.ts'
import { answer } from '../support/board.ts'
import { bringPlan, expectStatus, startPlan } from '../support/person.ts'
import { readSample, samples, textsFor, writeSample } from '../support/sample-plan.ts'
import type { TestServer } from '../support/server.ts'
import { startServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 30_000)
afterAll(async () => {
  await server[Symbol.asyncDispose]()
})

/** As `plainText` reads it: words apart, marks gone. */
const words = (text: string): string => text.replaceAll('**', '').split(/\s+/).join(' ').trim()
const textOfBlock = (block: Block): string =>
  block.is === 'list'
    ? block.items.join(' ')
    : block.is === 'table'
      ? block.rows.flat().join(' ')
      : block.text

interface Snapshot {
  readonly steps: readonly {
    readonly sections: readonly { readonly id: string; readonly content: never }[]
    readonly questions: readonly { readonly id: string; readonly status: string; readonly answer: never }[]
    readonly unread: readonly string[]
  }[]
  readonly comments: readonly Comment[]
}

describe('a plan of each template, with the sample plans’ texts written into it', () => {
  it.each(['skr-planning', 'lhl-nine-steps', 'nordic-combined'])(
    'SP1 gives them all back (%s)',
    async (template) => {
      const plan = await startPlan(server.url, template)
      const texts = textsFor(template)
      await writeSample(server.url, plan, texts)
      await server.kill()
      await server.start()
      const { steps } = (await plan.facilitator.get<Snapshot>(`/api/boards/${plan.board}/snapshot`)).body
      const sections = new Map(
        steps.flatMap((step) => step.sections.map(({ id, content }) => [id, content] as const)),
      )
      const answers = new Map(
        steps.flatMap((step) => step.questions.map((question) => [question.id, question] as const)),
      )
      const written = [...texts.sections].filter(([id]) => sections.has(id))
      const answered = [...texts.answers].filter(([id]) => answers.has(id))
      expect(written.length).toBeGreaterThan(5)
      expect(answered.length).toBeGreaterThan(10)
      for (const [id, blocks] of written)
        expect(words(plainText(sections.get(id) as never)), id).toBe(words(blocks.map(textOfBlock).join(' ')))
      for (const [id, answer] of answered)
        expect([words(plainText(answers.get(id)?.answer as never)), answers.get(id)?.status], id).toEqual([
          words(answer),
          'drafted',
        ])
      expect(steps.flatMap(({ unread }) => unread)).toEqual([])
    },
    30_000,
  )
})

describe('a sample plan that was brought in', () => {
  it.each(Object.keys(samples) as (keyof typeof samples)[])(
    'SP2 has what was said in it, which is answered like anything else (%s)',
    async (language) => {
      const plan = await bringPlan(server.url, readSample(language))
      const said = async () =>
        (await plan.facilitator.get<Snapshot>(`/api/boards/${plan.board}/snapshot`)).body.comments
      const before = await said()
      const resolved = before.find((comment) => comment.resolved)!
      expectStatus(await plan.command(plan.facilitator, answer('again', resolved.id)), 200)
      await server.kill()
      await server.start()
      const { resolved: _, ...reopened } = resolved
      const after = await said()
      expect(after.slice(0, -1)).toEqual(before.map((one) => (one === resolved ? reopened : one)))
      expect(after.at(-1)).toMatchObject({ id: 'again', parentId: resolved.id, authorName: 'Faye' })
      expect(after.at(-1)).not.toHaveProperty('imported')
    },
    30_000,
  )
})
