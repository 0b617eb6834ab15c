import type { FocusEvent } from 'react'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { stepOf } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useText } from '../hooks/useText.ts'
import type { OnAsk } from '../step/ask.ts'
import { StepFocus } from '../step/StepFocus.tsx'
import { planMenu, useWayBack } from '../step/useWayBack.ts'
import type { PlanAsk } from './BoardDialogs.tsx'
import { BottomBar } from './BottomBar.tsx'
import { Columns } from './Columns.tsx'
import css from './frame.module.css'
import { DocumentView } from './DocumentView.tsx'
import { Foot } from './Foot.tsx'
import { Notices } from './Notices.tsx'
import { StepGone } from './StepGone.tsx'
import { StepStrip } from './StepStrip.tsx'
import { TopBar } from './TopBar.tsx'
import { useNews } from './useNews.ts'
import type { View } from './view.ts'

/** A plan can be written without them: they come after it, ahead of the first that is asked for. */
const fetchDialogs = async () => ({ default: (await import('./BoardDialogs.tsx')).BoardDialogs })
const BoardDialogs = lazy(fetchDialogs)

interface Props {
  readonly stepId: string | undefined
  readonly view: View
}

/** What stands round every view of a plan: bars above, dialogs over it, a quiet line below. */
export const Frame = ({ stepId, view }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const [asked, setAsked] = useState<PlanAsk | null>(null)
  const ask = useCallback<OnAsk>((what) => setAsked(what), [])
  const back = useWayBack()
  const close = () => {
    setAsked(null)
    if (asked) back('stepId' in asked ? asked.stepId : planMenu)
  }
  const main = useMain(`${view} ${stepId ?? ''}`)
  const whereabouts = useWhereabouts(stepId)
  const step = stepId === undefined ? undefined : stepOf(board, stepId)
  useRestAhead()
  useNews()
  usePageTitle(step ? `${step.title} – ${board.title}` : board.title)
  return (
    <div className={css.app} data-view={view} onFocus={whereabouts}>
      <a className="skip" href="#main">
        {t('common.skip')}
      </a>
      <TopBar view={view} onAsk={setAsked} />
      <Notices onAsk={setAsked} />
      <main ref={main} id="main" className={css.work} tabIndex={-1}>
        {view === 'board' && <Columns onAsk={ask} />}
        {view === 'document' && <DocumentView onAsk={ask} />}
        {view === 'focus' && step && <StepStrip current={step.id} />}
        {view === 'focus' && (step ? <StepFocus step={step} onAsk={ask} /> : <StepGone />)}
      </main>
      <Foot />
      <BottomBar view={view} />
      <Suspense fallback={null}>
        {asked && <BoardDialogs ask={asked} onAsk={setAsked} onClose={close} />}
      </Suspense>
    </div>
  )
}

/** Fetched while there is a line: without one, none could be opened. */
const useRestAhead = () =>
  useEffect(() => {
    // A failure shows when one is asked for; here there is nobody to tell.
    fetchDialogs().catch(() => undefined)
  }, [])

/** Going to another view moves the focus there, so that it is not left on what is gone. */
const useMain = (place: string) => {
  const main = useRef<HTMLElement>(null)
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [place])
  return main
}

/** Tells the others where the person is: the step in which something has the focus, and the text in it. */
const useWhereabouts = (stepId: string | undefined) => {
  const session = useBoardSession()
  useEffect(() => session.here(stepId ?? null), [session, stepId])
  return ({ target }: FocusEvent) => {
    const step = target.closest('[data-step]')?.getAttribute('data-step')
    if (step) session.here(step, target.closest('[data-block]')?.getAttribute('data-block') ?? undefined)
  }
}

const usePageTitle = (page: string) => {
  const t = useText()
  useEffect(() => {
    document.title = t('common.pageTitle', { page })
  }, [t, page])
}
