import type { Member, Role, Step } from './model.ts'
import { closedBecause, hasAccess } from './model.ts'

/**
 * The one table of rights: role × what the step's room is × action → allowed; `own` are the roles that may do it with
 * what is their own. Buttons, commands and every frame on a socket ask here, and nowhere else. What is not in the
 * table is not allowed.
 */
export type Action = keyof typeof rights

type Room = 'open' | 'agreed' | 'paused'

interface Right {
  readonly roles: readonly Role[]
  readonly own?: readonly Role[]
  readonly while: readonly Room[]
}

const always = ['open', 'agreed', 'paused'] as const
const everyone = ['facilitator', 'editor', 'commenter', 'reader'] as const
const voices = ['facilitator', 'editor', 'commenter'] as const

const rights = {
  'plan.read': { roles: everyone, while: always },
  'plan.change': { roles: ['facilitator'], while: always },
  'structure.change': { roles: ['facilitator'], while: ['open', 'paused'] },
  'members.manage': { roles: ['facilitator'], while: always },
  'room.write': { roles: ['facilitator', 'editor'], while: ['open'] },
  /** What happens after agreement: no step's lock or pause closes the plan's own room. */
  'followUp.write': { roles: ['facilitator', 'editor'], while: always },
  'step.review': { roles: ['facilitator'], while: ['open', 'paused'] },
  'step.agree': { roles: ['facilitator'], while: ['open', 'paused'] },
  'step.reopen': { roles: ['facilitator'], while: ['agreed'] },
  'step.pause': { roles: ['facilitator'], while: ['open', 'paused'] },
  'step.resume': { roles: ['facilitator'], while: ['paused'] },
  'step.uphold': { roles: ['facilitator'], while: always },
  'proposal.submit': { roles: voices, while: always },
  'proposal.decide': { roles: ['facilitator'], while: always },
  'comment.post': { roles: voices, while: always },
  'comment.edit': { roles: [], own: voices, while: always },
  'comment.remove': { roles: ['facilitator'], own: voices, while: always },
  'comment.settle': { roles: ['facilitator', 'editor'], own: voices, while: always },
  'comment.assign': { roles: ['facilitator', 'editor'], while: always },
  'comment.place': { roles: ['facilitator'], own: voices, while: always },
  'scoring.lead': { roles: ['facilitator'], while: always },
  'score.give': { roles: voices, while: always },
} as const satisfies Record<string, Right>

export const actions = Object.keys(rights) as Action[]

/** Why the action is not allowed now, or null when it is. The role is asked before the state. */
export type Denial = 'left' | 'role' | 'agreed' | 'paused' | 'open'

export const deny = (
  member: Member | undefined,
  action: Action,
  step?: Step,
  isOwn = false,
): Denial | null => {
  if (!hasAccess(member)) return 'left'
  const right: Right = rights[action]
  const role = roleIn(member, step)
  if (!right.roles.includes(role) && !(isOwn && right.own?.includes(role))) return 'role'
  const room: Room = (step && closedBecause(step)) ?? 'open'
  return step && !right.while.includes(room) ? room : null
}

export const may = (member: Member | undefined, action: Action, step?: Step, isOwn = false): boolean =>
  deny(member, action, step, isOwn) === null

/** Whoever was invited to one step reads the others. */
const roleIn = ({ role, onlyStep }: Member, step: Step | undefined): Role =>
  onlyStep === undefined || onlyStep === step?.id ? role : 'reader'
