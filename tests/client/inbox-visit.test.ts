import { describe, expect, it } from 'vitest'
import { visitPause } from '../../shared/board/visit.ts'
import type { Visit } from '../../shared/board/visit.ts'
import { en } from '../../shared/messages/en/index.ts'
import { translator } from '../../shared/messages/format.ts'
import { apiOf } from '../../client/live/api.ts'
import { Pen } from '../../client/live/live.ts'
import type { BoardView, Line } from '../../client/live/session.ts'
import { LiveVisiting } from '../../client/live/visiting.ts'
import { about, aFullMeeting, at, boardId, memberId, say } from '../support/board.ts'
import { fakeClock } from '../support/clock.ts'

const text = translator('en', en)
const settled = () => new Promise((resolve) => setImmediate(resolve))
const visit: Visit = { since: at(0), read: { before: at(0), also: ['old'] }, written: [] }

/** A page before a server that answers at once, or is out of reach. */
const aVisit = () => {
  const clock = fakeClock()
  const board = new Pen<BoardView>({ is: 'loading' })
  const line = new Pen<Line>('connecting')
  const server = { isDead: false, asked: 0, marks: [] as unknown[] }
  const front = { isIn: true, tell: (): void => undefined }
  const api = apiOf({
    fetch: async (url, init) => {
      if (url.endsWith('/visit')) server.asked++
      if (server.isDead) throw new TypeError('failed to fetch')
      if (url.endsWith('/visit')) return Response.json(visit)
      server.marks.push(JSON.parse(String(init?.body)))
      return Response.json(visit.read)
    },
    locale: () => 'en',
    text: () => text,
  })
  const visiting = new LiveVisiting(boardId(), {
    api,
    board,
    line,
    outside: {
      now: clock.now,
      after: clock.after,
      inFront: () => front.isIn,
      onFront: (run) => {
        front.tell = run
        return () => undefined
      },
    },
  })
  const meeting = aFullMeeting()
  const open = async () => {
    board.set({ is: 'ready', board: meeting.board, me: meeting.member('ed') })
    line.set('online')
    await settled()
  }
  const pass = async (milliseconds: number) => {
    clock.advance(milliseconds)
    await settled()
    await settled()
  }
  return { visiting, board, line, server, front, meeting, open, pass, clock }
}

describe('what one person missed', () => {
  it('IN1 is asked for once, when the plan is there', async () => {
    const { visiting, board, line, server, meeting, open } = aVisit()
    line.set('online')
    expect(server.asked).toBe(0)
    await open()
    board.set({ is: 'ready', board: { ...meeting.board, title: 'New' }, me: meeting.member('ed') })
    await settled()
    expect(server.asked).toBe(1)
    expect(visiting.visit.get()).toEqual(visit)
  })

  it('IN1 is asked for anew when the line was gone for more than half an hour, and not for less', async () => {
    const { line, server, open, pass } = aVisit()
    await open()
    line.set('offline')
    await pass(visitPause)
    line.set('online')
    expect(server.asked).toBe(1)
    line.set('offline')
    await pass(visitPause + 1)
    line.set('online')
    expect(server.asked).toBe(2)
  })

  it('IN1 is asked for anew when the page lay behind others for that long', async () => {
    const { front, server, open, pass } = aVisit()
    await open()
    front.isIn = false
    front.tell()
    await pass(visitPause + 1)
    expect(server.asked).toBe(1)
    front.isIn = true
    front.tell()
    expect(server.asked).toBe(2)
  })

  it('IN1 is asked for again later when nobody answered', async () => {
    const { visiting, server, open, pass } = aVisit()
    server.isDead = true
    await open()
    server.isDead = false
    await pass(29_000)
    expect(visiting.visit.get()).toBeNull()
    await pass(1_000)
    expect(visiting.visit.get()).toEqual(visit)
  })
})

describe('what is read', () => {
  it('IN2 shows at once, and goes to the server together', async () => {
    const { visiting, server, open, pass } = aVisit()
    await open()
    visiting.markRead(['one'])
    visiting.markRead(['two', 'old'])
    expect(visiting.visit.get()?.read.also).toEqual(['old', 'one', 'two'])
    expect(server.marks).toEqual([])
    await pass(1_000)
    expect(server.marks).toEqual([{ ids: ['one', 'two'] }])
    visiting.markRead(['one'])
    await pass(1_000)
    expect(server.marks).toHaveLength(1)
  })

  it('IN2 is sent again later when the server could not be reached', async () => {
    const { visiting, server, open, pass } = aVisit()
    await open()
    server.isDead = true
    visiting.markRead(['one'])
    await pass(1_000)
    server.isDead = false
    visiting.markRead(['two'])
    await pass(30_000)
    expect(server.marks).toEqual([{ ids: ['one', 'two'] }])
  })

  it('IN2 is sent when the plan is left', async () => {
    const { visiting, server, open, clock } = aVisit()
    await open()
    visiting.markRead(['one'])
    visiting.stop()
    await settled()
    expect(server.marks).toEqual([{ ids: ['one'] }])
    expect(clock.waiting()).toBe(0)
  })

  it('IN3 is everything up to the last moment that the plan knows, whatever the device’s clock says', async () => {
    const { visiting, server, board, meeting, open, pass } = aVisit()
    meeting.tell('cora', say('c1', about('goals'), { mentions: [memberId('ed')] }), 500)
    board.set({ is: 'ready', board: meeting.board, me: meeting.member('ed') })
    await open()
    visiting.markAllRead()
    expect(visiting.visit.get()?.read).toEqual({ before: at(500), also: [] })
    await pass(1_000)
    expect(server.marks).toEqual([{ before: at(500) }])
  })
})
