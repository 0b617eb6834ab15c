import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import type { Anchor } from '../../shared/board/comment.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import { roles } from '../../shared/board/model.ts'
import type { MemberId } from '../../shared/ids.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { CommandId } from '../../shared/ids.ts'
import { addItem, reportOn } from '../../shared/step/items.ts'
import { readControl, readFrame, writeControl } from '../../shared/protocol/frames.ts'
import { contentVersion, protocolVersion } from '../../shared/protocol/version.ts'
import { Hub } from '../../server/live/hub.ts'
import { Line } from '../../server/live/line.ts'
import { Trunk } from '../../server/live/trunk.ts'
import { createMemory } from '../../server/storage/memory.ts'
import {
  about,
  aboutQuestion,
  aboutWords,
  addPart,
  answer,
  commentId,
  removeComment,
  replace,
  say,
  stepId,
} from '../support/board.ts'
import type { Office } from '../support/live.ts'
import { agree, openOffice, type } from '../support/live.ts'
import { calm, Peer, settle } from '../support/peer.ts'

let commands = 0

/** What somebody is answered: 'done', or why not. */
const tell = async (office: Office, who: MemberId, body: CommandBody): Promise<string> => {
  const id = CommandId.parse(`k${++commands}`)
  const answered = await (await office.board()).execute(who, { ...body, id })
  return 'refusal' in answered ? answered.refusal.code : 'done'
}

/** Somebody's page: every message on channel 0 that it has heard. */
const listen = async (office: Office, member: MemberId, since?: number) => {
  const heard: Record<string, unknown>[] = []
  const socket = {
    bufferedAmount: 0,
    send: (bytes: Uint8Array) => {
      const { channel, payload } = readFrame(bytes)
      if (channel === 0) heard.push(readControl(payload) as Record<string, unknown>)
    },
    close: () => undefined,
    terminate: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    together: (write: () => void) => write(),
  }
  const board = await office.board()
  const trunk = new Trunk(new Line(socket, office.clock), board, { member, session: 's' })
  trunk.receive(
    writeControl({
      type: 'hello',
      protocol: protocolVersion,
      content: contentVersion,
      ...(since !== undefined && { since }),
    }),
  )
  const flush = async () => {
    await calm()
    office.clock.advance(200)
  }
  await flush()
  return { heard, trunk, flush }
}

const item = (step: string, id: string, kind = 'goal'): Anchor => ({
  type: 'item',
  stepId: stepId(step),
  id,
  kind,
})
const field = (step: string, id: string, path: string): Anchor => ({
  type: 'field',
  stepId: stepId(step),
  id,
  kind: 'goal',
  field: path,
})

/** Puts a goal into a step's room, as a page does. */
const makeGoal = async (office: Office, step: string, id: string, over: Record<string, string> = {}) => {
  const peer = new Peer(await office.board(), office.facilitator, step)
  peer.connect()
  await settle(peer)
  peer.doc.transact(() => {
    const goal = new Y.Map<unknown>()
    for (const [path, value] of Object.entries({ order: 'a', title: 'Ett mål', ...over }))
      goal.set(path, value)
    peer.doc.getMap('items:goal').set(id, goal)
  })
  await settle(peer)
  expect(peer.isSaved).toBe(true)
  peer.drop()
}

describe('comments, live', () => {
  it('LC1 whoever has a voice is heard by everyone, on open, agreed and paused steps; a reader is not', async () => {
    const office = await openOffice()
    const people = new Map<string, MemberId>()
    for (const role of roles)
      people.set(role, role === 'facilitator' ? office.facilitator : await office.join(role, role))
    const { heard, flush } = await listen(office, must(people.get('reader')))
    const answers: Record<string, string[]> = {}
    const inAll = async (state: string) => {
      const said: string[] = []
      for (const role of roles)
        said.push(await tell(office, must(people.get(role)), say(`${state}-${role}`, about('mission'))))
      answers[state] = said
    }
    await inAll('open')
    await office.decide({ type: 'step.pause', stepId: stepId('mission') })
    await inAll('paused')
    await office.decide({ type: 'step.resume', stepId: stepId('mission') })
    await office.decide(agree('mission'))
    await inAll('agreed')
    const table = ['done', 'done', 'done', 'role']
    expect(answers).toEqual({ open: table, paused: table, agreed: table })
    await flush()
    const words = JSON.stringify(heard.filter(({ type: is }) => is === 'events'))
    for (const state of ['open', 'paused', 'agreed'])
      for (const role of ['facilitator', 'editor', 'commenter'])
        expect(words).toContain(`"Words of ${state}-${role}"`)
  })

  it('LC2 the same comment sent again is one comment', async () => {
    const office = await openOffice()
    const board = await office.board()
    const command = { ...say('c1', about('goals')), id: CommandId.parse('again') }
    const first = await board.execute(office.facilitator, command)
    expect(await board.execute(office.facilitator, command)).toEqual(first)
    expect(board.board.comments).toHaveLength(1)
  })

  it('LC3 a comment is about an item, a field or a text that is there, deleted or not', async () => {
    const office = await openOffice()
    await makeGoal(office, 'goals', 'g1')
    await makeGoal(office, 'goals', 'gone', { 'deleted/at': '2026-03-02', 'deleted/by': 'x' })
    const said = (id: string, anchor: Anchor) => tell(office, office.facilitator, say(id, anchor))
    expect(await said('a', item('goals', 'g1'))).toBe('done')
    expect(await said('b', item('goals', 'gone'))).toBe('done')
    expect(await said('c', field('goals', 'g1', 'title'))).toBe('done')
    expect(await said('d', aboutWords('goals'))).toBe('done')
    expect(await said('e', aboutQuestion('goals'))).toBe('done')
    for (const wrong of [
      item('goals', 'g2'),
      item('goals', 'g1', 'activity'),
      item('goals', 'g1', 'nothing'),
      item('goals', 'g1', 'constructor'),
      field('goals', 'g1', 'nothing'),
      field('goals', 'g1', 'constructor'),
      field('goals', 'g2', 'title'),
      { ...aboutWords('goals'), id: 'section:mission.text' },
      { ...aboutWords('goals'), id: 'items:goal' },
      { ...aboutWords('goals'), start: '/w==' },
      { ...aboutWords('goals'), end: 'A' },
    ])
      expect([wrong, await said('x', wrong)]).toEqual([wrong, 'unknownPlace'])
    expect(await said('x', item('nowhere', 'g1'))).toBe('unknownStep')
  })

  it('LC4 a comment about an item that has moved stands with the step that holds it now', async () => {
    const office = await openOffice()
    await makeGoal(office, 'actions', 'g1')
    expect(await tell(office, office.facilitator, say('c1', item('goals', 'g1')))).toBe('done')
    expect((await office.board()).board.comments[0]?.anchor.stepId).toBe('actions')
  })

  it('LC11 a comment about an item of the plan’s own room stands with the first step that shows its kind', async () => {
    const office = await openOffice()
    const peer = new Peer(await office.board(), office.facilitator, followUpRoom)
    peer.connect()
    await settle(peer)
    const followUp = { kind: 'followUp', id: 'f1', order: 'a0' }
    addItem(peer.doc, followUp, null)
    reportOn(peer.doc, { kind: 'indicator', id: 'i1' }, { 'values/2027/T/-/value': 1 }, null)
    await settle(peer)
    const { comments } = (await office.board()).board
    expect(comments).toEqual([])
    const post = async (id: string, anchor: Anchor) => {
      const said = await tell(office, office.facilitator, say(id, anchor))
      return said === 'done' ? (await office.board()).board.comments.at(-1)?.anchor.stepId : said
    }
    // Where no step shows its kind, with the first.
    expect(await post('a', item('goals', 'f1', 'followUp'))).toBe('mission')
    await office.decide(addPart('section goals own', 'Own', { kind: 'collection', kinds: ['followUp'] }))
    for (const step of ['actions', 'goals', followUpRoom])
      expect(await post(step, item(step, 'f1', 'followUp'))).toBe('goals')
    expect(await post('b', { ...field('goals', 'f1', 'status'), kind: 'followUp' } as Anchor)).toBe('goals')
    // Agreed or not, as in every step.
    await office.decide(agree('goals'))
    expect(await post('c', item('goals', 'f1', 'followUp'))).toBe('goals')
    // What is told of an item is no item.
    for (const wrong of [item('goals', 'f2', 'followUp'), item('goals', 'i1', 'indicator')])
      expect(await post('x', wrong)).toBe('unknownPlace')
    expect(await post('x', item(followUpRoom, 'i1', 'indicator'))).toBe('unknownPlace')
    for (const [role, said] of [
      ['commenter', 'done'],
      ['reader', 'role'],
    ] as const)
      expect(
        await tell(office, await office.join(role, role), say(role, item('goals', 'f1', 'followUp'))),
      ).toBe(said)
  })

  it('LC5 a passage that is moved is told to everyone, now and later, and is no event', async () => {
    const storage = createMemory()
    const office = await openOffice({ storage })
    const reader = await office.join('Ros', 'reader')
    await office.decide(say('c1', aboutWords('mission')))
    const before = (await office.board()).board.seq
    const { heard, flush } = await listen(office, reader)
    const words = { quote: 'placed here', before: '', after: '' }
    expect(await tell(office, office.facilitator, { ...replace('c1'), words })).toBe('done')
    await flush()
    const passage = { commentId: 'c1', start: 'AAEB', end: 'AAEC', revision: 1, words }
    expect(heard).toContainEqual({ type: 'passages', passages: [passage] })
    expect((await office.board()).board.seq).toBe(before)
    const { heard: later } = await listen(office, reader)
    expect(later[0]).toMatchObject({ type: 'welcome', passages: [passage] })
    expect(await storage.boards.passages((await office.board()).board.id)).toEqual([passage])
    // Read again from the disk, as after a restart.
    const again = await openAgain(office)
    expect(again.passages.all).toEqual([passage])
  })

  it('LC6 of two who move a passage at once one wins, and the other is told', async () => {
    const office = await openOffice()
    const ed = await office.join('Ed', 'editor')
    await office.decide(say('c1', aboutWords('mission')))
    const both = await Promise.all([
      tell(office, office.facilitator, replace('c1', 0, 'AAEB')),
      tell(office, ed, replace('c1', 0, 'AAED')),
    ])
    expect(both.toSorted()).toEqual(['done', 'passageMoved'])
    // The same move again is no other; neither is the refusal kept.
    expect(await tell(office, office.facilitator, replace('c1', 0, 'AAEB'))).toBe('done')
    expect(await tell(office, ed, replace('c1', 1, 'AAED'))).toBe('done')
    expect((await office.board()).passages.all).toMatchObject([{ revision: 2, start: 'AAED' }])
  })

  it('LC7 whoever may not move a passage does not, and what is no position is none', async () => {
    const office = await openOffice()
    const [reader, commenter] = [await office.join('Ros', 'reader'), await office.join('Kim', 'commenter')]
    await office.decide(say('c1', aboutWords('mission')))
    await office.decide(say('c2', about('mission')))
    expect(await tell(office, reader, replace('c1'))).toBe('role')
    expect(await tell(office, commenter, replace('c1'))).toBe('role')
    expect(await tell(office, office.facilitator, replace('c2'))).toBe('notAPassage')
    expect(await tell(office, office.facilitator, replace('c1', 0, '/w=='))).toBe('unknownPlace')
    expect((await office.board()).passages.all).toEqual([])
  })

  it('LC8 the words of a removed comment are nowhere: not in the log, not in answers, not for who comes back', async () => {
    const office = await openOffice()
    const board = await office.board()
    const command = { ...say('c1', about('mission'), { body: 'Hemliga ord' }), id: CommandId.parse('first') }
    await board.execute(office.facilitator, command)
    const since = board.board.seq - 1
    await office.decide({ type: 'comment.edit', commentId: commentId('c1'), body: 'Nyare hemliga' })
    await office.decide(answer('c2', 'c1', { body: 'Svaret står kvar' }))
    await office.decide(removeComment('c1'))
    const { heard } = await listen(office, office.facilitator, since)
    const told = JSON.stringify([
      board.eventsSince(since),
      await office.storage.boards.events(board.board.id, 0),
      await office.storage.boards.load(board.board.id),
      await board.execute(office.facilitator, command),
      heard,
    ])
    expect(told).toContain('comment.posted')
    expect(told).toContain('Svaret står kvar')
    expect(told).not.toMatch(/hemliga/i)
  })

  it('LC9 with 300 comments a plan is joined and written in as fast as without, within a factor of two', async () => {
    const time = async (count: number) => {
      const office = await openOffice()
      for (let index = 0; index < count; index++) await office.decide(say(`c${index}`, aboutWords('mission')))
      const began = performance.now()
      for (let round = 0; round < 15; round++) {
        const peer = new Peer(await office.board(), office.facilitator, 'mission')
        peer.connect()
        await settle(peer)
        for (let letter = 0; letter < 10; letter++) {
          type(peer.doc, 'a')
          await settle(peer)
        }
        peer.drop()
      }
      return performance.now() - began
    }
    await time(0)
    const best = async (count: number) => Math.min(await time(count), await time(count), await time(count))
    const without = await best(0)
    expect((await best(300)) / without).toBeLessThan(2)
  })
})

/** The same plan as another process reads it. */
const openAgain = async (office: Office) => {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const { storage, clock } = office
  const hub = new Hub({ storage, clock, random: (length) => new Uint8Array(length), log: quiet })
  return must(await hub.open((await office.board()).board.id))
}
