import * as z from 'zod/mini'
import { BoardEvent } from '../board/log.ts'
import { Passage } from '../board/comment.ts'
import { Board, Role } from '../board/model.ts'
import { ScoreCount } from '../board/score.ts'
import { MemberId, StepId } from '../ids.ts'

/* Channel 0 of the board's socket: JSON both ways. */

/** What a client says. The first message is `hello`. */
export const Up = z.discriminatedUnion('type', [
  /** `since`: the last event the client has folded in; absent on the first visit, then the whole board comes. */
  z.strictObject({
    type: z.literal('hello'),
    protocol: z.int(),
    content: z.int(),
    since: z.optional(z.int()),
  }),
  /** Opens a room as a channel, numbered by the client from 1. */
  z.strictObject({
    type: z.literal('open'),
    channel: z.int().check(z.minimum(1), z.maximum(1_000_000_000)),
    room: StepId,
    generation: z.int().check(z.minimum(0)),
  }),
  z.strictObject({ type: z.literal('close'), channel: z.int().check(z.minimum(1)) }),
  /** Where the person is: the step they are in, and the section, question or item (a block) within it. */
  z.strictObject({
    type: z.literal('here'),
    stepId: z.nullable(StepId),
    block: z.optional(z.string().check(z.maxLength(200))),
    away: z.optional(z.boolean()),
  }),
])
export type Up = z.infer<typeof Up>

/** Somebody with an open socket, as the server sees it: one entry per person, however many tabs. */
export const Presence = z.readonly(
  z.object({
    memberId: MemberId,
    name: z.string(),
    organisation: z.string(),
    role: Role,
    /** 1–8: the person's colour on this board, the same for everyone. */
    colour: z.int(),
    away: z.boolean(),
    stepId: z.nullable(StepId),
    block: z.optional(z.string()),
  }),
)
export type Presence = z.infer<typeof Presence>

export const Down = z.discriminatedUnion('type', [
  /**
   * Either the whole board or the events since, of which some may be left out that are not for this person; `content`
   * is the server's content version. The first message, and said again on an open socket when the next event is not
   * the next number, or when another role shows another board.
   */
  z.object({
    type: z.literal('welcome'),
    protocol: z.int(),
    content: z.int(),
    me: MemberId,
    /** The server's clock, ISO 8601. */
    now: z.string(),
    board: z.optional(Board),
    events: z.optional(z.array(BoardEvent)),
    roster: z.array(Presence),
    /** Every passage of a comment that has moved since the comment was written. */
    passages: z.array(Passage),
    /** While contributions are scored apart. */
    given: z.optional(z.array(ScoreCount)),
  }),
  /** How many have scored how much, never what. */
  z.object({ type: z.literal('scored'), given: z.array(ScoreCount) }),
  z.object({ type: z.literal('passages'), passages: z.array(Passage) }),
  z.object({ type: z.literal('events'), events: z.array(BoardEvent) }),
  z.object({ type: z.literal('roster'), roster: z.array(Presence) }),
  z.object({ type: z.literal('opened'), channel: z.int() }),
  z.object({ type: z.literal('closed'), channel: z.int(), code: z.int(), reason: z.string() }),
])
export type Down = z.infer<typeof Down>
