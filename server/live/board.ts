import { createHash } from 'node:crypto'
import { must } from '../../shared/assert.ts'
import type { BoardEvent, Command, CommandBody, EventBody } from '../../shared/board/log.ts'
import { decide, evolve } from '../../shared/board/log.ts'
import type { Board, Member, Role } from '../../shared/board/model.ts'
import { hasAccess, memberOf, stepOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { Refusal } from '../../shared/board/refusal.ts'
import { refuse } from '../../shared/board/refusal.ts'
import { pausesOver } from '../../shared/board/steps.ts'
import type { MemberId, Secret, StepId } from '../../shared/ids.ts'
import { CommandId } from '../../shared/ids.ts'
import { CloseCode } from '../../shared/protocol/version.ts'
import type { StepContent } from '../../shared/step/read.ts'
import { readItems } from '../../shared/step/read-items.ts'
import { readStep } from '../../shared/step/read.ts'
import type { Commit, Link, Storage, VersionRow } from '../storage/storage.ts'
import { StorageError } from '../storage/storage.ts'
import type { Newcomer } from './admission.ts'
import { admit, hashSecret, newSecret, operatorsInvite } from './admission.ts'
import { acceptanceOf, decidable, roomsFor } from './accepting.ts'
import { Audience } from './audience.ts'
import { changedRooms, expelled, storedBeside } from './beside.ts'
import type { Way } from './channel.ts'
import { Channel } from './channel.ts'
import type { Clock } from './clock.ts'
import { iso } from './clock.ts'
import type { StepItems } from './freeze.ts'
import { freeze } from './freeze.ts'
import type { HubDependencies, Log } from './hub.ts'
import { wordsCommit } from './keeping.ts'
import { OpenRooms } from './open-rooms.ts'
import { colourOf } from './presence.ts'
import type { Room } from './room.ts'
import type { RefusedWords, RoomHost } from './room-host.ts'
import type { Sizes } from './sizes.ts'
import type { Space } from './space.ts'
import { noSpace } from './space.ts'
import { Strikes } from './strikes.ts'

export interface Answer {
  readonly seq: number
  readonly events: readonly BoardEvent[]
}

interface Refused {
  readonly refusal: Refusal | (typeof noSpace)['refusal']
}

interface BoardDependencies extends HubDependencies {
  readonly space: Space
  /** What the plan's rooms hold now. */
  readonly sizes: Sizes
}

const recentEvents = 1000
const foldEvery = 1000
const forgetAfter = 60_000

/** One plan while somebody uses it: decides its commands one at a time, behind the queues of the rooms they touch. */
export class LiveBoard implements RoomHost {
  readonly storage: Storage
  readonly clock: Clock
  readonly log: Log
  readonly space: Space
  readonly sizes: Sizes
  readonly audience: Audience
  readonly #dependencies: BoardDependencies
  readonly #rooms: OpenRooms
  readonly #strikes: Strikes
  #board: Board
  #recent: readonly BoardEvent[]
  #turn: Promise<unknown> = Promise.resolve()
  #usedAt: number
  #stopPauses: (() => void) | null = null
  #stale = false

  constructor(board: Board, recent: readonly BoardEvent[], dependencies: BoardDependencies) {
    this.#dependencies = dependencies
    this.storage = dependencies.storage
    this.clock = dependencies.clock
    this.log = dependencies.log
    this.space = dependencies.space
    this.sizes = dependencies.sizes
    this.#board = board
    this.#recent = recent.slice(-recentEvents)
    this.#rooms = new OpenRooms(this)
    this.audience = new Audience(() => this.#board, this.clock)
    this.#strikes = new Strikes(this.clock)
    this.#usedAt = this.clock.now()
    this.#watchPauses()
  }

  /** Always what is committed. */
  get board(): Board {
    return this.#board
  }

  /** Nobody is here and nothing has happened for a while: it may be forgotten and read again. */
  get idle(): boolean {
    if (this.#stale) return true
    if (this.audience.size > 0 || this.#rooms.size > 0) this.#usedAt = this.clock.now()
    return this.clock.now() - this.#usedAt > forgetAfter
  }

  /** Somebody asked for it: it is not forgotten at once. */
  use(): void {
    this.#usedAt = this.clock.now()
  }

  /** Forgotten: nothing of it may happen any more. */
  rest(): void {
    this.#stopPauses?.()
    this.#rooms.stop()
  }

  /** What happened after `since`, or null when that is too long ago to tell from memory. */
  eventsSince(since: number): readonly BoardEvent[] | null {
    const first = this.#recent[0]?.seq ?? this.#board.seq + 1
    return since + 1 >= first && since <= this.#board.seq
      ? this.#recent.filter(({ seq }) => seq > since)
      : null
  }

  execute(actor: MemberId, command: Command): Promise<Answer | Refused> {
    return this.#inTurn(async () => {
      const { id, ...body } = command
      // By person too, so that nobody is answered with what somebody else was told.
      const key = CommandId.parse(createHash('sha256').update(`${actor} ${id}`).digest('hex'))
      const earlier = await this.storage.boards.answer(this.#board.id, key)
      // Stored by us in this very shape.
      if (earlier !== null) return earlier as Answer | Refused
      if (this.space.full) return noSpace
      const answer = await this.#decide(actor, body, key)
      // A refusal is an answer too: the same command is not judged again on another day.
      if ('refusal' in answer) await this.#keepAnswer(key, answer)
      return answer
    })
  }

  /** `as`: who the caller already is on this board. A new person gets a return link of their own. */
  join(
    link: Link,
    newcomer: Newcomer,
    as?: MemberId,
  ): Promise<{ readonly member: Member; readonly returnSecret?: Secret } | Refused> {
    return this.#inTurn(async () => {
      const admission = admit(this.#board, link, newcomer, as, this.#now(), this.#dependencies.random)
      if ('refusal' in admission) return admission
      const { member, event } = admission
      if (event && this.space.full) return noSpace
      if (event) await this.#commit([event], member.id)
      return as === undefined && link.is === 'invite'
        ? { member, returnSecret: await this.renewReturnLink(member.id) }
        : { member }
    })
  }

  /** The operator's way in: a fresh link of this role, made by nobody on the board. */
  operatorInvite(role: Role): Promise<Secret> {
    return this.#inTurn(async () => {
      const { event, invite, secret } = operatorsInvite(role, this.#now(), this.#dependencies.random)
      await this.#commit([event], null, { invites: [{ hash: await hashSecret(secret), invite }] })
      return secret
    })
  }

  /** A new personal return link; the old one stops working. */
  async renewReturnLink(member: MemberId): Promise<Secret> {
    const secret = newSecret(this.#dependencies.random)
    await this.storage.people.setReturnLink(this.#board.id, member, await hashSecret(secret), this.#now())
    return secret
  }

  /** The committed content of one step. */
  async content(stepId: StepId): Promise<StepContent> {
    const room = await this.room(stepId)
    return readStep(room.doc, must(stepOf(this.#board, stepId), `no step ${stepId}`))
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
    const member = memberOf(this.#board, visitor.member)
    if (!hasAccess(member)) return { code: CloseCode.role, reason: 'no access' }
    const wait = this.#strikes.waitOf(member.id)
    if (wait > 0) return { code: CloseCode.tooMany, reason: String(wait) }
    const step = stepOf(this.#board, place.room)
    if (!step && place.room !== followUpRoom) return { code: CloseCode.noRoom, reason: 'no such step' }
    const generation = step?.generation ?? 1
    if (place.generation < generation) return { code: CloseCode.oldGeneration, reason: String(generation) }
    if (place.generation > generation) return { code: CloseCode.noRoom, reason: 'no such generation' }
    const couldWrite = member.role === 'facilitator' || member.role === 'editor'
    const caretName = { id: member.id, name: member.name, colour: colourOf(this.#board, member.id) }
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

  keepWords(words: RefusedWords): Promise<boolean> {
    return this.#inTurn(async () => {
      const { events, ...kept } = wordsCommit(this.#board, words, this.#now())
      await this.#commit(events, words.member, kept)
      return events.length > 0
    })
  }

  /** Ends everything in order: what is in flight is saved and acknowledged, then the sockets close. */
  async close(): Promise<void> {
    this.rest()
    await this.#turn.catch(() => undefined)
    await this.#rooms.still([...this.#rooms], async () => this.#closeSockets())
    await Promise.all([...this.#rooms].map((room) => room.concluded()))
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

  /** Nothing is in flight in the rooms it touches while it is decided and committed. */
  async #decide(actor: MemberId, body: CommandBody, key: CommandId): Promise<Answer | Refused> {
    if (body.type === 'member.invite' && (await this.#isLink(body.secret))) return refuse('alreadyUsed')
    const rooms = await this.#roomsTouchedBy(body)
    const freezes = body.type === 'step.agree' || body.type === 'proposal.accept'
    const around = freezes ? await Promise.all(this.#board.steps.map(({ id }) => this.room(id))) : []
    return this.#rooms.still(rooms, async () => {
      const frozen: VersionRow[] = []
      const now = this.#now()
      const acceptance = await this.#acceptance(actor, body, rooms)
      const verdict = decide(this.#board, body, {
        actor: memberOf(this.#board, actor),
        now,
        freeze: (step) => {
          const { doc } = must(rooms.find((room) => room.key.room === step.id))
          const content = acceptance && 'content' in acceptance ? acceptance.content : readStep(doc, step)
          const row = freeze(step, content, this.#itemsBeside(step.id, around), {
            by: actor,
            at: now,
            random: this.#dependencies.random,
          })
          frozen.push(row)
          return { id: row.id, number: row.number, hash: row.hash }
        },
      })
      if ('refusal' in verdict) return verdict
      if (acceptance && 'refusal' in acceptance) return acceptance
      const beside = await storedBeside(body, verdict.events, frozen)
      const updates = acceptance?.update ? [acceptance.update] : []
      return this.#commit(verdict.events, actor, { ...beside, updates }, key)
    })
  }

  /** What accepting would write, or why it cannot; null when nothing is accepted, or deciding will refuse it. */
  async #acceptance(actor: MemberId, body: CommandBody, [room]: readonly Room[]) {
    if (body.type !== 'proposal.accept' || !room || !decidable(this.#board, actor, body)) return null
    const words = await this.storage.boards.proposals(this.#board.id)
    const { random } = this.#dependencies
    return acceptanceOf(this.#board, words, body, room, { at: this.#now(), random })
  }

  /** The items of the other steps as they are committed at this moment: a section shows some of them too. */
  #itemsBeside(stepId: StepId, rooms: readonly Room[]): readonly StepItems[] {
    return rooms
      .filter(({ key }) => key.room !== stepId)
      .map(({ key, doc }) => ({ stepId: key.room, items: readItems(doc, new Set()) }))
  }

  /** One secret opens one link: what it opens must not change. */
  async #isLink(secret: Secret): Promise<boolean> {
    return (await this.storage.people.findLink(this.#board.id, await hashSecret(secret))) !== null
  }

  #keepAnswer(command: CommandId, value: Refused): Promise<void> {
    return this.storage.boards.commit({ board: this.#board.id, events: [], answer: { command, value } })
  }

  async #roomsTouchedBy(body: CommandBody): Promise<readonly Room[]> {
    switch (body.type) {
      case 'proposal.accept':
        return Promise.all(roomsFor(this.#board, body).map((id) => this.room(id)))
      case 'step.agree':
        return stepOf(this.#board, body.stepId) ? [await this.room(body.stepId)] : []
      case 'step.reopen':
        return [...this.#rooms].filter((room) => room.key.room === body.stepId)
      case 'step.pause':
      case 'step.resume':
      case 'member.role':
      case 'member.remove':
      case 'invite.revoke':
        return [...this.#rooms]
      default:
        return []
    }
  }

  async #commit(
    bodies: readonly EventBody[],
    by: MemberId | null,
    beside: Partial<Commit> = {},
    key?: CommandId,
  ): Promise<Answer> {
    const before = this.#board
    const at = this.#now()
    const events = bodies.map((body, index): BoardEvent => ({ ...body, seq: before.seq + 1 + index, at, by }))
    const after = events.reduce(evolve, before)
    const answer: Answer = { seq: after.seq, events }
    const expel = expelled(before, after)
    const folds = Math.floor(after.seq / foldEvery) > Math.floor(before.seq / foldEvery)
    try {
      await this.storage.boards.commit({
        board: before.id,
        events,
        rooms: changedRooms(before, after),
        expel,
        ...(folds && { fold: after }),
        ...(key && { answer: { command: key, value: answer } }),
        ...beside,
      })
    } catch (error) {
      // Somebody else wrote this board's log: what we hold of it is no longer true.
      if (error instanceof StorageError && error.code === 'conflict') {
        this.#stale = true
        this.#closeSockets()
      }
      throw error
    }
    this.#board = after
    for (const update of beside.updates ?? [])
      for (const room of this.#rooms) if (room.key.room === update.room) room.receive(update)
    this.#recent = [...this.#recent, ...events].slice(-recentEvents)
    this.#announce(events, expel)
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
    this.#watchPauses()
  }

  #watchPauses(): void {
    this.#stopPauses?.()
    this.#stopPauses = null
    const ends = this.#board.steps.flatMap((step) => step.pause?.until ?? [])
    if (ends.length === 0) return
    const wait = Math.max(0, Math.min(...ends.map((end) => Date.parse(end))) - this.clock.now())
    // A timer holds 24 days at most; a later end is looked at again then.
    this.#stopPauses = this.clock.after(Math.min(wait, 2 ** 31 - 1), () => {
      this.#inTurn(async () => {
        const over = pausesOver(this.#board, this.#now())
        if (over.length > 0) await this.#rooms.still([...this.#rooms], () => this.#commit(over, null))
      }).then(
        () => this.#watchPauses(),
        (error: unknown) => this.log.error({ error }, 'a pause did not end'),
      )
    })
  }
}
