import type { CommandBody } from '../../shared/board/log.ts'
import type { Step } from '../../shared/board/model.ts'
import { stepOf } from '../../shared/board/model.ts'
import { contentVersion, protocolVersion } from '../../shared/protocol/version.ts'
import { apiOf } from './api.ts'
import { BoardStore } from './board-store.ts'
import { browser } from './browser.ts'
import { Commands } from './commands.ts'
import { Forks, forkOf } from './fork.ts'
import { Pen } from './live.ts'
import { Refusals } from './refusals.ts'
import type { RoomHost } from './room.ts'
import { LiveRoom } from './room.ts'
import type {
  BoardSession,
  CommandOutcome,
  Line,
  OpenBoard,
  RefusedWords,
  Room,
  RoomState,
  Saving,
} from './session.ts'
import type { Stop, Surroundings } from './surroundings.ts'
import type { Ear } from './trunk.ts'
import { Trunk } from './trunk.ts'
import { LiveVisiting } from './visiting.ts'
import { Whereabouts } from './whereabouts.ts'

/** One board as one page has it: the log folded, the rooms that are open, and one line for all of it. */
export class LiveSession implements BoardSession {
  readonly line = new Pen<Line>('connecting')
  readonly saving = new Pen<Saving>({ is: 'loading' })
  readonly isFull = new Pen(false)
  readonly board: BoardSession['board']
  readonly roster: BoardSession['roster']
  readonly passages: BoardSession['passages']
  readonly given: BoardSession['given']
  readonly refusals: BoardSession['refusals']
  readonly visiting: LiveVisiting
  readonly #forks = new Forks()
  readonly forks = this.#forks.live
  readonly #store = new BoardStore()
  readonly #rooms = new Map<string, LiveRoom>()
  readonly #outside: Surroundings
  readonly #refusals: Refusals
  readonly #commands: Commands
  readonly #whereabouts: Whereabouts
  readonly #trunk: Trunk
  readonly #stops: readonly Stop[]

  constructor(options: OpenBoard) {
    const { board, locale, text, surroundings = browser() } = options
    const asking = { fetch: surroundings.fetch, locale, text }
    this.#outside = surroundings
    this.board = this.#store.view
    this.roster = this.#store.roster
    this.passages = this.#store.passages
    this.given = this.#store.given
    this.#commands = new Commands(board, asking, surroundings)
    this.visiting = new LiveVisiting(board, {
      api: apiOf(asking),
      outside: surroundings,
      board: this.board,
      line: this.line,
    })
    this.#refusals = new Refusals({
      outside: surroundings,
      command: (body) => this.command(body),
      board: () => this.#store.board,
    })
    this.refusals = this.#refusals.live
    this.#whereabouts = new Whereabouts(surroundings, (up) => this.#trunk.say(up))
    this.#stops = [
      this.#store.view.subscribe(() => this.#refusals.boardChanged()),
      surroundings.askBeforeLeaving(
        () => this.#unsaved() > 0 || this.#forks.unsent().length > 0 || this.#refusals.isOnlyCopy(),
      ),
    ]
    this.#trunk = new Trunk(`${surroundings.socketOrigin}/live/${board}`, surroundings, this.#ear())
  }

  room(stepId: string): Room {
    let room = this.#rooms.get(stepId)
    if (!room) {
      room = new LiveRoom(stepId, this.#host())
      room.unsaved.subscribe(() => this.#count())
      room.document.subscribe(() => this.#count())
      this.#rooms.set(stepId, room)
      // Views open rooms while they are being drawn, when nobody may be told of anything.
      this.#outside.after(0, () => this.#count())
    }
    return room
  }

  beginProposal(stepId: string): void {
    const { doc, state } = this.room(stepId).document.get()
    const step = this.#store.board && stepOf(this.#store.board, stepId)
    const isWhole = state.is === 'writable' || state.is === 'readOnly'
    if (step && isWhole && !this.#forks.has(stepId)) this.#forks.begin(forkOf(doc, step))
  }

  endProposal(stepId: string): void {
    this.#forks.end(stepId)
  }

  command(body: CommandBody): Promise<CommandOutcome> {
    return this.#commands.send(body)
  }

  here(stepId: string | null, block?: string): void {
    this.#whereabouts.be(stepId, block)
  }

  putAway(words: RefusedWords): void {
    this.#refusals.putAway(words)
  }

  close(): void {
    for (const room of this.#rooms.values()) room.close()
    this.#rooms.clear()
    this.#commands.end()
    this.#whereabouts.stop()
    this.visiting.stop()
    for (const stop of this.#stops) stop()
    this.#trunk.close()
  }

  #ear(): Ear {
    return {
      hello: () => {
        const { since } = this.#store
        return {
          type: 'hello',
          protocol: protocolVersion,
          content: contentVersion,
          ...(since !== undefined && { since }),
        }
      },
      heard: (down) => {
        const outcome = this.#store.tell(down)
        if (outcome === 'gap') this.#trunk.redial()
        else if (outcome === 'newer') this.#end(0)
      },
      line: (line) => {
        this.line.set(line)
        this.#count()
        if (line !== 'online') return
        this.#whereabouts.sayAgain()
        this.#refusals.reconnected()
      },
      ended: (code) => this.#end(code),
    }
  }

  #end(code: number): void {
    for (const room of this.#rooms.values()) room.giveUp()
    this.#giveUpForks()
    this.#trunk.close()
    this.#commands.end()
    this.line.set('offline')
    // After the rooms have heard of it, which may have had words on the way.
    this.#outside.after(0, () => this.#refusals.ended())
    this.#count()
    this.#store.ended(code)
  }

  /** What was being written as a proposal can no longer be sent: it stays with the person. */
  #giveUpForks(): void {
    for (const fork of this.#forks.unsent())
      this.#refusals.keep({ stepId: fork.step.id, reason: 'role', changes: fork.changes(), kept: 'here' })
    this.#forks.live.set([])
  }

  #host(): RoomHost {
    return {
      trunk: this.#trunk,
      outside: this.#outside,
      step: (stepId): Step | undefined => (this.#store.board ? stepOf(this.#store.board, stepId) : undefined),
      keep: (words) => this.#refusals.keep(words),
      handIn: (words, generation) => this.#refusals.handIn(words, generation),
      onBoard: (run) => this.#store.view.subscribe(run),
    }
  }

  #unsaved(): number {
    return [...this.#rooms.values()].reduce((sum, room) => sum + room.unsaved.get(), 0)
  }

  #count(): void {
    const count = this.#unsaved()
    this.#trunk.expects(count > 0)
    const saving = this.#savingOf(count)
    if (JSON.stringify(saving) !== JSON.stringify(this.saving.get())) this.saving.set(saving)
    const isFull = [...this.#rooms.values()].some((room) => saysFull(room.document.get().state))
    if (isFull !== this.isFull.get()) this.isFull.set(isFull)
  }

  #savingOf(count: number): Saving {
    const line = this.line.get()
    if (line === 'offline') return { is: 'offline', count }
    if (count > 0) return { is: 'saving', count }
    const waits = [...this.#rooms.values()].some((room) => room.document.get().state.is === 'syncing')
    return { is: line === 'connecting' || waits ? 'loading' : 'saved' }
  }
}

const saysFull = (state: RoomState): boolean => state.is === 'readOnly' && state.because === 'full'
