import type { Step } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import { StepId } from '../../shared/ids.ts'
import { CloseCode } from '../../shared/protocol/version.ts'
import { newRoomDoc } from '../../shared/step/doc.ts'
import { unknownIn } from '../../shared/step/richtext.ts'
import { Carets } from './carets.ts'
import { Pen } from './live.ts'
import type { Heard } from './provider.ts'
import { RoomProvider } from './provider.ts'
import type { Standing } from './room-state.ts'
import { fresh, move, shown } from './room-state.ts'
import type { RefusedWords, Room, RoomDocument } from './session.ts'
import type { Stop, Surroundings } from './surroundings.ts'
import type { Trunk } from './trunk.ts'
import { undoIn } from './undo.ts'
import { wordsBetween } from './words.ts'

/** What a room asks of the session it belongs to. */
export interface RoomHost {
  readonly trunk: Trunk
  readonly outside: Surroundings
  /** The step as the board has it now. */
  step(stepId: string): Step | undefined
  /** The server did not take these words; they are the person's and must not be lost. */
  keep(words: Omit<RefusedWords, 'at'>): void
  /** The content was replaced from outside: hands in what the person had unsaved of the old one. */
  handIn(words: Pick<RefusedWords, 'stepId' | 'changes'>, generation: number): void
  onBoard(run: () => void): Stop
}

/**
 * One step's document and its line. When the server refuses an edit, or the content was replaced from outside, the
 * document can never be in step with the server's again: it is thrown away with everything bound to it, the person's
 * words are handed on in clear, and a new one begins, read-only until it is whole.
 */
export class LiveRoom implements Room {
  readonly stepId: string
  readonly document: Pen<RoomDocument>
  /** How many edits are not on the server's disk. */
  readonly unsaved = new Pen(0)
  readonly #host: RoomHost
  #standing: Standing = fresh
  #provider: RoomProvider
  #generation: number
  #waiting: Stop = () => {}

  constructor(stepId: string, host: RoomHost) {
    this.stepId = stepId
    this.#host = host
    this.#generation = this.#currentGeneration()
    const { provider, document } = this.#begin(1)
    this.#provider = provider
    this.document = new Pen(document)
  }

  /** Nothing goes to the server any more: what it does not have stays with the person. */
  giveUp(): void {
    this.#waiting()
    // The channel was closed too, and is about to say so: the words would be kept twice.
    this.#provider.fallSilent()
    const changes = this.#words()
    const reason = this.#standing.is === 'refused' ? this.#standing.by.reason : 'role'
    if (changes.length > 0) this.#host.keep({ stepId: this.stepId, reason, changes, kept: 'here' })
    // From here on they are refused words, until the person puts them away.
    this.unsaved.set(0)
  }

  close(): void {
    this.#waiting()
    this.#discard()
  }

  #begin(version: number) {
    const doc = newRoomDoc()
    const carets = new Carets(doc)
    const provider = new RoomProvider(doc, carets, {
      trunk: this.#host.trunk,
      outside: this.#host.outside,
      wants: () => this.#wants(),
      unknownIn,
      heard: (heard) => this.#hear(heard),
    })
    provider.unsaved.subscribe(() => this.unsaved.set(provider.unsaved.get()))
    const document: RoomDocument = {
      version,
      doc,
      awareness: carets,
      undo: undoIn(doc),
      state: shown(this.#standing),
    }
    return { provider, document }
  }

  /** As long as nothing has come, whatever generation there is will do; afterwards only the one that came. */
  #wants() {
    if (this.#standing.is === 'syncing') this.#generation = this.#currentGeneration()
    return { room: StepId.parse(this.stepId), generation: this.#generation }
  }

  #hear(heard: Heard): void {
    const before = this.#standing
    this.#stand(move(before, heard))
    if (heard.type !== 'closed') return
    const isOver = before.is === 'refused' || lost.has(heard.code)
    if (heard.code === CloseCode.oldGeneration) this.#replaced()
    else if (isOver) this.#lose(before, heard)
    else if (heard.code === CloseCode.tooMany) this.#retryIn(seconds(heard.reason))
  }

  #stand(standing: Standing): void {
    this.#standing = standing
    const document = this.document.get()
    const state = shown(standing)
    if (JSON.stringify(state) !== JSON.stringify(document.state)) this.document.set({ ...document, state })
  }

  /** The document holds something the server will never have. */
  #lose(before: Standing, { code, reason }: Extract<Heard, { type: 'closed' }>): void {
    const changes = this.#words()
    const by = before.is === 'refused' ? before.by : { reason: reasonOf(code), proposalId: '' }
    // The server closes with the id of the proposal that it made, or with nothing when it could make none.
    const proposalId = reason === '' && closing.has(code) ? '' : by.proposalId
    if (changes.length > 0) {
      const kept = proposalId ? ({ kept: 'pending', proposalId } as const) : ({ kept: 'here' } as const)
      this.#host.keep({ stepId: this.stepId, reason: by.reason, changes, ...kept })
    }
    // Turned away at the door, without a word heard: asking again at once would only be turned away again.
    if (before.is === 'syncing' || before.is === 'failed')
      this.#waiting = this.#host.outside.after(later, () => this.#renew())
    else this.#renew()
  }

  #replaced(): void {
    const changes = this.#words()
    const old = this.#generation
    if (changes.length > 0) this.#host.handIn({ stepId: this.stepId, changes }, old)
    this.#stand(fresh)
    const begin = () => {
      if (this.#currentGeneration() <= old) return
      this.#waiting()
      this.#renew()
    }
    // The board tells of the new content on its own channel, before or after this one was closed.
    this.#waiting = this.#host.onBoard(begin)
    begin()
  }

  #renew(): void {
    this.#discard()
    this.#standing = fresh
    this.#generation = this.#currentGeneration()
    const { provider, document } = this.#begin(this.document.get().version + 1)
    this.#provider = provider
    this.unsaved.set(0)
    this.document.set(document)
  }

  #discard(): void {
    this.#provider.destroy()
    // Carets and undo end with their document.
    this.document.get().doc.destroy()
  }

  #retryIn(milliseconds: number): void {
    this.#waiting = this.#host.outside.after(milliseconds, () => this.#provider.reconnect())
  }

  /** What the person has written that the server does not have. */
  #words(): RefusedWords['changes'] {
    const structure = this.stepId === followUpRoom ? itemsAlone : this.#host.step(this.stepId)
    if (!structure || this.unsaved.get() === 0) return []
    const known = this.#provider.known.document()
    const changes = wordsBetween(known, this.#provider.doc, structure)
    known.destroy()
    return changes
  }

  #currentGeneration(): number {
    return this.#host.step(this.stepId)?.generation ?? 1
  }
}

/** The plan's own room has no texts and no questions. */
const itemsAlone = { sections: [], questions: [] } as const

/** After these the document cannot be trusted any more; a new one may be opened. */
const lost: ReadonlySet<number> = new Set([
  CloseCode.malformed,
  CloseCode.notSignedIn,
  CloseCode.role,
  CloseCode.tooBig,
  CloseCode.closedStep,
])

/** With these the server ends a refusal. */
const closing: ReadonlySet<number> = new Set([CloseCode.closedStep, CloseCode.role])

const reasonOf = (code: number): RefusedWords['reason'] => {
  if (code === CloseCode.closedStep) return 'agreed'
  if (code === CloseCode.tooBig) return 'tooBig'
  return code === CloseCode.malformed ? 'earlier' : 'role'
}

const later = 5000

const seconds = (reason: string): number =>
  Math.min(Math.max(Number.parseInt(reason, 10) || 30, 1), 300) * 1000
