import type { StepId } from '../../shared/ids.ts'
import { CloseCode } from '../../shared/protocol/version.ts'
import { StorageError } from '../storage/storage.ts'
import type { Channel } from './channel.ts'
import type { RoomHost } from './room-host.ts'
import { Room } from './room.ts'

const unloadAfter = 45_000

/** A board's rooms while somebody is in them, each read once however many come at the same time. */
export class OpenRooms {
  readonly #host: RoomHost
  readonly #opening = new Map<StepId, Promise<Room>>()
  readonly #loaded = new Map<Room, { emptySince: number | null }>()
  #stopSweep: (() => void) | null = null
  #stillness: Promise<void> = Promise.resolve()

  constructor(host: RoomHost) {
    this.#host = host
  }

  get size(): number {
    return this.#opening.size
  }

  [Symbol.iterator](): Iterator<Room> {
    return this.#loaded.keys()
  }

  /** The room, read from disk when nobody was there; a failed reading is not remembered. */
  open(id: StepId): Promise<Room> {
    const known = this.#opening.get(id)
    if (known) return known
    const opening = this.#read(id)
    this.#opening.set(id, opening)
    opening.catch(() => this.#opening.delete(id))
    return opening
  }

  /** Lets the channel in as soon as the room has been read, or tells it why that cannot be. */
  enter(id: StepId, channel: Channel): void {
    this.#whenQuiet(id).then(
      (room) => channel.enter(room),
      (error: unknown) => {
        this.#host.log.error({ error, board: this.#host.board.id, room: id }, 'a room could not be read')
        const corrupt = error instanceof StorageError && error.code === 'corrupt'
        channel.close(corrupt ? CloseCode.loadError : CloseCode.tryAgain, 'cannot be read')
      },
    )
  }

  drop(room: Room): void {
    // A room that failed may have a successor already.
    if (this.#loaded.delete(room)) this.#opening.delete(room.key.room)
  }

  /** Holds these rooms still while `work` runs: nothing is in flight in them, and nothing goes on. */
  async still<T>(rooms: readonly Room[], work: () => Promise<T>): Promise<T> {
    let end = () => {}
    const stillness = new Promise<void>((resolve) => {
      end = resolve
    })
    this.#stillness = stillness
    const releases = await Promise.all(rooms.map((room) => room.barrier()))
    try {
      return await work()
    } finally {
      for (const release of releases) release()
      end()
    }
  }

  /** Whoever comes while something is being decided is heard afterwards, by what was decided. */
  async #whenQuiet(id: StepId): Promise<Room> {
    for (;;) {
      const room = await this.open(id)
      await this.#stillness
      // It may have been let go while somebody waited: whoever went into it then would be alone.
      if (this.#loaded.has(room)) return room
    }
  }

  stop(): void {
    this.#stopSweep?.()
  }

  async #read(id: StepId): Promise<Room> {
    const key = { board: this.#host.board.id, room: id }
    const room = new Room(key, await this.#host.storage.rooms.load(key), this.#host)
    this.#loaded.set(room, { emptySince: null })
    this.#sweepLater()
    return room
  }

  #sweepLater(): void {
    this.#stopSweep ??= this.#host.clock.after(unloadAfter / 3, () => {
      this.#stopSweep = null
      this.#host.tidy()
      const now = this.#host.clock.now()
      for (const [room, watch] of this.#loaded) {
        watch.emptySince = room.empty ? (watch.emptySince ?? now) : null
        if (watch.emptySince !== null && now - watch.emptySince >= unloadAfter) this.#unload(room)
      }
      if (this.#loaded.size > 0) this.#sweepLater()
    })
  }

  #unload(room: Room): void {
    if (room.mayCompact({ updates: 0, bytes: 0 })) room.compact()
    this.drop(room)
  }
}
