import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { planFileOf } from '../../server/export/plan-file.ts'
import { bring } from '../../server/import/bring.ts'
import { readFile } from '../../server/import/file.ts'
import { must } from '../../shared/assert.ts'
import { replay } from '../../shared/board/log.ts'
import type { Board } from '../../shared/board/model.ts'
import { stepOf } from '../../shared/board/model.ts'
import { secureRandom } from '../../shared/ids.ts'
import { newRoomDoc } from '../../shared/step/doc.ts'
import { addItem, deleteItem } from '../../shared/step/items.ts'
import { changeQuestion } from '../../shared/step/questions.ts'
import { readStep } from '../../shared/step/read.ts'
import { ordersFor } from '../../shared/items/order.ts'
import { aFullMeeting, aMeeting, aMember, agree, at, created, memberId } from '../support/board.ts'
import { editByChance } from '../support/honest-edits.ts'
import { allKinds, someLeaves } from '../support/items.ts'
import { seeded, seeds } from '../support/random.ts'

type Docs = Readonly<Record<string, Y.Doc>>

const exportOf = async (board: Board, docs: Docs) => {
  const live = { board, content: async (id: string) => readStep(must(docs[id]), must(stepOf(board, id))) }
  return JSON.parse(JSON.stringify(await planFileOf(live, at(60)))) as Record<string, unknown>
}

/** What the server makes of the file, without the server. */
const importOf = (json: unknown): { readonly board: Board; readonly docs: Docs } => {
  const file = readFile(structuredClone(json), { random: secureRandom, agreedWords: () => 'Agreed' })
  if ('problem' in file) throw new Error(JSON.stringify(file.problem))
  expect(file.leftOut).toEqual([])
  const { plan } = file
  const by = memberId('gil')
  const { event, updates } = bring(file, { by, at: at(90), random: secureRandom })
  const { title, language, template, variables, steps } = plan
  const creator = aMember('gil', 'facilitator')
  const first = created({ by, title, language, template, variables, steps, creator })
  const board = replay([first, { ...event, seq: 2, at: at(90), by }])
  const docs = Object.fromEntries(steps.map(({ id }) => [id as string, newRoomDoc()]))
  for (const { room, bytes } of updates) Y.applyUpdate(must(docs[room]), bytes)
  return { board, docs }
}

const returns = async (board: Board, docs: Docs): Promise<void> => {
  const { exportedAt: _, ...file } = await exportOf(board, docs)
  const back = importOf({ ...file, exportedAt: at(60) })
  const { exportedAt: _at, ...again } = await exportOf(back.board, back.docs)
  expect(again).toEqual(file)
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
          const docs = threeDocs()
          const orders = ordersFor(all.length).toReversed()
          for (const [index, leaves] of all.entries()) {
            const { joins } = kind
            const linked = joins ? new Map([...leaves, [joins.from, `a${index}`], [joins.to, 'b']]) : leaves
            const id = joins ? `a${index}:b` : `one${index}`
            const doc = must(docs[index % 2 ? 'mission' : 'goals'])
            addItem(doc, { kind: kind.kind, id, order: must(orders[index]), leaves: linked }, null)
            if (index === 3) deleteItem(doc, { kind: kind.kind, id }, { member: 'x', at: at(1) }, null)
          }
          await returns(aBoard(), docs)
        }),
        { numRuns: 40 },
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
})
