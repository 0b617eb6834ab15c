import { useDeferredValue } from 'react'
import type { Finding } from '../../shared/checks/define.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { useTelling } from '../items/useTelling.ts'
import { Select } from '../ui/Select.tsx'
import type { Findings } from './findings.ts'
import css from './panel.module.css'
import { itemTitle, spotOf } from './places.ts'
import type { Scope, Which } from './scope.ts'
import { inScope, whiches } from './scope.ts'

interface Props {
  readonly findings: Findings
  readonly scope: Scope
  readonly which: Which
  readonly onScope: (scope: Scope) => void
  readonly onWhich: (which: Which) => void
}

/** No step is called so. */
const all = '*'
const only = '='

const labels = {
  all: 'findings.whichAll',
  warnings: 'findings.whichWarnings',
  errors: 'findings.whichErrors',
} as const

/** Which findings the list shows, with how many there are of each. */
export const Tools = ({ findings, scope, which, onScope, onWhich }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const names = useNames()
  const count = (one: Scope) => inScope(findings, one).length
  const title = useTitle(scope, inScope(findings, scope)[0])
  const choose = (value: string) => {
    if (value === only) return
    onScope(value === all ? { is: 'all' } : { is: 'step', stepId: value })
  }
  return (
    <div className={css.tools}>
      <Select
        label={t('findings.place')}
        labelHidden
        size="md"
        value={scope.is === 'all' ? all : scope.is === 'step' ? scope.stepId : only}
        onChange={choose}
        choices={[
          ...(title === null
            ? []
            : [{ value: only, label: t('findings.placeThis', { title, count: count(scope) }) }]),
          { value: all, label: t('findings.placeAll', { count: findings.counted.length }) },
          ...board.steps.map((step) => ({
            value: `${step.id}`,
            label: t(findings.notBegun.has(step.id) ? 'findings.placeNotBegun' : 'findings.placeStep', {
              number: names.number(step.id),
              title: step.title,
              count: count({ is: 'step', stepId: step.id }),
            }),
          })),
        ]}
      />
      <Select
        label={t('findings.which')}
        labelHidden
        size="md"
        value={which}
        onChange={onWhich}
        choices={whiches.map((one) => ({ value: one, label: t(labels[one]) }))}
      />
    </div>
  )
}

/** What the list is narrowed to, when it is neither the plan nor a step. */
const useTitle = (scope: Scope, first: Finding | undefined): string | null => {
  const t = useText()
  const names = useNames()
  const telling = useDeferredValue(useTelling())
  if (scope.is === 'checks') return scope.title
  if (scope.is !== 'place') return null
  if (first) return spotOf(first.place, { t, telling, names }).title
  const [is, id = ''] = scope.key.split('~')
  return is === 'item' ? itemTitle(id, telling) : t('findings.here')
}
