import type { Board } from '../../shared/board/model.ts'
import { ProposalId, StepId } from '../../shared/ids.ts'
import { Pen } from './live.ts'
import type { BoardSession, CommandOutcome, RefusedWords } from './session.ts'
import type { Surroundings } from './surroundings.ts'

/** What refusals need of the session. */
export interface RefusalHost {
  readonly outside: Pick<Surroundings, 'now' | 'after' | 'newId'>
  readonly command: BoardSession['command']
  board(): Board | null
}

/** Time for the server's own proposal to show on the board, before we hand the words in ourselves. */
const patience = 10_000

/** The person's words that were not taken: on the screen until they are put away, and followed till they are safe. */
export class Refusals {
  readonly live = new Pen<readonly RefusedWords[]>([])
  readonly #host: RefusalHost

  constructor(host: RefusalHost) {
    this.#host = host
  }

  keep(words: Omit<RefusedWords, 'at'>): void {
    this.live.set([...this.live.get(), { ...words, at: new Date(this.#host.outside.now()).toISOString() }])
    this.boardChanged()
  }

  /** Words of a document whose content was replaced: nobody but us can make a proposal of them. */
  handIn(words: Pick<RefusedWords, 'stepId' | 'changes'>, generation: number): void {
    const proposalId = this.#host.outside.newId()
    this.keep({ ...words, reason: 'replaced', kept: 'pending', proposalId })
    void this.#submit(proposalId, generation)
  }

  /** Words whose proposal stands on the board are safe. */
  boardChanged(): void {
    const onBoard = new Set<string | undefined>(this.#host.board()?.proposals.map(({ id }) => id))
    this.#settle((words) => onBoard.has(words.proposalId), 'proposal')
  }

  /**
   * The line is back. The server may have gone down between refusing the words and keeping them: what is still on no
   * board a while later is handed in by us, under the same id.
   */
  reconnected(): void {
    this.#host.outside.after(patience, () => {
      for (const { proposalId, stepId } of this.live.get().filter((words) => words.kept === 'pending')) {
        const generation = this.#host.board()?.steps.find((step) => step.id === stepId)?.generation
        if (proposalId && generation !== undefined) void this.#submit(proposalId, generation)
      }
    })
  }

  /** Nothing more will be heard: the words stay on the screen. */
  ended(): void {
    this.#settle(() => true, 'here')
  }

  /** Whether something would be lost with the page. */
  isOnlyCopy(): boolean {
    return this.live.get().some(({ kept }) => kept !== 'proposal')
  }

  putAway(words: RefusedWords): void {
    this.live.set(this.live.get().filter((one) => one !== words))
  }

  async #submit(id: string, generation: number): Promise<void> {
    const words = this.live.get().find((one) => one.proposalId === id)
    if (!words) return
    const { stepId, changes } = words
    const proposalId = ProposalId.parse(id)
    const outcome: CommandOutcome = await this.#host.command({
      type: 'proposal.submit',
      proposalId,
      stepId: StepId.parse(stepId),
      generation,
      changes,
      reason: '',
    })
    const safe = outcome.is === 'done' || (outcome.is === 'refused' && outcome.code === 'alreadyUsed')
    this.#settle((one) => one.proposalId === id, safe ? 'proposal' : 'here')
  }

  #settle(which: (words: RefusedWords) => boolean, kept: 'proposal' | 'here'): void {
    const all = this.live.get()
    const settles = (words: RefusedWords) => words.kept === 'pending' && which(words)
    if (all.some(settles)) this.live.set(all.map((words) => (settles(words) ? { ...words, kept } : words)))
  }
}
