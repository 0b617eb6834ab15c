import { unreachable } from '../../shared/assert.ts'
import type { Step } from '../../shared/board/model.ts'
import { stepOf } from '../../shared/board/model.ts'
import type { MemberId } from '../../shared/ids.ts'
import { writeRefused } from '../../shared/protocol/frames.ts'
import type { Mode } from '../../shared/protocol/version.ts'
import { CloseCode } from '../../shared/protocol/version.ts'
import type { Root } from '../../shared/step/doc.ts'
import { followUpLayout, layoutOf, newRoomDoc } from '../../shared/step/doc.ts'
import type { ClientOwner, RoomKey, RoomRow, RoomUpdate } from '../storage/storage.ts'
import { Carets } from './carets.ts'
import type { Channel } from './channel.ts'
import { iso } from './clock.ts'
import type { GateRoom } from './gate.ts'
import type { Judged } from './judge.ts'
import { judgeFrames } from './judge.ts'
import { JoinFrames, sync } from './join.ts'
import { modeOf, writableBy } from './mode.ts'
import { Queue } from './queue.ts'
import { Refusals } from './refusals.ts'
import { restore } from './restore.ts'
import type { RoomHost } from './room-host.ts'
import { applied } from './touched.ts'

const compactAfter = { updates: 200, bytes: 256_000 }

/**
 * One step's document, or the plan's own, while somebody is there: a queue with one batch in flight. An update is
 * judged, committed, applied, broadcast and acknowledged, in this order; memory is never ahead of the disk.
 */
export class Room {
  readonly key: RoomKey
  readonly doc = newRoomDoc()
  readonly carets: Carets<Channel>
  /** What is not taken here. */
  readonly refusals: Refusals
  readonly #host: RoomHost
  readonly #queue: Queue
  readonly #channels = new Set<Channel>()
  /** Channels that have asked for the document and now hear every change. */
  readonly #receivers = new Set<Channel>()
  readonly #owners = new Map<number, MemberId>()
  readonly #join: JoinFrames
  #tail = { updates: 0, bytes: 0 }
  #bytes = 0
  #dropped = false

  constructor(key: RoomKey, row: RoomRow, host: RoomHost) {
    this.key = key
    this.#host = host
    this.carets = new Carets(host.clock, () => this.#receivers)
    this.#queue = new Queue(
      (frames) => this.#commit(frames),
      (error) => this.#fail(error),
    )
    restore(this.doc, row)
    for (const { client, member } of row.owners) this.#owners.set(client, member)
    this.refusals = new Refusals(
      row.refused,
      {
        key,
        doc: this.doc,
        step: () => this.step,
        isOwn: (channel, client) => this.#isOwn(channel, client),
        barrier: () => this.barrier(),
        fail: (error) => this.#fail(error),
      },
      host,
    )
    this.#tail = { updates: row.tail.length, bytes: bytesOf(row.tail) }
    this.#grow(this.#tail.bytes + (row.base?.length ?? 0))
    this.#join = new JoinFrames(this.doc)
  }

  get step(): Step | undefined {
    return stepOf(this.#host.board, this.key.room)
  }

  get empty(): boolean {
    return this.#channels.size === 0 && this.#queue.idle
  }

  add(channel: Channel): void {
    this.#channels.add(channel)
  }

  remove(channel: Channel): void {
    this.#channels.delete(channel)
    this.#receivers.delete(channel)
    this.carets.leave(channel)
  }

  /** Answers a join from the applied document, in the very turn in which the channel begins to hear of changes. */
  join(channel: Channel, stateVector: Uint8Array): void {
    const frames = this.#join.answer(stateVector)
    channel.sendMode(this.#modeFor(channel))
    for (const frame of frames) channel.send(frame)
    if (this.#receivers.has(channel)) return
    this.#receivers.add(channel)
    channel.send(this.#join.question())
    this.sendCarets(channel)
  }

  take(channel: Channel, update: Uint8Array, kind: 'step2' | 'update'): void {
    channel.expect(update.length)
    this.#queue.add({ channel, update, kind })
  }

  sendCarets(channel: Channel): void {
    const all = this.carets.all()
    if (all) channel.sendCarets(all)
  }

  /** A frame of this channel was made by no client that means well. */
  strike(channel: Channel): void {
    this.#host.strike(channel.member, 'refused')
  }

  /** A frame of this channel that was in order ran into a bug of ours. */
  report(channel: Channel, error: unknown): void {
    this.#host.log.error({ error, ...this.key, member: channel.member }, 'a frame ran into a bug')
  }

  /** Resolves when nothing is in flight and everything queued before has been decided; nothing goes on till `release`. */
  barrier(): Promise<() => void> {
    return this.#queue.barrier()
  }

  /** Tells everybody here what they may do now. */
  sendModes(): void {
    for (const channel of this.#channels) channel.sendMode(this.#modeFor(channel))
  }

  /** Closes every channel; whoever comes back gets the room from disk. */
  closeAll(code: CloseCode, reason = ''): void {
    for (const channel of [...this.#channels]) channel.close(code, reason)
    this.carets.stop()
  }

  /** The gate for what is decided and not written: neither role nor state is asked. */
  gateAs(actor: MemberId): GateRoom {
    return {
      doc: this.doc,
      layout: this.#layout(),
      actor,
      writable: 'yes',
      bytes: this.#bytes,
      beside: this.#host.sizes.beside(this.key.room),
      clients: this.#owners.size,
      ownerOf: (client) => this.#owners.get(client),
      refusedClock: (client) => this.refusals.clockOf(client),
    }
  }

  /** What a commit of the board has written here, while the queue was held. */
  receive({ clients, ...update }: RoomUpdate): void {
    this.#apply(
      update,
      clients.map((client) => ({ client, member: update.by })),
      null,
    )
  }

  mayCompact(least = compactAfter): boolean {
    return this.#tail.updates > least.updates || this.#tail.bytes > least.bytes
  }

  compact(): void {
    this.#tail = { updates: 0, bytes: 0 }
    this.#bytes = 0
    this.#grow(this.#join.size())
    const { storage, log } = this.#host
    storage.rooms
      .compact(this.key)
      .catch((error: unknown) => log.error({ error, ...this.key }, 'compaction failed'))
  }

  #modeFor(channel: Channel): Mode {
    const { board, space } = this.#host
    return modeOf(board, this.step, channel, space.full)
  }

  #gateFor(channel: Channel, claimed: ReadonlyMap<number, MemberId>): GateRoom {
    const writable = writableBy(this.#host.board, this.step, channel)
    const ownerOf = (client: number) => this.#owners.get(client) ?? claimed.get(client)
    return { ...this.gateAs(channel.member), writable, ownerOf }
  }

  #grow(bytes: number): void {
    this.#bytes += bytes
    this.#host.sizes.set(this.key.room, this.#bytes)
  }

  /** Whoever has written under a clientID owns it; until then, whoever shows a caret under it. */
  #isOwn(channel: Channel, client: number): boolean {
    const owner = this.#owners.get(client)
    if (owner !== undefined) return owner === channel.member
    return ![...this.#channels].some((other) => other !== channel && other.caretClient === client)
  }

  #layout(): ReadonlyMap<string, Root> {
    return this.step ? layoutOf(this.step) : followUpLayout
  }

  /** Commits what may be committed of these frames; resolves those that must wait for the next batch. */
  async #commit(frames: readonly Frame[]): Promise<readonly Frame[]> {
    const claimed = new Map<number, MemberId>()
    const brought = new Set<number>()
    const judged: Judged[] = []
    const later: Frame[] = []
    for (const [channel, own] of byChannel(frames)) {
      if (channel.refusal) {
        for (const { update } of own) this.refusals.gather(channel, update)
        continue
      }
      if (channel.cut) continue
      const verdict = judgeFrames(channel, own, this.#gateFor(channel, claimed))
      // Each was judged against the applied document: two that go on from the same clock cannot both be true.
      if (verdict.clients.some((client) => brought.has(client))) {
        later.push(...own)
        continue
      }
      for (const client of verdict.clients) brought.add(client)
      for (const { client, member } of verdict.owners) claimed.set(client, member)
      judged.push(verdict)
    }
    // Refused first: what comes next from that sender is gathered, not queued.
    for (const verdict of judged) this.#turnAway(verdict)
    const at = iso(this.#host.clock)
    if (await this.#store(judged, at)) this.#spread(judged, at)
    for (const { channel, update } of frames.filter((frame) => !later.includes(frame)))
      channel.handled(1, update.length)
    if (this.mayCompact()) this.compact()
    return later
  }

  async #store(judged: readonly Judged[], at: string): Promise<boolean> {
    const updates = judged.flatMap(({ good, channel }) => (good ? [{ bytes: good, by: channel.member }] : []))
    if (updates.length === 0) return true
    const owners: readonly ClientOwner[] = judged.flatMap((one) => one.owners)
    const { epoch, generation } = this.step ?? { epoch: 1, generation: 1 }
    try {
      const outcome = await this.#host.storage.rooms.append({
        ...this.key,
        epoch,
        generation,
        at,
        updates,
        owners,
      })
      if (outcome === 'appended') {
        this.#host.space.wrote(bytesOf(updates.map(({ bytes }) => bytes)))
        return true
      }
      // Another process closed the room: what we believe of it is stale.
      this.#fail(new Error('fenced'))
    } catch (error) {
      this.#fail(error)
    }
    return false
  }

  #spread(judged: readonly Judged[], at: string): void {
    for (const { channel, good, owners } of judged) {
      if (good) this.#apply({ bytes: good, by: channel.member, at }, owners, channel)
    }
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs)
      return this.#fail(new Error('the gate let a gap in'))
    for (const { channel, counted } of judged) channel.acknowledge(counted)
  }

  /** Into memory, and on to everybody but the sender: it is on the disk. */
  #apply(
    { bytes, by, at, isMoved }: Pick<RoomUpdate, 'bytes' | 'by' | 'at' | 'isMoved'>,
    owners: readonly ClientOwner[],
    from: Channel | null,
  ): void {
    const touched = applied(this.doc, bytes)
    if (!isMoved) this.#host.wrote(this.key.room, touched, { by, at })
    for (const { client, member } of owners) this.#owners.set(client, member)
    this.#tail.updates++
    this.#tail.bytes += bytes.length
    this.#grow(bytes.length)
    const frame = sync(2, bytes)
    this.#join.applied(frame)
    for (const other of this.#receivers) if (other !== from) other.send(frame)
  }

  #turnAway({ channel, fate, rest }: Judged): void {
    switch (fate.is) {
      case 'taken':
        return
      case 'gap':
        return this.#host.strike(channel.member, 'gap')
          ? channel.close(CloseCode.malformed, 'gaps')
          : channel.close(CloseCode.tryAgain, 'gap')
      case 'malformed':
        this.strike(channel)
        this.#host.log.warn({ ...this.key, member: channel.member, why: fate.why }, 'malformed update')
        return channel.close(CloseCode.malformed, fate.why.slice(0, 100))
      case 'tooBig':
        this.strike(channel)
        channel.send(writeRefused('tooBig', ''))
        return channel.close(CloseCode.tooBig, fate.what)
      case 'refused':
        this.strike(channel)
        return this.refusals.begin(channel, fate.because, rest)
      default:
        return unreachable(fate)
    }
  }

  #fail(error: unknown): void {
    if (this.#dropped) return
    this.#dropped = true
    this.#host.log.error({ error, ...this.key }, 'a room was dropped and will be read from disk')
    this.#queue.stop()
    this.#host.drop(this)
    this.closeAll(CloseCode.tryAgain, 'not saved')
  }
}

export interface Frame {
  readonly channel: Channel
  readonly update: Uint8Array
  readonly kind: 'step2' | 'update'
}

const byChannel = (frames: readonly Frame[]): ReadonlyMap<Channel, readonly Frame[]> =>
  Map.groupBy(frames, (frame) => frame.channel)

const bytesOf = (frames: readonly Uint8Array[]): number =>
  frames.reduce((sum, frame) => sum + frame.length, 0)
