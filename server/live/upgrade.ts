import type * as http from 'node:http'
import type { Duplex, Writable } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import type { MemberId } from '../../shared/ids.ts'
import { BoardId, StepId } from '../../shared/ids.ts'
import { writeKeepAlive } from '../../shared/protocol/frames.ts'
import { CloseCode } from '../../shared/protocol/version.ts'
import type { LiveBoard } from './board.ts'
import { Channel } from './channel.ts'
import type { Clock } from './clock.ts'
import type { Log } from './hub.ts'
import type { Socket } from './line.ts'
import { Line } from './line.ts'
import { SocketLimits } from './socket-limits.ts'
import { Trunk } from './trunk.ts'

/** Who stands behind an upgrade; the shell looks at cookies, tokens and the Origin. */
export type Visitor =
  /** The page that opened the socket is not ours: nothing is accepted, not even to be closed. */
  | { readonly is: 'foreignOrigin' }
  | { readonly is: 'nobody' }
  | { readonly is: 'person'; readonly session: string; memberOn(board: BoardId): MemberId | null }

export interface UpgradeDependencies {
  readonly clock: Clock
  readonly log: Log
  readonly open: (board: BoardId) => Promise<LiveBoard | null>
  readonly identify: (request: http.IncomingMessage) => Promise<Visitor>
  readonly addressOf: (request: http.IncomingMessage) => string
  /** Whether the session still stands: an open socket outlives no sign-out and no expiry. */
  readonly isSignedIn: (session: string) => Promise<boolean>
}

const maxPayload = 1_100_000
const keepAliveEvery = 15_000
const pingEvery = 30_000
/** What a socket may say before it is known who is speaking. */
const early = { frames: 64, bytes: 256_000 }
const firstMessageWithin = 10_000
const leaveWithin = 1_000
const handshakeWithin = 5_000
const askAgainEvery = 60_000
const perPerson = 20
const perBoard = 500

interface Target {
  readonly board: BoardId
  readonly room?: { readonly room: StepId; readonly generation: number }
}

/** Takes WebSockets on `/live/:board` and `/sync/:board/:step@:generation`; everything else is refused. */
export class Upgrades {
  readonly #dependencies: UpgradeDependencies
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload,
  })
  readonly #limits = new SocketLimits()
  readonly #sessions = new Map<string, Set<WebSocket>>()
  #closing = false
  #stopAsking: (() => void) | null = null

  constructor(dependencies: UpgradeDependencies) {
    this.#dependencies = dependencies
  }

  attach(server: http.Server): void {
    server.on('upgrade', (request, socket, head) => {
      // One illegal byte before the handshake would else end the process.
      socket.on('error', () => socket.destroy())
      this.#upgrade(request, socket, head).catch((error: unknown) => {
        this.#dependencies.log.error({ error }, 'an upgrade failed')
        socket.destroy()
      })
    })
  }

  /** No more upgrades. */
  close(): void {
    this.#closing = true
    this.#stopAsking?.()
  }

  /** The session has ended: so do its sockets. */
  endSession(session: string): void {
    for (const ws of this.#sessions.get(session) ?? []) ws.close(CloseCode.notSignedIn, 'signed out')
  }

  async #upgrade(request: http.IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const shaken = this.#limit(socket)
    const target = targetOf(request.url ?? '')
    if (!target) return answer(socket, 404, 'Not Found')
    if (this.#closing) return answer(socket, 503, 'Service Unavailable')
    const address = this.#dependencies.addressOf(request)
    if (!this.#limits.mayConnect(address)) return answer(socket, 503, 'Service Unavailable')
    const visitor = await this.#dependencies.identify(request)
    if (visitor.is === 'foreignOrigin') return answer(socket, 403, 'Forbidden')
    if (socket.destroyed) return
    // From here on the browser is told why, which only an accepted socket can do.
    this.#server.handleUpgrade(request, socket, head, (ws) => {
      shaken()
      ws.on('error', () => ws.terminate())
      ws.on('close', this.#limits.connected(visitor.is === 'person' ? null : address))
      if (visitor.is === 'person') this.#bind(ws, visitor.session)
      this.#watch(ws)
      this.#accept(ws, target, visitor).catch((error: unknown) => {
        this.#dependencies.log.error({ error }, 'a socket failed')
        ws.close(CloseCode.loadError, 'cannot be read')
      })
    })
  }

  /** Whoever only holds the door, or does not go when turned away, is cut off. */
  #limit(socket: Duplex): () => void {
    const stop = this.#dependencies.clock.after(handshakeWithin, () => socket.destroy())
    socket.once('close', stop)
    return stop
  }

  async #accept(
    ws: WebSocket,
    target: Target,
    visitor: Exclude<Visitor, { is: 'foreignOrigin' }>,
  ): Promise<void> {
    const first = new Early(ws)
    if (visitor.is === 'nobody') return this.#turnAway(ws, CloseCode.notSignedIn, 'not signed in')
    const member = visitor.memberOn(target.board)
    const board = member === null ? null : await this.#dependencies.open(target.board)
    // A stranger and a board that does not exist are told the same.
    if (!board || member === null) return this.#turnAway(ws, CloseCode.noRoom, 'no such board')
    if (ws.readyState !== ws.OPEN) return
    if (board.audience.countOf(member) >= perPerson || board.audience.size >= perBoard)
      return this.#turnAway(ws, CloseCode.tooMany, '60')
    ws.on('error', (error) => {
      if (isBroken(error)) board.strike(member, 'refused')
    })
    const line = new Line(new WsSocket(ws), this.#dependencies.clock)
    const person = { member, session: visitor.session }
    if (target.room) this.#serveRoom(ws, first, line, board, member, target.room)
    else this.#serveBoard(ws, first, line, board, person)
  }

  /** Tells why, and does not wait for a visitor who will not go. */
  #turnAway(ws: WebSocket, code: CloseCode, reason: string): void {
    ws.close(code, reason)
    const stop = this.#dependencies.clock.after(leaveWithin, () => ws.terminate())
    ws.on('close', stop)
  }

  #serveBoard(
    ws: WebSocket,
    first: Early,
    line: Line,
    board: LiveBoard,
    person: { member: MemberId; session: string },
  ) {
    const trunk = new Trunk(line, board, person)
    ws.on('close', () => trunk.ended())
    first.handTo((bytes) => trunk.receive(bytes))
  }

  #serveRoom(
    ws: WebSocket,
    first: Early,
    line: Line,
    board: LiveBoard,
    member: MemberId,
    place: { readonly room: StepId; readonly generation: number },
  ) {
    const way = {
      send: (bytes: Uint8Array) => line.send(bytes),
      sendCarets: (bytes: Uint8Array) => line.sendCarets(bytes),
      close: (code: CloseCode, reason: string) => line.close(code, reason),
      hold: () => line.hold(),
      release: () => line.release(),
    }
    const opened = board.openChannel(way, { member, oldClient: false }, place)
    if (!(opened instanceof Channel)) {
      return line.close(opened.code, opened.reason)
    }
    const channel = opened
    board.audience.enterSingle(channel, place.room)
    const stop = this.#keepAlive(channel)
    const silent = this.#dependencies.clock.after(firstMessageWithin, () =>
      line.close(CloseCode.malformed, 'silent'),
    )
    ws.on('close', () => {
      stop()
      silent()
      line.ended()
      board.audience.leaveSingle(channel)
      channel.ended()
    })
    first.handTo((bytes) => {
      silent()
      channel.receive(bytes)
    })
  }

  #keepAlive(channel: Channel): () => void {
    let cancel: () => void = () => undefined
    const again = () => {
      cancel = this.#dependencies.clock.after(keepAliveEvery, () => {
        channel.send(writeKeepAlive())
        again()
      })
    }
    again()
    return () => cancel()
  }

  #bind(ws: WebSocket, session: string): void {
    const sockets = this.#sessions.get(session) ?? new Set()
    this.#sessions.set(session, sockets.add(ws))
    this.#stopAsking ??= this.#askLater()
    ws.on('close', () => {
      sockets.delete(ws)
      if (sockets.size === 0) this.#sessions.delete(session)
    })
  }

  #askLater(): () => void {
    return this.#dependencies.clock.after(askAgainEvery, () => {
      this.#stopAsking = this.#sessions.size > 0 ? this.#askLater() : null
      const asking = [...this.#sessions.keys()].map(async (session) => {
        if (!(await this.#dependencies.isSignedIn(session))) this.endSession(session)
      })
      Promise.all(asking).catch((error: unknown) =>
        this.#dependencies.log.error({ error }, 'sessions were not asked'),
      )
    })
  }

  /** Whoever does not answer a ping has gone without saying so. */
  #watch(ws: WebSocket): void {
    let answered = true
    let stop = () => {}
    const again = () => {
      stop = this.#dependencies.clock.after(pingEvery, () => {
        if (!answered) return ws.terminate()
        answered = false
        ws.ping()
        again()
      })
    }
    ws.on('pong', () => (answered = true))
    ws.on('close', () => stop())
    again()
  }
}

/** Keeps what comes before somebody is ready to hear it: a first message must not be lost while identity is settled. */
class Early {
  #frames: Uint8Array[] = []
  #bytes = 0
  #hear: ((bytes: Uint8Array) => void) | null = null

  constructor(ws: WebSocket) {
    ws.on('message', (data: RawData, isBinary) => {
      if (!isBinary) return ws.close(CloseCode.malformed, 'text')
      // A socket that is closing goes on hearing; nobody listens any more.
      if (ws.readyState !== ws.OPEN) return
      const bytes = bytesOf(data)
      if (this.#hear) return this.#hear(bytes)
      this.#bytes += bytes.length
      if (this.#frames.push(bytes) > early.frames || this.#bytes > early.bytes) ws.terminate()
    })
  }

  handTo(hear: (bytes: Uint8Array) => void): void {
    this.#hear = hear
    for (const bytes of this.#frames.splice(0)) hear(bytes)
  }
}

class WsSocket implements Socket {
  readonly #ws: WebSocket

  constructor(ws: WebSocket) {
    this.#ws = ws
  }

  get bufferedAmount(): number {
    return this.#ws.bufferedAmount
  }

  send(bytes: Uint8Array): void {
    this.#ws.send(bytes)
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, reason)
  }

  terminate(): void {
    this.#ws.terminate()
  }

  pause(): void {
    this.#ws.pause()
  }

  resume(): void {
    this.#ws.resume()
  }

  together(write: () => void): void {
    // eslint-disable-next-line no-restricted-syntax -- reason: ws keeps its stream to itself, and corks only for fragments
    const { _socket: stream } = this.#ws as unknown as { readonly _socket: Writable | null }
    stream?.cork()
    write()
    stream?.uncork()
  }
}

/** What `ws` itself does not take: too long a message, bytes that are no frame. */
const isBroken = (error: Error): boolean => 'code' in error && String(error.code).startsWith('WS_ERR_')

const targetOf = (url: string): Target | null => {
  const path = url.split('?')[0] ?? ''
  const live = /^\/live\/([^/]+)$/.exec(path)
  const sync = /^\/sync\/([^/]+)\/([^/@]+)@(\d{1,9})$/.exec(path.replace(/%40/i, '@'))
  const board = BoardId.safeParse(live?.[1] ?? sync?.[1])
  if (!board.success) return null
  if (live) return { board: board.data }
  const room = StepId.safeParse(sync?.[2])
  return room.success ? { board: board.data, room: { room: room.data, generation: Number(sync?.[3]) } } : null
}

const bytesOf = (data: RawData): Uint8Array =>
  data instanceof ArrayBuffer ? new Uint8Array(data) : Array.isArray(data) ? Buffer.concat(data) : data

const answer = (socket: Duplex, status: number, text: string): void => {
  socket.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
