import * as z from 'zod/mini'
import { commentLimit } from '../../shared/board/comments.ts'
import { Decision } from '../../shared/board/decisions.ts'
import { organisationName, personName } from '../../shared/board/members.ts'
import type { StepStructure } from '../../shared/board/model.ts'
import { Time } from '../../shared/board/model.ts'
import { planTitle } from '../../shared/board/plan.ts'
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
import type { PersonInFile, PlanInFile, StateInFile } from './plan.ts'
import { Contents } from './plan.ts'
import type { Reading } from './reading.ts'
import { CommentInSample, commentsIn } from './sample-comments.ts'

/* Plans in the format of the two sample plans, `sample-plan/1`. */

const setting = SettingsSchema._zod.def.innerType.shape
const text = z.string().check(z.maxLength(1_000_000))
const name = z.string().check(z.maxLength(200))
const list = <T extends z.ZodMiniType>(one: T, most: number) =>
  z._default(z.array(one).check(z.maxLength(most)), [])

/** Everything but the items; what is not named here has no place. */
const Head = z.strictObject({
  schema: z.string(),
  templateId: z.string(),
  language: z.enum(['sv', 'nb', 'nn', 'en']),
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
  answers: list(z.strictObject({ questionId: name, text }), 10_000),
  steps: list(
    z.strictObject({
      stepId: name,
      status: z.enum(['open', 'inReview', 'locked']),
      lockedAt: z.optional(Time),
    }),
    1000,
  ),
  decisions: list(
    z.strictObject({
      ...Decision._zod.def.innerType.shape,
      id: z.optional(name),
      stepId: name,
      action: z.enum(['lock', 'unlock', 'amend']),
    }),
    10_000,
  ),
  comments: list(CommentInSample, commentLimit.count),
})
type Head = z.infer<typeof Head>

/** Null when something is wrong with it; what is said by `reading`. */
export const readSample = (
  json: Readonly<Record<string, unknown>>,
  reading: Reading,
  { random, agreedWords, language: wanted }: Given,
): PlanInFile | null => {
  const known = new Set<string>(Object.keys(Head._zod.def.shape))
  const given = Object.entries(json)
  const head = reading.read(Head, Object.fromEntries(given.filter(([key]) => known.has(key))))
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
  const lists = new Map(given.filter(([key]) => !known.has(key)))
  readItems(lists, template, { contents, people: ids }, reading)
  leaveOut(lists, reading)
  readTexts(head, steps, contents, reading)
  return {
    format: head.schema,
    title: head.plan.title,
    language,
    template: template.id,
    variables: variablesOf(template, variables),
    settings: settingsIn(head),
    steps,
    people,
    states: statesIn(head, steps, { people, ids, agreedWords: agreedWords(language) }, reading),
    contents: contents.all,
    comments: commentsIn(head.comments, { steps, contents: contents.all, people: ids }, reading),
    passages: [],
  }
}

const variablesIn = ({ plan }: Head, template: ProcessTemplate, reading: Reading) => {
  const known = Object.entries(plan.variables ?? {}).filter(([variable]) => {
    const isKnown = Object.hasOwn(template.variables ?? {}, variable)
    if (!isKnown) reading.leaveOut(`plan.variables.${variable}`, 'unknown')
    return isKnown
  })
  return Object.fromEntries(known)
}

const settingsIn = ({ plan, units }: Head): Settings => {
  const { title: _, variables: _variables, summary, ...rest } = plan
  return { ...rest, ...(summary && { summary }), units }
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
    const home = homeOf(template, kind.kind)
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

/** Whatever nobody took. */
const leaveOut = (lists: ReadonlyMap<string, unknown>, reading: Reading): void => {
  for (const [name, json] of lists) {
    if (name === 'expectedChecks') reading.leaveOutAll(name, json, 'checks')
    else reading.leaveOutAll(name, json, typeof json === 'object' ? 'noKind' : 'unknown')
  }
}

const readTexts = (
  { answers, purpose }: Head,
  steps: readonly StepStructure[],
  contents: Contents,
  reading: Reading,
): void => {
  for (const [at, { questionId, text: answer }] of answers.entries()) {
    const step = steps.find(({ questions }) => questions.some(({ id }) => id === questionId))
    if (!step) reading.leaveOut(`answers[${at}]`, 'noQuestion')
    else if (contents.of(step.id).answers.has(questionId))
      reading.fail(`answers[${at}].questionId`, 'duplicate')
    else contents.of(step.id).answers.set(questionId, proseOf(answer))
  }
  for (const [part, words] of Object.entries(purpose ?? {})) {
    const ids = [`purpose.${part}`, `lhl.purpose.${part}`]
    const step = steps.find(({ sections }) => sections.some(({ id }) => ids.includes(id)))
    const section = step?.sections.find(({ id }) => ids.includes(id))
    const prose = proseOf(words)
    if (step && section) contents.of(step.id).sections.set(section.id, prose)
    else if (!isEmpty(prose)) reading.leaveOut(`purpose.${part}`, 'noSection')
  }
}

interface Known {
  readonly people: readonly PersonInFile[]
  /** Who they are here. */
  readonly ids: ReadonlyMap<string, MemberId>
}

const statesIn = (
  head: Head,
  structure: readonly StepStructure[],
  { people, ids, agreedWords }: Known & { readonly agreedWords: string },
  reading: Reading,
): readonly StateInFile[] => {
  const used = new Set<number>()
  const seen = new Set<string>()
  const leader = people.find(({ role }) => role === 'facilitator')?.id
  const states = head.steps.flatMap(({ stepId, status, lockedAt }, at): StateInFile[] => {
    const step = structure.find(({ id }) => id === stepId)
    if (seen.has(stepId)) reading.fail(`steps[${at}].stepId`, 'duplicate')
    seen.add(stepId)
    if (!step) {
      reading.leaveOut(`steps[${at}]`, 'noStep')
      return []
    }
    if (status === 'open') return []
    const by = leader && { by: leader }
    if (status === 'inReview')
      return [{ stepId: step.id, changedGround: [], state: { is: 'inReview', ...by } }]
    const last = head.decisions.findLastIndex((one) => one.stepId === stepId && one.action === 'lock')
    const decision = head.decisions[last]
    used.add(last)
    if (!decision) reading.leaveOut(`decisions: ${stepId}`, 'noDecision')
    const date = (lockedAt ?? `${head.plan.startedAt ?? '1970-01-01'}`).slice(0, 10)
    const state = agreement(decision ?? { decision: agreedWords, date }, lockedAt, by, { people, ids })
    return [{ stepId: step.id, changedGround: [], state }]
  })
  for (const [at] of head.decisions.entries())
    if (!used.has(at)) reading.leaveOut(`decisions[${at}]`, 'otherDecision')
  return states
}

const agreement = (
  { id: _, stepId: _stepId, action: _action, ...said }: Decision & Partial<Head['decisions'][number]>,
  lockedAt: string | undefined,
  by: { readonly by: MemberId } | undefined,
  { people, ids }: Known,
): StateInFile['state'] => {
  const recorder = said.recordedBy === undefined ? undefined : ids.get(said.recordedBy)
  const recordedBy = people.find(({ id }) => id === recorder)?.name
  return {
    is: 'agreed',
    at: lockedAt ?? `${said.date}T00:00:00Z`,
    ...(recorder ? { by: recorder } : by),
    decision: { ...said, ...(recordedBy && { recordedBy }) },
  }
}
