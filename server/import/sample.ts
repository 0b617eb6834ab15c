import * as z from 'zod/mini'
import { commentLimit } from '../../shared/board/comments.ts'
import { organisationName, personName } from '../../shared/board/members.ts'
import type { StepStructure } from '../../shared/board/model.ts'
import { followUpRoom, planTitle } from '../../shared/board/plan.ts'
import type { Settings } from '../../shared/board/settings.ts'
import { Settings as SettingsSchema } from '../../shared/board/settings.ts'
import type { RandomBytes } from '../../shared/ids.ts'
import { MemberId, newId } from '../../shared/ids.ts'
import { kinds } from '../../shared/items/index.ts'
import { ordersFor } from '../../shared/items/order.ts'
import { isEmpty } from '../../shared/step/prose.ts'
import { proseOf } from '../../shared/step/write.ts'
import type { ProcessTemplate } from '../../shared/templates/define.ts'
import { homeOf, structureOf, variablesOf } from '../../shared/templates/define.ts'
import { templateOf } from '../../shared/templates/index.ts'
import type { Given } from './file.ts'
import { readItem } from './items.ts'
import type { PersonInFile, PlanInFile } from './plan.ts'
import { Contents } from './plan.ts'
import type { Reading } from './reading.ts'
import { CommentInSample, commentsIn } from './sample-comments.ts'
import { decidedIn, DecisionInSample, StepInSample } from './sample-decisions.ts'

/* Plans in the format of the two sample plans, `sample-plan/1`. */

const setting = SettingsSchema._zod.def.innerType.shape
const text = z.string().check(z.maxLength(1_000_000))
const name = z.string().check(z.maxLength(200))
const list = <T extends z.ZodMiniType>(one: T, most: number) =>
  z._default(z.array(one).check(z.maxLength(most)), [])

const AnswerInSample = z.strictObject({
  questionId: name,
  text,
  /** Whom others turn to about it here. */
  authorId: z.optional(name),
  /** When each of its words was written stays in the history of the plan that it comes from. */
  updatedAt: z.optional(z.string()),
})

/**
 * What follows from the rest of the file, or says how to test with it: a plan is as far as its steps are, has an id of
 * its own wherever it is brought in, and is told to be made up by its municipality and its disclaimer.
 */
const derived = { plan: ['id', 'status'], file: ['fictitious', 'asOf', 'expectedChecks'] } as const

/** Everything but the items; what is not named here has no place. */
const Head = z.strictObject({
  schema: z.string(),
  templateId: z.string(),
  language: z.enum(['sv', 'nb', 'nn', 'en']),
  disclaimer: z.optional(z.union([setting.disclaimer, z.literal('')])),
  plan: z.strictObject({
    title: planTitle,
    period: setting.period,
    startedAt: setting.startedAt,
    currency: setting.currency,
    amountUnit: setting.amountUnit,
    municipality: setting.municipality,
    summary: z.optional(z.union([setting.summary, z.literal('')])),
    variables: z.optional(z.record(z.string(), z.string().check(z.maxLength(200)))),
  }),
  users: list(
    z.strictObject({
      id: name,
      name: personName,
      role: z.enum(['facilitator', 'editor', 'decisionMaker', 'commenter', 'reader']),
      organisation: z._default(organisationName, ''),
    }),
    10_000,
  ),
  units: z._default(setting.units, []),
  purpose: z.optional(
    z.nullable(z.strictObject({ residents: z._default(text, ''), municipality: z._default(text, '') })),
  ),
  answers: list(AnswerInSample, 10_000),
  steps: list(StepInSample, 1000),
  decisions: list(DecisionInSample, 10_000),
  comments: list(CommentInSample, commentLimit.count),
})
type Head = z.infer<typeof Head>

/** Null when something is wrong with it; what is said by `reading`. */
export const readSample = (
  json: Readonly<Record<string, unknown>>,
  reading: Reading,
  { random, agreedWords, language: wanted }: Given,
): PlanInFile | null => {
  const names = new Set<string>(Object.keys(Head._zod.def.shape))
  const given = Object.entries(withoutDerived(json))
  const head = reading.read(Head, Object.fromEntries(given.filter(([key]) => names.has(key))))
  if (!head) return null
  const template = templateOf(head.templateId)
  if (!template) {
    reading.fail('templateId', 'noProcess')
    return null
  }
  const language = wanted ?? (head.language === 'nn' ? 'nb' : head.language)
  const variables = variablesIn(head, template, reading)
  const steps = structureOf(template, language, variables)
  const { people, ids } = peopleIn(head, reading, random)
  const contents = new Contents()
  const lists = new Map(given.filter(([key]) => !names.has(key)))
  readItems(lists, template, { contents, people: ids }, reading)
  for (const [name, list] of lists)
    reading.leaveOutAll(name, list, typeof list === 'object' ? 'noKind' : 'unknown')
  readAnswers(head, { steps, contents, people: ids }, reading)
  readPurpose(head, steps, contents, reading)
  const known = { steps, people, ids, agreedWords: agreedWords(language) }
  return {
    format: head.schema,
    title: head.plan.title,
    language,
    template: template.id,
    variables: variablesOf(template, variables),
    settings: settingsIn(head),
    steps,
    people,
    ...decidedIn(head, known, reading),
    contents: contents.all,
    comments: commentsIn(head.comments, { steps, contents: contents.all, people: ids }, reading),
    passages: [],
  }
}

const withoutDerived = (json: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { plan } = json
  const file = without(json, derived.file)
  return typeof plan === 'object' && plan !== null ? { ...file, plan: without(plan, derived.plan) } : file
}

const without = (json: object, names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)))

const variablesIn = ({ plan }: Head, template: ProcessTemplate, reading: Reading) => {
  const known = Object.entries(plan.variables ?? {}).filter(([variable]) => {
    const isKnown = Object.hasOwn(template.variables ?? {}, variable)
    if (!isKnown) reading.leaveOut(`plan.variables.${variable}`, 'unknown')
    return isKnown
  })
  return Object.fromEntries(known)
}

const settingsIn = ({ plan, units, disclaimer }: Head): Settings => {
  const { title: _, variables: _variables, summary, ...rest } = plan
  return { ...rest, ...(summary && { summary }), ...(disclaimer && { disclaimer }), units }
}

const peopleIn = ({ users }: Head, reading: Reading, random: RandomBytes) => {
  const ids = new Map<string, MemberId>()
  const people = users.map(({ id, name: called, role, organisation }, at): PersonInFile => {
    if (ids.has(id)) reading.fail(`users[${at}].id`, 'duplicate')
    const own = MemberId.safeParse(id)
    const member = own.success ? own.data : newId(MemberId, random)
    ids.set(id, member)
    return { id: member, name: called, organisation, role: role === 'decisionMaker' ? 'commenter' : role }
  })
  return { people, ids }
}

const readItems = (
  lists: Map<string, unknown>,
  template: ProcessTemplate,
  { contents, people }: { readonly contents: Contents; readonly people: ReadonlyMap<string, string> },
  reading: Reading,
): void => {
  for (const kind of kinds.values()) {
    const found = lists.get(kind.file)
    const home = kind.afterAgreement ? followUpRoom : homeOf(template, kind.kind)
    if (found === undefined || home === undefined) continue
    lists.delete(kind.file)
    const all: readonly unknown[] | null = kind.single
      ? found === null
        ? []
        : [found]
      : reading.read(z.array(z.unknown()), found, kind.file)
    if (!all) continue
    const orders = ordersFor(all.length)
    const seen = new Set<string>()
    for (const [at, one] of all.entries()) {
      const place = kind.single ? kind.file : `${kind.file}[${at}]`
      const item = readItem(kind, one, { place, order: orders[at] ?? '', people }, reading)
      if (!item) continue
      if (seen.has(item.id)) reading.fail(`${place}.id`, 'duplicate')
      seen.add(item.id)
      contents.of(home).items.push(item)
    }
  }
}

interface Places {
  readonly steps: readonly StepStructure[]
  readonly contents: Contents
  /** Who they are here. */
  readonly people: ReadonlyMap<string, MemberId>
}

const readAnswers = ({ answers }: Head, { steps, contents, people }: Places, reading: Reading): void => {
  for (const [at, { questionId, text: answer, authorId }] of answers.entries()) {
    const place = `answers[${at}]`
    const step = steps.find(({ questions }) => questions.some(({ id }) => id === questionId))
    if (!step) {
      reading.leaveOut(place, 'noQuestion')
      continue
    }
    const content = contents.of(step.id)
    if (content.answers.has(questionId)) reading.fail(`${place}.questionId`, 'duplicate')
    content.answers.set(questionId, proseOf(answer))
    const owner = authorId === undefined ? undefined : people.get(authorId)
    if (owner) content.questions.set(questionId, { owner })
    else if (authorId !== undefined) reading.leaveOut(`${place}.authorId`, 'noAuthor')
  }
}

const readPurpose = (
  { purpose }: Head,
  steps: readonly StepStructure[],
  contents: Contents,
  reading: Reading,
): void => {
  for (const [part, words] of Object.entries(purpose ?? {})) {
    const ids = [`purpose.${part}`, `lhl.purpose.${part}`]
    const step = steps.find(({ sections }) => sections.some(({ id }) => ids.includes(id)))
    const section = step?.sections.find(({ id }) => ids.includes(id))
    const prose = proseOf(words)
    if (step && section) contents.of(step.id).sections.set(section.id, prose)
    else if (!isEmpty(prose)) reading.leaveOut(`purpose.${part}`, 'noSection')
  }
}
