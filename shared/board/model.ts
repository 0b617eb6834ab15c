import * as z from 'zod/mini'
import { BoardId, InviteId, MemberId, ProposalId, QuestionId, SectionId, StepId, VersionId } from '../ids.ts'
import { Locale } from '../locale.ts'
import { Comment } from './comment.ts'
import { Decision, DecisionRecord } from './decisions.ts'
import { Scoring } from './score.ts'
import { Settings } from './settings.ts'

/*
 * What the server decides, folded from the board's log: plain, read-only data.
 * Times are ISO 8601 in UTC; who did what is always a member's id.
 */

export const Time = z.iso.datetime()

/** Whether the time has come. Not compared as text: milliseconds may be missing. */
export const isOver = (time: string, now: string): boolean => Date.parse(time) <= Date.parse(now)

/** Not shown any more, though what was written there is kept. */
const hidden = z.optional(z.literal(true))

export const Question = z.readonly(
  z.object({
    id: QuestionId,
    kind: z.enum(['question', 'requirement']),
    text: z.string(),
    /** The process description's own words, where the plan speaks another language. */
    original: z.optional(z.readonly(z.object({ language: Locale, text: z.string() }))),
    hidden,
  }),
)

export const Section = z.readonly(
  z.object({
    id: SectionId,
    kind: z.enum(['richtext', 'collection']),
    /** Kinds of items that a collection shows beside its text. */
    kinds: z.optional(z.readonly(z.array(z.string()))),
    title: z.string(),
    prompt: z.string(),
    hidden,
  }),
)

const structure = {
  id: StepId,
  title: z.string(),
  description: z.string(),
  deliverable: z.string(),
  questions: z.readonly(z.array(Question)),
  sections: z.readonly(z.array(Section)),
  dependsOn: z.readonly(z.array(StepId)),
  /** Ids of the checks that its process asks here; in older plans they follow from what the sections show. */
  checks: z.optional(z.readonly(z.array(z.string()))),
  hidden,
}

/** One column before anything happened to it, in the plan's language and with the plan's variables filled in. */
export const StepStructure = z.readonly(z.object(structure))

export const Reopening = z.readonly(z.object({ at: Time, by: MemberId, reason: z.string() }))

/** `number` counts the step's agreements from 1; `hash` is the SHA-256 (hex) of the content's canonical JSON. */
export const VersionRef = z.readonly(z.object({ id: VersionId, number: z.number(), hash: z.string() }))

export const StepState = z.discriminatedUnion('is', [
  z.readonly(z.object({ is: z.literal('open'), reopened: z.optional(Reopening) })),
  z.readonly(
    z.object({
      is: z.literal('inReview'),
      since: Time,
      by: MemberId,
      who: z.optional(z.string()),
      until: z.optional(z.string()),
    }),
  ),
  z.readonly(
    z.object({
      is: z.literal('agreed'),
      at: Time,
      by: MemberId,
      decision: Decision,
      version: VersionRef,
      override: z.optional(z.string()),
      /** Agreed where the plan came from: time and names are that file's. */
      imported: z.optional(z.literal(true)),
      /** That file says no decision: `decision` only stands in for it. */
      unrecorded: z.optional(z.literal(true)),
    }),
  ),
])

export const Pause = z.readonly(z.object({ at: Time, by: MemberId, until: z.optional(Time) }))

export const ChangedGround = z.readonly(z.object({ stepId: StepId, at: Time, reason: z.string() }))

export const Step = z.readonly(
  z.object({
    ...structure,
    state: StepState,
    /** Editing stopped for a moment in a meeting; null while it goes on. */
    pause: z.nullable(Pause),
    /** Steps this one rests on, directly or not, that were reopened after it was written. */
    changedGround: z.readonly(z.array(ChangedGround)),
    /** Rises whenever the step's room is closed or opened: the fence of an append. */
    epoch: z.number(),
    /** Rises when the room's content is replaced from outside; part of the room's name on the wire. */
    generation: z.number(),
    /** How many times it has been agreed: the number of its last version. */
    versions: z.number(),
  }),
)

export const roles = ['facilitator', 'editor', 'commenter', 'reader'] as const
export const Role = z.enum(roles)

export const Member = z.readonly(
  z.object({
    id: MemberId,
    name: z.string(),
    organisation: z.string(),
    role: Role,
    /** The role counts in this step alone: elsewhere the person reads. */
    onlyStep: z.optional(StepId),
    joinedAt: Time,
    /** The link the person last came by; absent for whoever started the plan. */
    inviteId: z.optional(InviteId),
    /**
     * Since when and why the person has no access; absent while they have. `imported`: a name that came with a file,
     * who never had any.
     */
    left: z.optional(
      z.readonly(z.object({ at: Time, because: z.enum(['removed', 'inviteRevoked', 'imported']) })),
    ),
  }),
)

export const Invite = z.readonly(
  z.object({
    id: InviteId,
    role: Role,
    createdAt: Time,
    /** Whom it was made for: a person or an organisation who may not have come yet. */
    name: z.optional(z.string()),
    /** Whoever comes by it takes part in this step alone, and reads the others. */
    onlyStep: z.optional(StepId),
    /** It opens with a password beside the secret. */
    password: z.optional(z.literal(true)),
    /** null when the operator made it from the command line. */
    by: z.nullable(MemberId),
    expiresAt: z.optional(Time),
    revokedAt: z.optional(Time),
  }),
)

/** A proposal without its words, which may be long and are fetched by `GET …/proposals`. */
export const ProposalHead = z.readonly(
  z.object({
    id: ProposalId,
    stepId: StepId,
    generation: z.number(),
    author: MemberId,
    at: Time,
    reason: z.string(),
    /** What made it: the person, or the server when it refused an edit (`agreed`, `paused`, `role`). */
    cause: z.enum(['person', 'agreed', 'paused', 'role', 'earlier', 'replaced']),
    state: z.enum(['open', 'accepted', 'declined']),
    /** Of an accepted one: which of its parts were taken. */
    taken: z.optional(z.readonly(z.array(z.int()))),
    /** Bytes of its changes as JSON: what the limit per person counts. */
    size: z.number(),
    parts: z.number(),
  }),
)

export const Board = z.readonly(
  z.object({
    id: BoardId,
    /** Number of the last event folded in; the first event, `board.created`, has 1. */
    seq: z.number(),
    title: z.string(),
    language: Locale,
    template: z.string(),
    variables: z.readonly(z.record(z.string(), z.string())),
    createdAt: Time,
    settings: Settings,
    /** Who brought the plan in from a file. */
    importedBy: z.optional(MemberId),
    steps: z.readonly(z.array(Step)),
    members: z.readonly(z.array(Member)),
    invites: z.readonly(z.array(Invite)),
    proposals: z.readonly(z.array(ProposalHead)),
    /** While contributions are scored apart, or talked about afterwards. */
    scoring: z.optional(Scoring),
    /** Decisions that a file told of beside the ones in force. */
    records: z.readonly(z.array(DecisionRecord)),
    /** In the order in which they were written; answers stand among them. */
    comments: z.readonly(z.array(Comment)),
  }),
)

export type Question = z.infer<typeof Question>
export type Section = z.infer<typeof Section>
export type StepStructure = z.infer<typeof StepStructure>
export type StepState = z.infer<typeof StepState>
export type Pause = z.infer<typeof Pause>
export type VersionRef = z.infer<typeof VersionRef>
export type Step = z.infer<typeof Step>
export type Role = z.infer<typeof Role>
export type Member = z.infer<typeof Member>
export type Invite = z.infer<typeof Invite>
export type ProposalHead = z.infer<typeof ProposalHead>
export type Board = z.infer<typeof Board>

export const stepOf = (board: Pick<Board, 'steps'>, id: string): Step | undefined =>
  board.steps.find((step) => step.id === id)

/** What people see of steps, sections or questions. */
export const visible = <T extends { readonly hidden?: true | undefined }>(
  parts: readonly T[],
): readonly T[] => parts.filter(({ hidden }) => !hidden)

/** A step to which nothing has happened. */
export const newStep = (structure: StepStructure): Step => ({
  ...structure,
  state: { is: 'open' },
  pause: null,
  changedGround: [],
  epoch: 1,
  generation: 1,
  versions: 0,
})

export const memberOf = (board: Pick<Board, 'members'>, id: string): Member | undefined =>
  board.members.find((member) => member.id === id)

export const hasAccess = (member: Member | undefined): member is Member =>
  member !== undefined && member.left === undefined

/** Why nobody may write in the step's room now, or null while the room is open. */
export const closedBecause = (step: Step): 'agreed' | 'paused' | null =>
  step.state.is === 'agreed' ? 'agreed' : step.pause ? 'paused' : null
