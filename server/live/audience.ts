import type { ScoreCount } from '../../shared/board/score.ts'
import type { Passage } from '../../shared/board/comment.ts'
import type { BoardEvent } from '../../shared/board/log.ts'
import type { Board } from '../../shared/board/model.ts'
import type { MemberId, StepId } from '../../shared/ids.ts'
import type { Down, Presence } from '../../shared/protocol/control.ts'
import { writeControl } from '../../shared/protocol/frames.ts'
import { CloseCode } from '../../shared/protocol/version.ts'
import type { Channel } from './channel.ts'
import type { Clock } from './clock.ts'
import type { Visit } from './presence.ts'
import { rosterOf } from './presence.ts'
import type { Trunk } from './trunk.ts'
import type { Visits } from './visits.ts'

const rosterAtMostEvery = 100

/** The open sockets of one board: who is here, and who hears what was decided. */
export class Audience {
  readonly #board: () => Board
  readonly #clock: Clock
  readonly #visits: Pick<Visits, 'begin' | 'end'>
  readonly #trunks = new Set<Trunk>()
  readonly #singles = new Map<Channel, Visit>()
  #rosterWaits = false

  constructor(board: () => Board, clock: Clock, visits: Pick<Visits, 'begin' | 'end'>) {
    this.#board = board
    this.#clock = clock
    this.#visits = visits
  }

  get size(): number {
    return this.#trunks.size + this.#singles.size
  }

  /** How many sockets one person has open here. */
  countOf(member: MemberId): number {
    const sockets = [...this.#trunks, ...this.#singles.values()]
    return sockets.filter((socket) => socket.member === member).length
  }

  /** Who is here, as the sockets tell. */
  get roster(): readonly Presence[] {
    return rosterOf(this.#board(), [...this.#trunks, ...this.#singles.values()])
  }

  enter(trunk: Trunk): void {
    this.#trunks.add(trunk)
    this.#come(trunk.member)
  }

  leave(trunk: Trunk): void {
    if (this.#trunks.delete(trunk)) this.#go(trunk.member)
  }

  /** A socket of its own (`/sync`) is in one step and stays there. */
  enterSingle(channel: Channel, stepId: StepId): void {
    const place = { stepId, away: false }
    this.#singles.set(channel, { member: channel.member, place, movedAt: this.#clock.now() })
    this.#come(channel.member)
  }

  leaveSingle(channel: Channel): void {
    if (this.#singles.delete(channel)) this.#go(channel.member)
  }

  /** Everybody hears where the others are, within a tenth of a second. */
  tellRoster(): void {
    if (this.#rosterWaits) return
    this.#rosterWaits = true
    this.#clock.after(rosterAtMostEvery, () => {
      this.#rosterWaits = false
      const roster = writeControl({ type: 'roster', roster: [...this.roster] } satisfies Down)
      for (const trunk of this.#trunks) trunk.sendControl(roster)
    })
  }

  tell(events: readonly BoardEvent[]): void {
    const news = writeControl({ type: 'events', events: [...events] } satisfies Down)
    for (const trunk of this.#trunks) trunk.tell(events, news)
    if (events.some(({ type }) => type.startsWith('member.') || type.startsWith('invite.'))) this.tellRoster()
  }

  tellPassages(passages: readonly Passage[]): void {
    if (passages.length === 0) return
    const news = writeControl({ type: 'passages', passages: [...passages] } satisfies Down)
    for (const trunk of this.#trunks) trunk.sendControl(news)
  }

  tellScored(given: readonly ScoreCount[]): void {
    const news = writeControl({ type: 'scored', given: [...given] } satisfies Down)
    for (const trunk of this.#trunks) trunk.sendControl(news)
  }

  /** Whoever has lost their access loses their sockets. */
  expel(members: readonly MemberId[]): void {
    for (const trunk of [...this.#trunks])
      if (members.includes(trunk.member)) trunk.close(CloseCode.role, 'no access')
    for (const channel of [...this.#singles.keys()])
      if (members.includes(channel.member)) channel.close(CloseCode.role, 'no access')
  }

  closeAll(code: CloseCode, reason: string): void {
    for (const trunk of [...this.#trunks]) trunk.close(code, reason)
    for (const channel of [...this.#singles.keys()]) channel.close(code, reason)
  }

  #come(member: MemberId): void {
    this.tellRoster()
    if (this.countOf(member) === 1) this.#visits.begin(member)
  }

  #go(member: MemberId): void {
    this.tellRoster()
    if (this.countOf(member) === 0) this.#visits.end(member)
  }
}
