import type { Finding } from '../../shared/checks/define.ts'
import type { Severity } from '../../shared/checks/rules.ts'

/** The gravest first: in this order findings are shown. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

export const isAtLeast = (severity: Severity, from: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(from)

export const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  severities.flatMap((severity) => findings.filter((one) => one.severity === severity))

/** Numbers in the order of `severities` as one text, so that it is the same until they change: '0 2 1'. */
export const countsIn = (findings: readonly Finding[], from: Severity): string =>
  severities
    .map((severity) =>
      isAtLeast(severity, from) ? findings.filter((one) => one.severity === severity).length : 0,
    )
    .join(' ')

export interface Count {
  readonly severity: Severity
  readonly count: number
}

/** The same, taken apart; without those of which there are none. */
export const countsOf = (counts: string): readonly Count[] =>
  counts
    .split(' ')
    .map((count, at) => ({ severity: severities[at] ?? 'info', count: Number(count) }))
    .filter(({ count }) => count > 0)
