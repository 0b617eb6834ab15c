import { deny } from '../../shared/board/access.ts'
import type { Board } from '../../shared/board/model.ts'
import { memberOf } from '../../shared/board/model.ts'
import { refuse } from '../../shared/board/refusal.ts'
import type { GivenScore, IndividualScore, ScoreCount } from '../../shared/board/score.ts'
import { mostReasons, mostScores, mostTogether } from '../../shared/board/score.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { ScoreRow, Storage } from '../storage/storage.ts'
import type { Refused } from './decisions.ts'

interface Dependencies {
  readonly storage: Pick<Storage, 'scores'>
  board(): Board
}

/**
 * What people score apart in the round that is open, as it is stored. Whose scores they are and what they say leaves
 * here twice: each person's own, and all of them when they are revealed.
 */
export class Scores {
  readonly #dependencies: Dependencies
  /** By member, and then by activity and goal. */
  readonly #given = new Map<MemberId, Map<string, IndividualScore>>()
  /** How many scores they are, and how long their reasons are together. */
  #total = { count: 0, reasons: 0 }

  constructor(stored: readonly IndividualScore[], dependencies: Dependencies) {
    this.#dependencies = dependencies
    for (const row of stored) this.#keep(row)
  }

  get all(): readonly IndividualScore[] {
    return [...this.#given.values()].flatMap((own) => [...own.values()])
  }

  of(member: MemberId): readonly IndividualScore[] {
    return [...(this.#given.get(member)?.values() ?? [])]
  }

  /** How much each has scored. */
  get given(): readonly ScoreCount[] {
    return [...this.#given].flatMap(([memberId, { size: count }]) => (count > 0 ? { memberId, count } : []))
  }

  /** Resolves when it is stored, or with why it is not taken. One after the other: the caller sees to that. */
  async give(by: MemberId, given: GivenScore): Promise<Refused | null> {
    const { storage, board } = this.#dependencies
    const { id, scoring, ...plan } = board()
    const denial = deny(memberOf(plan, by), 'score.give')
    if (denial) return refuse(denial === 'left' ? 'left' : 'role')
    if (scoring?.is !== 'open') return refuse('scoringClosed')
    if (scoring.round !== given.round) return refuse('otherRound')
    const row = rowOf(by, given)
    if (row.score !== null && !this.#hasRoom(row)) return refuse('tooManyScores')
    await storage.scores.set(id, scoring.round, row)
    this.#keep(row)
    return null
  }

  /** The round is over. */
  forget(): void {
    this.#given.clear()
    this.#total = { count: 0, reasons: 0 }
  }

  #keep(row: ScoreRow): void {
    const own = this.#given.get(row.by) ?? new Map<string, IndividualScore>()
    this.#given.set(row.by, own)
    const before = own.get(pairOf(row))
    if (before) this.#add(before, -1)
    if (row.score === null) own.delete(pairOf(row))
    else {
      own.set(pairOf(row), row)
      this.#add(row, 1)
    }
  }

  #add(row: IndividualScore, sign: 1 | -1): void {
    this.#total.count += sign
    this.#total.reasons += sign * lengthOf(row)
  }

  #hasRoom(row: IndividualScore): boolean {
    const own = this.#given.get(row.by)
    const before = own?.get(pairOf(row))
    if (!before && ((own?.size ?? 0) >= mostScores || this.#total.count >= mostTogether)) return false
    const more = lengthOf(row) - (before ? lengthOf(before) : 0)
    return more <= 0 || this.#total.reasons + more <= mostReasons
  }
}

const rowOf = (by: MemberId, { round: _, ...given }: GivenScore): ScoreRow => {
  const { activityId, goalId } = given
  return given.score === null ? { by, activityId, goalId, score: null } : { by, ...given }
}

const pairOf = ({ activityId, goalId }: Pick<ScoreRow, 'activityId' | 'goalId'>): string =>
  `${activityId} ${goalId}`

const lengthOf = ({ rationale = '' }: IndividualScore): number => rationale.length
