import { describe, expect, it } from 'vitest'
import { statfs } from 'node:fs/promises'
import { CommandId } from '../../shared/ids.ts'
import { createMemory } from '../../server/storage/memory.ts'
import { stepId } from '../support/board.ts'
import type { Office } from '../support/live.ts'
import { agree, openOffice, textOf, type } from '../support/live.ts'
import { calm, Peer, settle } from '../support/peer.ts'
import { aPlan, openService, secretIn } from '../support/service.ts'
import { aFolder, openFolder } from '../support/storage.ts'

/* The server goes read-only before the disk is full, and comes back by itself. */

const mega = 1024 * 1024
const minFree = 256 * mega
const mission = stepId('mission')

/** A storage in memory on a disk with as much space as the test says. */
const onDisk = () => {
  const disk = { free: 1000 * mega, broken: false }
  const storage = createMemory({
    space: () => {
      if (disk.broken) throw new Error('no such disk')
      return disk.free
    },
  })
  return { disk, storage, minFree }
}

/** The clock reaches the next look at the disk, and what follows from it is done. */
const look = async (office: Pick<Office, 'clock'>) => {
  office.clock.advance(5000)
  await calm()
}

const rename = (id: string, title: string) =>
  ({ type: 'plan.rename', title, id: CommandId.parse(id) }) as const

describe('a disk that fills up', () => {
  it('DK1 makes every room read-only before it is full, and writable again without a reload', async () => {
    const { disk, ...rest } = onDisk()
    const office = await openOffice(rest)
    const board = await office.board()
    const peers = ['mission', 'goals'].map((room) => new Peer(board, office.facilitator, room))
    for (const peer of peers) peer.connect()
    await settle(...peers)
    disk.free = minFree - 1
    await look(office)
    await settle(...peers)
    expect(peers.map((peer) => peer.mode)).toEqual(peers.map(() => ({ is: 'ro', because: 'full' })))
    disk.free = 2 * minFree
    await look(office)
    await settle(...peers)
    expect(peers.map((peer) => [peer.mode, peer.closed])).toEqual(peers.map(() => [{ is: 'rw' }, null]))
  })

  it('DK1 tells whoever comes meanwhile, and leaves a lasting reason as it is', async () => {
    const { disk, ...rest } = onDisk()
    const office = await openOffice(rest)
    await office.decide(agree('goals'))
    disk.free = 0
    await look(office)
    const board = await office.board()
    const peers = ['mission', 'goals'].map((room) => new Peer(board, office.facilitator, room))
    for (const peer of peers) peer.connect()
    await settle(...peers)
    expect(peers.map((peer) => peer.mode)).toEqual([
      { is: 'ro', because: 'full' },
      { is: 'ro', because: 'agreed' },
    ])
  })

  it('DK2 takes what is on its way when the mode goes out, and refuses nothing because of it', async () => {
    const { disk, ...rest } = onDisk()
    const office = await openOffice(rest)
    const board = await office.board()
    const peer = new Peer(board, office.facilitator, 'mission')
    peer.connect()
    await settle(peer)
    type(peer.doc, 'Skrivet innan')
    disk.free = 0
    await look(office)
    await settle(peer)
    expect([peer.mode, peer.refused, peer.closed, peer.isSaved]).toEqual([
      { is: 'ro', because: 'full' },
      null,
      null,
      true,
    ])
    expect(textOf((await board.room(mission)).doc)).toBe('Skrivet innan')
    expect(board.board.proposals).toEqual([])
  })

  it('DK3 decides nothing, forgets nothing it was asked, and answers what was decided before', async () => {
    const { disk, ...rest } = onDisk()
    const office = await openOffice(rest)
    const board = await office.board()
    const before = await board.execute(office.facilitator, rename('c-before', 'Ny titel'))
    disk.free = 0
    await look(office)
    expect(await board.execute(office.facilitator, rename('c-while', 'Ännu en'))).toEqual({
      refusal: { code: 'full' },
    })
    expect(await board.execute(office.facilitator, rename('c-before', 'Ny titel'))).toEqual(before)
    expect(board.board.title).toBe('Ny titel')
    disk.free = 2 * minFree
    await look(office)
    await board.execute(office.facilitator, rename('c-while', 'Ännu en'))
    expect(board.board.title).toBe('Ännu en')
  })

  it('DK4 does not flap around the mark, and says both edges once in the log', async () => {
    const { disk, storage } = onDisk()
    await using service = await openService({ storage, minFree })
    const edges = () =>
      [...service.logged().matchAll(/"msg":"(the disk is nearly full|the disk has space)/g)].length
    expect(service.hub.space.full).toBe(false)
    for (const [free, full, lines] of [
      [minFree - 1, true, 1],
      [minFree + 1, true, 1],
      [minFree - 1, true, 1],
      [1.25 * minFree, false, 2],
      [minFree, false, 2],
    ] as const) {
      disk.free = free
      await look(service)
      expect([service.hub.space.full, edges()]).toEqual([full, lines])
    }
  })

  it('DK4 stays as it is while the disk cannot be asked', async () => {
    const { disk, ...rest } = onDisk()
    const office = await openOffice(rest)
    disk.free = 0
    await look(office)
    disk.broken = true
    await look(office)
    await look(office)
    expect(office.hub.space.full).toBe(true)
    expect(office.errors.filter((error) => error instanceof Error).length).toBe(1)
    Object.assign(disk, { broken: false, free: 2 * minFree })
    await look(office)
    expect(office.hub.space.full).toBe(false)
  })

  it('DK5 looks again at once when much has been written', async () => {
    const { disk, ...rest } = onDisk()
    const office = await openOffice(rest)
    disk.free = 0
    office.hub.space.wrote(17 * mega)
    await calm()
    expect(office.hub.space.full).toBe(true)
  })

  it('DK6 is 507 for whatever would write over HTTP, and reading goes on', async () => {
    const { disk, storage } = onDisk()
    await using service = await openService({ storage, minFree })
    const plan = await service.plan()
    disk.free = 0
    await look(service)
    const newcomer = service.visitor({ language: 'sv' })
    const { id, ...renaming } = rename('c-1', 'Ny titel')
    for (const reply of [
      await plan.facilitator.post(plan.url('/commands'), { id, ...renaming }),
      await plan.facilitator.post(plan.url('/token')),
      await plan.facilitator.post(plan.url('/return-link')),
      await newcomer.post('/api/boards', aPlan),
      await newcomer.post(plan.url('/join'), { secret: secretIn(plan.links.editor), name: 'Eva' }),
    ])
      expect([reply.statusCode, reply.json().refusal.code]).toEqual([507, 'full'])
    expect((await newcomer.post('/api/boards', aPlan)).json().refusal.message).toContain('disk')
    expect((await plan.facilitator.get(plan.url('/snapshot'))).statusCode).toBe(200)
    const returning = await service.visitor().post(plan.url('/join'), { secret: secretIn(plan.returnLink) })
    expect(returning.statusCode).toBe(200)
    const ready = await service.visitor().get('/readyz')
    expect([ready.statusCode, ready.json()]).toEqual([503, { ok: false, reason: 'full' }])
    disk.free = 2 * minFree
    await look(service)
    expect((await service.visitor().get('/readyz')).json()).toEqual({ ok: true })
    expect((await plan.facilitator.post(plan.url('/commands'), { id, ...renaming })).statusCode).toBe(200)
  })

  it('DK7 is known from the start, before anybody is let in', async () => {
    const { disk, ...rest } = onDisk()
    disk.free = 0
    const office = await openOffice({ ...rest, looks: true })
    expect(office.hub.space.full).toBe(true)
  })

  it('DK8 is told by the disk of the data folder', async () => {
    const folder = aFolder()
    const asked: string[] = []
    const disk = { bavail: 1000, bsize: mega }
    const storage = await openFolder(folder, {
      statfs: async (path) => {
        asked.push(path)
        return disk
      },
    })
    const office = await openOffice({ storage, minFree })
    const board = await office.board()
    const peer = new Peer(board, office.facilitator, 'mission')
    peer.connect()
    await expect.poll(async () => (await settle(peer), peer.mode)).toEqual({ is: 'rw' })
    disk.bavail = 100
    await look(office)
    await settle(peer)
    expect(peer.mode).toEqual({ is: 'ro', because: 'full' })
    expect(new Set(asked)).toEqual(new Set([folder]))
  })

  it('DK8 is asked of the real disk unless a test says otherwise', async () => {
    const folder = aFolder()
    const storage = await openFolder(folder)
    const { blocks, bsize } = await statfs(folder)
    expect(await storage.space()).toBeGreaterThan(0)
    expect(await storage.space()).toBeLessThanOrEqual(blocks * bsize)
  })
})
