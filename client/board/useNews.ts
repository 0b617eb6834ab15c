import { useEffect, useRef } from 'react'
import { may } from '../../shared/board/access.ts'
import type { Step } from '../../shared/board/model.ts'
import { closedBecause, visible } from '../../shared/board/model.ts'
import type { Translate } from '../../shared/messages/format.ts'
import { useBoard } from '../hooks/useBoard.ts'
import type { Names } from '../hooks/useNames.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { useAnnounce } from '../ui/useAnnounce.ts'

/** Says politely, to those who hear the page, when a step is closed or opened while they have it before them. */
export const useNews = (): void => {
  const t = useText()
  const names = useNames()
  const announce = useAnnounce()
  const { board, me } = useBoard()
  const before = useRef(board.steps)
  useEffect(() => {
    const old = before.current
    before.current = board.steps
    if (old === board.steps) return
    // Whoever leads the plan hears of their own changes where they make them.
    if (!may(me, 'structure.change') && isRestructured(old, board.steps)) announce(t('structure.news'))
    for (const words of newsBetween(old, board.steps, { t, names })) announce(words)
  }, [board.steps, me, announce, t, names])
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

interface Told {
  readonly t: Translate
  readonly names: Pick<Names, 'person' | 'numbers'>
}

/** What happened to the steps from one moment to another, a sentence for each kind of thing. */
export const newsBetween = (
  old: readonly Step[],
  now: readonly Step[],
  { t, names }: Told,
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
