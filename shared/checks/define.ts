import type { Board, Step } from '../board/model.ts'
import type { ItemKind } from '../items/index.ts'
import type { TypedItem } from '../items/typed.ts'
import type { CheckId, Severity, rules } from './rules.ts'

/*
 * What a check is given and what it gives. Checks are pure: a plan as it stands and a day, and out come findings.
 * They advise: nothing is ever stopped by one, but agreeing by what is an error, and that can be overridden.
 */

/** What a finding speaks of, and where one goes from it. */
export type Place =
  | { readonly is: 'plan' }
  | { readonly is: 'step'; readonly stepId: string }
  | { readonly is: 'section'; readonly stepId: string; readonly id: string }
  | { readonly is: 'question'; readonly stepId: string; readonly id: string }
  /** All items of a kind: "no law is linked". `stepId`: the first step that shows them. */
  | { readonly is: 'kind'; readonly stepId: string | null; readonly kind: ItemKind }
  /** `field`: the path of the field that would have to be said, `entry`: of the entry in its list. */
  | {
      readonly is: 'item'
      /** Where it lies: a step, or the room of what happens after agreement. */
      readonly stepId: string
      readonly kind: ItemKind
      readonly id: string
      readonly field?: string
    }

export interface Finding {
  readonly check: CheckId
  readonly severity: Severity
  /** The id of what it speaks of: an item, a question, a step, a sub-activity; null for the plan as a whole. */
  readonly entityId: string | null
  readonly place: Place
  /** What the message names. Ids stand as ids: `party: 's10'`. */
  readonly values?: Readonly<Record<string, number | string>>
}

/** What a check finds; its id and severity are added to it. A check may give another severity; errors are its rule's. */
export type Found = Omit<Finding, 'check' | 'severity'> & { readonly severity?: Exclude<Severity, 'error'> }

export interface CheckedStep {
  readonly id: string
  readonly title: string
  readonly state: Step['state']
  readonly dependsOn: readonly string[]
  /** What the process has asked of this step. */
  readonly checks: ReadonlySet<string>
  readonly questions: readonly {
    readonly id: string
    readonly kind: 'question' | 'requirement'
    readonly text: string
    /** Has words, or is said to be not relevant. */
    readonly isAnswered: boolean
  }[]
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly kinds: readonly string[]
    readonly isEmpty: boolean
  }[]
}

/** A plan as checks see it: hidden steps, sections, questions and what lies in the wastebasket are no part of it. */
export interface CheckedPlan {
  readonly asOf: string
  readonly settings: Board['settings']
  readonly comments: Board['comments']
  readonly steps: readonly CheckedStep[]
  /** In their order. */
  items<Name extends ItemKind>(kind: Name): readonly TypedItem<Name>[]
  /** Undefined where the plan has none by this id. */
  item<Name extends ItemKind>(kind: Name, id: string): TypedItem<Name> | undefined
  /** The first step that shows this kind. */
  home(kind: ItemKind): string | null
}

/** The limits of one check, as the facilitator set them. */
export type Params<Id extends CheckId> = Readonly<Record<keyof (typeof rules)[Id]['params'], number>>

export type Checks<Ids extends CheckId> = {
  readonly [Id in Ids]: (plan: CheckedPlan, params: Params<Id>) => readonly Found[]
}
