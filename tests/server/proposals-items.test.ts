import { describe, expect, it } from 'vitest'
import { listProposals } from '../../server/http/proposals.ts'
import { must } from '../../shared/assert.ts'
import { stepOf } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import { CommandId, newId, ProposalId } from '../../shared/ids.ts'
import { addItem, changeItem, deleteItem, restoreItem, wordsOf } from '../../shared/step/items.ts'
import { stepId } from '../support/board.ts'
import { agree, openOffice } from '../support/live.ts'
import { Peer, settle, stateOf } from '../support/peer.ts'

const mission = stepId('mission')
const item = { kind: 'goal', id: 'g1' } as const

/** An office with one goal, on which Ed works. */
const openDesk = async () => {
  const office = await openOffice()
  const board = await office.board()
  const ed = await office.join('Ed', 'editor')
  const peer = new Peer(board, ed, 'mission')
  peer.connect()
  await settle(peer)
  const leaves = new Map<string, string | number>([
    ['title', 'Clean water'],
    ['description', 'The lake is clean again.'],
    ['priority', 2],
  ])
  addItem(peer.doc, { ...item, order: 'a0', leaves }, null)
  await settle(peer)
  const propose = async (...changes: readonly Change[]) => {
    const proposalId = newId(ProposalId)
    const body = { type: 'proposal.submit', proposalId, stepId: mission, generation: 1, changes } as const
    await office.decide({ ...body, reason: '' }, ed)
    return proposalId
  }
  const accept = async (proposalId: ProposalId, over: object = {}) => {
    const command = {
      type: 'proposal.accept',
      proposalId,
      id: CommandId.parse(newId(ProposalId)),
      ...over,
    } as const
    const answer = await board.execute(office.facilitator, command)
    return 'refusal' in answer ? answer.refusal.code : answer.events.map((event) => event.type)
  }
  const goals = async () => (await board.content(mission)).items.filter(({ kind }) => kind === 'goal')
  const goal = async () => must((await goals()).find(({ id }) => id === item.id))
  const grounds = async () => {
    const list = await listProposals(board, await office.storage.boards.proposals(board.board.id))
    return list.flatMap((one) => one.changes.map(({ state }) => state))
  }
  return { office, board, ed, peer, propose, accept, goals, goal, grounds }
}

const field = (path: string, before: Change['before'], after: Change['after']): Change => ({
  target: 'field',
  path: `goal/g1/${path}`,
  before,
  after,
})
const whole = (id: string, before: Change['before'], after: Change['after']): Change => ({
  target: 'item',
  path: `goal/${id}`,
  before,
  after,
})

describe('items in proposals', () => {
  it('PA20 edits of items that came too late wait as a proposal, and are as written once it is accepted', async () => {
    const { office, board, peer, ed, accept, goals, grounds } = await openDesk()
    addItem(peer.doc, { kind: 'goal', id: 'g2', order: 'a1', leaves: new Map([['title', 'Old']]) }, null)
    await settle(peer)
    peer.drop()
    await office.decide(agree('mission'))
    changeItem(
      peer.doc,
      item,
      { title: 'Clear water', priority: 3, 'indicatorIds/i1': true, status: 'draft' },
      null,
    )
    must(wordsOf(peer.doc, 'goal', 'g1', 'description')).insert(4, 'big ')
    deleteItem(peer.doc, { kind: 'goal', id: 'g2' }, { member: ed, at: '2026-01-01T00:00:00Z' }, null)
    const leaves = new Map<string, string | number>([
      ['title', 'New'],
      ['description', 'Words'],
      ['number', 7],
    ])
    addItem(peer.doc, { kind: 'goal', id: 'g3', order: 'a2', leaves }, null)
    peer.connect()
    await settle(peer)
    office.clock.advance(6000)
    await settle(peer)
    const proposal = must(board.board.proposals[0])
    expect(new Set(await grounds())).toEqual(new Set(['clean']))
    expect(await accept(proposal.id, { agreeAgain: true })).toContain('step.agreed')
    const [first, second, third] = await goals()
    expect(Object.fromEntries(must(first).leaves)).toMatchObject({
      title: 'Clear water',
      description: 'The big lake is clean again.',
      priority: 3,
      'indicatorIds/i1': true,
      status: 'draft',
    })
    expect(second?.deleted).toMatchObject({ by: ed })
    expect(third).toMatchObject({ id: 'g3', order: 'a2', deleted: null })
    expect(Object.fromEntries(must(third).leaves)).toMatchObject({
      title: 'New',
      description: 'Words',
      number: 7,
    })
    expect(stepOf(board.board, mission)?.state.is).toBe('agreed')
  })

  it('PA20 a value taken away is gone, a place is taken, and what is deleted is restored', async () => {
    const { peer, ed, propose, accept, goal } = await openDesk()
    await accept(
      await propose(
        field('priority', 2, null),
        field('order', 'a0', 'b00'),
        field('title', 'Clean water', null),
      ),
    )
    expect(await goal()).toMatchObject({ order: 'b00' })
    expect([...(await goal()).leaves.keys()]).not.toContain('priority')
    await settle(peer)
    deleteItem(peer.doc, item, { member: ed, at: '2026-01-01T00:00:00Z' }, null)
    await settle(peer)
    await accept(await propose(whole('g1', null, { order: 'a5', title: 'Back', description: 'Again.' })))
    expect(await goal()).toMatchObject({ deleted: null, order: 'a5' })
    expect((await goal()).leaves.get('title')).toBe('Back')
    expect((await goal()).leaves.get('description')).toBe('Again.')
  })

  it('PA21 long texts are put together word by word, and the rest of them stays in others’ hands', async () => {
    const { board, peer, propose, accept, goal } = await openDesk()
    const before = 'The lake is clean again.'
    const id = await propose(field('description', before, 'The lake is clear again.'))
    must(wordsOf(peer.doc, 'goal', 'g1', 'description')).insert(0, '2030: ')
    await settle(peer)
    peer.drop()
    must(wordsOf(peer.doc, 'goal', 'g1', 'description')).insert(9, ' big')
    expect(await accept(id)).toEqual(['proposal.accepted'])
    peer.connect()
    await settle(peer)
    await settle(peer)
    expect((await goal()).leaves.get('description')).toBe('2030: The big lake is clear again.')
    expect(stateOf(peer.doc)).toEqual(stateOf((await board.room(mission)).doc))
  })

  it('PA22 what both changed is moved ground, and the facilitator’s choice is written when it fits', async () => {
    const { peer, propose, accept, goal, grounds } = await openDesk()
    const id = await propose(field('title', 'Clean water', 'Clear water'), field('priority', 2, 3))
    changeItem(peer.doc, item, { title: 'Drinking water' }, null)
    await settle(peer)
    expect(await grounds()).toEqual(['moved', 'clean'])
    expect(await accept(id)).toBe('movedGround')
    expect(await accept(id, { parts: [{ part: 1, value: 99 }] })).toBe('unfitPart')
    expect(await accept(id, { parts: [{ part: 0, value: 'Two\nlines' }] })).toBe('unfitPart')
    await accept(id, { parts: [{ part: 0, value: 'Clear drinking water' }, 1] })
    expect(Object.fromEntries((await goal()).leaves)).toMatchObject({
      title: 'Clear drinking water',
      priority: 3,
    })
  })

  it('PA22 deleting what somebody has changed since is moved ground, and so is adding what is there', async () => {
    const { peer, propose, grounds, goal } = await openDesk()
    const seen = { order: 'a0', ...Object.fromEntries((await goal()).leaves) }
    await propose(whole('g1', seen, null), whole('g1', null, { order: 'a0', title: 'Mine' }))
    expect(await grounds()).toEqual(['clean', 'moved'])
    changeItem(peer.doc, item, { priority: 1 }, null)
    await settle(peer)
    expect(await grounds()).toEqual(['moved', 'moved'])
  })

  it('PA23 a field of an item that is gone, and what no item has, is gone', async () => {
    const { peer, ed, propose, accept, grounds } = await openDesk()
    const gone: Change[] = [
      field('title', 'Clean water', 'Clear water'),
      field('colour', null, 'red'),
      field('deleted/by', null, 'Somebody'),
      { target: 'field', path: 'goal/g9/title', before: null, after: 'x' },
      { target: 'field', path: 'goal/g1', before: null, after: 'x' },
      { target: 'item', path: 'goal/g1/title', before: null, after: 'x' },
      { target: 'item', path: '__proto__/g1', before: null, after: {} },
      { target: 'item', path: 'goal/a b', before: null, after: {} },
    ]
    const id = await propose(...gone)
    deleteItem(peer.doc, item, { member: ed, at: '2026-01-01T00:00:00Z' }, null)
    await settle(peer)
    expect(await grounds()).toEqual(gone.map(() => 'gone'))
    for (const part of gone.keys()) expect(await accept(id, { parts: [part] })).toBe('targetGone')
    restoreItem(peer.doc, item, null)
    await settle(peer)
    expect((await grounds())[0]).toBe('clean')
  })

  it('PA24 a whole item is written without what may not stand in it, and chosen only when all of it may', async () => {
    const { propose, accept, goals } = await openDesk()
    const after = { title: 'New', priority: 99, 'deleted/by': 'x', __proto__x: 1, 'a/b': true }
    const id = await propose(whole('g7', null, after))
    expect(await accept(id, { parts: [{ part: 0, value: after }] })).toBe('unfitPart')
    expect(await accept(id)).toEqual(['proposal.accepted'])
    const made = (await goals()).find((one) => one.id === 'g7')
    expect(made).toMatchObject({ deleted: null, order: 'a1' })
    expect(made?.leaves.get('title')).toBe('New')
    expect([...must(made).leaves.keys()]).not.toContain('priority')
  })
})
