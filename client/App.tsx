import type { ComponentType } from 'react'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { languageTag } from '../shared/locale.ts'
import { Broken } from './home/Broken.tsx'
import { NotFound } from './home/NotFound.tsx'
import { Unloaded } from './home/Unloaded.tsx'
import { homeCatalogue, spokenLocale } from './hooks/catalogue.ts'
import { TextProvider } from './hooks/TextProvider.tsx'
import { useLocale, useText } from './hooks/useText.ts'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { Loading } from './ui/Loading.tsx'
import { UiProvider } from './ui/UiProvider.tsx'

/** A page before a plan, with its words: people wait once. */
const before = <Props,>(fetch: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    const [page] = await Promise.all([fetch(), homeCatalogue(spokenLocale())])
    return { default: page }
  })

const fetchBoard = async () => ({ default: (await import('./board/BoardPage.tsx')).BoardPage })
/* Whoever opens a plan needs none of the pages before it, and the other way round. */
const Home = before(async () => (await import('./home/Home.tsx')).Home)
const JoinPage = before(async () => (await import('./home/JoinPage.tsx')).JoinPage)
const Accessibility = before(async () => (await import('./home/Accessibility.tsx')).Accessibility)
const BoardPage = lazy(fetchBoard)

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
              <Home onAhead={fetchBoard} />
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
