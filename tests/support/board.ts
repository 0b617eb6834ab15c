import { must } from '../../shared/assert.ts'
import type { Anchor, TextAnchor } from '../../shared/board/comment.ts'
import type { CommentCommand } from '../../shared/board/comments.ts'
import type { Deciding } from '../../shared/board/log.ts'
import {
  decide,
  evolve,
  replay,
  type BoardEvent,
  type CommandBody,
  type EventBody,
} from '../../shared/board/log.ts'
import type { Board, Member, Role, Step, StepStructure } from '../../shared/board/model.ts'
import { memberOf, stepOf } from '../../shared/board/model.ts'
import type { IndividualScore } from '../../shared/board/score.ts'
import type { RefusalCode } from '../../shared/board/refusal.ts'
import { StructureTarget } from '../../shared/board/structure.ts'
import {
  BoardId,
  CommentId,
  InviteId,
  MemberId,
  ProposalId,
  QuestionId,
  SectionId,
  StepId,
  VersionId,
} from '../../shared/ids.ts'

/* Boards, people and logs that stand in for real ones, with ids that can be read: `memberId('anna')`. */

const padded = (name: string) => name.padEnd(22, '_')
export const boardId = (name = 'board') => BoardId.parse(padded(name))
export const memberId = (name: string) => MemberId.parse(padded(name))
export const inviteId = (name: string) => InviteId.parse(padded(name))
export const proposalId = (name: string) => ProposalId.parse(padded(name))
export const versionId = (name: string) => VersionId.parse(padded(name))
export const stepId = (name: string) => StepId.parse(name)
export const commentId = (name: string) => CommentId.parse(name)

/** Minutes into the day on which everything in these tests happens. */
export const at = (minutes: number): string => new Date(Date.UTC(2026, 2, 2, 8, minutes)).toISOString()

export const aMember = (name: string, role: Role = 'editor', over: Partial<Member> = {}): Member => ({
  id: memberId(name),
  name,
  organisation: 'Almsjö kommun',
  role,
  joinedAt: at(0),
  ...over,
})

/** A step with one section and one question, both named after it. */
export const aStructure = (id: string, dependsOn: readonly string[] = []): StepStructure => ({
  id: stepId(id),
  title: `Step ${id}`,
  description: '',
  deliverable: '',
  questions: [{ id: QuestionId.parse(`${id}.why`), kind: 'question', text: 'Why?' }],
  sections: [{ id: SectionId.parse(`${id}.text`), kind: 'richtext', title: 'Text', prompt: '' }],
  dependsOn: dependsOn.map(stepId),
})

/** Three steps in a row, each resting on the one before. */
export const threeSteps = [
  aStructure('mission'),
  aStructure('goals', ['mission']),
  aStructure('actions', ['goals']),
]

export const created = (over: Partial<Extract<BoardEvent, { type: 'board.created' }>> = {}): BoardEvent => ({
  type: 'board.created',
  seq: 1,
  at: at(0),
  by: memberId('faye'),
  boardId: boardId(),
  title: 'A safe town',
  language: 'en',
  template: 'skr',
  variables: { aim: 'Safety' },
  steps: threeSteps,
  creator: aMember('faye', 'facilitator'),
  invites: [],
  ...over,
})

/** The shell around the pure core, for tests: it stamps what was decided and keeps the log. */
export interface Meeting {
  readonly log: readonly BoardEvent[]
  readonly board: Board
  step(id: string): Step
  member(name: string): Member
  /** What deciding says, with nothing happening. */
  ask(name: string, command: CommandBody, minutes?: number): ReturnType<typeof decide>
  /** The command is carried out: the events it became, or the refusal's code. */
  tell(name: string, command: CommandBody, minutes?: number): readonly BoardEvent[] | RefusalCode
  /** Facts that no command makes: somebody joined, a pause ran out. */
  happen(event: EventBody, by?: MemberId | null, minutes?: number): void
  join(name: string, role: Role, over?: Partial<Member>): void
}

/** What Ed thinks that the youth centre does for safety. */
export const aScore = (over: Partial<IndividualScore> = {}): IndividualScore => ({
  by: memberId('ed'),
  activityId: 'a1',
  goalId: 'g1',
  score: 3,
  confidence: 'high',
  rationale: 'It is where they are.',
  ...over,
})

/** A board started by Faye, the facilitator. */
export const aMeeting = (first: BoardEvent = created()): Meeting => {
  let log = [first]
  let board = replay(log)

  const stamp = (body: EventBody, by: MemberId | null, minutes: number): BoardEvent => {
    const event: BoardEvent = { ...body, seq: board.seq + 1, at: at(minutes), by }
    log = [...log, event]
    board = evolve(board, event)
    return event
  }
  const context = (name: string, minutes: number): Deciding => ({
    actor: memberOf(board, memberId(name)),
    now: at(minutes),
    errorsOf: () => [],
    freeze: (step) => {
      const number = step.versions + 1
      return { id: versionId(`${step.id}-${number}`), number, hash: 'a'.repeat(64) }
    },
    scores: () => [aScore()],
  })

  return {
    get log() {
      return log
    },
    get board() {
      return board
    },
    step: (id) => must(stepOf(board, id)),
    member: (name) => must(memberOf(board, memberId(name))),
    ask: (name, command, minutes = 1) => decide(board, command, context(name, minutes)),
    tell: (name, command, minutes = 1) => {
      const verdict = decide(board, command, context(name, minutes))
      if ('refusal' in verdict) return verdict.refusal.code
      return verdict.events.map((event) => stamp(event, memberId(name), minutes))
    },
    happen: (event, by = null, minutes = 1) => void stamp(event, by, minutes),
    join: (name, role, over = {}) =>
      void stamp({ type: 'member.joined', member: aMember(name, role, over) }, memberId(name), 1),
  }
}

/** A meeting with one person of each role: faye, ed, cora and rita. */
export const aFullMeeting = (): Meeting => {
  const meeting = aMeeting()
  meeting.join('ed', 'editor')
  meeting.join('cora', 'commenter')
  meeting.join('rita', 'reader')
  return meeting
}

export const aDecision = { decision: 'We agree on this.', date: '2026-03-02' } as const

/* The commands most tests need. */
export const agree = (id: string): CommandBody => ({
  type: 'step.agree',
  stepId: stepId(id),
  decision: aDecision,
})
export const reopen = (id: string, reason = 'New facts'): CommandBody => ({
  type: 'step.reopen',
  stepId: stepId(id),
  reason,
})
export const pause = (id?: string, until?: string): CommandBody => ({
  type: 'step.pause',
  ...(id !== undefined && { stepId: stepId(id) }),
  ...(until !== undefined && { until }),
})
export const resume = (id?: string): CommandBody => ({
  type: 'step.resume',
  ...(id !== undefined && { stepId: stepId(id) }),
})
export const review = (id: string, how: { who?: string; until?: string } = {}): CommandBody => ({
  type: 'step.review',
  stepId: stepId(id),
  ...how,
})
export const uphold = (id: string): CommandBody => ({ type: 'step.uphold', stepId: stepId(id) })
export const propose = (id: string, name = 'p1', text = 'other words'): CommandBody => ({
  type: 'proposal.submit',
  proposalId: proposalId(name),
  stepId: stepId(id),
  generation: 1,
  changes: [{ target: 'section', path: `${id}.text`, before: null, after: text }],
  reason: 'Clearer',
})

type StructureOf<Type> = Extract<CommandBody, { type: Type }>

/** What is changed, in words: `step mission`, `section mission mission.text`. */
export const partOf = (words: string): StructureTarget => {
  const [type, step, id] = words.split(' ')
  return StructureTarget.parse({ type, stepId: step, ...(id !== undefined && { id }) })
}
export const rename = (
  part: string,
  to: Omit<StructureOf<'structure.rename'>, 'type' | 'target'>,
): CommandBody => ({ type: 'structure.rename', target: partOf(part), ...to })
export const addPart = (
  part: string,
  title: string,
  {
    dependsOn,
    ...more
  }: Omit<Partial<StructureOf<'structure.add'>>, 'dependsOn'> & { dependsOn?: readonly string[] } = {},
): CommandBody => ({
  type: 'structure.add',
  target: partOf(part),
  title,
  ...more,
  ...(dependsOn && { dependsOn: dependsOn.map(stepId) }),
})
export const hide = (part: string): CommandBody => ({ type: 'structure.hide', target: partOf(part) })
export const restore = (part: string): CommandBody => ({ type: 'structure.restore', target: partOf(part) })
export const movePart = (part: string, after: string | null): CommandBody => ({
  type: 'structure.move',
  target: partOf(part),
  after,
})

/* What is said of the plan: `say('c1', about('goals'))`, `answer('c2', 'c1')`. */

export const about = (step: string): Anchor => ({ type: 'step', stepId: stepId(step), id: stepId(step) })
export const aboutQuestion = (step: string, question = `${step}.why`): Anchor => ({
  type: 'question',
  stepId: stepId(step),
  id: QuestionId.parse(question),
})
export const aboutWords = (step: string, quote = 'a safe town'): TextAnchor => ({
  type: 'text',
  stepId: stepId(step),
  id: `section:${step}.text`,
  start: 'AAAA',
  end: 'AAEC',
  quote,
  before: '',
  after: '.',
})

type CommentOf<Type> = Extract<CommentCommand, { type: Type }>

export const say = (
  id: string,
  anchor: Anchor,
  more: Partial<Omit<CommentOf<'comment.post'>, 'type' | 'commentId' | 'anchor'>> = {},
): CommentOf<'comment.post'> => ({
  type: 'comment.post',
  commentId: commentId(id),
  anchor,
  body: `Words of ${id}`,
  ...more,
})
export const answer = (
  id: string,
  parent: string,
  more: Partial<Omit<CommentOf<'comment.post'>, 'type' | 'commentId' | 'parentId'>> = {},
): CommentOf<'comment.post'> => ({
  type: 'comment.post',
  commentId: commentId(id),
  parentId: commentId(parent),
  body: `Words of ${id}`,
  ...more,
})
export const reword = (
  id: string,
  body: string,
  more: Partial<Omit<CommentOf<'comment.edit'>, 'type' | 'commentId' | 'body'>> = {},
): CommentOf<'comment.edit'> => ({ type: 'comment.edit', commentId: commentId(id), body, ...more })
export const settle = (id: string): CommandBody => ({ type: 'comment.resolve', commentId: commentId(id) })
export const unsettle = (id: string): CommandBody => ({ type: 'comment.reopen', commentId: commentId(id) })
export const removeComment = (id: string): CommandBody => ({
  type: 'comment.remove',
  commentId: commentId(id),
})
export const assign = (id: string, to: string | null): CommandBody => ({
  type: 'comment.assign',
  commentId: commentId(id),
  memberId: to === null ? null : memberId(to),
})
export const replace = (id: string, revision = 0, start = 'AAEB'): CommentOf<'comment.reanchor'> => ({
  type: 'comment.reanchor',
  commentId: commentId(id),
  start,
  end: 'AAEC',
  revision,
})
