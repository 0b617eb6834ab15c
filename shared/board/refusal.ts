/**
 * A refusal is a value that crosses the wire: something well-formed that may not happen now. Its words stand in
 * the message catalogues under `refusals`, with these values filled in.
 */
export interface Refusal {
  readonly code: RefusalCode
  readonly values?: Readonly<Record<string, string | number>>
  /** What stands in the way, where it is more than a sentence. */
  readonly findings?: readonly Hindrance[]
}

/** What a check found that stands in the way, as far as deciding needs to know of it. */
export interface Hindrance {
  readonly check: string
  readonly entityId: string | null
  readonly place: { readonly is: string }
}

export const refusalStatus = {
  left: 403,
  role: 403,
  linkInvalid: 403,
  passwordNeeded: 403,
  passwordWrong: 403,
  locked: 409,
  paused: 409,
  notAgreed: 409,
  notPaused: 409,
  nothingToUphold: 409,
  lastFacilitator: 409,
  alreadyDecided: 409,
  alreadyUsed: 409,
  tooManyProposals: 409,
  tooManyParts: 409,
  lastStep: 409,
  movedGround: 409,
  targetGone: 409,
  commentRemoved: 409,
  passageMoved: 409,
  tooManyComments: 409,
  scoringGoesOn: 409,
  scoringClosed: 409,
  otherRound: 409,
  tooManyScores: 409,
  errorsRemain: 422,
  unknownStep: 422,
  unknownMember: 422,
  unknownInvite: 422,
  unknownProposal: 422,
  unknownPart: 422,
  unfitPart: 422,
  unknownPlace: 422,
  unfitWords: 422,
  unknownComment: 422,
  notAPassage: 422,
  anchorNeeded: 422,
  wholePlanOnly: 422,
  nameNeeded: 422,
  pastTime: 422,
  tooLong: 422,
} as const

export type RefusalCode = keyof typeof refusalStatus

export const refuse = (code: RefusalCode, values?: Refusal['values']): { readonly refusal: Refusal } => ({
  refusal: values ? { code, values } : { code },
})
