import { useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { may } from '../../shared/board/access.ts'
import type { Finding } from '../../shared/checks/define.ts'
import { whyOf } from '../../shared/checks/say.ts'
import { useBoard } from '../hooks/useBoard.ts'
import type { OpenChecks } from '../hooks/useOpenChecks.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { PanelShell } from '../items/PanelShell.tsx'
import { useGoingOn } from '../items/useGoingOn.ts'
import { useTelling } from '../items/useTelling.ts'
import { CommentsDoor } from '../marks/CommentsDoor.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { CloseIcon } from '../ui/icons.ts'
import beside from '../marks/beside.module.css'
import { Done } from './Done.tsx'
import { FindingGroup } from './FindingGroup.tsx'
import { FindingRow } from './FindingRow.tsx'
import { limitsDialog } from './limits.ts'
import { NotBegun } from './NotBegun.tsx'
import panel from '../ui/panel.module.css'
import css from './panel.module.css'
import { spotOf } from './places.ts'
import type { Scope, Which } from './scope.ts'
import { inScope, isBegun, scopeAtFirst, whichFrom } from './scope.ts'
import { isAtLeast, severities } from './severity.ts'
import { Thread } from './Thread.tsx'
import { Tools } from './Tools.tsx'
import { useFindings } from './useFindings.ts'
import { useFocusFirst } from './useFocusFirst.ts'
import { useRemedies } from './useRemedies.ts'
import { useSay } from './useSaid.ts'

interface Props {
  readonly open: OpenChecks
  /** The step that is open wide, if one is. */
  readonly stepId: string | undefined
  readonly onClose: () => void
}

/** The red thread through the plan, and what the checks find, beside it. */
export const ChecksPanel = ({ open, stepId, onClose }: Props) => {
  const t = useText()
  const headingId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const { me } = useBoard()
  const [scope, setScope] = useState<Scope>(() => scopeAtFirst(open, stepId))
  const [which, setWhich] = useState<Which>('all')
  const [isSetting, setSetting] = useState(false)
  const findings = useFindings()
  const found = inScope(findings, scope)
  const shown = found.filter(({ severity }) => isAtLeast(severity, whichFrom[which]))
  const row = useRow()
  const remedies = useRemedies()
  const { goOn, stay } = useGoingOn(heading)
  // What had the focus may have been put right by somebody else.
  useEffect(() => goOn, [goOn, shown.length])
  useFocusFirst(heading, findings.isKnown)
  return (
    <PanelShell headingId={headingId} onClose={onClose} isLow>
      <div className={panel.panel} data-findings {...stay}>
        <div className={beside.head}>
          <CommentsDoor />
          <h2 id={headingId} ref={heading} tabIndex={-1}>
            {t('findings.title')}{' '}
            <span aria-hidden="true">{findings.counted.length > 0 && findings.counted.length}</span>
          </h2>
          <IconButton icon={CloseIcon} label={t('common.close')} onPress={onClose} />
        </div>
        <div className={panel.body}>
          <Thread
            stations={findings.thread}
            onChoose={({ of }, title) => setScope({ is: 'checks', of, title })}
          />
          {findings.isKnown && (
            <Tools findings={findings} scope={scope} which={which} onScope={setScope} onWhich={setWhich} />
          )}
          <div className={css.status}>
            <p role="status">
              {findings.isKnown
                ? t(isBegun(findings, scope) ? 'findings.shown' : 'findings.notBegunHere', {
                    count: shown.length,
                  })
                : t('findings.waiting')}
            </p>
            {findings.isKnown && may(me, 'plan.change') && (
              <Button kind="quiet" onPress={() => setSetting(true)}>
                {t('findings.limits')}
              </Button>
            )}
          </div>
          <Done
            of={remedies.done}
            onUndo={() => {
              remedies.undo()
              goOn()
            }}
          />
          {severities.map((severity) => {
            const these = shown.filter((one) => one.severity === severity)
            if (these.length === 0) return null
            return (
              <FindingGroup
                key={severity}
                severity={severity}
                findings={these}
                row={(finding) => <FindingRow {...row(finding)} remedy={remedies.of(finding)} />}
              />
            )
          })}
          {scope.is === 'all' && <NotBegun findings={findings} which={which} onScope={setScope} />}
        </div>
      </div>
      {isSetting && <limitsDialog.Part onClose={() => setSetting(false)} />}
    </PanelShell>
  )
}

/** A finding in words, where it stands and why it is asked. */
const useRow = () => {
  const t = useText()
  const names = useNames()
  const telling = useDeferredValue(useTelling())
  const say = useSay()
  return (finding: Finding) => ({
    finding,
    spot: spotOf(finding.place, { t, telling, names }),
    words: say(finding),
    why: whyOf(finding.check, { t }),
  })
}
