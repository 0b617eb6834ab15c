import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { Step } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { boardHref, stepHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { stateOf } from '../step/state.ts'
import { Icon } from '../ui/Icon.tsx'
import css from './strip.module.css'

interface Props {
  readonly current: string
  /** On the board, where choosing shows another column; else choosing goes to the step. */
  readonly onChoose?: (step: Step) => void
}

/** The steps in a row, for a narrow screen: one of them is shown below. */
export const StepStrip = ({ current, onChoose }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const chosen = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const link = chosen.current
    const strip = link?.parentElement
    if (link && strip) strip.scrollLeft = link.offsetLeft - (strip.clientWidth - link.clientWidth) / 2
  }, [current])
  return (
    <nav className={css.strip} aria-label={t('board.steps')}>
      {board.steps.map((step, at) => {
        const { icon, word } = stateOf(step)
        const isCurrent = step.id === current
        return (
          <Link
            key={step.id}
            ref={isCurrent ? chosen : null}
            href={onChoose ? boardHref(board.id) : stepHref(board.id, step.id)}
            aria-current={isCurrent ? 'step' : undefined}
            onClick={() => onChoose?.(step)}
          >
            <Icon of={icon} size="sm" label={t(word)} />
            <span lang={languageTag[board.language]}>{`${at + 1} ${step.title}`}</span>
          </Link>
        )
      })}
    </nav>
  )
}
