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
}

const maxPayload = 1_100_000
const keepAliveEvery = 15_000
const waitingFrames = 64

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
  readonly #sessions = new Map<string, Set<(code: CloseCode, reason: string) => void>>()
  #closing = false

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
  }

  /** The session has ended: so do its sockets. */
  endSession(session: string): void {
    for (const close of this.#sessions.get(session) ?? []) close(CloseCode.notSignedIn, 'signed out')
  }

  async #upgrade(request: http.IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
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
      const leave = this.#limits.connected(address, visitor.is === 'person' ? visitor.session : null)
      ws.on('close', leave)
      this.#accept(ws, target, visitor).catch((error: unknown) => {
        this.#dependencies.log.error({ error }, 'a socket failed')
        ws.close(CloseCode.loadError, 'cannot be read')
      })
    })
  }

  async #accept(
    ws: WebSocket,
    target: Target,
    visitor: Exclude<Visitor, { is: 'foreignOrigin' }>,
  ): Promise<void> {
    ws.on('error', () => ws.terminate())
    const early = new Early(ws)
    if (visitor.is === 'nobody') return ws.close(CloseCode.notSignedIn, 'not signed in')
    const member = visitor.memberOn(target.board)
    const board = member === null ? null : await this.#dependencies.open(target.board)
    // A stranger and a board that does not exist are told the same.
    if (!board || member === null) return ws.close(CloseCode.noRoom, 'no such board')
    if (ws.readyState !== ws.OPEN) return
    if (!this.#limits.mayHold(visitor.session)) return ws.close(CloseCode.tooMany, '60')
    const line = new Line(new WsSocket(ws), this.#dependencies.clock)
    const person = { member, session: visitor.session }
    const end = target.room
      ? this.#serveRoom(ws, early, line, board, member, target.room)
      : this.#serveBoard(ws, early, line, board, person)
    this.#bind(ws, visitor.session, end)
  }

  #serveBoard(
    ws: WebSocket,
    early: Early,
    line: Line,
    board: LiveBoard,
    person: { member: MemberId; session: string },
  ) {
    const trunk = new Trunk(line, board, person)
    ws.on('close', () => trunk.ended())
    early.handTo((bytes) => trunk.receive(bytes))
    return (code: CloseCode, reason: string) => trunk.close(code, reason)
  }

  #serveRoom(
    ws: WebSocket,
    early: Early,
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
      line.close(opened.code, opened.reason)
      return () => undefined
    }
    const channel = opened
    board.audience.enterSingle(channel, place.room)
    const stop = this.#keepAlive(channel)
    ws.on('close', () => {
      stop()
      line.ended()
      board.audience.leaveSingle(channel)
      channel.ended()
    })
    early.handTo((bytes) => channel.receive(bytes))
    return (code: CloseCode, reason: string) => channel.close(code, reason)
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

  #bind(ws: WebSocket, session: string, end: (code: CloseCode, reason: string) => void): void {
    const ends = this.#sessions.get(session) ?? new Set()
    this.#sessions.set(session, ends.add(end))
    ws.on('close', () => {
      ends.delete(end)
      if (ends.size === 0) this.#sessions.delete(session)
    })
  }
}

/** Keeps what comes before somebody is ready to hear it: a first message must not be lost while identity is settled. */
class Early {
  #frames: Uint8Array[] = []
  #hear: ((bytes: Uint8Array) => void) | null = null

  constructor(ws: WebSocket) {
    ws.on('message', (data: RawData, isBinary) => {
      if (!isBinary) return ws.close(CloseCode.malformed, 'text')
      const bytes = bytesOf(data)
      if (this.#hear) this.#hear(bytes)
      else if (this.#frames.push(bytes) > waitingFrames) ws.close(CloseCode.tryAgain, 'too early')
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
