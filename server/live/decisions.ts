import { must } from '../../shared/assert.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import { decide } from '../../shared/board/log.ts'
import { headOf } from '../../shared/board/comment.ts'
import type { CommentCommand } from '../../shared/board/comments.ts'
import { movedPassage } from '../../shared/board/comments.ts'
import type { Board, Step } from '../../shared/board/model.ts'
import { memberOf, stepOf } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { Refusal } from '../../shared/board/refusal.ts'
import { refuse } from '../../shared/board/refusal.ts'
import type { EventBody } from '../../shared/board/log.ts'
import type { MemberId, RandomBytes, Secret, StepId } from '../../shared/ids.ts'
import { hashOf } from '../people/links.ts'
import type { Commit, Storage, VersionRow } from '../storage/storage.ts'
import { acceptanceOf, decidable, roomsFor } from './accepting.ts'
import { isPassage, whereIs } from './anchored.ts'
import { storedBeside } from './beside.ts'
import { errorsOf, planIn } from './findings.ts'
import type { StepItems } from './freeze.ts'
import { freeze } from './freeze.ts'
import type { OpenRooms } from './open-rooms.ts'
import type { Passages } from './passages.ts'
import type { ItemsIn } from './read-once.ts'
import { readOnce } from './read-once.ts'
import type { Room } from './room.ts'
import type { Scores } from './scores.ts'
import type { Settling } from './settling.ts'
import { isTellingRoom, settlingOf } from './settling.ts'

/** What a command comes to, before anything is stored. */
export interface Decision {
  readonly events: readonly EventBody[]
  readonly beside: Partial<Commit>
}

export interface Refused {
  readonly refusal: Refusal
}

interface Dependencies {
  readonly storage: Storage
  readonly random: RandomBytes
  readonly rooms: OpenRooms
  readonly passages: Passages
  readonly scores: Scores
  board(): Board
  now(): string
}

/** Judges commands by the rules and by what stands in the rooms. */
export class Decisions {
  readonly #dependencies: Dependencies

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies
  }

  /** Nothing is in flight in the rooms it touches while it is decided and `commit` does what follows from it. */
  async decide<T>(
    actor: MemberId,
    command: CommandBody,
    commit: (decision: Decision) => Promise<T>,
  ): Promise<T | Refused> {
    if (command.type === 'member.invite' && (await this.#isLink(command.secret))) return refuse('alreadyUsed')
    const body = await this.#placed(command)
    if (!body) return refuse('unknownPlace')
    const rooms = await this.#roomsTouchedBy(body)
    const around = freezes(body) ? await this.#all() : rooms
    return this.#dependencies.rooms.still(rooms, async () => {
      // Only now it is sure that nothing is told.
      const needsAll = body.type === 'step.reopen' && rooms.some(isTellingRoom)
      const decision = await this.#judge(actor, body, rooms, needsAll ? await this.#all() : around)
      return 'refusal' in decision ? decision : commit(decision)
    })
  }

  async #judge(
    actor: MemberId,
    body: CommandBody,
    rooms: readonly Room[],
    around: readonly Room[],
  ): Promise<Decision | Refused> {
    const frozen: VersionRow[] = []
    const now = this.#dependencies.now()
    const { random } = this.#dependencies
    const acceptance = await this.#acceptance(actor, body, rooms, now)
    // From here on until it is decided nothing else happens.
    const itemsIn = readOnce()
    let settling: Settling | null = null
    const settle = (step: Step) =>
      (settling ??= settlingOf(this.#board, step, around, { by: actor, at: now, random, itemsIn }))
    const freezeStep = (step: Step) => {
      const { content } = acceptance && 'content' in acceptance ? acceptance : settle(step)
      const row = freeze(step, content, itemsBeside(step.id, around, itemsIn), { by: actor, at: now, random })
      frozen.push(row)
      return { id: row.id, number: row.number, hash: row.hash }
    }
    const context = {
      actor: memberOf(this.#board, actor),
      now,
      freeze: freezeStep,
      errorsOf: (step: Step) => errorsOf(planIn(this.#board, around, now.slice(0, 10), itemsIn), step.id),
      scores: () => this.#dependencies.scores.all,
    }
    const verdict = decide(this.#board, body, context)
    if ('refusal' in verdict) return verdict
    if (acceptance && 'refusal' in acceptance) return acceptance
    const passages = body.type === 'comment.reanchor' ? this.#moved(body) : null
    if (passages && 'refusal' in passages) return passages
    if (body.type === 'scoring.reveal' || body.type === 'scoring.end')
      return { events: verdict.events, beside: { forgetScores: true } }
    const beside = await storedBeside(body, verdict.events, frozen, random)
    const updates = acceptance?.update
      ? [acceptance.update]
      : settles(body)
        ? settle(must(stepOf(this.#board, body.stepId))).updates
        : []
    return { events: verdict.events, beside: { ...beside, ...passages, updates } }
  }

  get #board(): Board {
    return this.#dependencies.board()
  }

  #room(id: StepId): Promise<Room> {
    return this.#dependencies.rooms.open(id)
  }

  #all(): Promise<readonly Room[]> {
    const places = [...this.#board.steps.map(({ id }) => id), followUpRoom]
    return Promise.all(places.map((id) => this.#room(id)))
  }

  /** A new comment with the place that it is about as it is now; null when there is no such place. */
  async #placed(body: CommandBody): Promise<CommandBody | null> {
    if (body.type !== 'comment.post' || !body.anchor || body.parentId !== undefined) return body
    const { stepId } = body.anchor
    if (stepId !== followUpRoom && !stepOf(this.#board, stepId)) return body
    const anchor = await whereIs(body.anchor, this.#board, (id) => this.#room(id))
    return anchor && { ...body, anchor }
  }

  /** Of two who move a passage at the same time, one is told; the same move said again changes nothing. */
  #moved(
    command: Extract<CommentCommand, { readonly type: 'comment.reanchor' }>,
  ): Pick<Commit, 'passages'> | Refused {
    if (!isPassage(command)) return refuse('unknownPlace')
    const { comments } = this.#board
    const comment = must(comments.find(({ id }) => id === command.commentId))
    // The passage is the thread's.
    const commentId = headOf(comments, comment).id
    const known = this.#dependencies.passages.of(commentId)
    const moved = movedPassage(known, { ...command, commentId })
    if ('refusal' in moved) return moved
    return { passages: moved === known ? [] : [moved] }
  }

  /** What accepting would write, or why it cannot; null when nothing is accepted, or deciding will refuse it. */
  async #acceptance(actor: MemberId, body: CommandBody, [room]: readonly Room[], at: string) {
    if (body.type !== 'proposal.accept' || !room || !decidable(this.#board, actor, body)) return null
    const { storage, random } = this.#dependencies
    const words = await storage.boards.proposals(this.#board.id)
    return acceptanceOf(this.#board, words, body, room, { at, random })
  }

  /** One secret opens one link: what it opens must not change. */
  async #isLink(secret: Secret): Promise<boolean> {
    return (await this.#dependencies.storage.people.findLink(this.#board.id, hashOf(secret))) !== null
  }

  async #roomsTouchedBy(body: CommandBody): Promise<readonly Room[]> {
    const open = [...this.#dependencies.rooms]
    switch (body.type) {
      case 'proposal.accept':
        return Promise.all(roomsFor(this.#board, body).map((id) => this.#room(id)))
      case 'step.agree':
      case 'step.reopen':
        return stepOf(this.#board, body.stepId)
          ? Promise.all([body.stepId, followUpRoom].map((id) => this.#room(id)))
          : []
      case 'step.pause':
      case 'step.resume':
      case 'member.role':
      case 'member.remove':
      case 'invite.revoke':
        return open
      default:
        return []
    }
  }
}

/** Whether a version comes of it, in which the plan's other steps are shown too. */
const freezes = ({ type }: CommandBody): boolean => type === 'step.agree' || type === 'proposal.accept'

/** Whether what was told of the step's items becomes its own. */
const settles = (
  body: CommandBody,
): body is Extract<CommandBody, { readonly type: 'step.agree' | 'step.reopen' }> =>
  body.type === 'step.agree' || body.type === 'step.reopen'

/** The items of the other steps as they are committed at this moment: a section shows some of them too. */
const itemsBeside = (stepId: StepId, rooms: readonly Room[], itemsIn: ItemsIn): readonly StepItems[] =>
  rooms
    .filter(({ key }) => key.room !== stepId && key.room !== followUpRoom)
    .map(({ key, doc }) => ({ stepId: key.room, items: itemsIn(doc) }))
