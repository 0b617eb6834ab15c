import type { Finding } from '../../shared/checks/define.ts'
import type { CheckId, Severity } from '../../shared/checks/rules.ts'
import type { OpenChecks } from '../hooks/useOpenChecks.ts'
import type { Findings } from './findings.ts'
import { placesIn, stepKey } from '../marks/finding-keys.ts'

/** Which findings the red thread lists. */
export type Scope =
  | { readonly is: 'all' }
  | { readonly is: 'step'; readonly stepId: string }
  | { readonly is: 'place'; readonly key: string }
  /** What one gap of the thread is made of. */
  | { readonly is: 'checks'; readonly of: readonly CheckId[]; readonly title: string }

/** In a step that is open wide, its own come first. */
export const scopeAtFirst = (open: OpenChecks, stepId: string | undefined): Scope =>
  open.is === 'all' && stepId !== undefined ? { is: 'step', stepId } : open

const none: readonly Finding[] = []

export const inScope = (
  { counted, by }: Pick<Findings, 'counted' | 'by'>,
  scope: Scope,
): readonly Finding[] => {
  switch (scope.is) {
    case 'all':
      return counted
    case 'step':
      return by.get(stepKey(scope.stepId)) ?? none
    case 'place':
      return placesIn(scope.key).flatMap((key) => by.get(key) ?? none)
    case 'checks':
      return counted.filter(({ check }) => scope.of.includes(check))
  }
}

/** A step in which nothing has been written yet has nothing to remark, and much to fill in. */
export const isBegun = ({ notBegun }: Pick<Findings, 'notBegun'>, scope: Scope): boolean =>
  scope.is !== 'step' || !notBegun.has(scope.stepId)

/** How grave it must be to be shown. */
export const whiches = ['all', 'warnings', 'errors'] as const
export type Which = (typeof whiches)[number]
export const whichFrom: Readonly<Record<Which, Severity>> = {
  all: 'info',
  warnings: 'warning',
  errors: 'error',
}
