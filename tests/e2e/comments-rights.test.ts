import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import type { Role } from '../../shared/board/model.ts'
import { CommentId } from '../../shared/ids.ts'
import { agree, pause, review } from '../support/board.ts'
import type { Actor } from '../support/browser.ts'
import type { Person } from '../support/person.ts'
import { aStage, type Stage } from '../support/stage.ts'
import { aTalk, panelOf, threadWith, type Talk } from '../support/talk.ts'

/* What the screen offers is what the server takes: every role, at steps in every state, of one's own and of others'. */

let stage: Stage
let talk: Talk
let people: Readonly<Record<Role, Person>>

const states = ['agreed', 'in review', 'paused', 'open'] as const
const voices = ['facilitator', 'editor', 'commenter'] as const

/** Written by hand, not read off the table of rights: the same in every state of the step. */
const own = ['Answer', 'Done', 'Change…', 'Copy link', 'Remove…']
const offered: Readonly<
  Record<Role, { readonly own: readonly string[]; readonly other: readonly string[] }>
> = {
  facilitator: {
    own: [...own, 'Who is to see to it'],
    other: ['Answer', 'Done', 'Copy link', 'Remove…', 'Who is to see to it'],
  },
  editor: {
    own: [...own, 'Who is to see to it'],
    other: ['Answer', 'Done', 'Copy link', 'Who is to see to it'],
  },
  commenter: { own, other: ['Answer', 'Copy link'] },
  reader: { own: [], other: ['Copy link'] },
}

const words = (role: Role, state: string) => `The ${role} where it is ${state}.`

beforeAll(async () => {
  stage = await aStage()
  talk = await aTalk(stage)
  const { plan } = talk
  people = {
    facilitator: plan.facilitator,
    editor: await plan.join('Ed'),
    commenter: await plan.join('Cleo', 'commenter'),
    reader: await plan.join('Rut', 'reader'),
  }
  const steps = (await plan.read()).steps.map(({ id }) => id)
  const becomes = {
    agreed: agree,
    'in review': (id: string) => review(id),
    paused: (id: string) => pause(id),
    open: null,
  } as const satisfies Record<(typeof states)[number], ((id: string) => CommandBody) | null>
  for (const [at, state] of states.entries()) {
    const step = must(steps[at])
    for (const role of voices)
      await talk.tell(people[role], {
        type: 'comment.post',
        commentId: CommentId.parse(`c${at}-${role}`),
        anchor: { type: 'step', stepId: step, id: step },
        body: words(role, state),
      })
    const become = becomes[state]
    if (become) await talk.tell(plan.facilitator, become(step))
  }
}, 90_000)
afterEach(({ task }) => (task.result?.state === 'fail' ? stage.picture(task.name) : undefined))
afterAll(() => stage[Symbol.asyncDispose]())

/** What is offered for a comment: its buttons, then the entries of its menu. */
const offersOf = async ({ page }: Actor, thread: Locator): Promise<readonly string[]> => {
  const buttons = await thread.getByRole('button', { name: /^(Answer|Done)$/ }).allTextContents()
  await thread.getByRole('button', { name: /^More for the comment/ }).click()
  const menu = page.getByRole('menu')
  await menu.waitFor()
  const entries = await menu.getByRole('menuitem').allTextContents()
  const groups = await menu.getByRole('group', { name: 'Who is to see to it' }).count()
  await page.keyboard.press('Escape')
  await menu.waitFor({ state: 'detached' })
  return [...buttons, ...entries, ...(groups > 0 ? ['Who is to see to it'] : [])]
}

describe('what may be done with comments', () => {
  it.each(['facilitator', 'editor', 'commenter', 'reader'] as const)(
    'JN52 is offered to a %s, of their own and of others’, whatever state the step is in',
    async (role) => {
      const actor = await talk.enter(people[role], {}, '?comments=all')
      const other = role === 'editor' ? 'commenter' : 'editor'
      for (const state of states) {
        const at = `${role}, ${state}`
        const theirs = await offersOf(actor, threadWith(actor, words(other, state)))
        expect(theirs, `${at}, of others`).toEqual(offered[role].other)
        if (role === 'reader') continue
        const mine = await offersOf(actor, threadWith(actor, words(role, state)))
        expect(mine, `${at}, of their own`).toEqual(offered[role].own)
      }
      const fields = panelOf(actor).getByRole('textbox', { name: /^New comment on/ })
      expect(await fields.count()).toBe(role === 'reader' ? 0 : 1)
      expect(actor.trouble).toEqual([])
      await actor.leave()
    },
  )
})
