import { must, unreachable } from '../../shared/assert.ts'
import type { BoardEvent } from '../../shared/board/log.ts'
import type { Member } from '../../shared/board/model.ts'
import { hasAccess, memberOf } from '../../shared/board/model.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Down } from '../../shared/protocol/control.ts'
import { Up } from '../../shared/protocol/control.ts'
import {
  controlChannel,
  readControl,
  readFrame,
  writeControl,
  writeFrame,
  writeKeepAlive,
} from '../../shared/protocol/frames.ts'
import { CloseCode, contentVersion, protocolVersion } from '../../shared/protocol/version.ts'
import { boardFor, eventsFor } from '../people/visible.ts'
import type { LiveBoard } from './board.ts'
import type { Channel, Way } from './channel.ts'
import type { Clock } from './clock.ts'
import { iso } from './clock.ts'
import type { Line } from './line.ts'
import type { Place } from './presence.ts'
import { nowhere } from './presence.ts'

const firstMessageWithin = 10_000
const keepAliveEvery = 15_000
const channelsAtMost = 200

type State =
  { readonly is: 'silent' } | { readonly is: 'talking'; readonly content: number } | { readonly is: 'closed' }

/** One person's socket to a board: JSON on channel 0, and a room on every other channel that they open. */
export class Trunk {
  readonly member: MemberId
  readonly session: string
  readonly #board: LiveBoard
  readonly #line: Line
  readonly #clock: Clock
  readonly #channels = new Map<number, Channel>()
  #state: State = { is: 'silent' }
  #place: Place = nowhere
  #movedAt = 0
  #heldBy = 0
  /** The last events of the log were not for this person. */
  #isBehind = false
  #stopTimer: () => void

  constructor(line: Line, board: LiveBoard, person: { readonly member: MemberId; readonly session: string }) {
    this.#line = line
    this.#board = board
    this.#clock = board.clock
    this.member = person.member
    this.session = person.session
    this.#stopTimer = this.#clock.after(firstMessageWithin, () => this.close(CloseCode.malformed, 'silent'))
  }

  get place(): Place {
    return this.#place
  }

  get movedAt(): number {
    return this.#movedAt
  }

  receive(bytes: Uint8Array): void {
    if (this.#state.is === 'closed') return
    const frame = read(bytes)
    if (!frame) return this.#malformed('unreadable')
    try {
      if ('up' in frame) this.#obey(frame.up)
      else if (this.#state.is === 'talking') this.#channels.get(frame.channel)?.receive(frame.payload)
      else this.#malformed('hello first')
    } catch (error) {
      // The frame was in order: what failed is ours.
      this.#board.log.error({ error, member: this.member }, 'a message ran into a bug')
      this.close(CloseCode.loadError, 'failed')
    }
  }

  /** What was decided, in `news` as one message for everybody; each hears what of it they may see. */
  tell(events: readonly BoardEvent[], news: Uint8Array): void {
    const member = memberOf(this.#board.board, this.member)
    if (this.#state.is !== 'talking' || !member) return
    if (isSeenAnew(member, events)) return this.#greet(this.#newsSince(undefined))
    const seen = eventsFor(member, events)
    const isWhole = seen.length === events.length && !this.#isBehind
    this.#isBehind = seen.at(-1)?.seq !== events.at(-1)?.seq
    if (isWhole) this.#line.send(news)
    // A number that is left out would look like a loss, but not in a welcome.
    else if (seen.length > 0) this.#greet({ events: [...seen] })
  }

  /** A message on channel 0 that was written once for everybody. */
  sendControl(message: Uint8Array): void {
    if (this.#state.is === 'talking') this.#line.send(message)
  }

  close(code: CloseCode, reason: string): void {
    if (this.#state.is === 'closed') return
    this.#end()
    this.#line.close(code, reason)
  }

  /** The socket is gone. */
  ended(): void {
    if (this.#state.is === 'closed') return
    this.#line.ended()
    this.#end()
  }

  /** No client of ours writes such a frame. */
  #malformed(why: string): void {
    this.#board.strike(this.member, 'refused')
    this.close(CloseCode.malformed, why)
  }

  #end(): void {
    this.#state = { is: 'closed' }
    this.#stopTimer()
    for (const channel of [...this.#channels.values()]) channel.ended()
    this.#channels.clear()
    this.#board.audience.leave(this)
  }

  #obey(up: Up): void {
    if (up.type === 'hello') return this.#welcome(up)
    if (this.#state.is !== 'talking') return this.#malformed('hello first')
    switch (up.type) {
      case 'open':
        return this.#open(up, this.#state.content)
      case 'close': {
        const channel = this.#channels.get(up.channel)
        this.#channels.delete(up.channel)
        return channel?.ended()
      }
      case 'here': {
        const { stepId, block, away = false } = up
        this.#place = { stepId, block, away }
        this.#movedAt = this.#clock.now()
        return this.#board.audience.tellRoster()
      }
      default:
        return unreachable(up)
    }
  }

  #welcome(hello: Extract<Up, { type: 'hello' }>): void {
    if (this.#state.is === 'talking') return this.#malformed('hello twice')
    // They may have lost their access between the upgrade and this.
    if (!hasAccess(memberOf(this.#board.board, this.member))) return this.close(CloseCode.role, 'no access')
    this.#state = { is: 'talking', content: hello.content }
    this.#board.audience.enter(this)
    this.#greet(this.#newsSince(hello.since))
    this.#stopTimer()
    this.#keepAlive()
  }

  #greet(news: News): void {
    this.#say({
      type: 'welcome',
      protocol: protocolVersion,
      content: contentVersion,
      me: this.member,
      now: iso(this.#clock),
      ...news,
      roster: [...this.#board.audience.roster],
      passages: [...this.#board.passages.all],
      ...(this.#board.board.scoring?.is === 'open' && { given: [...this.#board.scores.given] }),
    })
  }

  /** The board as this person may see it, or the events that bring them there. */
  #newsSince(since: number | undefined): News {
    const { board } = this.#board
    const member = must(memberOf(board, this.member))
    const events = since === undefined ? null : this.#board.eventsSince(since)
    this.#isBehind = false
    if (events === null || isSeenAnew(member, events)) return { board: boardFor(member, board) }
    const seen = eventsFor(member, events)
    this.#isBehind = (seen.at(-1)?.seq ?? since) !== board.seq
    return { events: [...seen] }
  }

  #open(up: Extract<Up, { type: 'open' }>, content: number): void {
    const number = up.channel
    if (this.#channels.has(number) || this.#channels.size >= channelsAtMost)
      return this.#malformed('channel in use')
    const visitor = { member: this.member, oldClient: content < contentVersion }
    const channel = this.#board.openChannel(this.#wayOf(number), visitor, up)
    if ('code' in channel) return this.#say({ type: 'closed', channel: number, ...channel })
    this.#channels.set(number, channel)
    this.#say({ type: 'opened', channel: number })
  }

  #wayOf(number: number): Way {
    return {
      send: (bytes) => this.#line.send(writeFrame(number, bytes)),
      sendCarets: (bytes) => this.#line.sendCarets(writeFrame(number, bytes)),
      close: (code, reason) => {
        this.#channels.delete(number)
        if (this.#state.is === 'talking') this.#say({ type: 'closed', channel: number, code, reason })
      },
      // One full channel stops the whole socket: what it carries is one person's.
      hold: () => {
        if (this.#heldBy++ === 0) this.#line.hold()
      },
      release: () => {
        if (--this.#heldBy === 0) this.#line.release()
      },
    }
  }

  /** y-websocket drops a socket on which no message came for 30 s; pings do not count. */
  #keepAlive(): void {
    this.#stopTimer = this.#clock.after(keepAliveEvery, () => {
      for (const number of this.#channels.keys()) this.#line.send(writeFrame(number, writeKeepAlive()))
      if (this.#channels.size === 0) this.#say({ type: 'roster', roster: [...this.#board.audience.roster] })
      this.#keepAlive()
    })
  }

  #say(message: Down): void {
    this.#line.send(writeControl(message))
  }
}

type News = Pick<Extract<Down, { type: 'welcome' }>, 'board' | 'events'>

/** With another role the same board is another sight. */
const isSeenAnew = ({ id }: Member, events: readonly BoardEvent[]): boolean =>
  events.some(
    (event) =>
      (event.type === 'member.roleChanged' && event.memberId === id) ||
      (event.type === 'member.joined' && event.member.id === id),
  )

type Frame = { readonly up: Up } | { readonly channel: number; readonly payload: Uint8Array }

const read = (bytes: Uint8Array): Frame | null => {
  // reason: bytes from the wire; varuint, JSON and schema all throw.
  try {
    const { channel, payload } = readFrame(bytes)
    return channel === controlChannel ? { up: Up.parse(readControl(payload)) } : { channel, payload }
  } catch {
    return null
  }
}
