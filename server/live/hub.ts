import type * as http from 'node:http'
import { must } from '../../shared/assert.ts'
import type { BoardEvent } from '../../shared/board/log.ts'
import { evolve, replay } from '../../shared/board/log.ts'
import type { Board, Member, Role, StepStructure } from '../../shared/board/model.ts'
import { closedBecause, roles } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { noSettings } from '../../shared/board/settings.ts'
import type { RandomBytes, Secret } from '../../shared/ids.ts'
import { BoardId, MemberId, newId } from '../../shared/ids.ts'
import type { Locale } from '../../shared/locale.ts'
import type { Bringing, Brought } from '../import/bring.ts'
import type { Storage } from '../storage/storage.ts'
import { hashOf, newSecret } from '../people/links.ts'
import { newInvite } from './admission.ts'
import { LiveBoard } from './board.ts'
import type { Clock } from './clock.ts'
import { iso } from './clock.ts'
import { Passages } from './passages.ts'
import { Sizes } from './sizes.ts'
import { Space } from './space.ts'
import type { UpgradeDependencies } from './upgrade.ts'
import { Upgrades } from './upgrade.ts'

/** Where log lines go; pino fits it. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void
  warn(fields: Readonly<Record<string, unknown>>, message: string): void
  error(fields: Readonly<Record<string, unknown>>, message: string): void
}

/** What a hub needs from outside; `main.ts` picks it. */
export interface HubDependencies {
  readonly storage: Storage
  readonly clock: Clock
  readonly random: RandomBytes
  readonly log: Log
  /** Below so many free bytes on the disk everything is read-only; 0, or nothing, means never. */
  readonly minFree?: number
}

export interface NewPlan {
  readonly title: string
  readonly language: Locale
  readonly template: string
  readonly variables: Readonly<Record<string, string>>
  readonly steps: readonly StepStructure[]
  readonly name: string
  readonly organisation: string
}

export interface Created {
  readonly board: Board
  readonly member: Member
  /** One per role, for the links to share; only their hashes are stored. */
  readonly secrets: Readonly<Record<Role, Secret>>
  readonly returnSecret: Secret
}

const sweepEvery = 60_000

/** The boards in use, each opened once however many ask at the same time. */
export class Hub {
  readonly space: Space
  readonly #dependencies: HubDependencies
  readonly #boards = new Map<BoardId, Promise<LiveBoard | null>>()
  readonly #opened = new Map<BoardId, LiveBoard>()
  #upgrades: Upgrades | null = null
  #stopSweep: () => void

  constructor(dependencies: HubDependencies) {
    this.#dependencies = dependencies
    this.space = new Space(dependencies, () => this.#tellModes())
    this.#stopSweep = this.#sweepLater()
  }

  /** `bring`: what the plan holds from its first day, when it comes from a file. All of it is one commit. */
  async create(plan: NewPlan, bring?: (bringing: Bringing) => Promise<Brought>): Promise<Created> {
    const { storage, clock, random } = this.#dependencies
    const at = iso(clock)
    const id = newId(BoardId, random)
    const { name, organisation, ...facts } = plan
    const member: Member = {
      id: newId(MemberId, random),
      name,
      organisation,
      role: 'facilitator',
      joinedAt: at,
    }
    const links = roles.map((role) => ({
      role,
      secret: newSecret(random),
      invite: newInvite(role, at, member.id, random),
    }))
    const invites = links.map(({ invite }) => invite)
    const event: BoardEvent = {
      type: 'board.created',
      boardId: id,
      ...facts,
      creator: member,
      invites,
      seq: 1,
      at,
      by: member.id,
    }
    const brought = await bring?.({ by: member.id, at, random })
    const imported = brought ? [{ ...brought.event, seq: 2, at, by: member.id }] : []
    const events = [event, ...imported]
    const board = replay(events)
    const rooms = board.steps.map((step) => ({
      room: step.id,
      epoch: step.epoch,
      generation: step.generation,
      closed: closedBecause(step),
    }))
    await storage.boards.commit({
      board: id,
      events,
      fold: board,
      rooms: [...rooms, { room: followUpRoom, epoch: 1, generation: 1, closed: null }],
      updates: brought?.updates ?? [],
      versions: brought?.versions ?? [],
      passages: brought?.passages ?? [],
      invites: links.map(({ secret, invite }) => ({ hash: hashOf(secret), invite: invite.id })),
    })
    const live = must(await this.open(id))
    const secretOf = (role: Role) => must(links.find((link) => link.role === role)).secret
    const secrets = {
      facilitator: secretOf('facilitator'),
      editor: secretOf('editor'),
      commenter: secretOf('commenter'),
      reader: secretOf('reader'),
    }
    return { board, member, secrets, returnSecret: await live.entrance.renewReturnLink(member.id) }
  }

  /** Null when there is no such board. */
  open(id: BoardId): Promise<LiveBoard | null> {
    const known = this.#boards.get(id)
    const opened = this.#opened.get(id)
    if (known && !opened?.idle) {
      opened?.use()
      return known
    }
    this.#forget(id)
    const opening = this.#read(id)
    this.#boards.set(id, opening)
    const forget = () => {
      if (this.#boards.get(id) === opening) this.#boards.delete(id)
    }
    opening.then((board) => (board ? this.#opened.set(id, board) : forget()), forget)
    return opening
  }

  /** Takes the upgrades on `/live/:board` and `/sync/:board/:step@:generation`. */
  attach(
    server: http.Server,
    people: Pick<UpgradeDependencies, 'identify' | 'addressOf' | 'isSignedIn'>,
  ): void {
    const { clock, log } = this.#dependencies
    this.#upgrades = new Upgrades({ clock, log, open: (id) => this.open(id), ...people })
    this.#upgrades.attach(server)
  }

  /** Closes the open sockets of a session that has ended. */
  endSession(hash: string): void {
    this.#upgrades?.endSession(hash)
  }

  /** No more upgrades; what is in flight is saved and acknowledged; then the sockets close with 1012. */
  async close(): Promise<void> {
    this.#stopSweep()
    this.space.stop()
    this.#upgrades?.close()
    await Promise.all([...this.#opened.values()].map((board) => board.close()))
    this.#boards.clear()
    this.#opened.clear()
  }

  async #read(id: BoardId): Promise<LiveBoard | null> {
    const stored = await this.#dependencies.storage.boards.load(id)
    if (!stored) return null
    // Plans that were folded before there were settings, records or comments have none.
    const { settings = noSettings, records = [], comments = [] } = stored.fold ?? {}
    const fold = stored.fold && { ...stored.fold, settings, records, comments }
    const board = fold ? stored.events.reduce(evolve, fold) : replay(stored.events)
    const { rooms, boards, people, scores } = this.#dependencies.storage
    const open = board.scoring?.is === 'open' ? board.scoring : null
    const [sizes, passages, visits, scored] = await Promise.all([
      rooms.sizes(id),
      boards.passages(id),
      people.visits(id),
      open ? scores.of(id, open.round) : [],
    ])
    return new LiveBoard(board, stored.events, {
      ...this.#dependencies,
      space: this.space,
      sizes: new Sizes(sizes),
      passages: new Passages(passages),
      visits,
      scored,
    })
  }

  #tellModes(): void {
    for (const board of this.#opened.values()) board.sendModes()
  }

  #forget(id: BoardId): void {
    this.#opened.get(id)?.rest()
    this.#opened.delete(id)
    this.#boards.delete(id)
  }

  #sweepLater(): () => void {
    return this.#dependencies.clock.after(sweepEvery, () => {
      for (const [id, board] of this.#opened) if (board.idle) this.#forget(id)
      this.#stopSweep = this.#sweepLater()
    })
  }
}

export const createHub = (dependencies: HubDependencies): Hub => new Hub(dependencies)
