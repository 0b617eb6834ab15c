import { expect, it } from 'vitest'
import { CloseCode } from '../../shared/protocol/version.ts'
import { limits } from '../../server/live/gate.ts'
import { createMemory } from '../../server/storage/memory.ts'
import { stepId } from '../support/board.ts'
import { erase, openOffice, textOf, type } from '../support/live.ts'
import { Peer, settle } from '../support/peer.ts'

/** A plan whose other rooms hold all but so many bytes of what it may. */
const almostFull = (left: number) => {
  const base = createMemory()
  return {
    ...base,
    rooms: {
      ...base.rooms,
      sizes: () => Promise.resolve([{ room: stepId('goals'), bytes: limits.boardBytes - left }]),
    },
  }
}

it('LB20 a plan that is full in all takes no more in any room, and can still be made smaller', async () => {
  const office = await openOffice({ storage: almostFull(2000) })
  const board = await office.board()
  const peer = new Peer(board, office.facilitator, 'mission')
  peer.connect()
  await settle(peer)
  type(peer.doc, 'Hej ')
  await settle(peer)
  expect(peer.isSaved).toBe(true)
  type(peer.doc, 'x'.repeat(3000))
  await settle(peer)
  expect(peer.refused?.reason).toBe('tooBig')
  expect(peer.closed).toEqual({ code: CloseCode.tooBig, reason: 'board' })
  peer.startAnew()
  peer.connect()
  await settle(peer)
  erase(peer.doc)
  await settle(peer)
  expect([peer.isSaved, peer.closed]).toEqual([true, null])
  expect(textOf((await board.room(stepId('mission'))).doc)).toBe('')
})

it('LB20 what is written in one room counts in the others', async () => {
  const office = await openOffice({ storage: almostFull(4000) })
  const board = await office.board()
  const [mission, actions] = ['mission', 'actions'].map((room) => new Peer(board, office.facilitator, room))
  if (!mission || !actions) throw new Error('two rooms')
  for (const peer of [mission, actions]) peer.connect()
  await settle(mission, actions)
  type(mission.doc, 'x'.repeat(2500))
  await settle(mission, actions)
  expect(mission.isSaved).toBe(true)
  type(actions.doc, 'x'.repeat(2500), 'section:actions.text')
  await settle(mission, actions)
  expect(actions.closed?.reason).toBe('board')
})
