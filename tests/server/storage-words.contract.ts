import { expect, test } from 'vitest'
import type { Storage } from '../../server/storage/storage.ts'
import { at, boardId, memberId, proposalId, stepId } from '../support/board.ts'
import {
  aVersion,
  append,
  creation,
  mission,
  open,
  rejection,
  renamed,
  typist,
  wordsIn,
} from '../support/storage.ts'

const other = boardId('other')
const change = { target: 'section', path: 'mission.text', before: null, after: 'words' } as const

/** Words of proposals, and words that come into a room with a commit of its board. */
export const decidedWords = (storage: () => Storage): void => {
  test('ST7 the words of proposals are kept, oldest first', async () => {
    const proposals = ['z', 'a', 'm'].map((name) => ({
      id: proposalId(name),
      changes: [{ ...change, after: name }],
    }))
    await storage().boards.commit(creation(boardId(), { proposals: proposals.slice(0, 1) }))
    await storage().boards.commit({ board: boardId(), events: [], proposals: proposals.slice(1) })
    expect(await storage().boards.proposals(boardId())).toEqual(proposals)
    expect(await storage().boards.proposals(other)).toEqual([])
  })

  test('ST40 words that are decided are in one commit with the events, also in a room that it makes or closes', async () => {
    const type = typist(7)
    const update = (text: string, clients: readonly number[] = [7]) => ({
      room: mission.room,
      bytes: type(text),
      by: memberId('ed'),
      at: at(2),
      clients,
    })
    await storage().boards.commit(creation(boardId(), { updates: [update('a'), update('b', [])] }))
    await storage().rooms.append(append([type('c')]))
    const closing = { events: [renamed(2)], rooms: [open({ epoch: 2, closed: 'agreed' })] }
    await storage().boards.commit({ board: boardId(), ...closing, updates: [update('d')] })
    expect(await wordsIn(storage())).toBe('abcd')
    const row = await storage().rooms.load(mission)
    expect(row).toMatchObject({ closed: 'agreed', epoch: 2, owners: [{ client: 7, member: memberId('ed') }] })
    expect(row.tail).toHaveLength(4)
    expect(await storage().rooms.compact(mission)).toBe(4)
    expect(await wordsIn(storage())).toBe('abcd')
  })

  test.each([
    ['the room is not there', { room: stepId('goals') }],
    ['somebody else owns the client', { clients: [7] }],
  ])('ST41 nothing of a commit is done when it brings words and %s', async (_what, over) => {
    const owners = [{ client: 7, member: memberId('ed') }]
    await storage().boards.commit(creation())
    await storage().rooms.append(append([typist(7)('x')], { owners }))
    const good = { room: mission.room, bytes: typist(8)('y'), by: memberId('faye'), at: at(2), clients: [8] }
    const refused = storage().boards.commit({
      board: boardId(),
      events: [renamed(2)],
      rooms: [open({ epoch: 2, closed: 'agreed' })],
      updates: [good, { ...good, bytes: typist(9)('z'), ...over }],
      versions: [aVersion('v1')],
    })
    expect((await rejection(refused)).code).toBe('conflict')
    expect(await wordsIn(storage())).toBe('x')
    expect(await storage().rooms.load(mission)).toMatchObject({ closed: null, owners })
    expect(await storage().boards.events(boardId(), 1)).toEqual([])
    expect(await storage().boards.versions(boardId())).toEqual([])
  })

  test('ST41 nor when the events do not follow', async () => {
    await storage().boards.commit(creation())
    const update = { room: mission.room, bytes: typist(7)('x'), by: memberId('ed'), at: at(2), clients: [7] }
    const refused = storage().boards.commit({ board: boardId(), events: [renamed(3)], updates: [update] })
    expect((await rejection(refused)).code).toBe('conflict')
    expect(await storage().rooms.load(mission)).toMatchObject({ tail: [], owners: [] })
  })
}
