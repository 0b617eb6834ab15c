import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Decision } from '../../shared/board/decisions.ts'
import { answerRoot, sectionRoot } from '../../shared/step/doc.ts'
import type { Block } from './blocks.ts'
import { list, paragraph, table, write } from './blocks.ts'
import type { StartedPlan } from './person.ts'
import { aStockClient } from './stock.ts'

/*
 * The two fictitious plans, written as their groups would write them before there are cards for goals and activities:
 * answers to the questions, and lists and tables in the sections.
 */

/** What we use of the file; the whole of it is typed where it is imported. */
interface Sample {
  readonly plan: {
    readonly title: string
    readonly summary: string
    readonly municipality: { readonly name: string }
  }
  readonly purpose: { readonly residents: string; readonly municipality: string } | null
  readonly answers: readonly { readonly questionId: string; readonly text: string }[]
  readonly missionSources: readonly {
    readonly title: string
    readonly reference: string
    readonly binding: boolean
  }[]
  readonly evidence: readonly { readonly title: string; readonly finding: string; readonly source: string }[]
  readonly trends: readonly { readonly title: string }[]
  readonly scenarios: readonly { readonly title: string; readonly description: string }[]
  readonly goals: readonly {
    readonly number: number
    readonly title: string
    readonly description: string
    readonly equalityNote: string
  }[]
  readonly indicators: readonly {
    readonly name: string
    readonly unit: string
    readonly baseline?: { readonly year: number; readonly value: number }
  }[]
  readonly stakeholders: readonly { readonly name: string; readonly interestText: string }[]
  readonly allocations: readonly {
    readonly service: string
    readonly reasonWhy: string
    readonly amount: number
    readonly equityAssessment: string
  }[]
  readonly activities: readonly {
    readonly title: string
    readonly why: string
    readonly what: string
    readonly start: string
    readonly end: string
    readonly remediesShortcoming: boolean
    readonly followUp: { readonly method: string } | null
  }[]
  readonly structures: readonly { readonly name: string; readonly mandate: string }[]
  readonly arenas: readonly { readonly name: string; readonly frequency: string }[]
  readonly planLinks: readonly { readonly plan: string; readonly chapter: string }[]
  readonly planningTools: readonly { readonly name: string; readonly assessment: string }[]
  readonly feedback: readonly { readonly text: string }[]
  readonly reviewStructures: readonly { readonly name: string; readonly catches: string }[]
  readonly decisions: readonly (Decision & { readonly stepId: string })[]
}

export const samples = { sv: 'sv-almsjobacka', nb: 'nb-havdalsnes' } as const

export const readSample = (language: keyof typeof samples): Sample =>
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, '..', '..', 'shared', 'samples', `${samples[language]}.json`),
      'utf8',
    ),
  ) as Sample

export interface SampleTexts {
  /** By the section's id in the template, without a prefix. */
  readonly sections: ReadonlyMap<string, readonly Block[]>
  readonly answers: ReadonlyMap<string, string>
}

export const textsOf = (sample: Sample): SampleTexts => {
  const findings = list(
    sample.evidence.map(({ title, finding, source }) => `**${title}** ${finding} (${source})`),
  )
  const sources = list(sample.missionSources.map(({ title, reference }) => `**${title}** ${reference}`))
  const goals = list(
    sample.goals.map(({ number, title, description }) => `**${number}. ${title}.** ${description}`),
  )
  const parties = list(sample.stakeholders.map(({ name, interestText }) => `**${name}** ${interestText}`))
  const activities = list(
    sample.activities.map(({ title, what, start, end }) => `**${title}.** ${what} ${start} – ${end}`),
  )
  const sections: Record<string, readonly Block[]> = {
    'mission.statement': [paragraph(sample.plan.summary)],
    'mission.sources': [sources],
    'mission.outlook': [
      list([
        ...sample.trends.map(({ title }) => title),
        ...sample.scenarios.map(({ title, description }) => `**${title}** ${description}`),
      ]),
    ],
    'mission.evidence': [findings],
    'goals.list': [goals],
    'goals.indicators': [
      table([
        ['Indikator', 'Nuläge', 'År'],
        ...sample.indicators.map(({ name, unit, baseline }) => [
          name,
          `${baseline?.value ?? '–'} ${unit}`,
          String(baseline?.year ?? '–'),
        ]),
      ]),
    ],
    'goals.equality': sample.goals
      .filter(({ equalityNote }) => equalityNote)
      .map(({ equalityNote }) => paragraph(equalityNote)),
    'goals.parties': [parties],
    'resources.allocations': [
      list(
        sample.allocations.map(
          ({ service, amount, reasonWhy }) => `**${service}, ${inThousands(amount)}.** ${reasonWhy}`,
        ),
      ),
    ],
    'resources.equity': sample.allocations
      .filter(({ equityAssessment }) => equityAssessment)
      .map(({ equityAssessment }) => paragraph(equityAssessment)),
    'action.shortcomings': [
      list(
        sample.activities
          .filter((one) => one.remediesShortcoming)
          .map(({ title, why }) => `**${title}** ${why}`),
      ),
    ],
    'action.activities': [activities],
    'action.followup': [
      list(
        sample.activities.flatMap(({ title, followUp }) =>
          followUp ? [`**${title}** ${followUp.method}`] : [],
        ),
      ),
    ],
    'purpose.residents': sample.purpose ? [paragraph(sample.purpose.residents)] : [],
    'purpose.municipality': sample.purpose ? [paragraph(sample.purpose.municipality)] : [],
    'anchoring.structures': [list(sample.structures.map(({ name, mandate }) => `**${name}** ${mandate}`))],
    'insight.methods': [findings],
    'insight.plans': [sources],
    'analysis.sources': [findings],
    'stakeholders.map': [parties],
    'preconditions.arenas': [list(sample.arenas.map(({ name, frequency }) => `**${name}** ${frequency}`))],
    'knowledge.tools': [
      list(sample.planningTools.map(({ name, assessment }) => `**${name}** ${assessment}`)),
    ],
    'knowledge.evidence': [findings],
    'goals.planLinks': [list(sample.planLinks.map(({ plan, chapter }) => `**${plan}** ${chapter}`))],
    'goals.measures': [activities],
    'review.feedback': [list(sample.feedback.map(({ text }) => text))],
    'review.structures': [list(sample.reviewStructures.map(({ name, catches }) => `**${name}** ${catches}`))],
  }
  return {
    sections: new Map(Object.entries(sections).filter(([, blocks]) => blocks.some(hasText))),
    answers: new Map(sample.answers.map(({ questionId, text }) => [questionId, text])),
  }
}

const inThousands = (amount: number): string => `${new Intl.NumberFormat('sv-SE').format(amount)} tkr`

const hasText = (block: Block): boolean =>
  block.is === 'list'
    ? block.items.length > 0
    : block.is === 'table'
      ? block.rows.length > 1
      : block.text !== ''

/** Where the combined process takes a text of one of the two others: `skr.` is Swedish, `lhl.` Norwegian. */
const combined = () => {
  const skr = textsOf(readSample('sv'))
  const lhl = textsOf(readSample('nb'))
  const both = <T>(of: (texts: SampleTexts) => ReadonlyMap<string, T>) =>
    new Map([
      ...[...of(skr)].map(([id, text]) => [`skr.${id}`, text] as const),
      ...[...of(lhl)].map(([id, text]) => [`lhl.${id}`, text] as const),
    ])
  return { sections: both(({ sections }) => sections), answers: both(({ answers }) => answers) }
}

export const textsFor = (template: string): SampleTexts => {
  if (template === 'skr-planning') return textsOf(readSample('sv'))
  return template === 'lhl-nine-steps' ? textsOf(readSample('nb')) : combined()
}

/** Writes the texts into the plan, step by step, through stock clients; resolves when all of it is on disk. */
export const writeSample = async (url: string, plan: StartedPlan, texts: SampleTexts): Promise<void> => {
  for (const step of (await plan.read()).steps) {
    const client = aStockClient(plan.facilitator, { url, board: plan.board, step: step.id })
    await client.ready()
    for (const { id } of step.sections) {
      const blocks = texts.sections.get(id)
      if (blocks) write(client.doc.getXmlFragment(sectionRoot(id)), blocks)
    }
    for (const { id } of step.questions) {
      const answer = texts.answers.get(id)
      if (answer) write(client.doc.getXmlFragment(answerRoot(id)), [paragraph(answer)])
    }
    await client.settled()
    client.leave()
  }
}
