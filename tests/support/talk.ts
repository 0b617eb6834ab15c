import { randomUUID } from 'node:crypto'
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import type { StepId } from '../../shared/ids.ts'
import { CommentId } from '../../shared/ids.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import { anchorOf } from '../../client/comments/passages/anchor.ts'
import { flowOf } from '../../client/comments/passages/flow.ts'
import { paragraph, write } from './blocks.ts'
import type { Actor, Screen } from './browser.ts'
import { eventually } from './eventually.ts'
import type { Person, StartedPlan } from './person.ts'
import { expectStatus, startPlan } from './person.ts'
import { reads, saying, type Stage } from './stage.ts'
import { aStockClient } from './stock.ts'

/* A plan with a text that people speak of, and what they do at the screen to speak of it. */

export const spoken = ['Children have a safe way to school.', 'Everybody finds a place to meet.'] as const

/** Words in it that can be spoken of without a screen. */
const commented = ['safe way', 'place to meet'] as const
type Passage = (typeof commented)[number]

export interface Talk {
  readonly plan: StartedPlan
  readonly step: StepId
  /** Says it of the words in the text, or of the whole step. Resolves the comment's id. */
  say(person: Person, body: string, words?: Passage): Promise<CommentId>
  answer(person: Person, head: CommentId, body: string): Promise<CommentId>
  tell(person: Person, body: CommandBody): Promise<void>
  /** Somebody who is in the plan comes to the step, with the comments beside it or without. */
  enter(person: Person, screen?: Screen, search?: string): Promise<Actor>
}

/** The text is the first of the second step: “Desired direction”. */
export const aTalk = async (stage: Stage): Promise<Talk> => {
  const { url } = stage.server
  const plan = await startPlan(url)
  const step = must((await plan.read()).steps[1]).id
  const root = sectionRoot('goals.direction')
  const client = aStockClient(plan.facilitator, { url, board: plan.board, step })
  await client.ready()
  write(client.doc.getXmlFragment(root), spoken.map(paragraph))
  await client.settled()
  const anchorOn = (words: Passage) => {
    const flow = flowOf(client.doc.getXmlFragment(root), client.doc)
    const offset = flow.words.indexOf(words)
    const run = must(flow.runs.findLast((one) => one.offset <= offset))
    const from = run.at + offset - run.offset
    return must(anchorOf({ stepId: step, root }, flow, { from, to: from + words.length }))
  }
  const passages = new Map(commented.map((words) => [words, anchorOn(words)]))
  client.leave()
  const whole = { type: 'step', stepId: step, id: step } as const
  const tell = async (person: Person, body: CommandBody) =>
    expectStatus(await plan.command(person, body), 200)
  const newId = () => CommentId.parse(`c-${randomUUID()}`)
  return {
    plan,
    step,
    tell,
    say: async (person, body, words) => {
      const commentId = newId()
      const anchor = words ? must(passages.get(words)) : whole
      await tell(person, { type: 'comment.post', commentId, anchor, body })
      return commentId
    },
    answer: async (person, parentId, body) => {
      const commentId = newId()
      await tell(person, { type: 'comment.post', commentId, parentId, body })
      return commentId
    },
    enter: async (person, screen, search = '') => {
      const actor = await stage.enterAs(person, screen)
      await actor.page.goto(`/b/${plan.board}/s/${step}${search}`)
      await saying(actor, /^(Saved|Sparat|Lagret)$/)
      await reads(spokenText(actor), (words) => words !== '')
      return actor
    },
  }
}

/** Nobody saw anything break; they go. */
export const goodbye = async (...actors: readonly Actor[]): Promise<void> => {
  expect(actors.flatMap(({ trouble }) => trouble)).toEqual([])
  await Promise.all(actors.map((actor) => actor.leave()))
}

/** The first text on the page. */
export const spokenText = ({ page }: Actor): Locator =>
  page.locator('[data-block^="section:"]').first().getByRole('textbox')

/** The comments, beside the text or over it. */
export const panelOf = ({ page }: Actor): Locator =>
  page.getByRole('complementary', { name: 'Comments' }).or(page.getByRole('dialog', { name: 'Comments' }))

/** The thread in which the words are. */
export const threadWith = (actor: Actor, words: string): Locator =>
  panelOf(actor).getByRole('article').filter({ hasText: words })

const marks = '[class*="_passage_"]'

/** Waits until those words of the text stand out as spoken of. */
export const marked = async (actor: Actor, words: string): Promise<void> => {
  let found = ''
  await eventually(
    () => `the marked words “${words}” on the page of ${actor.name}; last marked was “${found}”`,
    async () => {
      found = (await spokenText(actor).locator(marks).allTextContents()).join('')
      return found === words
    },
  )
}

export const markIn = (actor: Actor): Locator => spokenText(actor).locator(marks).first()

/** Selects the words as a pointer would, or puts the caret before them, and sees that it stays. */
const select = async (actor: Actor, words: string, isCaret: boolean): Promise<void> => {
  const text = spokenText(actor)
  await text.focus()
  await eventually(`“${words}” to be selected`, () =>
    text.evaluate(
      async (element, [wanted, isStart]) => {
        const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        const pieces: Text[] = []
        for (let node = nodes.nextNode(); node; node = nodes.nextNode())
          if (node instanceof Text && !node.parentElement?.closest('.ProseMirror-widget')) pieces.push(node)
        const begin = pieces
          .map(({ data }) => data)
          .join('')
          .indexOf(wanted)
        // What is marked stands in pieces of its own.
        const place = (at: number, isEnd: boolean): readonly [Text, number] | null => {
          let rest = at
          for (const piece of pieces) {
            if (isEnd ? rest <= piece.length : rest < piece.length) return [piece, rest]
            rest -= piece.length
          }
          return null
        }
        const start = place(begin, false)
        const end = isStart ? start : place(begin + wanted.length, true)
        if (begin < 0 || !start || !end) return false
        getSelection()?.setBaseAndExtent(...start, ...end)
        // The editor hears of it only then; and may have drawn it as it was before.
        for (let frame = 0; frame < 2; frame++) await new Promise((drawn) => requestAnimationFrame(drawn))
        const range = getSelection()?.getRangeAt(0)
        return (
          range?.startContainer === start[0] && range.startOffset === start[1] && range.endOffset === end[1]
        )
      },
      [words, isCaret] as const,
    ),
  )
}

export const caretBefore = (actor: Actor, words: string): Promise<void> => select(actor, words, true)

export const selectWords = (actor: Actor, words: string): Promise<void> => select(actor, words, false)

/** A hand is slower than the frame in which the editor hears of what was selected. */
export const pressCalmly = async ({ page }: Actor, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
  }
}

/** Where a new comment is written. */
export const composerOf = (actor: Actor): Locator =>
  panelOf(actor)
    .locator('form')
    .filter({ has: actor.page.getByRole('textbox', { name: /^New comment on/ }) })

/** Writes a new comment on what the panel is about, and sends it. */
export const sayOnScreen = async (actor: Actor, words: string): Promise<void> => {
  await composerOf(actor)
    .getByRole('textbox', { name: /^New comment on/ })
    .fill(words)
  await composerOf(actor).getByRole('button', { name: 'Send' }).click()
  await threadWith(actor, words).waitFor()
}

/** Answers a thread. */
export const answerOnScreen = async (thread: Locator, words: string): Promise<void> => {
  await thread.getByRole('button', { name: 'Answer' }).click()
  await thread.getByRole('textbox', { name: 'Your answer' }).fill(words)
  await thread.getByRole('button', { name: 'Send' }).click()
  await thread.getByRole('paragraph').getByText(words).waitFor()
}

/** Takes an entry of the menu that stands at a comment. */
export const chooseAt = async (
  actor: Actor,
  comment: Locator,
  author: string,
  entry: string,
): Promise<void> => {
  await comment
    .getByRole('button', { name: `More for the comment by ${author}` })
    .first()
    .click()
  const { page } = actor
  const [deed, person] = [page.getByRole('menuitem'), page.getByRole('menuitemradio')] as const
  await deed
    .or(person)
    .filter({ hasText: new RegExp(`^${entry}`) })
    .click()
}
