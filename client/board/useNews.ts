import { useEffect, useRef } from 'react'
import { may } from '../../shared/board/access.ts'
import type { Board, Member, Step } from '../../shared/board/model.ts'
import { closedBecause, visible } from '../../shared/board/model.ts'
import type { Translate } from '../../shared/messages/format.ts'
import { isQuiet } from '../hooks/quiet.ts'
import { useBoardWithComments } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useItemText } from '../hooks/useItemText.ts'
import type { Names } from '../hooks/useNames.ts'
import { useNames } from '../hooks/useNames.ts'
import { useLocale, useText } from '../hooks/useText.ts'
import { onNewsAsked } from '../inbox/ask-news.ts'
import { Crier } from '../inbox/crier.ts'
import type { Told } from '../inbox/told.ts'
import { comings, newComments, saying } from '../inbox/told.ts'
import { watchWritings } from '../inbox/writings.ts'
import { browser } from '../live/browser.ts'
import { planItemsOf } from '../live/plan-items.ts'
import type { BoardSession } from '../live/session.ts'
import { useAnnounce } from '../ui/useAnnounce.ts'

/**
 * Says politely, to those who hear the page, what others decide, say and write while the page is open: seldom, never
 * while the person types, in quiet mode only what was decided or is asked of them.
 */
export const useNews = (): void => {
  const session = useBoardSession()
  const announce = useAnnounce()
  const itemText = useItemText()
  const { locale } = useLocale()
  const t = useText()
  const names = useNames()
  const { board, me } = useBoardWithComments()
  const now = useRef({ board, me, t, names, itemText, locale, announce })
  const crier = useRef<Crier<Told> | null>(null)
  const before = useRef(board)
  useEffect(() => {
    now.current = { board, me, t, names, itemText, locale, announce }
  })
  useEffect(() => {
    const made = new Crier<Told>({
      clock: browser(),
      isQuiet,
      say: (words) => now.current.announce(words),
      words: (news) => {
        const { board: on, t: text, names: called, itemText: itemWords, locale: language } = now.current
        const items = planItemsOf(session).get()
        const telling = { t: itemWords, locale: language, board: on, items }
        return saying(news, { t: text, names: called, telling })
      },
    })
    crier.current = made
    const stop = listenOn(session, now.current.me.id, made, () => now.current)
    return () => {
      stop()
      made.stop()
    }
  }, [session])
  useEffect(() => {
    const old = before.current
    before.current = board
    if (old === board) return
    const decided = decisionsBetween(old, board, me, { t, names })
    crier.current?.hear(
      ...decided.map((words) => ({ is: 'decided', words }) as const),
      ...newComments(old, board, me.id),
    )
  }, [board, me, t, names])
}

type Now = Pick<Names, 'list' | 'person' | 'number' | 'numbers'>

/** Keys, others' writing, and the wish to hear what there is. */
const listenOn = (
  session: BoardSession,
  me: string,
  crier: Crier<Told>,
  now: () => { readonly t: Translate; readonly names: Now; readonly announce: (words: string) => void },
): (() => void) => {
  let roster = session.roster.get()
  const tell = () => {
    const { t, names, announce } = now()
    const moved = comings(roster, session.roster.get(), { t, names })
    roster = session.roster.get()
    const isTold = crier.tellNow()
    if (moved !== '') announce(moved)
    else if (!isTold) announce(t('inbox.nothingNew'))
  }
  const ends = new AbortController()
  const to = { capture: true, passive: true, signal: ends.signal }
  const typed = ({ target }: Event) => {
    if (target instanceof Element && target.closest(writable)) crier.typed()
  }
  for (const event of ['keydown', 'beforeinput']) document.addEventListener(event, typed, to)
  document.addEventListener('keydown', (event) => isNewsKey(event) && tell(), to)
  const stopAsking = onNewsAsked(tell)
  const stopWatching = watchWritings(session, me, (heard) => crier.hear({ is: 'written', ...heard }))
  return () => {
    ends.abort()
    stopAsking()
    stopWatching()
  }
}

const writable = '[contenteditable="true"], input, textarea'

const isNewsKey = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === 'F9' && altKey && !ctrlKey && !metaKey

/** What was decided from one moment to another, in sentences. */
export const decisionsBetween = (
  old: Pick<Board, 'steps'>,
  now: Pick<Board, 'steps'>,
  me: Member,
  told: Words,
): readonly string[] => {
  if (old.steps === now.steps) return []
  // Whoever leads the plan hears of their own changes where they make them.
  const isNew = !may(me, 'structure.change') && isRestructured(old.steps, now.steps)
  return [...(isNew ? [told.t('structure.news')] : []), ...newsBetween(old.steps, now.steps, told)]
}

/** Whether what people see of the process has changed: words, order, what is there at all. */
export const isRestructured = (old: readonly Step[], now: readonly Step[]): boolean =>
  old.length !== now.length ||
  now.some((step, at) => {
    const then = old[at]
    return step !== then && seen(step) !== (then && seen(then))
  })

const seen = ({ id, title, sections, questions }: Step): string =>
  JSON.stringify([
    id,
    title,
    visible(sections).map((one) => [one.id, one.title]),
    visible(questions).map((one) => [one.id, one.text]),
  ])

interface Words {
  readonly t: Translate
  readonly names: Pick<Names, 'person' | 'numbers'>
}

/** What happened to the steps from one moment to another, a sentence for each kind of thing. */
export const newsBetween = (
  old: readonly Step[],
  now: readonly Step[],
  { t, names }: Words,
): readonly string[] => {
  const changed = now.flatMap((step) => {
    const then = old.find((one) => one.id === step.id)
    return then && then !== step ? [{ then, step }] : []
  })
  const steps = (which: readonly Step[]) => ({
    count: which.length,
    steps: names.numbers(which.map(({ id }) => id)),
  })
  const paused = changed.filter(({ then, step }) => isPaused(step) && !isPaused(then)).map(({ step }) => step)
  const resumed = changed.filter(({ then, step }) => isPaused(then) && isOpen(step)).map(({ step }) => step)
  return [
    ...changed.flatMap(({ then, step }) => {
      const { state } = step
      if (state.is === then.state.is) return []
      if (state.is === 'agreed')
        return [t('board.newsAgreed', { ...steps([step]), name: names.person(state.by) })]
      if (state.is === 'inReview') return [t('board.newsReview', steps([step]))]
      return state.reopened
        ? [t('board.newsReopened', { ...steps([step]), name: names.person(state.reopened.by) })]
        : []
    }),
    ...(paused[0]?.pause
      ? [t('board.newsPaused', { ...steps(paused), name: names.person(paused[0].pause.by) })]
      : []),
    ...(resumed.length > 0 ? [t('board.newsResumed', steps(resumed))] : []),
  ]
}

const isPaused = (step: Step): boolean => closedBecause(step) === 'paused'
const isOpen = (step: Step): boolean => closedBecause(step) === null
