import type * as Y from 'yjs'
import { deny } from '../../shared/board/access.ts'
import type { Step } from '../../shared/board/model.ts'
import { hasAccess, memberOf } from '../../shared/board/model.ts'
import type { ProposalId } from '../../shared/ids.ts'
import { newId, ProposalId as ProposalIdBrand } from '../../shared/ids.ts'
import type { RefusedReason } from '../../shared/protocol/version.ts'
import type { RefusedClient, RoomKey } from '../storage/storage.ts'
import type { Channel, Refusing } from './channel.ts'
import { RefusedClients } from './refused-clients.ts'
import type { RefusedWords, RoomHost } from './room-host.ts'
import { wordsOf } from './words.ts'

/** What refusing asks of the room in which it happens. */
interface RefusingRoom {
  readonly key: RoomKey
  readonly doc: Y.Doc
  step(): Step | undefined
  /** Whether it is the channel's person who writes, or shows a caret, under this clientID. */
  isOwn(channel: Channel, client: number): boolean
  barrier(): Promise<() => void>
  fail(error: unknown): void
}

/** What a room does not take, and what becomes of it: gathered until the sender has stopped, then kept as one proposal. */
export class Refusals {
  readonly #room: RefusingRoom
  readonly #host: RoomHost
  readonly #clients: RefusedClients
  readonly #concluding = new Set<Promise<void>>()

  constructor(known: readonly RefusedClient[], room: RefusingRoom, host: RoomHost) {
    this.#clients = new RefusedClients(known)
    this.#room = room
    this.#host = host
  }

  /** From which clock on a client's structs are refused, whoever brings them. */
  clockOf(client: number): number | undefined {
    return this.#clients.clockOf(client)
  }

  begin(channel: Channel, reason: RefusedReason, updates: readonly Uint8Array[]): void {
    const refusal = channel.refuse(reason, this.#proposalFor(channel))
    for (const update of updates) this.gather(channel, update)
    // The sender has gone before their words were judged: nothing more will come.
    if (channel.closed) this.conclude(channel, refusal, () => undefined)
  }

  /** One more update of a channel that is being refused: its structs are never taken later, whoever brings them. */
  gather(channel: Channel, update: Uint8Array): void {
    const isOwn = (client: number) => this.#room.isOwn(channel, client)
    channel.gather(update, () => this.#clients.remember(update, this.#room.doc, isOwn))
  }

  /** The sender has stopped: what was refused becomes one proposal, and then the channel is told to go. */
  conclude(channel: Channel, refusal: Refusing, close: (kept: string | null) => void): void {
    const concluding = this.#keep(channel, refusal)
      .catch((error: unknown) => {
        this.#room.fail(error)
        return null
      })
      .then(close)
      .finally(() => this.#concluding.delete(concluding))
    this.#concluding.add(concluding)
  }

  /** Resolves when no refused words are on their way to the disk any more. */
  async concluded(): Promise<void> {
    await Promise.all(this.#concluding)
  }

  /** The proposal that holds the words now, if one does. */
  async #keep(channel: Channel, refusal: Refusing): Promise<ProposalId | null> {
    const release = await this.#room.barrier()
    const words = this.#wordsOf(channel, refusal)
    release()
    const clients = this.#clients.of(refusal.clients)
    await this.#host.storage.rooms.refuse(this.#room.key, words.generation, clients)
    return (await this.#host.keepWords(words)) ? refusal.proposalId : null
  }

  /** Whoever may propose, and whoever could write when they came, keeps the words as a proposal. */
  #proposalFor(channel: Channel): ProposalId | null {
    const step = this.#room.step()
    const member = memberOf(this.#host.board, channel.member)
    const may = hasAccess(member) && step !== undefined
    const proposes = deny(member, 'proposal.submit', step) === null || channel.couldWrite
    return may && proposes ? newId(ProposalIdBrand) : null
  }

  #wordsOf(channel: Channel, refusal: Refusing): RefusedWords {
    const { doc, key } = this.#room
    const step = this.#room.step()
    return {
      room: key.room,
      member: channel.member,
      generation: step?.generation ?? 1,
      reason: refusal.reason,
      proposalId: refusal.proposalId,
      changes: step ? wordsOf(doc, refusal.updates, step) : [],
      updates: refusal.updates,
    }
  }
}
