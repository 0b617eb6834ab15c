import { unreachable } from '../../shared/assert.ts'
import type { MemberId, ProposalId } from '../../shared/ids.ts'
import { writeMode, writeRefused, writeSaved } from '../../shared/protocol/frames.ts'
import type { Mode, RefusedReason } from '../../shared/protocol/version.ts'
import { CloseCode } from '../../shared/protocol/version.ts'
import type { Person } from './carets.ts'
import type { Clock } from './clock.ts'
import type { Message } from './message.ts'
import { readMessage } from './message.ts'
import type { Room } from './room.ts'

/** The way back to whoever holds the other end: a channel of the board's socket, or a socket of its own. */
export interface Way {
  send(bytes: Uint8Array): void
  sendCarets(bytes: Uint8Array): void
  close(code: CloseCode, reason: string): void
  /** Stops and resumes reading the socket: the sender waits, nothing is lost. */
  hold(): void
  release(): void
}

type State =
  /** The room is being read from disk; what comes meanwhile waits. */
  | { readonly is: 'waiting'; readonly frames: Uint8Array[] }
  | { readonly is: 'open'; readonly room: Room }
  /** Something was refused: whatever else comes is gathered into one proposal, and then the channel closes. */
  | { readonly is: 'refusing'; readonly room: Room; readonly stop: () => void; readonly quiet: () => void }
  | { readonly is: 'closed' }

/** What was refused of one channel: the first update and everything that came or waited behind it. */
export interface Refusing {
  readonly reason: RefusedReason
  /** The proposal that will hold the words; null when the person may not propose. */
  readonly proposalId: ProposalId | null
  readonly updates: Uint8Array[]
  /** The sender's own clients in them. */
  readonly clients: Set<number>
}

const waitingFrames = 64
const waitingBytes = 256_000
/** A stock client does not say when it has stopped: a second without a frame is taken as the end, five at the most. */
const quiet = 1000
const atMost = 5000
const gatherAtMost = { frames: 1000, bytes: 1_000_000 }
/** Whoever asks for the whole document again and again is told to come back later. */
const joins = { atMost: 5, within: 10_000 }

/** One person's line into one room. */
export class Channel implements Person {
  readonly member: MemberId
  readonly caretName: Person['caretName']
  /** The person could write here when the channel opened: then what is refused later becomes a proposal. */
  readonly couldWrite: boolean
  /** An older page of ours, which could damage what it does not know. */
  readonly oldClient: boolean
  caretClient: number | null = null
  readonly #way: Way
  readonly #clock: Clock
  #state: State = { is: 'waiting', frames: [] }
  #refusal: Refusing | null = null
  #cut = false
  #gathered = 0
  #joinedAt: readonly number[] = []
  #unhandled = { frames: 0, bytes: 0, held: false }
  #saved = 0
  #mode = ''
  #caretMoves = { second: 0, count: 0 }

  constructor(
    way: Way,
    clock: Clock,
    person: Pick<Channel, 'member' | 'caretName' | 'couldWrite' | 'oldClient'>,
  ) {
    this.#way = way
    this.#clock = clock
    this.member = person.member
    this.caretName = person.caretName
    this.couldWrite = person.couldWrite
    this.oldClient = person.oldClient
  }

  get closed(): boolean {
    return this.#state.is === 'closed'
  }

  /** We ended it: frames of it that still wait are dropped, and their sender brings them again or not at all. */
  get cut(): boolean {
    return this.#cut
  }

  get refusal(): Refusing | null {
    return this.#refusal
  }

  /** The room has been read: what waited is heard now. */
  enter(room: Room): void {
    if (this.#state.is !== 'waiting') return
    const { frames } = this.#state
    this.#state = { is: 'open', room }
    room.add(this)
    for (const frame of frames) this.#hear(frame)
    this.handled(frames.length, bytesOf(frames))
  }

  receive(bytes: Uint8Array): void {
    if (this.#state.is === 'waiting') {
      this.#state.frames.push(bytes)
      this.expect(bytes.length)
    } else this.#hear(bytes)
  }

  /** Counts a frame that waits for its turn; too many, and the socket is not read for a while. */
  expect(bytes: number): void {
    const unhandled = this.#unhandled
    unhandled.frames++
    unhandled.bytes += bytes
    if (unhandled.held || (unhandled.frames <= waitingFrames && unhandled.bytes <= waitingBytes)) return
    unhandled.held = true
    this.#way.hold()
  }

  handled(frames: number, bytes: number): void {
    const unhandled = this.#unhandled
    unhandled.frames -= frames
    unhandled.bytes -= bytes
    if (!unhandled.held || unhandled.frames > waitingFrames / 2 || unhandled.bytes > waitingBytes / 2) return
    unhandled.held = false
    this.#way.release()
  }

  send(bytes: Uint8Array): void {
    if (this.#state.is !== 'closed') this.#way.send(bytes)
  }

  sendCarets(message: Uint8Array): void {
    if (this.#state.is === 'open') this.#way.sendCarets(message)
  }

  sendMode(mode: Mode): void {
    const said = JSON.stringify(mode)
    if (said === this.#mode || this.#state.is !== 'open') return
    this.#mode = said
    this.#way.send(writeMode(mode))
  }

  /** So many more of this channel's frames are on disk. */
  acknowledge(frames: number): void {
    if (frames === 0) return
    this.#saved += frames
    this.send(writeSaved(this.#saved))
  }

  /** From here on everything is gathered; `refusals.conclude` follows once the sender has stopped. */
  refuse(reason: RefusedReason, proposalId: ProposalId | null): Refusing {
    this.#refusal = { reason, proposalId, updates: [], clients: new Set() }
    if (this.#state.is === 'open') {
      const { room } = this.#state
      this.#way.send(writeRefused(reason, proposalId ?? ''))
      const stop = this.#clock.after(atMost, () => this.#conclude())
      this.#state = { is: 'refusing', room, stop, quiet: this.#whenQuiet() }
    }
    return this.#refusal
  }

  /** One more update of a sender who has been refused; what is beyond all measure stays with them. */
  gather(update: Uint8Array, remember: () => readonly number[]): void {
    if (!this.#refusal) return
    const { updates, clients } = this.#refusal
    this.#gathered += update.length
    if (updates.length >= gatherAtMost.frames || this.#gathered > gatherAtMost.bytes) return this.#conclude()
    updates.push(update)
    for (const client of remember()) clients.add(client)
    if (this.#state.is !== 'refusing') return
    this.#state.quiet()
    this.#state = { ...this.#state, quiet: this.#whenQuiet() }
  }

  close(code: CloseCode, reason = ''): void {
    this.#cut = true
    // What was gathered of a refused sender is theirs, whatever else ends the channel.
    if (this.#state.is === 'refusing') this.#conclude(code)
    else if (this.#leave()) this.#way.close(code, reason)
  }

  /** The other end has gone, or said that it stops. */
  ended(): void {
    if (this.#state.is === 'refusing') this.#conclude()
    else this.#leave()
  }

  mayMoveCaret(now: number): boolean {
    const second = Math.floor(now / 1000)
    if (this.#caretMoves.second !== second) this.#caretMoves = { second, count: 0 }
    return ++this.#caretMoves.count <= 20
  }

  #hear(bytes: Uint8Array): void {
    const state = this.#state
    if (state.is !== 'open' && state.is !== 'refusing') return
    const message = readMessage(bytes)
    if (typeof message === 'string') {
      state.room.strike(this)
      return this.close(CloseCode.malformed, message)
    }
    try {
      this.#obey(message, state.room)
    } catch (error) {
      // The frame was in order: what failed is ours, and the others in the room go on.
      state.room.report(this, error)
      this.close(CloseCode.loadError, 'failed')
    }
  }

  #obey(message: Message, room: Room): void {
    const isOpen = this.#state.is === 'open'
    switch (message.is) {
      case 'join':
        return isOpen ? this.#join(room, message.stateVector) : undefined
      case 'content':
        return isOpen
          ? room.take(this, message.update, message.kind)
          : room.refusals.gather(this, message.update)
      case 'carets':
        return isOpen ? room.carets.take(this, message.update) : undefined
      case 'caretsWanted':
        return this.mayMoveCaret(this.#clock.now()) ? room.sendCarets(this) : undefined
      default:
        return unreachable(message)
    }
  }

  #join(room: Room, stateVector: Uint8Array): void {
    const now = this.#clock.now()
    this.#joinedAt = [...this.#joinedAt.filter((time) => now - time < joins.within), now]
    if (this.#joinedAt.length > joins.atMost) return this.close(CloseCode.tryAgain, 'asked too often')
    room.join(this, stateVector)
  }

  /** In two halves: a server that was busy all that time has not looked whether the sender went on. */
  #whenQuiet(): () => void {
    let stop = this.#clock.after(quiet / 2, () => {
      stop = this.#clock.after(quiet / 2, () => this.#conclude())
    })
    return () => stop()
  }

  #conclude(code?: CloseCode): void {
    if (this.#state.is !== 'refusing' || !this.#refusal) return
    const { room, stop, quiet } = this.#state
    const refusal = this.#refusal
    stop()
    quiet()
    this.#leave()
    const ending = code ?? (refusal.reason === 'role' ? CloseCode.role : CloseCode.closedStep)
    room.refusals.conclude(this, refusal, (kept) => this.#way.close(ending, kept ?? ''))
  }

  #leave(): boolean {
    const state = this.#state
    if (state.is === 'closed') return false
    this.#state = { is: 'closed' }
    if (this.#unhandled.held) this.#way.release()
    this.#unhandled.held = false
    if (state.is === 'open' || state.is === 'refusing') state.room.remove(this)
    return true
  }
}

const bytesOf = (frames: readonly Uint8Array[]): number =>
  frames.reduce((sum, frame) => sum + frame.length, 0)
