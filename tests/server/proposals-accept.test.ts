import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { judge } from '../../server/live/gate.ts'
import { createMemory } from '../../server/storage/memory.ts'
import type { Commit } from '../../server/storage/storage.ts'
import { StorageError } from '../../server/storage/storage.ts'
import { must } from '../../shared/assert.ts'
import { stepOf } from '../../shared/board/model.ts'
import type { Change, TakenPart } from '../../shared/board/proposals.ts'
import { CommandId, newId, ProposalId } from '../../shared/ids.ts'
import { answerRoot, sectionRoot } from '../../shared/step/doc.ts'
import { setNotRelevant, setOwner } from '../../shared/step/questions.ts'
import { plainText } from '../../shared/step/prose.ts'
import { stepId } from '../support/board.ts'
import type { Office } from '../support/live.ts'
import { agree, missionAnswer, openOffice, textOf, type } from '../support/live.ts'
import { Peer, settle, stateOf } from '../support/peer.ts'

const mission = stepId('mission')
const words = (...lines: readonly string[]) => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const inSection = (before: Change['before'], after: Change['after'], path = 'mission.text'): Change => ({
  target: 'section',
  path,
  before,
  after,
})

/** An office in which the mission's text says something, Ed types, and Cora proposes. */
const openDesk = async (text = 'We plan the old town.', storage = createMemory()) => {
  const office = await openOffice({ storage })
  const board = await office.board()
  const [ed, cora] = [await office.join('Ed', 'editor'), await office.join('Cora', 'commenter')]
  const peer = new Peer(board, ed, 'mission')
  peer.connect()
  await settle(peer)
  if (text !== '') type(peer.doc, text)
  await settle(peer)
  const propose = async (...changes: readonly Change[]): Promise<ProposalId> => {
    const id = newId(ProposalId)
    const command = { type: 'proposal.submit', proposalId: id, stepId: mission, generation: 1 } as const
    await office.decide({ ...command, changes, reason: 'Clearer' }, cora)
    return id
  }
  return { office, board, peer, ed, cora, propose }
}

const accept = async (office: Office, proposalId: ProposalId, over: object = {}, as = office.facilitator) => {
  const board = await office.board()
  const id = CommandId.parse(newId(ProposalId))
  const answer = await board.execute(as, { type: 'proposal.accept', proposalId, id, ...over })
  return 'refusal' in answer ? answer.refusal : answer.events.map((event) => event.type)
}

/** Everything that a refusal must leave alone. */
const whole = async (office: Office) => {
  const { id } = (await office.board()).board
  const { storage } = office
  const rooms = await Promise.all(
    ['mission', 'goals'].map((room) => storage.rooms.load({ board: id, room: stepId(room) })),
  )
  return { events: await storage.boards.events(id, 0), rooms, versions: await storage.boards.versions(id) }
}

describe('accepting a proposal', () => {
  it('PA10 its words come into the step while somebody types, and both keep theirs', async () => {
    const { office, peer, propose, board } = await openDesk()
    const id = await propose(inSection(words('We plan the old town.'), words('We plan the old region.')))
    type(peer.doc, ' Soon.')
    await settle(peer)
    expect(await accept(office, id)).toEqual(['proposal.accepted'])
    type(peer.doc, ' Really.')
    await settle(peer)
    expect(textOf(peer.doc)).toBe('We plan the old region. Soon. Really.')
    expect(peer.isSaved).toBe(true)
    const { doc } = await board.room(mission)
    expect(stateOf(doc)).toEqual(stateOf(peer.doc))
    expect(board.board.proposals[0]).toMatchObject({ state: 'accepted', taken: [0] })
  })

  it('PA10 texts, fields and what was not there yet are written as an editor writes them', async () => {
    const { office, board, peer, propose } = await openDesk('')
    setOwner(peer.doc, 'mission.why', 'Ed', null)
    await settle(peer)
    const rich = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Aim' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'See ' },
            {
              type: 'text',
              text: 'this',
              marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.se' } }],
            },
            { type: 'hardBreak' },
            { type: 'text', text: 'now' },
          ],
        },
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [{ type: 'listItem', content: words('one').content }],
        },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                { type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: words('x').content },
              ],
            },
          ],
        },
      ],
    }
    const id = await propose(
      inSection(null, rich),
      { target: 'answer', path: 'mission.why', before: null, after: words('Because.') },
      { target: 'field', path: 'mission.why/status', before: null, after: 'agreed' },
      { target: 'field', path: 'mission.why/owner', before: 'Ed', after: null },
    )
    await accept(office, id)
    await settle(peer)
    const content = await board.content(mission)
    expect(content.sections['mission.text']).toEqual(rich)
    expect(plainText(content.answers['mission.why'])).toBe('Because.')
    expect(content.questions['mission.why']).toEqual({ status: 'agreed' })
    expect(content.unread).toEqual([])
    expect(stateOf(peer.doc)).toEqual(stateOf((await board.room(mission)).doc))
  })

  it('PA11 some parts are taken and the others left', async () => {
    const { office, board, propose } = await openDesk()
    const id = await propose(inSection(words('We plan the old town.'), words('Nothing.')), {
      target: 'answer',
      path: 'mission.why',
      before: null,
      after: words('Because.'),
    })
    await accept(office, id, { parts: [1] })
    const content = await board.content(mission)
    expect([plainText(content.sections['mission.text']), plainText(content.answers['mission.why'])]).toEqual([
      'We plan the old town.',
      'Because.',
    ])
    expect(board.board.proposals[0]).toMatchObject({ state: 'accepted', taken: [1] })
  })

  it('PA12 on moved ground what the facilitator chose is written', async () => {
    const { office, board, peer, propose } = await openDesk('old')
    const id = await propose(inSection(words('old'), words('mine')))
    type(peer.doc, 'er')
    await settle(peer)
    expect(await accept(office, id)).toMatchObject({ code: 'movedGround', values: { part: 0, number: 1 } })
    await accept(office, id, { parts: [{ part: 0, value: words('ours') }] })
    expect(plainText((await board.content(mission)).sections['mission.text'])).toBe('ours')
  })

  it('PA13 words whose place is gone are put behind another text', async () => {
    const { office, board, propose } = await openDesk()
    const id = await propose(inSection(null, words('From far.'), 'mission.gone'), {
      target: 'field',
      path: 'mission.gone/reason',
      before: null,
      after: 'A reason.',
    })
    expect(await accept(office, id)).toMatchObject({ code: 'targetGone', values: { part: 0 } })
    const to = sectionRoot('mission.text')
    await accept(office, id, {
      parts: [
        { part: 0, to },
        { part: 1, to },
      ],
    })
    const text = (await board.content(mission)).sections['mission.text']
    expect(plainText(text)).toBe('We plan the old town.\nFrom far.\nA reason.')
  })

  it('PA14 an agreed step is opened, written and agreed again in one commit, with a version of its own', async () => {
    const commits: Commit[] = []
    const { office, board, peer, propose } = await openDesk('We plan the old town.', watched(commits))
    await office.decide(agree('mission'))
    await settle(peer)
    const before = must(stepOf(board.board, 'mission'))
    const id = await propose(inSection(words('We plan the old town.'), words('We plan the region.')))
    commits.length = 0
    office.clock.advance(86_400_000)
    expect(await accept(office, id, { agreeAgain: true })).toEqual([
      'step.reopened',
      'proposal.accepted',
      'step.agreed',
    ])
    expect(commits).toHaveLength(1)
    expect(commits[0]).toMatchObject({
      rooms: [{ room: 'mission', epoch: before.epoch + 2, closed: 'agreed' }],
      updates: [{ room: 'mission' }],
      versions: [{ number: 2 }],
    })
    await settle(peer)
    expect(textOf(peer.doc)).toBe('We plan the region.')
    expect(peer.mode).toEqual({ is: 'ro', because: 'agreed' })
    const [, version] = await office.storage.boards.versions(board.board.id)
    const content = await board.content(mission)
    const { sections, answers, questions } = content
    expect(version?.content).toMatchObject({ content: { sections, answers, questions } })
    expect(version?.hash).toBe(
      createHash('sha256')
        .update(must(canonicalize(version?.content)))
        .digest('hex'),
    )
    const today = new Date(office.clock.now()).toISOString().slice(0, 10)
    expect(version?.decision).toEqual({ decision: 'Enligt förslag', date: today })
    expect(stepOf(board.board, 'mission')?.state).toMatchObject({
      is: 'agreed',
      version: { hash: version?.hash },
    })
    const resting = board.board.steps.map(({ changedGround }) => changedGround.map((ground) => ground.stepId))
    expect(resting).toEqual([[], ['mission'], ['mission']])
  })

  it('PA14 by another decision when one is given', async () => {
    const { office, board, propose } = await openDesk('')
    await office.decide(agree('mission'))
    const id = await propose(inSection(null, words('New.')))
    const decision = { decision: 'Anew', date: '2026-05-05', body: 'The council', reference: '§ 7' }
    await accept(office, id, { agreeAgain: decision })
    expect(stepOf(board.board, 'mission')?.state).toMatchObject({
      is: 'agreed',
      decision,
      version: { number: 2 },
    })
  })

  it('PA15 every refusal changes nothing', async () => {
    const { office, board, peer, ed, cora, propose } = await openDesk('old')
    const id = await propose(
      inSection(words('old'), words('mine')),
      inSection(null, words('lost'), 'mission.gone'),
    )
    const declined = await propose(inSection(words('old'), words('other')))
    await office.decide({ type: 'proposal.decline', proposalId: declined, reason: 'No' })
    type(peer.doc, 'er')
    await settle(peer)
    const refused = async (code: string, over: object = {}, as = office.facilitator, which = id) => {
      const before = await whole(office)
      expect(await accept(office, which, over, as)).toMatchObject({ code })
      expect(await whole(office)).toEqual(before)
      expect(board.board.proposals[0]?.state).toBe('open')
    }
    const parts = (...all: readonly TakenPart[]) => ({ parts: all })
    await refused('role', {}, cora)
    await refused('role', {}, ed)
    await refused('unknownProposal', {}, office.facilitator, newId(ProposalId))
    await refused('alreadyDecided', {}, office.facilitator, declined)
    await refused('unknownPart', parts(2))
    await refused('unknownPart', parts(0, { part: 0, value: words('x') }))
    await refused('movedGround', parts(0))
    await refused('targetGone', parts(1))
    await refused('targetGone', parts({ part: 1, value: words('x') }))
    await refused('targetGone', parts({ part: 1, to: 'section:nowhere' }))
    await refused('targetGone', parts({ part: 1, to: 'questions' }))
    await refused('unfitPart', parts({ part: 0, value: { type: 'doc', content: [{ type: 'image' }] } }))
    await refused('unfitPart', parts({ part: 0, value: 'words' }))
    await refused('tooLong', parts({ part: 0, value: words('x'.repeat(1_100_000)) }))
    await refused('notAgreed', { ...parts({ part: 0, value: words('x') }), agreeAgain: true })
    await office.decide({ type: 'step.pause', stepId: mission })
    await refused('paused', parts({ part: 0, value: words('x') }))
    await refused('paused', { ...parts({ part: 0, value: words('x') }), agreeAgain: true })
    await office.decide({ type: 'step.resume', stepId: mission })
    await office.decide(agree('mission'))
    await refused('locked', parts({ part: 0, value: words('x') }))
    await refused('movedGround', { ...parts(0), agreeAgain: true })
  })

  it('PA16 what is written is its author’s: it passes the gate, and nobody else may go on under that client', async () => {
    const commits: Commit[] = []
    const { office, board, ed, cora, propose } = await openDesk('We plan.', watched(commits))
    const room = await board.room(mission)
    const earlier = new Y.Doc()
    Y.applyUpdate(earlier, Y.encodeStateAsUpdate(room.doc))
    const id = await propose(inSection(words('We plan.'), words('We plan more.')))
    await accept(office, id)
    const update = must(commits.at(-1)?.updates?.[0])
    expect(update.by).toBe(cora)
    const gate = { ...room.gateAs(cora), doc: earlier, ownerOf: () => undefined }
    expect(judge(update.bytes, gate)).toMatchObject({ is: 'good', clients: update.clients })
    const [client] = update.clients
    const row = await office.storage.rooms.load({ board: board.board.id, room: mission })
    expect(row.owners).toContainEqual({ client, member: cora })
    const thief = new Peer(board, ed, 'mission')
    thief.connect()
    await settle(thief)
    thief.doc.clientID = must(client)
    type(thief.doc, ' Stolen.')
    await settle(thief)
    expect(thief.closed?.code).toBe(4400)
    expect(textOf((await board.room(mission)).doc)).toBe('We plan more.')
  })

  it('PA17 nobody sees a word of it when it cannot be saved', async () => {
    const faults = { full: false }
    const { office, board, peer, propose } = await openDesk('We plan.', watched([], faults))
    const id = await propose(inSection(words('We plan.'), words('We plan more.')))
    const before = await whole(office)
    faults.full = true
    await expect(accept(office, id)).rejects.toThrow('full')
    faults.full = false
    await settle(peer)
    expect(textOf(peer.doc)).toBe('We plan.')
    expect(await whole(office)).toEqual(before)
    expect(board.board.proposals[0]?.state).toBe('open')
    expect(await accept(office, id)).toEqual(['proposal.accepted'])
    await settle(peer)
    expect(textOf(peer.doc)).toBe('We plan more.')
  })

  it('PA18 who comes, who was away and who reads from disk all get it once', async () => {
    const { office, board, peer, ed, propose } = await openDesk('We plan.')
    const newcomer = () => new Peer(board, ed, 'mission')
    const [first, second] = [newcomer(), newcomer()]
    first.connect()
    await settle(first)
    peer.drop()
    type(peer.doc, ' Offline.')
    const id = await propose(inSection(words('We plan.'), words('We really plan.')), {
      target: 'answer',
      path: 'mission.why',
      before: null,
      after: words('Why not?'),
    })
    await accept(office, id)
    second.connect()
    peer.connect()
    await settle(first, second, peer)
    await settle(first, second, peer)
    for (const one of [first, second, peer]) {
      expect(textOf(one.doc)).toBe('We really plan. Offline.')
      expect(textOf(one.doc, missionAnswer)).toBe('Why not?')
      expect(stateOf(one.doc)).toEqual(stateOf((await board.room(mission)).doc))
    }
  })

  it('PA19 it is accepted once, and asked again the answer is the same', async () => {
    const { office, board, propose } = await openDesk('')
    const id = await propose(inSection(null, words('New.')))
    const command = { type: 'proposal.accept', proposalId: id, id: CommandId.parse('once') } as const
    const first = await board.execute(office.facilitator, command)
    expect(await board.execute(office.facilitator, command)).toEqual(first)
    expect(await accept(office, id)).toMatchObject({ code: 'alreadyDecided' })
    expect(plainText((await board.content(mission)).sections['mission.text'])).toBe('New.')
  })

  it('PA19 words that stand there already are accepted without writing anything', async () => {
    const commits: Commit[] = []
    const { office, peer, propose } = await openDesk('', watched(commits))
    const id = await propose(inSection(null, words('Same.')), {
      target: 'field',
      path: 'mission.why/reason',
      before: null,
      after: 'None',
    })
    type(peer.doc, 'Same.')
    setNotRelevant(peer.doc, 'mission.why', 'None', null)
    await settle(peer)
    expect(await accept(office, id)).toEqual(['proposal.accepted'])
    expect(commits.at(-1)?.updates).toEqual([])
    expect(answerRoot('mission.why')).toBe(missionAnswer)
  })
})

/** Memory that shows its commits, and may be full. */
const watched = (commits: Commit[], faults = { full: false }) => {
  const storage = createMemory()
  return {
    ...storage,
    boards: {
      ...storage.boards,
      commit: async (commit: Commit) => {
        if (faults.full) throw new StorageError('full', 'the disk is full')
        await storage.boards.commit(commit)
        commits.push(commit)
      },
    },
  }
}
