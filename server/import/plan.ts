import type { Comment, Passage } from '../../shared/board/comment.ts'
import type { Decision, DecisionRecord } from '../../shared/board/decisions.ts'
import type { Member, StepStructure } from '../../shared/board/model.ts'
import type { ChangedGround } from '../../shared/board/model.ts'
import type { Settings } from '../../shared/board/settings.ts'
import type { MemberId, StepId } from '../../shared/ids.ts'
import type { Locale } from '../../shared/locale.ts'
import type { NewItem } from '../../shared/step/items.ts'
import type { QuestionChange } from '../../shared/step/questions.ts'
import type { ProseDoc } from '../../shared/step/richtext.ts'
import type * as z from 'zod/mini'

/* What a file says of a plan, checked, whichever format it came in. */

export interface PlanInFile {
  readonly format: string
  readonly title: string
  readonly language: Locale
  readonly template: string
  readonly variables: Readonly<Record<string, string>>
  readonly settings: Settings
  readonly steps: readonly StepStructure[]
  readonly people: readonly PersonInFile[]
  readonly states: readonly StateInFile[]
  /** Decisions beside those in force. */
  readonly records: readonly DecisionRecord[]
  /** By step; one without anything may be missing. */
  readonly contents: ReadonlyMap<string, ContentInFile>
  /** In the order in which they were written. */
  readonly comments: readonly Comment[]
  /** Of the comments that were placed by hand. */
  readonly passages: readonly Passage[]
}

export type PersonInFile = Omit<Member, 'joinedAt' | 'left' | 'inviteId'> & { readonly joinedAt?: string }

/** Without `by` it was whoever brings the file. */
export interface StateInFile {
  readonly stepId: StepId
  readonly changedGround: readonly z.infer<typeof ChangedGround>[]
  readonly state:
    | {
        readonly is: 'open'
        readonly reopened?: { readonly at: string; readonly by?: MemberId; readonly reason: string }
      }
    | {
        readonly is: 'inReview'
        readonly since?: string
        readonly by?: MemberId
        readonly who?: string
        readonly until?: string
      }
    | {
        readonly is: 'agreed'
        readonly at: string
        readonly by?: MemberId
        readonly decision: Decision
        readonly override?: string
        readonly unrecorded?: true
      }
}

export interface ContentInFile {
  readonly sections: Map<string, ProseDoc>
  readonly answers: Map<string, ProseDoc>
  readonly questions: Map<string, QuestionChange>
  readonly items: NewItem[]
  /** What is told of items that steps hold: in the plan's own room alone. */
  readonly reports: Pick<NewItem, 'kind' | 'id' | 'leaves'>[]
}

/** A place for each step's content, made when it is first asked for. */
export class Contents {
  readonly #byStep = new Map<string, ContentInFile>()

  get all(): ReadonlyMap<string, ContentInFile> {
    return this.#byStep
  }

  of(stepId: string): ContentInFile {
    const known = this.#byStep.get(stepId)
    if (known) return known
    const made = { sections: new Map(), answers: new Map(), questions: new Map(), items: [], reports: [] }
    this.#byStep.set(stepId, made)
    return made
  }
}
