import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Storage } from '../../server/storage/storage.ts'
import { emptyWorkspace } from '../../server/storage/storage.ts'
import { replay } from '../../shared/board/log.ts'
import { CommandId } from '../../shared/ids.ts'
import { at, boardId, created, inviteId, memberId, proposalId, stepId, versionId } from '../support/board.ts'
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
import { wordsBeside } from './storage-comments.contract.ts'
import { scoredApart } from './storage-scores.contract.ts'
import { decidedWords } from './storage-words.contract.ts'

/** The promises of the port, asked of one engine. */
export const storageContract = (name: string, openStorage: () => Promise<Storage>): void => {
  describe(name, () => {
    let storage: Storage
    beforeEach(async () => {
      storage = await openStorage()
    })
    describe('boards', () => boards(() => storage))
    describe('rooms', () => rooms(() => storage))
    describe('compaction', () => compaction(() => storage))
    describe('people', () => people(() => storage))
    describe('scores', () => scoredApart(() => storage))
    describe('the whole', () => whole(() => storage))
  })
}

const command = CommandId.parse('c-1')
const other = boardId('other')
const change = { target: 'section', path: 'mission.text', before: null, after: 'words' } as const

const boards = (storage: () => Storage): void => {
  test('ST1 a board is loaded as it was committed', async () => {
    expect(await storage().boards.load(boardId())).toBeNull()
    await storage().boards.commit(creation())
    expect(await storage().boards.load(boardId())).toEqual({ fold: replay([created()]), events: [] })
    expect(await storage().boards.events(boardId(), 0)).toEqual([created()])
  })

  test('ST1 a board that was never stored whole is loaded as its events', async () => {
    await storage().boards.commit({ board: boardId(), events: [created(), renamed(2)] })
    expect(await storage().boards.load(boardId())).toEqual({ fold: null, events: [created(), renamed(2)] })
  })

  test.each([
    ['skips a number', [renamed(3)]],
    ['repeats a number', [renamed(1)]],
    ['has a gap inside', [renamed(2), renamed(4)]],
    ['creates the board again', [created({ seq: 2 })]],
  ])('ST2 a commit that %s is a conflict and leaves everything as it was', async (_what, events) => {
    await storage().boards.commit(creation())
    const session = {
      hash: 's',
      kind: 'cookie',
      expiresAt: at(60),
      members: [{ board: boardId(), member: memberId('ed') }],
    } as const
    await storage().people.startSession(session)
    const refused = storage().boards.commit({
      board: boardId(),
      events,
      rooms: [open({ epoch: 2, closed: 'agreed' })],
      versions: [aVersion('v1')],
      proposals: [{ id: proposalId('p'), changes: [change] }],
      answer: { command, value: 1 },
      invites: [{ hash: 'h', invite: inviteId('i') }],
      expel: [memberId('ed')],
    })
    expect((await rejection(refused)).code).toBe('conflict')
    expect(await storage().boards.events(boardId(), 0)).toEqual([created()])
    expect((await storage().rooms.load(mission)).closed).toBeNull()
    expect(await storage().boards.versions(boardId())).toEqual([])
    expect(await storage().boards.proposals(boardId())).toEqual([])
    expect(await storage().boards.answer(boardId(), command)).toBeNull()
    expect(await storage().people.findLink(boardId(), 'h')).toBeNull()
    expect(await storage().people.findSession('s', at(1))).toEqual(session)
  })

  test.each([
    ['the version', { versions: [aVersion('v1')] }],
    ['the proposal', { proposals: [{ id: proposalId('p'), changes: [change] }] }],
    ['the answer', { answer: { command, value: 2 } }],
    ['the invite', { invites: [{ hash: 'h', invite: inviteId('j') }] }],
    ['an older epoch', { rooms: [open({ epoch: 1 })] }],
    ['an older generation', { rooms: [open({ epoch: 3, generation: 0 })] }],
    ['a folded board of another moment', { fold: replay([created()]) }],
  ])('ST2 a commit is undone to its first event when %s cannot be taken', async (_what, last) => {
    await storage().boards.commit(
      creation(boardId(), {
        rooms: [open({ epoch: 2 })],
        versions: [aVersion('v1')],
        proposals: [{ id: proposalId('p'), changes: [change] }],
        answer: { command, value: 1 },
        invites: [{ hash: 'h', invite: inviteId('i') }],
      }),
    )
    const room = open({ room: stepId('goals') })
    const refused = {
      board: boardId(),
      events: [renamed(2)],
      ...last,
      rooms: [room, ...('rooms' in last ? last.rooms : [])],
    }
    expect((await rejection(storage().boards.commit(refused))).code).toBe('conflict')
    expect(await storage().boards.events(boardId(), 0)).toEqual([created()])
    expect((await rejection(storage().rooms.load({ ...mission, room: stepId('goals') }))).code).toBe(
      'corrupt',
    )
  })

  test('ST2 a board begins with board.created and with nothing else', async () => {
    const wrong = [{ ...renamed(1) }, created({ seq: 2 })]
    for (const event of wrong)
      expect((await rejection(storage().boards.commit({ board: boardId(), events: [event] }))).code).toBe(
        'conflict',
      )
    expect((await rejection(storage().boards.commit({ board: boardId(), events: [] }))).code).toBe('conflict')
    expect(await storage().boards.count()).toBe(0)
  })

  test('ST3 a load gives the board as last stored whole and the events after it', async () => {
    const log = [created(), renamed(2), renamed(3)]
    await storage().boards.commit(creation())
    await storage().boards.commit({ board: boardId(), events: log.slice(1), fold: replay(log) })
    await storage().boards.commit({ board: boardId(), events: [renamed(4)] })
    expect(await storage().boards.load(boardId())).toEqual({ fold: replay(log), events: [renamed(4)] })
    expect(await storage().boards.events(boardId(), 1)).toEqual([renamed(2), renamed(3), renamed(4)])
    expect(await storage().boards.events(boardId(), 4)).toEqual([])
    expect(await storage().boards.events(other, 0)).toEqual([])
  })

  test('ST4 of commits that race for one number exactly one is taken', async () => {
    await storage().boards.commit(creation())
    const racing = Array.from({ length: 20 }, (_, index) =>
      storage().boards.commit({ board: boardId(), events: [renamed(2, `Racer ${index}`)] }),
    )
    const ends = await Promise.allSettled(racing)
    expect(ends.map(({ status }) => status)).toEqual([
      'fulfilled',
      ...Array.from({ length: 19 }, () => 'rejected'),
    ])
    expect(await storage().boards.events(boardId(), 1)).toEqual([renamed(2, 'Racer 0')])
  })

  test('ST5 what a command was answered is found by board and command, also when nothing happened', async () => {
    await storage().boards.commit(creation())
    const value = { seq: 1, events: [] }
    await storage().boards.commit({ board: boardId(), events: [], answer: { command, value } })
    expect(await storage().boards.answer(boardId(), command)).toEqual(value)
    expect(await storage().boards.answer(boardId(), CommandId.parse('c-2'))).toBeNull()
    expect(await storage().boards.answer(other, command)).toBeNull()
  })

  test('ST6 versions are kept whole, in the order in which they came', async () => {
    const rows = [aVersion('v2'), aVersion('v1', { number: 2, content: ['other'], decision: null })]
    await storage().boards.commit(creation())
    for (const row of rows) await storage().boards.commit({ board: boardId(), events: [], versions: [row] })
    expect(await storage().boards.versions(boardId())).toEqual(rows)
    expect(await storage().boards.version(boardId(), versionId('v1'))).toEqual(rows[1])
    expect(await storage().boards.version(boardId(), versionId('v3'))).toBeNull()
    expect(await storage().boards.version(other, versionId('v1'))).toBeNull()
  })

  decidedWords(storage)
  wordsBeside(storage)

  test('ST8 boards are counted', async () => {
    expect(await storage().boards.count()).toBe(0)
    await storage().boards.commit(creation())
    await storage().boards.commit(creation(other))
    expect(await storage().boards.count()).toBe(2)
  })
}

const rooms = (storage: () => Storage): void => {
  beforeEach(() => storage().boards.commit(creation()))
  const close = (epoch = 2) =>
    storage().boards.commit({ board: boardId(), events: [], rooms: [open({ epoch, closed: 'agreed' })] })

  test('ST9 a room is read back with its state, its updates in order and their owners', async () => {
    const type = typist(7)
    const owners = [{ client: 4_294_967_295, member: memberId('ed') }]
    expect(await storage().rooms.append(append([type('a'), type('b')], { owners }))).toBe('appended')
    expect(await storage().rooms.append(append([type('c')]))).toBe('appended')
    const row = await storage().rooms.load(mission)
    expect(row).toMatchObject({ epoch: 1, generation: 1, closed: null, base: null, owners, refused: [] })
    expect(row.tail).toHaveLength(3)
    expect(await wordsIn(storage())).toBe('abc')
  })

  test('ST9 the bytes are those of the call, whatever becomes of its buffer', async () => {
    const large = new Uint8Array(100_000).fill(9)
    const bytes = large.subarray(500, 503)
    const done = storage().rooms.append(append([bytes]))
    bytes.fill(1)
    await done
    expect((await storage().rooms.load(mission)).tail).toEqual([Uint8Array.of(9, 9, 9)])
  })

  test('ST9 appends that are sent at once are kept in the order in which they were sent', async () => {
    const type = typist(7)
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    const sent = letters.map((letter) => storage().rooms.append(append([type(letter)])))
    expect(new Set(await Promise.all(sent))).toEqual(new Set(['appended']))
    expect(await wordsIn(storage())).toBe(letters.join(''))
  })

  test.each([
    ['an older epoch', { epoch: 0 }],
    ['a later epoch', { epoch: 2 }],
    ['an older generation', { generation: 0 }],
    ['a later generation', { generation: 2 }],
    ['a room that is not there', { room: stepId('goals') }],
    ['a board that is not there', { board: other }],
  ])('ST10 an append for %s is fenced and leaves no update and no owner', async (_what, over) => {
    const owners = [{ client: 1, member: memberId('ed') }]
    expect(await storage().rooms.append(append([typist(1)('x')], { ...over, owners }))).toBe('fenced')
    expect(await storage().rooms.load(mission)).toMatchObject({ tail: [], owners: [] })
  })

  test.each(['agreed', 'paused'] as const)(
    'ST10 an append to a room closed as %s is fenced',
    async (closed) => {
      await storage().boards.commit({ board: boardId(), events: [], rooms: [open({ epoch: 2, closed })] })
      expect(await storage().rooms.append(append([typist(1)('x')], { epoch: 2 }))).toBe('fenced')
      expect(await storage().rooms.load(mission)).toMatchObject({ closed, epoch: 2, tail: [] })
      await storage().boards.commit({ board: boardId(), events: [], rooms: [open({ epoch: 3 })] })
      expect(await storage().rooms.append(append([typist(1)('x')], { epoch: 3 }))).toBe('appended')
    },
  )

  test('ST11 whatever was sent before a closing is in the room, whatever came after it is fenced', async () => {
    const type = typist(7)
    const before = [1, 2, 3].map((number) => storage().rooms.append(append([type(`${number}`)])))
    const closing = close()
    const after = [4, 5].map((number) => storage().rooms.append(append([type(`${number}`)])))
    expect(await Promise.all([...before, ...after])).toEqual([
      'appended',
      'appended',
      'appended',
      'fenced',
      'fenced',
    ])
    await closing
    expect(await wordsIn(storage())).toBe('123')
  })

  test('ST12 a client belongs to the member who used it first, and to nobody else', async () => {
    const [type, owners] = [typist(1), [{ client: 1, member: memberId('ed') }]]
    await storage().rooms.append(append([type('a')], { owners }))
    expect(await storage().rooms.append(append([type('b')], { owners }))).toBe('appended')
    const taken = [
      { client: 2, member: memberId('rita') },
      { client: 1, member: memberId('rita') },
    ]
    const error = await rejection(storage().rooms.append(append([type('c')], { owners: taken })))
    expect(error.code).toBe('conflict')
    expect(await wordsIn(storage())).toBe('ab')
    expect((await storage().rooms.load(mission)).owners).toEqual(owners)
    expect(await storage().rooms.append(append([type('c')], { owners }))).toBe('appended')
  })

  test('ST12 two members cannot claim one client in one append, and each room has owners of its own', async () => {
    const both = ['ed', 'rita'].map((name) => ({ client: 5, member: memberId(name) }))
    expect((await rejection(storage().rooms.append(append([typist(5)('x')], { owners: both })))).code).toBe(
      'conflict',
    )
    await storage().boards.commit({ board: boardId(), events: [], rooms: [open({ room: stepId('goals') })] })
    await storage().rooms.append(append([], { owners: [both[0]!] }))
    const elsewhere = append([], { room: stepId('goals'), owners: [both[1]!] })
    expect(await storage().rooms.append(elsewhere)).toBe('appended')
  })

  test('ST13 a room that is not there is no empty room', async () => {
    expect((await rejection(storage().rooms.load({ ...mission, room: stepId('goals') }))).code).toBe(
      'corrupt',
    )
    expect((await rejection(storage().rooms.load({ ...mission, board: other }))).code).toBe('corrupt')
  })

  test('ST14 of two refusals of one client the lower clock stays', async () => {
    const { rooms: store } = storage()
    await store.refuse(mission, 1, [
      { client: 1, clock: 5 },
      { client: 2, clock: 9 },
    ])
    await store.refuse(mission, 1, [
      { client: 1, clock: 7 },
      { client: 2, clock: 3 },
    ])
    expect((await store.load(mission)).refused).toEqual([
      { client: 1, clock: 5 },
      { client: 2, clock: 3 },
    ])
  })

  test('ST14 a refusal counts in its generation only and needs a room', async () => {
    const { rooms: store } = storage()
    await store.refuse(mission, 2, [{ client: 1, clock: 5 }])
    expect((await store.load(mission)).refused).toEqual([])
    await storage().boards.commit({
      board: boardId(),
      events: [],
      rooms: [open({ epoch: 2, generation: 2 })],
    })
    expect((await store.load(mission)).refused).toEqual([{ client: 1, clock: 5 }])
    const nowhere = store.refuse({ ...mission, room: stepId('goals') }, 1, [{ client: 1, clock: 5 }])
    expect((await rejection(nowhere)).code).toBe('conflict')
  })

  test('ST15 a new generation of a room starts empty and keeps its owners', async () => {
    const owners = [{ client: 1, member: memberId('ed') }]
    const type = typist(1)
    await storage().rooms.append(append([type('old')], { owners }))
    await storage().rooms.compact(mission)
    await storage().rooms.append(append([type('er')]))
    await storage().boards.commit({
      board: boardId(),
      events: [],
      rooms: [open({ epoch: 2, generation: 2 })],
    })
    expect(await storage().rooms.load(mission)).toMatchObject({ generation: 2, base: null, tail: [], owners })
    const next = { epoch: 2, generation: 2 }
    expect(await storage().rooms.append(append([typist(9)('new')], next))).toBe('appended')
    expect(await wordsIn(storage())).toBe('new')
    expect(await storage().rooms.compact(mission)).toBe(1)
    expect(await wordsIn(storage())).toBe('new')
  })
}

const compaction = (storage: () => Storage): void => {
  test('ST29 the bytes of a board’s rooms are those that a load gives, before and after compaction', async () => {
    const type = typist(1)
    await storage().rooms.append(append([type('a'), type('b')]))
    const mustAgree = async () => {
      const { base, tail } = await storage().rooms.load(mission)
      const bytes = tail.reduce((sum, { length }) => sum + length, base?.length ?? 0)
      expect(await storage().rooms.sizes(boardId())).toContainEqual({ room: mission.room, bytes })
    }
    await mustAgree()
    await storage().rooms.compact(mission)
    await storage().rooms.append(append([type('c')]))
    await mustAgree()
    expect(await storage().rooms.sizes(boardId('other'))).toEqual([])
  })

  beforeEach(() => storage().boards.commit(creation()))

  test('ST16 a compacted room is its base, says what it said, and goes on', async () => {
    const type = typist(3)
    await storage().rooms.append(append([type('one '), type('two ')]))
    expect(await storage().rooms.compact(mission)).toBe(2)
    expect((await storage().rooms.load(mission)).tail).toEqual([])
    await storage().rooms.append(append([type('three')]))
    expect(await wordsIn(storage())).toBe('one two three')
    expect(await storage().rooms.compact(mission)).toBe(1)
    expect(await wordsIn(storage())).toBe('one two three')
  })

  test('ST16 there is nothing to compact in an empty room, in a compacted one and in none', async () => {
    expect(await storage().rooms.compact(mission)).toBe(0)
    await storage().rooms.append(append([typist(3)('x')]))
    await storage().rooms.compact(mission)
    const before = await storage().rooms.load(mission)
    expect(await storage().rooms.compact(mission)).toBe(0)
    expect(await storage().rooms.load(mission)).toEqual(before)
    expect(await storage().rooms.compact({ ...mission, room: stepId('goals') })).toBe(0)
  })

  test('ST17 updates that come during a compaction are kept', async () => {
    const type = typist(3)
    const letters = Array.from({ length: 600 }, (_, index) => String.fromCharCode(97 + (index % 26)))
    let folded = 0
    for (let from = 0; from < letters.length; from += 100) {
      const sent = letters
        .slice(from, from + 100)
        .map((letter) => storage().rooms.append(append([type(letter)])))
      const compacting = storage().rooms.compact(mission)
      await Promise.all(sent)
      folded += await compacting
    }
    expect(await wordsIn(storage())).toBe(letters.join(''))
    expect(folded + (await storage().rooms.load(mission)).tail.length).toBe(letters.length)
  })

  test('ST18 1,000 updates compact to a base that says what their replay says, deletions too', async () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update) => updates.push(Uint8Array.from(update)))
    for (let index = 0; index < 500; index += 1) {
      doc.getText('section:text').insert(index % 7, `word ${index} `)
      doc.getText('section:text').delete(0, 3)
    }
    await storage().rooms.append(append(updates))
    expect(await storage().rooms.compact(mission)).toBe(1000)
    const { base } = await storage().rooms.load(mission)
    const back = new Y.Doc()
    Y.applyUpdate(back, base!)
    expect(back.getText('section:text').toString()).toBe(doc.getText('section:text').toString())
    expect(Y.equalSnapshots(Y.snapshot(back), Y.snapshot(doc))).toBe(true)
    expect(base!.length).toBeLessThan(updates.reduce((sum, update) => sum + update.length, 0))
  })

  test.each([
    ['bytes that are no update', [Uint8Array.of(255, 255, 255)]],
    ['an update whose predecessor is missing', [typist(3)('x'), secondOf(typist(4))]],
  ])('ST19 a room with %s is not compacted and keeps what it has', async (_what, updates) => {
    await storage().rooms.append(append(updates))
    const before = await storage().rooms.load(mission)
    expect((await rejection(storage().rooms.compact(mission))).code).toBe('corrupt')
    expect(await storage().rooms.load(mission)).toEqual(before)
  })
}

const secondOf = (type: (text: string) => Uint8Array): Uint8Array => {
  type('first')
  return type('second')
}

const people = (storage: () => Storage): void => {
  beforeEach(() => storage().boards.commit(creation()))
  const session = (over = {}) =>
    ({ hash: 's', kind: 'cookie', expiresAt: at(30), members: [], ...over }) as const

  test('ST20 a link opens its own board only', async () => {
    await storage().boards.commit({
      board: boardId(),
      events: [],
      invites: [{ hash: 'i', invite: inviteId('i') }],
    })
    await storage().people.setReturnLink(boardId(), memberId('ed'), 'r', at(0))
    expect(await storage().people.findLink(boardId(), 'i')).toEqual({
      is: 'invite',
      invite: inviteId('i'),
      password: null,
    })
    expect(await storage().people.findLink(boardId(), 'r')).toEqual({ is: 'return', member: memberId('ed') })
    expect(await storage().people.findLink(boardId(), 'x')).toBeNull()
    expect(await storage().people.findLink(other, 'i')).toBeNull()
    expect(await storage().people.findLink(other, 'r')).toBeNull()
  })

  test('ST21 a new return link ends the one before, of that member alone', async () => {
    await storage().people.setReturnLink(boardId(), memberId('ed'), 'r1', at(0))
    await storage().people.setReturnLink(boardId(), memberId('rita'), 'r2', at(0))
    await storage().people.setReturnLink(boardId(), memberId('ed'), 'r3', at(1))
    expect(await storage().people.findLink(boardId(), 'r1')).toBeNull()
    expect(await storage().people.findLink(boardId(), 'r2')).toEqual({
      is: 'return',
      member: memberId('rita'),
    })
    expect(await storage().people.findLink(boardId(), 'r3')).toEqual({ is: 'return', member: memberId('ed') })
    const taken = storage().people.setReturnLink(boardId(), memberId('ed'), 'r2', at(2))
    expect((await rejection(taken)).code).toBe('conflict')
  })

  test('ST22 a session is found until its time, or its end', async () => {
    const members = [{ board: boardId(), member: memberId('ed') }]
    await storage().people.startSession(session({ kind: 'token', members }))
    expect(await storage().people.findSession('s', at(29))).toEqual(session({ kind: 'token', members }))
    expect(await storage().people.findSession('s', at(30))).toBeNull()
    expect(await storage().people.findSession('x', at(0))).toBeNull()
    await storage().people.touchSession('s', at(60))
    expect(await storage().people.findSession('s', at(59))).toMatchObject({ expiresAt: at(60), members })
    await storage().people.endSession('s')
    expect(await storage().people.findSession('s', at(0))).toBeNull()
  })

  test('ST22 a session that has ended is not brought back', async () => {
    await storage().people.startSession(session())
    expect((await rejection(storage().people.startSession(session()))).code).toBe('conflict')
    await storage().people.endSession('s')
    await storage().people.endSession('s')
    await storage().people.touchSession('s', at(60))
    expect((await rejection(storage().people.joinSession('s', boardId(), memberId('ed')))).code).toBe(
      'conflict',
    )
    expect(await storage().people.findSession('s', at(0))).toBeNull()
  })

  test('ST23 a session stands for one member of each board, the last it joined as', async () => {
    await storage().people.startSession(session())
    await storage().people.joinSession('s', boardId(), memberId('ed'))
    await storage().people.joinSession('s', other, memberId('rita'))
    await storage().people.joinSession('s', boardId(), memberId('faye'))
    const { members } = (await storage().people.findSession('s', at(0)))!
    expect(new Map(members.map(({ board, member }) => [board, member]))).toEqual(
      new Map([
        [boardId(), memberId('faye')],
        [other, memberId('rita')],
      ]),
    )
    expect(members).toHaveLength(2)
  })

  test('ST24 the sessions of expelled members forget this board and no other', async () => {
    const members = [
      { board: boardId(), member: memberId('ed') },
      { board: other, member: memberId('ed') },
    ]
    await storage().people.startSession(session({ members }))
    await storage().people.startSession(
      session({ hash: 't', members: [{ board: boardId(), member: memberId('rita') }] }),
    )
    await storage().boards.commit({ board: boardId(), events: [renamed(2)], expel: [memberId('ed')] })
    expect((await storage().people.findSession('s', at(0)))?.members).toEqual([members[1]])
    expect((await storage().people.findSession('t', at(0)))?.members).toHaveLength(1)
  })
}

const whole = (storage: () => Storage): void => {
  test('ST28 the space that is left is a number of bytes', async () => {
    expect(await storage().space()).toBeGreaterThan(0)
    await storage().close()
    expect((await rejection(storage().space())).code).toBe('closed')
  })

  beforeEach(() => storage().boards.commit(creation()))

  test('ST25 the workspace is empty until somebody writes, and changes follow each other', async () => {
    expect(await storage().workspace.read()).toEqual(emptyWorkspace)
    const add = (name: string) =>
      storage().workspace.write((was) => ({ ...was, processes: [...was.processes, name] }))
    await Promise.all(['a', 'b', 'c'].map(add))
    await storage().workspace.write((was) => ({
      ...was,
      organisation: 'Almsjö kommun',
      defaultLanguage: 'sv',
    }))
    expect(await storage().workspace.read()).toEqual({
      format: 1,
      organisation: 'Almsjö kommun',
      defaultLanguage: 'sv',
      processes: ['a', 'b', 'c'],
    })
  })

  test('ST25 a change that throws changes nothing and stops no other', async () => {
    const failing = storage().workspace.write(() => {
      throw new RangeError('no')
    })
    await expect(failing).rejects.toThrow(RangeError)
    await storage().workspace.write((was) => ({ ...was, organisation: 'Ny' }))
    expect(await storage().workspace.read()).toEqual({ ...emptyWorkspace, organisation: 'Ny' })
  })

  test('ST26 one that cannot be done takes none of those beside it with it', async () => {
    const type = typist(1)
    const owners = [{ client: 1, member: memberId('ed') }]
    const ends = await Promise.allSettled([
      storage().rooms.append(append([type('a')], { owners })),
      storage().rooms.append(append([], { owners: [{ client: 1, member: memberId('rita') }] })),
      storage().boards.commit({ board: boardId(), events: [renamed(9)] }),
      storage().rooms.load({ ...mission, room: stepId('goals') }),
      storage().rooms.append(append([type('b')])),
      storage().boards.commit({ board: boardId(), events: [renamed(2)] }),
    ])
    const [done, not] = ['fulfilled', 'rejected']
    expect(ends.map(({ status }) => status)).toEqual([done, not, not, not, done, done])
    expect(await wordsIn(storage())).toBe('ab')
    expect(await storage().boards.events(boardId(), 1)).toEqual([renamed(2)])
  })

  test('ST27 a check says that it can read and write, until it is closed', async () => {
    await storage().check()
    await storage().close()
    await storage().close()
    const calls = [
      storage().check(),
      storage().boards.count(),
      storage().rooms.append(append([])),
      storage().rooms.compact(mission),
      storage().people.endSession('s'),
      storage().workspace.read(),
      storage().workspace.write((was) => was),
    ]
    for (const call of calls) expect((await rejection(call)).code).toBe('closed')
  })

  test('ST27 what was asked before the closing is done', async () => {
    const asked = [
      storage().rooms.append(append([typist(1)('x')])),
      storage().rooms.compact(mission),
      storage().workspace.write((was) => ({ ...was, organisation: 'Ny' })),
    ]
    await storage().close()
    expect(await Promise.all(asked)).toMatchObject(['appended', expect.any(Number), undefined])
  })
}
