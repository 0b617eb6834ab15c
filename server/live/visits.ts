import type { Member } from '../../shared/board/model.ts'
import type { ReadState } from '../../shared/board/visit.ts'
import { visitPause, withRead } from '../../shared/board/visit.ts'
import type { BoardId, MemberId } from '../../shared/ids.ts'
import type { Storage, VisitRow } from '../storage/storage.ts'
import type { Clock } from './clock.ts'
import type { Log } from './hub.ts'

const noteEvery = 60_000

interface Dependencies {
  readonly board: BoardId
  readonly storage: Pick<Storage, 'people'>
  readonly clock: Clock
  readonly log: Log
  memberOf(id: MemberId): Member | undefined
}

/**
 * When each member was here, as their sockets tell, and what they have read. A visit lasts until its member has been
 * away for `visitPause`; while they are here it is noted once a minute, so that a crash forgets no more than that.
 */
export class Visits {
  readonly #dependencies: Dependencies
  readonly #rows: Map<MemberId, VisitRow>
  readonly #here = new Set<MemberId>()
  /** Whose row the disk did not take. */
  readonly #unstored = new Set<MemberId>()
  #saving: Promise<unknown> = Promise.resolve()
  #stopNoting: (() => void) | null = null

  constructor(stored: readonly VisitRow[], dependencies: Dependencies) {
    this.#dependencies = dependencies
    this.#rows = new Map(stored.map((row) => [row.member, row]))
  }

  /** The member's visit now, or the one that would begin if they came now. */
  of(member: MemberId): VisitRow {
    const known = this.#rows.get(member)
    const hereAt = this.#now()
    if (!known) return { member, hereAt, since: null, read: this.#unread(member) }
    if (this.#here.has(member)) return known
    const isNew = Date.parse(hereAt) - Date.parse(known.hereAt) > visitPause
    return { ...known, hereAt, since: isNew ? known.hereAt : known.since }
  }

  /** Of every member who has ever been here, as far as it is known. */
  all(): readonly VisitRow[] {
    return [...this.#rows.values()]
  }

  /** Resolves when it is stored. Nobody has read what is yet to come, whatever their clock says. */
  async read(
    member: MemberId,
    what: { readonly ids: readonly string[] } | { readonly before: string },
  ): Promise<ReadState> {
    const visit = this.of(member)
    const now = this.#now()
    const isAhead = 'before' in what && Date.parse(what.before) > Date.parse(now)
    const read = withRead(visit.read, isAhead ? { before: now } : what)
    const isStored = this.#rows.has(member) && !this.#unstored.has(member)
    if (read !== visit.read || !isStored) await this.#set({ ...visit, read })
    return read
  }

  /** The first of the member's sockets has come. */
  begin(member: MemberId): void {
    const visit = this.of(member)
    this.#here.add(member)
    this.#keep({ ...visit, hereAt: this.#now() })
    this.#stopNoting ??= this.#noteLater()
  }

  /** The last of them has gone. */
  end(member: MemberId): void {
    if (!this.#here.delete(member)) return
    this.#keep({ ...this.of(member), hereAt: this.#now() })
    if (this.#here.size === 0) this.stop()
  }

  stop(): void {
    this.#stopNoting?.()
    this.#stopNoting = null
  }

  /** Resolves when what has been noted is stored. */
  async saved(): Promise<void> {
    await this.#saving
  }

  #noteLater(): () => void {
    return this.#dependencies.clock.after(noteEvery, () => {
      for (const member of this.#here) this.#keep({ ...this.of(member), hereAt: this.#now() })
      this.#stopNoting = this.#noteLater()
    })
  }

  #keep(visit: VisitRow): void {
    const { log, board } = this.#dependencies
    const saving = this.#set(visit).catch((error: unknown) =>
      log.error({ error, board }, 'a visit could not be noted'),
    )
    // Without what they came to: it would hold all that were ever waited for.
    this.#saving = Promise.all([this.#saving, saving]).then(() => undefined)
  }

  #set(visit: VisitRow): Promise<void> {
    const { board, storage } = this.#dependencies
    const { member } = visit
    this.#rows.set(member, visit)
    const storing = storage.people.setVisit(board, visit)
    storing.then(
      () => this.#unstored.delete(member),
      () => this.#unstored.add(member),
    )
    return storing
  }

  /** Whoever was never here has seen what was there when they joined as little as anything since. */
  #unread(member: MemberId): ReadState {
    return { before: this.#dependencies.memberOf(member)?.joinedAt ?? this.#now(), also: [] }
  }

  #now(): string {
    return new Date(this.#dependencies.clock.now()).toISOString()
  }
}
