import type { StepStructure } from '../../shared/board/model.ts'
import { StepStructure as StepStructureSchema } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { MemberId } from '../../shared/ids.ts'
import type { Kind } from '../../shared/items/define.ts'
import type { Locale } from '../../shared/locale.ts'
import { kinds } from '../../shared/items/index.ts'
import { hasReports, isReported } from '../../shared/items/reports.ts'
import type { NewItem } from '../../shared/step/items.ts'
import type { QuestionChange } from '../../shared/step/questions.ts'
import { isEmpty, tidyDoc } from '../../shared/step/prose.ts'
import type { ProseDoc } from '../../shared/step/richtext.ts'
import { PlanFile } from '../export/plan-file.ts'
import { passagesIn, readComments } from './own-comments.ts'
import { readItem } from './items.ts'
import type { PlanInFile, StateInFile } from './plan.ts'
import { Contents } from './plan.ts'
import type { Reading } from './reading.ts'

/* Plans that we exported ourselves, `samplan/1`: taken as they stand, in the steps they had. */

export const readOwn = (
  json: Readonly<Record<string, unknown>>,
  reading: Reading,
  wanted: Locale | undefined,
): PlanInFile | null => {
  const file = reading.read(PlanFile, json)
  if (!file) return null
  const contents = new Contents()
  const steps = file.steps.map((step) => StepStructureSchema.parse(step))
  checkStructure(steps, reading)
  readTexts(file, contents, reading)
  readItems(file, contents, reading)
  const people = new Set<MemberId>()
  for (const [at, { id }] of file.people.entries())
    if (people.has(id)) reading.fail(`people[${at}].id`, 'duplicate')
    else people.add(id)
  const { title, language, template, variables, settings } = file
  const states = file.steps.map((step, at) => stateOf(step, `steps[${at}]`, people, reading))
  return {
    format: file.schema,
    title,
    language: wanted ?? language,
    template,
    variables,
    settings,
    steps,
    people: file.people,
    states: states.filter(
      (one) => one.state.is !== 'open' || one.state.reopened || one.changedGround.length > 0,
    ),
    records: readRecords(file, reading),
    contents: contents.all,
    comments: readComments(file.comments, { steps, people }, reading),
    passages: passagesIn(file.comments, reading),
  }
}

const readRecords = ({ records, steps }: PlanFile, reading: Reading): PlanFile['records'] =>
  records.filter(({ stepId }, at) => {
    const isHere = steps.some(({ id }) => id === stepId)
    if (!isHere) reading.fail(`records[${at}].stepId`, 'wrong')
    return isHere
  })

/** Ids are names of texts in a room, so each is there once; steps rest on others of the plan. */
const checkStructure = (steps: readonly StepStructure[], reading: Reading): void => {
  const ids = {
    steps: new Set<string>([followUpRoom]),
    questions: new Set<string>(),
    sections: new Set<string>(),
  }
  const once = (seen: Set<string>, id: string, place: string) => {
    if (seen.has(id)) reading.fail(place, 'duplicate')
    seen.add(id)
  }
  for (const [at, step] of steps.entries()) {
    once(ids.steps, step.id, `steps[${at}].id`)
    for (const [one, { id }] of step.questions.entries())
      once(ids.questions, id, `steps[${at}].questions[${one}].id`)
    for (const [one, { id }] of step.sections.entries())
      once(ids.sections, id, `steps[${at}].sections[${one}].id`)
    for (const [one, ground] of step.dependsOn.entries())
      if (ground === step.id || !steps.some(({ id }) => id === ground))
        reading.fail(`steps[${at}].dependsOn[${one}]`, 'wrong')
  }
}

const readTexts = (file: PlanFile, contents: Contents, reading: Reading): void => {
  for (const [at, step] of file.steps.entries()) {
    const content = contents.of(step.id)
    for (const [one, section] of step.sections.entries())
      content.sections.set(
        section.id,
        prose(section.content, `steps[${at}].sections[${one}].content`, reading),
      )
    for (const [one, question] of step.questions.entries()) {
      const answer = prose(question.answer, `steps[${at}].questions[${one}].answer`, reading)
      content.answers.set(question.id, answer)
      content.questions.set(question.id, markOf(question, answer))
    }
  }
}

const prose = (json: unknown, place: string, reading: Reading): ProseDoc => {
  const leftOut = new Set<string>()
  if (json !== undefined && (typeof json !== 'object' || json === null || Array.isArray(json)))
    reading.fail(place, 'wrong')
  const doc = tidyDoc(json, leftOut)
  for (const one of leftOut) reading.leaveOut(`${place}: ${one}`, 'unknown')
  return doc
}

/** What is read from the answer itself is not written beside it. */
const markOf = (
  { status = 'unanswered', reason, owner }: PlanFile['steps'][number]['questions'][number],
  answer: ProseDoc,
): QuestionChange => {
  const isRead = status === 'unanswered' || (status === 'drafted' && !isEmpty(answer))
  return { ...(!isRead && { status }), ...(reason && { reason }), ...(owner && { owner }) }
}

const readItems = (file: PlanFile, contents: Contents, reading: Reading): void => {
  const byFile = new Map([...kinds.values()].map((kind) => [kind.file, kind]))
  for (const [name, items] of Object.entries(file.items)) {
    const kind = byFile.get(name)
    if (kind) readKind(kind, items, { file, contents }, reading)
    else reading.leaveOutAll(`items.${name}`, items, 'noKind')
  }
}

const readKind = (
  kind: Kind,
  items: PlanFile['items'][string],
  { file, contents }: { readonly file: PlanFile; readonly contents: Contents },
  reading: Reading,
): void => {
  const seen = new Set<string>()
  const told = new Set<string>()
  const reports: { readonly place: string; readonly report: NewItem }[] = []
  for (const [at, { stepId, order, item }] of items.entries()) {
    const place = `items.${kind.file}[${at}]`
    const isHere = kind.afterAgreement ? stepId === followUpRoom : file.steps.some(({ id }) => id === stepId)
    const made = readItem(kind, item, { place: `${place}.item`, order, people: new Map() }, reading)
    if (!made) continue
    if (stepId === followUpRoom && hasReports(kind)) {
      if (told.has(made.id)) reading.fail(`${place}.item.id`, 'duplicate')
      told.add(made.id)
      reports.push({ place, report: made })
      continue
    }
    if (seen.has(made.id)) reading.fail(`${place}.item.id`, 'duplicate')
    seen.add(made.id)
    if (isHere) contents.of(stepId).items.push(made)
    else reading.fail(`${place}.stepId`, 'wrong')
  }
  for (const { place, report } of reports)
    if (seen.has(report.id)) contents.of(followUpRoom).reports.push(toldIn(kind, report, place, reading))
    else reading.leaveOut(place, 'noSubject')
}

/** Of an item that a step holds, what the plan's own room may tell. */
const toldIn = (kind: Kind, report: NewItem, place: string, reading: Reading): NewItem => {
  const leaves = [...(report.leaves ?? [])]
  const told = leaves.filter(([path]) => isReported(kind.fields, path))
  for (const [path] of leaves)
    if (!isReported(kind.fields, path)) reading.leaveOut(`${place}.item.${path.split('/')[0]}`, 'unknown')
  return { ...report, leaves: new Map(told) }
}

type StepInFile = PlanFile['steps'][number]

const stateOf = (
  step: StepInFile,
  place: string,
  people: ReadonlySet<MemberId>,
  reading: Reading,
): StateInFile => {
  const byOf = (by: MemberId | undefined, at: string) => {
    if (by === undefined) return {}
    if (people.has(by)) return { by }
    reading.leaveOut(`${place}.${at}.by`, 'noPerson')
    return {}
  }
  const { id: stepId, changedGround = [] } = step
  for (const key of ['review', 'agreement'] as const)
    if (step[key] && step.state !== (key === 'review' ? 'inReview' : 'agreed'))
      reading.fail(`${place}.${key}`, 'wrong')
  switch (step.state) {
    case 'open': {
      if (!step.reopened) return { stepId, changedGround, state: { is: 'open' } }
      const { by, ...reopened } = step.reopened
      return {
        stepId,
        changedGround,
        state: { is: 'open', reopened: { ...reopened, ...byOf(by, 'reopened') } },
      }
    }
    case 'inReview': {
      const { by, since, who, until } = step.review ?? {}
      const review = { ...(since && { since }), ...(who && { who }), ...(until && { until }) }
      return { stepId, changedGround, state: { is: 'inReview', ...review, ...byOf(by, 'review') } }
    }
    case 'agreed': {
      if (!step.agreement) {
        reading.fail(`${place}.agreement`, 'wrong')
        return { stepId, changedGround, state: { is: 'open' } }
      }
      const { by, at, decision, override, unrecorded } = step.agreement
      const state = { is: 'agreed', at, decision, ...(override !== undefined && { override }) } as const
      const more = { ...(unrecorded && { unrecorded }), ...byOf(by, 'agreement') }
      return { stepId, changedGround, state: { ...state, ...more } }
    }
  }
}
