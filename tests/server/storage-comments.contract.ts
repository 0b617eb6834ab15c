import { expect, test } from 'vitest'
import type { Comment, Passage } from '../../shared/board/comment.ts'
import type { BoardEvent } from '../../shared/board/log.ts'
import { evolve, replay } from '../../shared/board/log.ts'
import type { BoardId } from '../../shared/ids.ts'
import { CommandId } from '../../shared/ids.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { about, at, boardId, commentId, created, inviteId, memberId, stepId } from '../support/board.ts'
import { creation, rejection, renamed } from '../support/storage.ts'

const other = boardId('other')
const ed = memberId('ed')
const mission = stepId('mission')

export const aComment = (id: string, over: Partial<Comment> = {}): Comment => ({
  id: commentId(id),
  anchor: about('mission'),
  kind: 'comment',
  body: `Secret words of ${id}`,
  author: ed,
  at: at(2),
  mentions: [memberId('faye')],
  ...over,
})

export const posted = (seq: number, comment: Comment): BoardEvent => ({
  type: 'comment.posted',
  comment,
  seq,
  at: at(seq),
  by: ed,
})

export const reworded = (seq: number, id: string, body: string): BoardEvent => ({
  type: 'comment.edited',
  commentId: commentId(id),
  body,
  kind: 'comment',
  mentions: [memberId('faye')],
  seq,
  at: at(seq),
  by: ed,
})

export const removed = (seq: number, id: string): BoardEvent => ({
  type: 'comment.removed',
  commentId: commentId(id),
  seq,
  at: at(seq),
  by: ed,
})

const moved = (id: string, revision: number, start = 'AAEB'): Passage => ({
  commentId: commentId(id),
  start,
  end: 'AAEC',
  revision,
})

/** A board on which two comments were posted, one of them edited, each command answered, and all of it folded. */
export const commented = async (storage: Storage, board: BoardId = boardId()): Promise<void> => {
  const events = [
    posted(2, aComment('c1')),
    reworded(3, 'c1', 'Newer secret words'),
    posted(4, aComment('c10')),
  ]
  await storage.boards.commit(creation(board))
  for (const event of events)
    await storage.boards.commit({
      board,
      events: [event],
      answer: { command: CommandId.parse(`k${event.seq}`), value: { seq: event.seq, events: [event] } },
    })
  const fold = events.reduce(evolve, replay([created({ boardId: board })]))
  await storage.boards.commit({ board, events: [], fold })
}

/** What stands beside the plan: where passages stand, whose words are gone, who was here, what a link asks. */
export const wordsBeside = (storage: () => Storage): void => {
  test('ST42 a passage carries on from the stored one, or is a conflict with all of its commit', async () => {
    const { boards } = storage()
    await boards.commit(creation())
    await boards.commit({ board: boardId(), events: [], passages: [moved('b', 1), moved('a', 1)] })
    await boards.commit({ board: boardId(), events: [], passages: [moved('a', 2, 'AAED')] })
    for (const wrong of [moved('a', 2), moved('a', 4), moved('b', 1), moved('new', 2), moved('new', 0)]) {
      const commit = { board: boardId(), events: [renamed(2)], passages: [wrong] }
      expect((await rejection(boards.commit(commit))).code).toBe('conflict')
    }
    expect(
      (await boards.passages(boardId())).toSorted((one, two) => (one.commentId < two.commentId ? -1 : 1)),
    ).toEqual([moved('a', 2, 'AAED'), moved('b', 1)])
    const words = { quote: 'A "safe" town', before: '', after: '\n' }
    await boards.commit({ board: boardId(), events: [], passages: [{ ...moved('b', 2), words }] })
    expect(await boards.passages(boardId())).toContainEqual({ ...moved('b', 2), words })
    expect(await boards.events(boardId(), 1)).toEqual([])
    expect(await boards.passages(other)).toEqual([])
  })

  test('ST43 a comment’s words vanish from events, answers and the fold, and the facts stay', async () => {
    const { boards } = storage()
    await commented(storage())
    await boards.commit({
      board: boardId(),
      events: [removed(5, 'c1')],
      redact: [commentId('c1')],
      answer: { command: CommandId.parse('k5'), value: { seq: 5, events: [removed(5, 'c1')] } },
    })
    const silent = { body: '', mentions: undefined }
    const { mentions: _, ...words } = aComment('c1', { body: '' })
    const events = await boards.events(boardId(), 1)
    expect(events).toEqual([
      posted(2, words),
      { ...reworded(3, 'c1', ''), ...silent },
      posted(4, aComment('c10')),
      removed(5, 'c1'),
    ])
    for (const seq of [2, 3, 4])
      expect(await boards.answer(boardId(), CommandId.parse(`k${seq}`))).toEqual({
        seq,
        events: [events[seq - 2]],
      })
    const loaded = await boards.load(boardId())
    expect(loaded?.fold?.comments).toEqual([{ ...words, editedAt: at(3) }, aComment('c10')])
    expect(loaded?.events).toEqual([removed(5, 'c1')])
  })

  test('ST43 words that came from a file vanish from the import, and those of other boards stay', async () => {
    const { boards } = storage()
    const [one, two] = [aComment('1', { imported: true }), aComment('2', { imported: true })]
    const imported: BoardEvent = {
      type: 'board.imported',
      format: 'samplan/1',
      settings: replay([created()]).settings,
      people: [],
      comments: [one, two],
      steps: [],
      seq: 2,
      at: at(2),
      by: memberId('faye'),
    } as unknown as BoardEvent
    for (const board of [boardId(), other])
      await boards.commit({ board, events: [created({ boardId: board }), imported] })
    await boards.commit({ board: boardId(), events: [removed(3, '1')], redact: [commentId('1')] })
    const { mentions: _, ...words } = one
    expect(await boards.events(boardId(), 1)).toEqual([
      { ...imported, comments: [{ ...words, body: '' }, two] },
      removed(3, '1'),
    ])
    expect(await boards.events(other, 1)).toEqual([imported])
  })

  test('ST43 a commit that is a conflict erases nothing', async () => {
    const { boards } = storage()
    await commented(storage())
    const late = { board: boardId(), events: [removed(9, 'c1')], redact: [commentId('c1')] }
    expect((await rejection(boards.commit(late))).code).toBe('conflict')
    expect(await boards.events(boardId(), 1)).toContainEqual(posted(2, aComment('c1')))
  })

  test('ST44 a link tells what its password was made into, and null when it has none', async () => {
    const invites = [
      { hash: 'with', invite: inviteId('i'), password: 'scrypt:1:2:3:salt:key' },
      { hash: 'without', invite: inviteId('j') },
    ]
    await storage().boards.commit(creation(boardId(), { invites }))
    const link = (hash: string) => storage().people.findLink(boardId(), hash)
    expect(await link('with')).toEqual({
      is: 'invite',
      invite: inviteId('i'),
      password: 'scrypt:1:2:3:salt:key',
    })
    expect(await link('without')).toEqual({ is: 'invite', invite: inviteId('j'), password: null })
  })

  test('ST45 a member’s visit takes the place of the one before, on that board alone', async () => {
    const { people, boards } = storage()
    for (const board of [boardId(), other]) await boards.commit(creation(board))
    const first = { member: ed, hereAt: at(5), since: null, read: { before: at(1), also: [] } }
    const second = { ...first, hereAt: at(9), since: at(5), read: { before: at(1), also: ['c1', 'c2 x'] } }
    const faye = { ...first, member: memberId('faye') }
    await people.setVisit(boardId(), first)
    await people.setVisit(boardId(), faye)
    await people.setVisit(boardId(), second)
    await people.setVisit(other, first)
    const visits = await people.visits(boardId())
    expect(visits).toHaveLength(2)
    expect(visits).toEqual(expect.arrayContaining([second, faye]))
    expect(await people.visits(other)).toEqual([first])
  })

  test('ST46 of who wrote what the latest time is kept, and told from a moment on, the newest first', async () => {
    const { rooms, boards } = storage()
    for (const board of [boardId(), other]) await boards.commit(creation(board))
    const row = (what: string, member: string, time: number, room = mission) => ({
      room,
      what,
      member: memberId(member),
      at: at(time),
    })
    await rooms.noteWritings(boardId(), [row('section:a', 'ed', 3), row('items:goal/g', 'ed', 4)])
    await rooms.noteWritings(boardId(), [row('section:a', 'ed', 8), row('section:a', 'faye', 6)])
    await rooms.noteWritings(boardId(), [
      row('section:a', 'ed', 7),
      row('section:a', 'ed', 5, stepId('goals')),
    ])
    await rooms.noteWritings(other, [row('section:b', 'ed', 9)])
    expect(await rooms.writings(boardId(), at(4))).toEqual([
      row('section:a', 'ed', 8),
      row('section:a', 'faye', 6),
      row('section:a', 'ed', 5, stepId('goals')),
    ])
    expect(await rooms.writings(other, at(0))).toEqual([row('section:b', 'ed', 9)])
    expect((await rejection(rooms.noteWritings(boardId('none'), [row('x', 'ed', 1)]))).code).toBe('conflict')
  })
}
