/*
 * The language in which a kind of item says what it holds. Form, card, list, gate, reading, import and export walk
 * these definitions; none of them knows a kind by name. How each field lies in a room: `leaves.ts`.
 */

/** What a path of an item leads to. A long text is one too, as the words it reads. */
export type Leaf = string | number | boolean | null

/** The words a choice may be; `name` is where their texts stand: `participation=inform`. */
export interface Options {
  readonly name: string
  readonly values: readonly string[]
}

interface Common {
  /** Left out of files where nothing was said, instead of written as empty. */
  readonly optional?: true
  /** Kept and exported, but shown in no form. */
  readonly hidden?: true
  /** Still written when the item's step is agreed: then it lies in the plan's own room (`together.ts`). */
  readonly reported?: true
}

/** A short text on one line. */
interface Line extends Common {
  readonly is: 'line'
  /** Characters, 300 when absent. */
  readonly longest?: number
  /** Null in files where nothing was said, instead of ''. */
  readonly orNull?: true
  /** An address on the web, which may be followed. */
  readonly address?: true
}
/** A text that several write in at once, without marks. */
interface LongText extends Common {
  readonly is: 'text'
  readonly orNull?: true
}
interface Amount extends Common {
  readonly is: 'number'
  readonly min?: number
  readonly max?: number
  readonly integer?: true
  /** What stands behind the number: the plan's currency unit, the item's own unit, or a word of ours. */
  readonly unit?: 'money' | 'own' | 'percent' | 'positions' | 'people'
  /** May be known to be missing: null. */
  readonly orNull?: true
  /** A new item gets the next free one. */
  readonly next?: true
}
interface Year extends Common {
  readonly is: 'year'
  readonly orNull?: true
}
/** A step on a scale, stored as its number; the texts of its ends stand at `<name>=<number>`. */
interface Scale extends Common {
  readonly is: 'scale'
  readonly name: string
  readonly from: number
  readonly to: number
}
interface Flag extends Common {
  readonly is: 'flag'
}
interface Choice extends Common {
  readonly is: 'choice'
  readonly of: Options
  /** What a new item begins with. */
  readonly first?: string
}
/** Several of the options, each a key of its own. */
interface Choices extends Common {
  readonly is: 'choices'
  readonly of: Options
}
/** A day, `YYYY-MM-DD`; '' in files where nothing was said. */
interface Day extends Common {
  readonly is: 'day'
  /** A new item begins with the day it was made. */
  readonly today?: true
}
/** The id of one item, or of one of the plan's units. */
interface Link extends Common {
  readonly is: 'link'
  readonly to: string
  readonly orNull?: true
}
/** Ids of several items, each a key of its own: two people link two things at the same moment. */
interface Links extends Common {
  readonly is: 'links'
  readonly to: string
}
/** What only files speak of: kept as JSON, untouched. */
interface Opaque extends Common {
  readonly is: 'opaque'
}
/** Fields that belong together: `cost/amount`. */
interface Group extends Common {
  readonly is: 'group'
  readonly fields: Fields
  readonly orNull?: true
}
/** Entries with ids of their own, in an order that people choose. */
interface List extends Common {
  readonly is: 'list'
  readonly fields: Fields
  /** The field that names an entry. */
  readonly entry: string
  /** Whether files name the entries' ids. */
  readonly ids?: true
  readonly span?: Span
  /**
   * In files not a list of objects: `values` when it has one field, `["a", "b"]`; `record` when it has two and the
   * first names the second, `{"economy": "strong"}`, unless two of its entries have one name.
   */
  readonly plain?: 'values' | 'record'
}
/**
 * Entries that are found by what they are of: a year and a sex, a party. `mark`: an entry is there because its own
 * path holds true; else while its first field does.
 */
interface Table extends Common {
  readonly is: 'table'
  readonly by: readonly KeyPart[]
  readonly fields: Fields
  readonly mark?: true
  /** In files one object instead of a list, when it has one key and one field: `{"s1": "R"}`. */
  readonly asRecord?: true
}

/** One part of an entry's path; an `orNone` part that is not said is `-` there and left out of files. */
export type KeyPart =
  | { readonly name: string; readonly is: 'year' }
  | { readonly name: string; readonly is: 'choice'; readonly of: Options }
  | { readonly name: string; readonly is: 'link'; readonly to: string; readonly orNone?: true }
  /** A short word that people choose themselves: `80+`. */
  | { readonly name: string; readonly is: 'word' }

/** Two days that belong together: the second does not come before the first. */
export interface Span {
  readonly from: string
  readonly to: string
}

export type ValueField = Line | LongText | Amount | Year | Scale | Flag | Choice | Day | Link | Opaque
export type SetField = Choices | Links
export type {
  Amount,
  Choice,
  Choices,
  Day,
  Flag,
  Group,
  Line,
  Link,
  Links,
  List,
  LongText,
  Scale,
  Table,
  Year,
}
export type Field = ValueField | SetField | Group | List | Table
export type Fields = Readonly<Record<string, Field>>

/** What a planner looks for first. Paths lead to fields: `cost/amount`. */
export interface Card {
  /** Shown in a box before the title. */
  readonly number?: string
  /** On one line under the title, a word each. */
  readonly meta: readonly string[]
  /** A line each, with the field's name before it; `span` is both of its days. */
  readonly facts: readonly string[]
  /** Linked items, each drawn as its kind's row. */
  readonly rows?: readonly string[]
  /** Kinds that join it to others: each join is a row. */
  readonly joined?: readonly string[]
}

/** A series over years, with what is wanted of it: drawn as a line where an item is one row. */
export interface Figure {
  readonly series: string
  readonly targets: string
  readonly unit: string
  readonly decimals: string
}

export interface Kind<Name extends string = string, Of extends Fields = Fields> {
  readonly kind: Name
  /** The field that names an item: words, a link, or a year or day that stands behind the kind's own name. */
  readonly title: string
  /** A second field that tells items of one name apart: the area of an allocation. */
  readonly titleAlso?: string
  readonly fields: Of
  readonly card: Card
  /** The columns of its table, after the title. */
  readonly columns: readonly string[]
  readonly figure?: Figure
  readonly span?: Span
  /** Two numbers that belong together: the second is not below the first. */
  readonly range?: Span
  /**
   * Its items join two others, named by these two link fields: the id is `<from>:<to>`, so a pair is joined once,
   * and files leave it out.
   */
  readonly joins?: { readonly from: string; readonly to: string }
  /** Its pairs are weighed beside each other: where there is room they are drawn as a matrix. */
  readonly matrix?: true
  /** What happened after agreement: its items lie in the plan's own room, which no step's lock closes. */
  readonly afterAgreement?: true
  /** Where its items stand in a plan's file; `single`: as one object instead of a list. */
  readonly file: string
  readonly single?: true
  /** Ids of items that link here, read from their field: never stored, written in files as `name`. */
  readonly derived?: readonly { readonly name: string; readonly kind: string; readonly field: string }[]
}

/** Keeps what the compiler must know of a kind to miss its texts. */
export const defineKind = <const Name extends string, const Of extends Fields>(
  kind: Kind<Name, Of>,
): Kind<Name, Of> => kind
