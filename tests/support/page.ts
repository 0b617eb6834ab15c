import { vi } from 'vitest'
import { CommandId } from '../../shared/ids.ts'
import type { MemberId } from '../../shared/ids.ts'
import { translator } from '../../shared/messages/format.ts'
import { en } from '../../shared/messages/en/index.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import type { BoardSession, RoomDocument } from '../../client/live/session.ts'
import { openSession } from '../../client/live/session.ts'
import type { Surroundings } from '../../client/live/surroundings.ts'
import { Line } from '../../server/live/line.ts'
import { Trunk } from '../../server/live/trunk.ts'
import type { FakeClock } from './clock.ts'
import type { Office } from './live.ts'
import { seeded } from './random.ts'
import { Network } from './wire.ts'

/** A person's page without its views: the real live layer, on a network in memory, before a real server. */
export interface Page {
  readonly session: BoardSession
  readonly network: Network
  /** The state of a step's room, opened at the first call. */
  room(stepId?: string): RoomDocument
  /** The browser says that the device has lost its network. */
  loseNetwork(): void
  /** Set: the server turns the next sockets away at the door with this code, as its upgrade does. */
  readonly door: { closedWith: number | null }
  /** What the browser would say when the line may be back. */
  wake(): void
  /** Whether the page would ask before it is left. */
  asksBeforeLeaving(): boolean
  /** Bodies of the commands sent by HTTP; `refuse` makes the next ones fail as a dead network does. */
  readonly http: { readonly sent: unknown[]; dead: boolean }
}

/** y-websocket waits on the world's own clock: it stands still too, and moves with ours. */
export const holdTime = () =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
const opened = new Set<BoardSession>()

/** Closes every page that was opened, and lets time run again. */
export const releaseTime = () => {
  for (const session of opened) session.close()
  opened.clear()
  vi.useRealTimers()
}

export const openPage = async (office: Office, member: MemberId, seed = 1): Promise<Page> => {
  const board = await office.board()
  const listeners = new Set<() => void>()
  const cutters = new Set<() => void>()
  const door: Page['door'] = { closedWith: null }
  let asks: () => boolean = () => false
  const http: Page['http'] = { sent: [], dead: false }
  const random = seeded(seed)
  const network = new Network((socket) => {
    if (door.closedWith === null)
      return new Trunk(new Line(socket, office.clock), board, { member, session: 's' })
    socket.close(door.closedWith, '')
    return { receive: () => undefined, ended: () => undefined }
  })
  const surroundings: Surroundings = {
    now: office.clock.now,
    after: office.clock.after,
    random: random.float,
    newId: () => Buffer.from(random.bytes(16)).toString('base64url'),
    WebSocket: network.WebSocket,
    fetch: async (_url, init) => {
      if (http.dead) throw new TypeError('failed to fetch')
      const { id, ...body } = JSON.parse(String(init?.body)) as CommandBody & { id: string }
      http.sent.push({ id, ...body })
      const answer = await board.execute(member, { ...body, id: CommandId.parse(id) })
      if (!('refusal' in answer)) return Response.json(answer)
      return Response.json({ refusal: { ...answer.refusal, message: 'no' } }, { status: 409 })
    },
    socketOrigin: 'ws://plan.test',
    onWake: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
    onCut: (run) => {
      cutters.add(run)
      return () => cutters.delete(run)
    },
    inFront: () => true,
    onFront: () => () => undefined,
    askBeforeLeaving: (unsaved) => {
      asks = unsaved
      return () => {
        asks = () => false
      }
    },
  }
  const text = translator('en', en)
  const session = openSession({ board: board.board.id, locale: () => 'en', text: () => text, surroundings })
  opened.add(session)
  return {
    session,
    network,
    room: (stepId = 'mission') => session.room(stepId).document.get(),
    loseNetwork: () => cutters.forEach((run) => run()),
    door,
    wake: () => listeners.forEach((run) => run()),
    asksBeforeLeaving: () => asks(),
    http,
  }
}

const calm = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Time goes on for the page and the server alike. */
export const pass = (clock: FakeClock, milliseconds: number): void => {
  clock.advance(milliseconds)
  vi.advanceTimersByTime(milliseconds)
}

/** Everything under way arrives, and what it sets off, till all is still. About half a second goes by. */
export const settle = async (clock: FakeClock, ...pages: readonly Page[]): Promise<void> => {
  for (let still = 0; still < 16; still++) {
    if (pages.map(({ network }) => network.deliver()).some(Boolean)) still = 0
    pass(clock, 25)
    await calm()
  }
}
