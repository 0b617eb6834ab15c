import type { FocusEvent } from 'react'
import { memo, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { Router } from 'wouter'
import { may } from '../../shared/board/access.ts'
import { stepOf } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useOpenItem } from '../hooks/useOpenItem.ts'
import { useText } from '../hooks/useText.ts'
import { refused } from '../proposals/refused.ts'
import { useStaying } from '../proposals/useStaying.ts'
import type { OnAsk } from '../step/ask.ts'
import { focus } from '../step/focus.ts'
import { later } from '../ui/later.ts'
import { Loading } from '../ui/Loading.tsx'
import { planMenu, proposeMark, useWayBack } from '../step/useWayBack.ts'
import type { PlanAsk } from './BoardDialogs.tsx'
import { BottomBar } from './BottomBar.tsx'
import { Columns } from './Columns.tsx'
import css from './frame.module.css'
import { Foot } from './Foot.tsx'
import { Notices } from './Notices.tsx'
import { StepGone } from './StepGone.tsx'
import { StepStrip } from './StepStrip.tsx'
import { TopBar } from './TopBar.tsx'
import { useAnchor } from './useAnchor.ts'
import { useSearchKeys } from './useSearchKeys.ts'
import { useUndoKeys } from './useUndoKeys.ts'
import type { View } from './view.ts'

/** A plan can be written without them: they come after it, ahead of the first that is asked for. */
const dialogs = later(async () => (await import('./BoardDialogs.tsx')).BoardDialogs)
const reading = later(async () => (await import('./DocumentView.tsx')).DocumentView)
const tables = later(async () => (await import('../table/TableView.tsx')).TableView)
const itemPanel = later(async () => (await import('../items/ItemPanel.tsx')).ItemPanel)
const news = later(async () => (await import('./News.tsx')).News)
const checks = later(async () => (await import('../checks/Checks.tsx')).Checks)
const comments = later(async () => (await import('../comments/Comments.tsx')).Comments)
const fetchStructure = () => import('../structure/StructureDialog.tsx')

interface Props {
  readonly stepId: string | undefined
  readonly view: View
}

/** What stands round every view of a plan: bars above, dialogs over it, a quiet line below. */
export const Frame = memo(function Frame({ stepId, view }: Props) {
  const t = useText()
  const { board, me } = useBoard()
  const [asked, setAsked] = useState<PlanAsk | null>(null)
  const ask = useCallback<OnAsk>((what) => setAsked(what), [])
  const back = useWayBack()
  const close = () => {
    setAsked(null)
    if (asked) back(wayBackFrom(asked))
  }
  const staying = useStaying(useCallback((to) => setAsked({ is: 'leave', to }), []))
  const main = useMain(`${view} ${stepId ?? ''}`)
  const whereabouts = useWhereabouts(stepId)
  const step = stepId === undefined ? undefined : stepOf(board, stepId)
  useAnchor(`${view} ${stepId ?? ''}`)
  useRestAhead(may(me, 'plan.change'))
  useUndoKeys()
  useSearchKeys(() => setAsked({ is: 'search' }))
  usePageTitle(step ? `${step.title} – ${board.title}` : board.title)
  return (
    <Router aroundNav={staying}>
      <div className={css.app} data-view={view} onFocus={whereabouts}>
        <a className="skip" href="#main">
          {t('common.skip')}
        </a>
        <TopBar view={view} onAsk={setAsked} />
        <Notices onAsk={setAsked} />
        <div className={css.desk}>
          <main ref={main} id="main" className={css.work} tabIndex={-1}>
            {view === 'board' && <Columns onAsk={ask} />}
            {view === 'document' && (
              <reading.Part onAsk={ask} meanwhile={<Loading>{t('board.loading')}</Loading>} />
            )}
            {view === 'table' && <tables.Part meanwhile={<Loading>{t('board.loading')}</Loading>} />}
            {view === 'focus' && step && <StepStrip current={step.id} />}
            {view === 'focus' && step && (
              <focus.Part step={step} onAsk={ask} meanwhile={<Loading>{t('board.loading')}</Loading>} />
            )}
            {view === 'focus' && !step && <StepGone />}
          </main>
          <Beside stepId={stepId} />
        </div>
        <Foot />
        <news.Part />
        <BottomBar view={view} />
        <Suspense fallback={null}>
          {asked && <dialogs.Part ask={asked} onAsk={setAsked} onClose={close} />}
        </Suspense>
      </div>
    </Router>
  )
})

/** What is open beside the view: an item, what is said of the plan, or what the checks find in it. */
const Beside = ({ stepId }: Pick<Props, 'stepId'>) => {
  const [open] = useOpenItem()
  return (
    <>
      {open !== null && <itemPanel.Part id={open} />}
      <comments.Part stepId={stepId} />
      <checks.Part stepId={stepId} />
    </>
  )
}

const wayBackFrom = (ask: PlanAsk): string => {
  if (!('stepId' in ask)) return planMenu
  const isProposing = ask.is === 'sendProposal' || ask.is === 'discardProposal'
  return isProposing ? proposeMark(ask.stepId) : ask.stepId
}

/** Fetched while there is a line: without one, none could be opened. */
const useRestAhead = (mayChange: boolean) =>
  useEffect(() => {
    // A failure shows when one is asked for; here there is nobody to tell.
    const all = Promise.all([
      focus.ahead(),
      refused.ahead(),
      itemPanel.ahead(),
      dialogs.ahead(),
      reading.ahead(),
      mayChange && fetchStructure(),
    ])
    all.catch(() => undefined)
  }, [mayChange])

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
