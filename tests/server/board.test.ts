import { describe, expect, it } from 'vitest'
import { must } from '../../shared/assert.ts'
import { evolve } from '../../shared/board/log.ts'
import { memberOf, Role, stepOf } from '../../shared/board/model.ts'
import { CommandId, InviteId, newId } from '../../shared/ids.ts'
import { CloseCode } from '../../shared/protocol/version.ts'
import { hashOf, newSecret } from '../../server/people/links.ts'
import { passwordFits } from '../../server/people/passwords.ts'
import { createMemory } from '../../server/storage/memory.ts'
import { stepId } from '../support/board.ts'
import { agree, openOffice, textOf, type } from '../support/live.ts'
import { calm, Peer, settle } from '../support/peer.ts'
import { seeded } from '../support/random.ts'

const mission = stepId('mission')
const goals = stepId('goals')

describe('a live board', () => {
  it('LB1 answers the same command again with the same events and does nothing twice', async () => {
    const office = await openOffice()
    const board = await office.board()
    const command = { type: 'plan.rename', title: 'Ny titel', id: CommandId.parse('one') } as const
    const first = await board.execute(office.facilitator, command)
    await board.execute(office.facilitator, {
      type: 'plan.rename',
      title: 'Nyare',
      id: CommandId.parse('two'),
    })
    expect(await board.execute(office.facilitator, command)).toEqual(first)
    expect(board.board.title).toBe('Nyare')
  })

  it('LB2 does not answer one person with what another was told', async () => {
    const office = await openOffice()
    const board = await office.board()
    const reader = await office.join('Ros', 'reader')
    const command = { type: 'plan.rename', title: 'Ny', id: CommandId.parse('one') } as const
    await board.execute(office.facilitator, command)
    expect(await board.execute(reader, command)).toEqual({ refusal: { code: 'role' } })
  })

  it('LB3 freezes on agreement exactly what the room holds, and hashes it', async () => {
    const office = await openOffice()
    const board = await office.board()
    const peer = new Peer(board, office.facilitator, 'mission')
    peer.connect()
    await settle(peer)
    type(peer.doc, 'Det här är överenskommet.')
    await settle(peer)
    await office.decide(agree('mission'))
    const [version] = await office.storage.boards.versions(board.board.id)
    expect(JSON.stringify(version?.content)).toContain('Det här är överenskommet.')
    expect(version).toMatchObject({ number: 1, kind: 'agreed', decision: { decision: 'Enligt förslag' } })
    expect(stepOf(board.board, 'mission')?.state).toMatchObject({
      is: 'agreed',
      version: { number: 1, hash: version?.hash },
    })
    expect(version?.hash).toMatch(/^[0-9a-f]{64}$/)
    await calm()
    const row = await office.storage.rooms.load({ board: board.board.id, room: mission })
    expect([row.base === null, row.tail.length]).toEqual([false, 0])
    // What was written stands there as it is read, and items by kind.
    const frozen = (version?.content as { content: unknown }).content
    expect(frozen).toEqual({ ...(await board.content(mission)), items: {} })
  })

  it('LB4 counts a step’s versions through its reopenings', async () => {
    const office = await openOffice()
    const board = await office.board()
    await office.decide(agree('mission'))
    await office.decide({ type: 'step.reopen', stepId: mission, reason: 'ny prognos' })
    await office.decide(agree('mission'))
    const versions = await office.storage.boards.versions(board.board.id)
    expect(versions.map(({ number }) => number)).toEqual([1, 2])
  })

  it('LB5 fences an append that believes in an older epoch', async () => {
    const office = await openOffice()
    const board = await office.board()
    const key = { board: board.board.id, room: mission }
    const append = (epoch: number) =>
      office.storage.rooms.append({
        ...key,
        epoch,
        generation: 1,
        at: '2026-03-02T08:00:00.000Z',
        updates: [{ bytes: Uint8Array.of(0, 0), by: office.facilitator }],
        owners: [],
      })
    expect(await append(1)).toBe('appended')
    await office.decide({ type: 'step.pause', stepId: mission })
    expect(await append(1)).toBe('fenced')
    expect(await append(2)).toBe('fenced')
    await office.decide({ type: 'step.resume', stepId: mission })
    expect(await append(2)).toBe('fenced')
    expect(await append(3)).toBe('appended')
  })

  it('LB6 pauses every open step, for the facilitator too, and ends the pause when its time is up', async () => {
    const office = await openOffice()
    const board = await office.board()
    const peer = new Peer(board, office.facilitator, 'goals')
    peer.connect()
    await settle(peer)
    await office.decide(agree('mission'))
    const until = new Date(office.clock.now() + 60_000).toISOString()
    await office.decide({ type: 'step.pause', until })
    await settle(peer)
    expect(peer.mode).toEqual({ is: 'ro', because: 'paused' })
    expect(board.board.steps.map((step) => step.pause?.until)).toEqual([undefined, until, until])
    office.clock.advance(60_000)
    await settle(peer)
    expect(board.board.steps.map((step) => step.pause)).toEqual([null, null, null])
    expect(peer.mode).toEqual({ is: 'rw' })
    type(peer.doc, 'Vidare', 'section:goals.text')
    await settle(peer)
    expect(peer.isSaved).toBe(true)
  })

  it('LB7 knows a person again by their return link, and welcomes a new one only with a name', async () => {
    const office = await openOffice()
    const board = await office.board()
    const secret = await board.entrance.operatorInvite('editor')
    const link = must(await office.storage.people.findLink(board.board.id, hashOf(secret)))
    expect(await board.entrance.join(link, {})).toEqual({ refusal: { code: 'nameNeeded' } })
    const joined = await board.entrance.join(link, { name: 'Eva', organisation: 'Region' })
    if ('refusal' in joined) throw new Error('refused')
    const back = must(await office.storage.people.findLink(board.board.id, hashOf(must(joined.returnSecret))))
    expect(await board.entrance.join(back, {})).toEqual({ member: joined.member })
    const renewed = await board.entrance.renewReturnLink(joined.member.id)
    expect(await office.storage.people.findLink(board.board.id, hashOf(must(joined.returnSecret)))).toBeNull()
    expect(await office.storage.people.findLink(board.board.id, hashOf(renewed))).toEqual(back)
  })

  it('LB8 never lowers a member’s role by a link, and raises it when the link is higher', async () => {
    const office = await openOffice()
    const board = await office.board()
    const eva = await office.join('Eva', 'commenter')
    const follow = async (role: 'reader' | 'editor') => {
      const link = must(
        await office.storage.people.findLink(
          board.board.id,
          hashOf(await board.entrance.operatorInvite(role)),
        ),
      )
      await board.entrance.join(link, {}, eva)
      return memberOf(board.board, eva)?.role
    }
    expect(await follow('reader')).toBe('commenter')
    expect(await follow('editor')).toBe('editor')
  })

  it.each([
    // has, is offered, has then; a step's name behind the role is where alone it counts
    ['reader', 'commenter goals', 'commenter goals'],
    ['commenter', 'editor goals', 'commenter'],
    ['editor', 'reader goals', 'editor'],
    ['reader', 'reader goals', 'reader'],
    ['commenter goals', 'editor goals', 'editor goals'],
    ['editor goals', 'commenter goals', 'editor goals'],
    ['commenter goals', 'editor actions', 'commenter goals'],
    ['commenter goals', 'commenter', 'commenter'],
    ['commenter goals', 'facilitator', 'facilitator'],
    ['editor goals', 'commenter', 'editor goals'],
    ['reader goals', 'commenter actions', 'commenter actions'],
    ['reader goals', 'reader', 'reader'],
  ])('LB22 somebody who is %s and follows a link for %s is then %s', async (has, offered, then) => {
    const office = await openOffice()
    const board = await office.board()
    const link = async (part: string) => {
      const [role, step] = part.split(' ')
      const wanted = step ? { onlyStep: stepId(step) } : {}
      const secret = await board.entrance.operatorInvite(Role.parse(role), wanted)
      return must(await office.storage.people.findLink(board.board.id, hashOf(secret)))
    }
    const joined = await board.entrance.join(await link(has), { name: 'Eva' })
    if ('refusal' in joined) throw new Error('refused')
    await board.entrance.join(await link(offered), {}, joined.member.id)
    const { role, onlyStep } = must(memberOf(board.board, joined.member.id))
    expect([role, onlyStep].filter((part) => part !== undefined).join(' ')).toBe(then)
  })

  it('LB23 keeps of a link’s password what it was made into, and it stands in no answer and no event', async () => {
    const office = await openOffice()
    const board = await office.board()
    const secret = newSecret(seeded(8).bytes)
    const inviteId = newId(InviteId, seeded(7).bytes)
    const body = {
      type: 'member.invite',
      role: 'editor',
      password: 'kaffe och bulle',
      inviteId,
      secret,
    } as const
    const answer = await board.execute(office.facilitator, { ...body, id: CommandId.parse('one') })
    expect(answer).toMatchObject({ events: [{ invite: { password: true } }] })
    const link = must(await office.storage.people.findLink(board.board.id, hashOf(secret)))
    const kept = link.is === 'invite' ? link.password : null
    expect(await passwordFits('kaffe och bulle', must(kept))).toBe(true)
    expect(await passwordFits('kaffe och bullar', must(kept))).toBe(false)
    const stored = [
      answer,
      link,
      await office.storage.boards.load(board.board.id),
      board.board,
      office.errors,
    ]
    expect(JSON.stringify(stored)).not.toContain('kaffe')
  })

  it('LB9 ends the lines of whoever came by a revoked link, and lets nobody in by it', async () => {
    const office = await openOffice()
    const board = await office.board()
    const inviteId = newId(InviteId, seeded(7).bytes)
    const secret = newSecret(seeded(8).bytes)
    await office.decide({ type: 'member.invite', inviteId, role: 'editor', secret })
    const link = must(await office.storage.people.findLink(board.board.id, hashOf(secret)))
    const joined = await board.entrance.join(link, { name: 'Eva' })
    if ('refusal' in joined) throw new Error('refused')
    const peer = new Peer(board, joined.member.id, 'mission')
    peer.connect()
    await settle(peer)
    await office.decide({ type: 'invite.revoke', inviteId })
    await settle(peer)
    expect(peer.mode).toEqual({ is: 'ro', because: 'role' })
    type(peer.doc, 'Ändå')
    await settle(peer)
    expect(peer.refused).toEqual({ reason: 'role', proposalId: '' })
    peer.drop()
    peer.connect()
    expect(peer.closed?.code).toBe(CloseCode.role)
    expect(await board.entrance.join(link, { name: 'Ny' })).toEqual({ refusal: { code: 'linkInvalid' } })
    expect(board.board.proposals).toEqual([])
  })

  it('LB10 reads the same board from its log as it holds in memory', async () => {
    const office = await openOffice()
    const board = await office.board()
    await office.join('Eva', 'editor')
    await office.decide({ type: 'step.review', stepId: goals, who: 'nämnden' })
    await office.decide(agree('mission'))
    await office.decide({ type: 'step.reopen', stepId: mission, reason: 'ny prognos' })
    const stored = must(await office.storage.boards.load(board.board.id))
    expect(stored.events.reduce(evolve, must(stored.fold))).toEqual(board.board)
  })

  it('LB11 forgets a room that nobody is in, and reads it again for the next visitor', async () => {
    const office = await openOffice()
    const board = await office.board()
    const peer = new Peer(board, office.facilitator, 'mission')
    peer.connect()
    await settle(peer)
    type(peer.doc, 'Kvar')
    await settle(peer)
    const before = await board.room(mission)
    peer.drop()
    office.clock.advance(120_000)
    await calm()
    const after = await board.room(mission)
    expect(after).not.toBe(before)
    expect(textOf(after.doc)).toBe('Kvar')
  })

  it('LB12 closes in order: what was on its way is saved before the sockets end', async () => {
    const storage = createMemory()
    const office = await openOffice({ storage })
    const board = await office.board()
    const peer = new Peer(board, office.facilitator, 'mission')
    peer.connect()
    await settle(peer)
    type(peer.doc, 'Sista ordet')
    peer.deliverUp()
    await office.hub.close()
    peer.deliverDown()
    expect(peer.closed?.code).toBe(CloseCode.restart)
    expect(peer.isSaved).toBe(true)
    const row = await storage.rooms.load({ board: board.board.id, room: mission })
    expect(row.tail).toHaveLength(1)
  })
})
