import { createHash } from 'node:crypto'
import { deny } from '../../shared/board/access.ts'
import type { BoardEvent, Command, EventBody } from '../../shared/board/log.ts'
import type { Board } from '../../shared/board/model.ts'
import { hasAccess, memberOf, stepOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { GivenScore, IndividualScore } from '../../shared/board/score.ts'
import type { MemberId, StepId } from '../../shared/ids.ts'
import { CommandId } from '../../shared/ids.ts'
import { CloseCode } from '../../shared/protocol/version.ts'
import type { StepContent } from '../../shared/step/read.ts'
import { contentOf } from '../export/whole.ts'
import type { Commit, RoomUpdate, Storage, VisitRow } from '../storage/storage.ts'
import { Audience } from './audience.ts'
import type { Way } from './channel.ts'
import { Channel } from './channel.ts'
import type { Clock } from './clock.ts'
import { iso } from './clock.ts'
import type { Decision, Refused as Ruled } from './decisions.ts'
import { Decisions } from './decisions.ts'
import { Entrance } from './entrance.ts'
import type { HubDependencies, Log } from './hub.ts'
import { wordsCommit } from './keeping.ts'
import type { Answer } from './ledger.ts'
import { Ledger } from './ledger.ts'
import { OpenRooms } from './open-rooms.ts'
import type { Passages } from './passages.ts'
import { Pauses } from './pauses.ts'
import { colourOf } from './presence.ts'
import type { Room } from './room.ts'
import type { RefusedWords, RoomHost } from './room-host.ts'
import { Scores } from './scores.ts'
import type { Sizes } from './sizes.ts'
import type { Space } from './space.ts'
import { noSpace } from './space.ts'
import { Strikes } from './strikes.ts'
import { Visits } from './visits.ts'
import { Wastebasket } from './wastebasket.ts'
import { Writings } from './writings.ts'

type Refused = Ruled | typeof noSpace

interface BoardDependencies extends HubDependencies {
  readonly space: Space
  /** What the plan's rooms hold now. */
  readonly sizes: Sizes
  readonly passages: Passages
  readonly visits: readonly VisitRow[]
  /** What has been scored in the round that is open. */
  readonly scored: readonly IndividualScore[]
}

const forgetAfter = 60_000

/** One plan while somebody uses it: its commands go one at a time, behind the queues of the rooms they touch. */
export class LiveBoard implements RoomHost {
  readonly storage: Storage
  readonly clock: Clock
  readonly log: Log
  readonly space: Space
  readonly sizes: Sizes
  readonly audience: Audience
  readonly passages: Passages
  /** Who was here when, and what they have read. */
  readonly visits: Visits
  /** What people score apart, until it is revealed. */
  readonly scores: Scores
  /** Who wrote in what, and when. */
  readonly writings: Writings
  readonly entrance: Entrance
  readonly #ledger: Ledger
  readonly #rooms: OpenRooms
  readonly #wastebasket = new Wastebasket(this)
  readonly #decisions: Decisions
  readonly #strikes: Strikes
  readonly #pauses: Pauses
  #turn: Promise<unknown> = Promise.resolve()
  #usedAt: number

  constructor(board: Board, recent: readonly BoardEvent[], dependencies: BoardDependencies) {
    const { storage, clock, log, space, sizes, passages, random } = dependencies
    this.storage = storage
    this.clock = clock
    this.log = log
    this.space = space
    this.sizes = sizes
    this.passages = passages
    this.#ledger = new Ledger(board, recent, { boards: storage.boards, clock })
    this.#rooms = new OpenRooms(this)
    this.scores = new Scores(dependencies.scored, { board: () => this.board, storage })
    this.#decisions = new Decisions({
      storage,
      scores: this.scores,
      random,
      passages,
      rooms: this.#rooms,
      board: () => this.board,
      now: () => this.#now(),
    })
    this.visits = new Visits(dependencies.visits, {
      board: board.id,
      storage,
      clock,
      log,
      memberOf: (id) => memberOf(this.board, id),
    })
    this.writings = new Writings({ board: board.id, storage, clock, log })
    this.audience = new Audience(() => this.board, clock, this.visits)
    this.#strikes = new Strikes(clock)
    this.#usedAt = clock.now()
    this.entrance = new Entrance({
      storage,
      random,
      space,
      board: () => this.board,
      now: () => this.#now(),
      inTurn: (work) => this.#inTurn(work),
      commit: (...given) => this.#commit(...given),
    })
    this.#pauses = new Pauses({
      clock,
      log,
      board: () => this.board,
      resume: (over) =>
        this.#inTurn(async () => {
          const events = over()
          if (events.length > 0) await this.#rooms.still([...this.#rooms], () => this.#commit(events, null))
        }),
    })
  }

  /** Always what is committed. */
  get board(): Board {
    return this.#ledger.board
  }

  /** Nobody is here and nothing has happened for a while: it may be forgotten and read again. */
  get idle(): boolean {
    if (this.#ledger.stale) return true
    if (this.audience.size > 0 || this.#rooms.size > 0) this.#usedAt = this.clock.now()
    return this.clock.now() - this.#usedAt > forgetAfter
  }

  /** Somebody asked for it: it is not forgotten at once. */
  use(): void {
    this.#usedAt = this.clock.now()
  }

  /** Forgotten: nothing of it may happen any more. */
  rest(): void {
    this.#pauses.stop()
    this.#rooms.stop()
    this.visits.stop()
    void this.writings.store()
  }

  /** What happened after `since`, or null when that is too long ago to tell from memory. */
  eventsSince(since: number): readonly BoardEvent[] | null {
    return this.#ledger.eventsSince(since)
  }

  execute(actor: MemberId, command: Command): Promise<Answer | Refused> {
    return this.#inTurn(async () => {
      const { id, ...body } = command
      // A passage is moved at every turn, and the same move said again changes nothing: its answers are not kept.
      if (body.type === 'comment.reanchor')
        return this.space.full ? noSpace : this.#decisions.decide(actor, body, this.#committing(actor))
      // By person too, so that nobody is answered with what somebody else was told.
      const key = CommandId.parse(createHash('sha256').update(`${actor} ${id}`).digest('hex'))
      const earlier = await this.#ledger.answerTo(key)
      // Stored by us in this very shape.
      if (earlier !== null) return earlier as Answer | Refused
      if (this.space.full) return noSpace
      const answer = await this.#decisions.decide(actor, body, this.#committing(actor, key))
      // A refusal is an answer too: the same command is not judged again on another day.
      if ('refusal' in answer) await this.#ledger.keepAnswer(key, answer)
      return answer
    })
  }

  /** A score that nobody else is told of before it is revealed; everybody hears how many there are. */
  score(by: MemberId, given: GivenScore): Promise<Refused | null> {
    return this.#inTurn(async () => {
      if (this.space.full && given.score !== null) return noSpace
      const refused = await this.scores.give(by, given)
      if (!refused) this.audience.tellScored(this.scores.given)
      return refused
    })
  }

  /** What `work` makes of the plan's rooms, by nobody's command, while nothing goes on in them. */
  write(work: () => Promise<readonly RoomUpdate[]>): Promise<void> {
    return this.#inTurn(() =>
      this.#rooms.still([...this.#rooms], async () => {
        const updates = await work()
        if (updates.length > 0) await this.#commit([], null, { updates })
      }),
    )
  }

  /** The committed content of one step, or of the plan's own room. */
  async content(stepId: StepId): Promise<StepContent> {
    const { doc } = await this.room(stepId)
    return contentOf(doc, this.board, stepId)
  }

  /** One of the plan's rooms, as it stands on disk and in memory. */
  room(id: StepId): Promise<Room> {
    return this.#rooms.open(id)
  }

  /** Opens a line into a room, or says with which code it must close. */
  openChannel(
    way: Way,
    visitor: { readonly member: MemberId; readonly oldClient: boolean },
    place: { readonly room: StepId; readonly generation: number },
  ): Channel | { readonly code: CloseCode; readonly reason: string } {
    const member = memberOf(this.board, visitor.member)
    if (!hasAccess(member)) return { code: CloseCode.role, reason: 'no access' }
    const wait = this.#strikes.waitOf(member.id)
    if (wait > 0) return { code: CloseCode.tooMany, reason: String(wait) }
    const step = stepOf(this.board, place.room)
    if (!step && place.room !== followUpRoom) return { code: CloseCode.noRoom, reason: 'no such step' }
    const generation = step?.generation ?? 1
    if (place.generation < generation) return { code: CloseCode.oldGeneration, reason: String(generation) }
    if (place.generation > generation) return { code: CloseCode.noRoom, reason: 'no such generation' }
    const couldWrite = deny(member, step ? 'room.write' : 'followUp.write', step) !== 'role'
    const caretName = { id: member.id, name: member.name, colour: colourOf(this.board, member.id) }
    const channel = new Channel(way, this.clock, { ...visitor, couldWrite, caretName })
    this.#rooms.enter(place.room, channel)
    return channel
  }

  /** Tells everybody in the plan's rooms what they may do now. */
  sendModes(): void {
    for (const room of this.#rooms) room.sendModes()
  }

  strike(member: MemberId, kind: 'refused' | 'gap'): boolean {
    return this.#strikes.strike(member, kind)
  }

  drop(room: Room): void {
    this.#rooms.drop(room)
  }

  wrote(room: StepId, touched: Iterable<string>, { by, at }: Pick<RoomUpdate, 'by' | 'at'>): void {
    for (const what of touched) this.writings.note({ room, what, member: by, at })
  }

  tidy(): void {
    this.#wastebasket.look()
  }

  keepWords(words: RefusedWords): Promise<boolean> {
    return this.#inTurn(async () => {
      const { events, ...kept } = wordsCommit(this.board, words, this.#now())
      await this.#commit(events, words.member, kept)
      return events.length > 0
    })
  }

  /** Ends everything in order: what is in flight is saved and acknowledged, then the sockets close. */
  async close(): Promise<void> {
    this.rest()
    await this.#turn.catch(() => undefined)
    await this.#rooms.still([...this.#rooms], async () => this.#closeSockets())
    await Promise.all([...this.#rooms].map((room) => room.refusals.concluded()))
    await Promise.all([this.visits.saved(), this.writings.store()])
  }

  #closeSockets(): void {
    for (const room of this.#rooms) room.closeAll(CloseCode.restart, 'restart')
    this.audience.closeAll(CloseCode.restart, 'restart')
  }

  #now(): string {
    return iso(this.clock)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#usedAt = this.clock.now()
    const result = this.#turn.then(work, work)
    this.#turn = result.catch(() => undefined)
    return result
  }

  #committing(actor: MemberId, key?: CommandId) {
    return ({ events, beside }: Decision): Promise<Answer> => this.#commit(events, actor, beside, key)
  }

  async #commit(
    bodies: readonly EventBody[],
    by: MemberId | null,
    beside: Partial<Commit> = {},
    key?: CommandId,
  ): Promise<Answer> {
    const { expelled, ...answer } = await this.#ledger
      .commit(bodies, by, beside, key)
      .catch((error: unknown) => {
        if (this.#ledger.stale) this.#closeSockets()
        throw error
      })
    for (const update of beside.updates ?? [])
      for (const room of this.#rooms) if (room.key.room === update.room) room.receive(update)
    for (const passage of beside.passages ?? []) this.passages.set(passage)
    this.audience.tellPassages(beside.passages ?? [])
    if (beside.forgetScores) this.scores.forget()
    this.#announce(answer.events, expelled)
    return answer
  }

  #announce(events: readonly BoardEvent[], expel: readonly MemberId[]): void {
    if (events.length === 0) return
    this.audience.tell(events)
    const agreed = new Set(events.flatMap((event) => (event.type === 'step.agreed' ? event.stepId : [])))
    for (const room of this.#rooms) {
      room.sendModes()
      // What is agreed will be read often and written no more.
      if (agreed.has(room.key.room)) room.compact()
    }
    this.audience.expel(expel)
    this.#pauses.watch()
  }
}
