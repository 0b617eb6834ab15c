import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { PlanSnapshot, snapshotOf } from '../../server/export/snapshot.ts'
import type { LiveBoard } from '../../server/live/board.ts'
import { answerText, questionKey, questionStates, sectionText } from '../../shared/step/doc.ts'
import { readFollowUps, readStep } from '../../shared/step/read.ts'
import { must } from '../../shared/assert.ts'
import { stepOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import {
  about,
  aboutQuestion,
  aboutWords,
  addPart,
  aFullMeeting,
  agree,
  answer,
  at,
  hide,
  memberId,
  removeComment,
  say,
  type Meeting,
} from '../support/board.ts'
import { openService } from '../support/service.ts'

/** A board with one document per step, as a live board would read them. */
const liveOf = (
  meeting: Meeting,
  docs: Readonly<Record<string, Y.Doc>>,
): Pick<LiveBoard, 'board' | 'content'> => ({
  board: meeting.board,
  content: async (id) => {
    const doc = docs[id] ?? new Y.Doc()
    return id === followUpRoom ? readFollowUps(doc) : readStep(doc, must(stepOf(meeting.board, id)))
  },
})

const write = (fragment: Y.XmlFragment, text: string) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  fragment.push([paragraph])
}

const paragraphs = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

describe('a snapshot', { timeout: 20_000 }, () => {
  const written = () => {
    const doc = new Y.Doc()
    write(sectionText(doc, 'mission.text'), 'Trygghet för alla')
    write(answerText(doc, 'mission.why'), 'Därför')
    questionStates(doc).set(questionKey('mission.why', 'status'), 'notRelevant')
    questionStates(doc).set(questionKey('mission.why', 'reason'), 'Redan besvarad')
    return doc
  }

  test('EX1 it holds what was written, as ProseMirror JSON, beside its titles', async () => {
    const snapshot = await snapshotOf(liveOf(aFullMeeting(), { mission: written() }))
    const [mission, goals] = snapshot.steps
    expect(mission?.sections[0]).toMatchObject({
      id: 'mission.text',
      title: 'Text',
      content: paragraphs('Trygghet för alla'),
    })
    expect(mission?.questions[0]).toMatchObject({
      id: 'mission.why',
      text: 'Why?',
      status: 'notRelevant',
      reason: 'Redan besvarad',
      answer: paragraphs('Därför'),
    })
    expect(goals?.questions[0]).toMatchObject({ status: 'unanswered' })
    expect(goals?.questions[0]).not.toHaveProperty('reason')
  })

  test('EX2 it holds who takes part and what was decided, and no link', async () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', agree('mission'))
    const snapshot = await snapshotOf(liveOf(meeting, {}))
    expect(snapshot.members.map(({ name }) => name)).toEqual(['faye', 'ed', 'cora', 'rita'])
    expect(snapshot.decisions).toMatchObject([{ stepId: 'mission', version: { number: 1 } }])
    expect(snapshot.steps.map(({ state }) => state)).toEqual(['agreed', 'open', 'open'])
    expect(snapshot).not.toHaveProperty('invites')
  })

  test('EX3 what cannot be read is named and the rest is there', async () => {
    const doc = written()
    doc.getMap('stranger').set('a', 1)
    const [mission] = (await snapshotOf(liveOf(aFullMeeting(), { mission: doc }))).steps
    expect(mission?.unread).toEqual(['stranger'])
    expect(mission?.sections[0]?.content).toEqual(paragraphs('Trygghet för alla'))
  })

  test('EX5 it holds what was said beside it, by whom and of what, oldest first', async () => {
    const meeting = aFullMeeting()
    meeting.tell('cora', say('c1', about('mission'), { kind: 'objection', onBehalfOf: 'Youth council' }), 1)
    meeting.tell('ed', say('c2', about('goals')), 2)
    meeting.tell('faye', answer('a1', 'c1'), 3)
    meeting.tell('ed', removeComment('c2'), 4)
    const { comments } = await snapshotOf(liveOf(meeting, {}))
    expect(comments).toEqual(PlanSnapshot.shape.comments.parse(JSON.parse(JSON.stringify(comments))))
    expect(comments).toMatchObject([
      {
        id: 'c1',
        anchor: about('mission'),
        kind: 'objection',
        body: 'Words of c1',
        author: memberId('cora'),
        at: at(1),
        onBehalfOf: 'Youth council',
        authorName: 'cora',
        authorOrganisation: 'Almsjö kommun',
      },
      { id: 'c2', body: '', removed: { at: at(4) }, authorName: 'ed' },
      { id: 'a1', parentId: 'c1', anchor: about('mission'), authorName: 'faye' },
    ])
  })

  test('EX6 it holds nothing that is said of what is hidden', async () => {
    const meeting = aFullMeeting()
    for (const [id, anchor] of Object.entries({
      step: about('goals'),
      question: aboutQuestion('mission'),
      words: aboutWords('mission'),
      kept: about('mission'),
    }))
      meeting.tell('cora', say(id, anchor))
    meeting.tell('ed', answer('answer', 'step'))
    const of = async () => (await snapshotOf(liveOf(meeting, {}))).comments.map(({ id }) => id)
    expect(await of()).toEqual(['step', 'question', 'words', 'kept', 'answer'])
    for (const part of ['section mission mission.text', 'question mission mission.why', 'step goals'])
      meeting.tell('faye', hide(part))
    expect(await of()).toEqual(['kept'])
  })

  test('PS25 what is hidden is no part of it, and nothing rests on it', async () => {
    const meeting = aFullMeeting()
    meeting.tell('faye', addPart('section mission mission.kept', 'Kept'))
    for (const part of ['section mission mission.text', 'question mission mission.why', 'step goals'])
      meeting.tell('faye', hide(part))
    const { steps } = await snapshotOf(liveOf(meeting, { mission: written() }))
    expect(steps.map(({ id }) => id)).toEqual(['mission', 'actions'])
    expect(steps[0]?.sections.map(({ id }) => id)).toEqual(['mission.kept'])
    expect(steps[0]?.questions).toEqual([])
    expect(steps[0]?.unread).toEqual([])
    expect(steps[1]?.dependsOn).toEqual([])
    expect(JSON.stringify(steps)).not.toContain('Trygghet')
  })

  test('EX4 what is answered over HTTP is a snapshot of the whole plan', async () => {
    await using service = await openService()
    const plan = await service.plan()
    const reader = await plan.join('reader')
    const reply = await reader.get(plan.url('/snapshot'))
    expect(reply.statusCode).toBe(200)
    const snapshot = PlanSnapshot.parse(reply.json())
    expect(snapshot).toMatchObject({ board: plan.id, language: 'sv', template: 'skr-planning' })
    expect(snapshot.steps).toHaveLength(4)
    expect(snapshot.steps[0]?.sections.every(({ content }) => content !== undefined)).toBe(true)
  })
})
