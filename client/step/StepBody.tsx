import { useLayoutEffect, useRef } from 'react'
import type { Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { useRoom } from '../hooks/useRoom.ts'
import type { RoomDocument } from '../live/session.ts'
import { Questions } from './Questions.tsx'
import css from './section.module.css'
import { StepSection } from './StepSection.tsx'
import { useWhyNot } from '../hooks/useWhyNot.ts'

interface Props {
  readonly step: Step
  readonly wide: boolean
  /** Written in instead of the step itself: the person's own copy, for a proposal. */
  readonly copy?: RoomDocument
}

/** What is written in a step: its texts and items, then its questions with their answers. */
export const StepBody = ({ step, wide, copy }: Props) => {
  const shared = useRoom(step.id)
  const room = copy ?? shared
  const whyNot = useWhyNot(step, shared.state)
  const readOnly = copy ? null : whyNot
  const steady = useSteady(room.state.is === 'syncing')
  // Binding an editor to what it does not know would delete it for everybody.
  if (room.state.is === 'unknownContent') return null
  return (
    <div className={wide ? `${css.parts} ${css.wide}` : css.parts} {...steady}>
      {visible(step.sections).map((section) => (
        <StepSection
          key={section.id}
          section={section}
          stepId={step.id}
          room={room}
          readOnly={readOnly}
          wide={wide}
        />
      ))}
      {visible(step.questions).length > 0 && (
        <Questions step={step} room={room} readOnly={readOnly} wide={wide} />
      )}
    </div>
  )
}

/**
 * After a refusal the texts are fetched anew, and are empty for a moment: the place keeps its height meanwhile, so
 * that nobody is thrown to another part of the step.
 */
const useSteady = (isSyncing: boolean) => {
  const place = useRef<HTMLDivElement>(null)
  const height = useRef(0)
  useLayoutEffect(() => {
    const element = place.current
    if (!element || isSyncing) return
    const watch = new ResizeObserver(() => {
      height.current = element.offsetHeight
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [isSyncing])
  useLayoutEffect(() => {
    // Set by hand: only what was measured a moment ago can be kept.
    place.current?.style.setProperty('min-block-size', isSyncing ? `${height.current}px` : 'auto')
  }, [isSyncing])
  return { ref: place, 'data-fetching': isSyncing }
}
