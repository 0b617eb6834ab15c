import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { planFileOf } from '../../server/export/plan-file.ts'
import { Passages } from '../../server/live/passages.ts'
import { bring } from '../../server/import/bring.ts'
import { readFile } from '../../server/import/file.ts'
import { must } from '../../shared/assert.ts'
import { commentKinds } from '../../shared/board/comment.ts'
import { replay } from '../../shared/board/log.ts'
import type { Board } from '../../shared/board/model.ts'
import { stepOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { secureRandom } from '../../shared/ids.ts'
import { newRoomDoc } from '../../shared/step/doc.ts'
import { addItem, addReport, deleteItem } from '../../shared/step/items.ts'
import { changeQuestion } from '../../shared/step/questions.ts'
import { readFollowUps, readStep } from '../../shared/step/read.ts'
import type { Kind } from '../../shared/items/define.ts'
import { ordersFor } from '../../shared/items/order.ts'
import { plainOf } from '../../shared/items/plain.ts'
import { hasReports, isReported } from '../../shared/items/reports.ts'
import { together } from '../../shared/items/together.ts'
import { readItems } from '../../shared/step/read-items.ts'
import {
  about,
  aboutQuestion,
  aboutWords,
  aFullMeeting,
  aMeeting,
  aMember,
  agree,
  answer,
  assign,
  at,
  commentId,
  created,
  hide,
  memberId,
  removeComment,
  reword,
  say,
  settle,
  stepId,
} from '../support/board.ts'
import { editByChance } from '../support/honest-edits.ts'
import { allKinds, someLeaves } from '../support/items.ts'
import { seeded, seeds } from '../support/random.ts'

type Docs = Readonly<Record<string, Y.Doc>>

const exportOf = async (board: Board, docs: Docs, passages = new Passages([])) => {
  const content = async (id: string) => {
    const step = stepOf(board, id)
    return step ? readStep(must(docs[id]), step) : readFollowUps(docs[id] ?? newRoomDoc())
  }
  const live = { board, passages, content }
  return JSON.parse(JSON.stringify(await planFileOf(live, at(60)))) as Record<string, unknown>
}

/** What the server makes of the file, without the server. */
const importOf = (
  json: unknown,
): { readonly board: Board; readonly docs: Docs; readonly passages: Passages } => {
  const file = readFile(structuredClone(json), { random: secureRandom, agreedWords: () => 'Agreed' })
  if ('problem' in file) throw new Error(JSON.stringify(file.problem))
  expect(file.leftOut).toEqual([])
  const { plan } = file
  const by = memberId('gil')
  const { event, updates, passages } = bring(file, { by, at: at(90), random: secureRandom })
  const { title, language, template, variables, steps } = plan
  const creator = aMember('gil', 'facilitator')
  const first = created({ by, title, language, template, variables, steps, creator })
  const board = replay([first, { ...event, seq: 2, at: at(90), by }])
  const docs = Object.fromEntries(
    [...steps.map(({ id }) => id), followUpRoom].map((id) => [id as string, newRoomDoc()]),
  )
  for (const { room, bytes } of updates) Y.applyUpdate(must(docs[room]), bytes)
  return { board, docs, passages: new Passages(passages) }
}

/** The items of a kind as people see them. */
const shownOf = (kind: Kind, docs: Docs) => {
  const rooms = Object.entries(docs).map(([id, doc]) => ({ stepId: id, items: readItems(doc, new Set()) }))
  return must(together(rooms).get(kind.kind)).map((item) => plainOf(kind, item))
}

const returns = async (board: Board, docs: Docs, passages?: Passages) => {
  const { exportedAt: _, ...file } = await exportOf(board, docs, passages)
  const back = importOf({ ...file, exportedAt: at(60) })
  const { exportedAt: _at, ...again } = await exportOf(back.board, back.docs, back.passages)
  expect(again).toEqual(file)
  return back
}

const threeDocs = (): Docs => ({ mission: newRoomDoc(), goals: newRoomDoc(), actions: newRoomDoc() })
const aBoard = () => aMeeting().board

describe('a plan that is exported and brought in again', () => {
  test.each(seeds(20))('IM20 has every text as the editor left it (seed %i)', async (seed) => {
    const docs = threeDocs()
    const random = seeded(seed)
    for (let edit = 0; edit < 60; edit++) editByChance(must(docs['mission']), random)
    await returns(aBoard(), docs)
  })

  test.each(allKinds.map((kind) => [kind.kind, kind] as const))(
    'IM20 has every %s as it was, in its step and order, and none from the wastebasket',
    async (_name, kind) => {
      await fc.assert(
        fc.asyncProperty(fc.array(someLeaves(kind), { minLength: 1, maxLength: 5 }), async (all) => {
          const docs = { ...threeDocs(), [followUpRoom]: newRoomDoc() }
          const orders = ordersFor(all.length).toReversed()
          for (const [index, leaves] of all.entries()) {
            const { joins } = kind
            const linked = joins ? new Map([...leaves, [joins.from, `a${index}`], [joins.to, 'b']]) : leaves
            const id = joins ? `a${index}:b` : `one${index}`
            const doc = must(docs[kind.afterAgreement ? followUpRoom : index % 2 ? 'mission' : 'goals'])
            addItem(doc, { kind: kind.kind, id, order: must(orders[index]), leaves: linked }, null)
            if (index === 3) deleteItem(doc, { kind: kind.kind, id }, { member: 'x', at: at(1) }, null)
          }
          await returns(aBoard(), docs)
        }),
        { numRuns: 40 },
      )
    },
  )

  test.each(allKinds.filter(hasReports).map((kind) => [kind.kind, kind] as const))(
    'IM20 has what was told of every %s after agreement, whoever told it',
    async (_name, kind) => {
      const leaves = someLeaves(kind)
      await fc.assert(
        fc.asyncProperty(leaves, leaves, leaves, async (agreed, ...told) => {
          const docs = { ...threeDocs(), [followUpRoom]: newRoomDoc() }
          const room = must(docs[followUpRoom])
          addItem(must(docs['goals']), { kind: kind.kind, id: 'one', order: 'a0', leaves: agreed }, null)
          for (const one of told) {
            room.clientID++
            const own = [...one].filter(([path]) => isReported(kind.fields, path))
            // Some of what would be told of an entry is not.
            const some = own.filter((_leaf, at) => at % 3 !== 0)
            addReport(room, { kind: kind.kind, id: 'one', leaves: new Map(some) }, null)
          }
          const back = await returns(aBoard(), docs)
          expect(shownOf(kind, back.docs)).toEqual(shownOf(kind, docs))
        }),
        { numRuns: 60 },
      )
    },
  )

  test('IM20 has the state of every question, and who looks after it', async () => {
    const docs = threeDocs()
    const change = (step: string, given: Parameters<typeof changeQuestion>[2]) =>
      changeQuestion(must(docs[step]), `${step}.why`, given, null)
    change('mission', { status: 'notRelevant', reason: 'No', owner: memberId('faye') })
    change('goals', { status: 'agreed' })
    change('actions', { status: 'drafted', owner: 'Somebody' })
    await returns(aBoard(), docs)
  })

  test('IM20 has who agreed, reviewed and reopened when, and the ground that changed', async () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('mission'), 1)
    meeting.tell('faye', agree('goals'), 2)
    meeting.tell('faye', { type: 'step.reopen', stepId: meeting.step('mission').id, reason: 'New facts' }, 3)
    meeting.tell('faye', { type: 'step.review', stepId: meeting.step('actions').id, who: 'All' }, 4)
    const period = { from: '2027-01-01', to: '2029-12-31' }
    meeting.tell('faye', { type: 'plan.settings', period, summary: 'Short' }, 5)
    await returns(meeting.board, threeDocs())
  })

  test('IM23 has every comment with its answers, and who was asked, named, and has removed it', async () => {
    const meeting = aFullMeeting()
    for (const kind of commentKinds)
      meeting.tell('cora', say(kind, about('mission'), { kind, onBehalfOf: 's1' }), 1)
    meeting.tell('ed', say('q', aboutQuestion('goals'), { mentions: [memberId('cora')] }), 2)
    meeting.tell('ed', say('item', { type: 'item', stepId: stepId('goals'), id: 'g1', kind: 'goal' }), 2)
    const field = { type: 'field', stepId: stepId('goals'), id: 'g1', kind: 'goal', field: 'title' } as const
    meeting.tell('ed', say('field', field), 2)
    meeting.tell('rita', answer('a0', 'q'), 3)
    meeting.tell('cora', answer('a1', 'q', { mentions: [memberId('ed'), memberId('rita')] }), 3)
    meeting.tell('cora', answer('a2', 'q'), 4)
    meeting.tell('faye', assign('q', 'ed'), 5)
    meeting.tell('cora', reword('a1', 'Better words\non two lines'), 6)
    meeting.tell('ed', settle('question'), 7)
    meeting.tell('cora', removeComment('a2'), 8)
    meeting.tell('cora', removeComment('support'), 9)
    meeting.tell('faye', hide('question goals goals.why'), 10)
    meeting.tell('faye', hide('step mission'), 10)
    const { board: back } = await returns(meeting.board, threeDocs())
    const { comments } = meeting.board
    expect(comments).toHaveLength(10)
    expect(back.comments).toEqual(comments.map((comment) => ({ ...comment, imported: true })))
  })

  test('IM24 has passages where they stand now, and what they said when the comment was written', async () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('c1', aboutWords('goals', 'a safe town')))
    meeting.tell('ed', answer('a1', 'c1'))
    meeting.tell('cora', say('c2', aboutWords('goals', 'for all')))
    const words = { quote: 'placed here', before: 'is ', after: ' now' }
    const moved = { commentId: commentId('c1'), start: 'AAEF', end: 'AAEG', revision: 3, words }
    const { board: back } = await returns(meeting.board, threeDocs(), new Passages([moved]))
    const { start, end } = moved
    expect(back.comments.map(({ anchor }) => anchor)).toEqual([
      { ...aboutWords('goals', 'a safe town'), start, end },
      { ...aboutWords('goals', 'a safe town'), start, end },
      aboutWords('goals', 'for all'),
    ])
    const file = await exportOf(meeting.board, threeDocs(), new Passages([moved]))
    expect(importOf(file).passages.all).toEqual([{ ...moved, revision: 1 }])
  })
})
