import { Suspense, useEffect, useRef } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { languageTag } from '../shared/locale.ts'
import { Broken } from './home/Broken.tsx'
import { NotFound } from './home/NotFound.tsx'
import { Unloaded } from './home/Unloaded.tsx'
import { TextProvider } from './hooks/TextProvider.tsx'
import { useLocale, useText } from './hooks/useText.ts'
import { accessibility, board, home, join } from './pages.ts'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { Loading } from './ui/Loading.tsx'
import { UiProvider } from './ui/UiProvider.tsx'

const { Page: Home } = home
const { Page: JoinPage } = join
const { Page: Accessibility } = accessibility
const { Page: BoardPage } = board

/** Words first, then the pages. Without words nothing can be said, so that failure has a text of its own. */
export const App = () => (
  <ErrorBoundary fallback={() => <Unloaded />}>
    <Suspense fallback={null}>
      <TextProvider>
        <Pages />
      </TextProvider>
    </Suspense>
  </ErrorBoundary>
)

const Pages = () => {
  const { locale } = useLocale()
  useFreshPage()
  return (
    <UiProvider language={languageTag[locale]}>
      <ErrorBoundary fallback={() => <Broken />}>
        <Suspense fallback={<Fetching />}>
          <Switch>
            <Route path="/">
              <Home onAhead={board.ahead} />
            </Route>
            <Route path="/join/:board">{({ board }) => <JoinPage key={board} boardId={board} />}</Route>
            {/* One route for all views of a plan, so that going between them leaves its line open. */}
            <Route path="/b/:board/*?">
              {({ board, '*': rest = '' }) => (
                <Plan key={board} boardId={board} rest={rest.replace(/\/$/, '')} />
              )}
            </Route>
            <Route path="/accessibility" component={Accessibility} />
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </UiProvider>
  )
}

const Plan = ({ boardId, rest }: { readonly boardId: string; readonly rest: string }) => {
  const stepId = /^s\/([^/]+)$/.exec(rest)?.[1]
  if (stepId !== undefined) return <BoardPage boardId={boardId} stepId={stepId} view="focus" />
  if (/^table(\/|$)/.test(rest)) return <BoardPage boardId={boardId} view="table" />
  if (rest === '' || rest === 'document')
    return <BoardPage boardId={boardId} view={rest === 'document' ? 'document' : 'board'} />
  return <NotFound />
}

/** Going to another page starts at its top, for eyes and ears alike. Within a plan its own page sees to that. */
const useFreshPage = () => {
  const [path] = useLocation()
  const page = path.split('/')[1] ?? ''
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    if (window.location.hash !== '') return
    window.scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [page])
}

const Fetching = () => {
  const t = useText()
  return <Loading>{t('common.loading')}</Loading>
}
