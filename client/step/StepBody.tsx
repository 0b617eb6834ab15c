import { useLayoutEffect, useRef } from 'react'
import type { Section, Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { followUpRoom } from '../../shared/board/plan.ts'
import type { StepTexts } from '../../shared/step/read.ts'
import { isEmpty } from '../../shared/step/read.ts'
import { useFilledKinds } from '../hooks/useItems.ts'
import { useItemReadOnly } from '../items/useItemReadOnly.ts'
import { useRoom } from '../hooks/useRoom.ts'
import type { RoomDocument } from '../live/session.ts'
import { agreedSections } from './agreed-sections.ts'
import { Questions } from './Questions.tsx'
import css from './section.module.css'
import { StepSection } from './StepSection.tsx'
import { useContent } from './useContent.ts'
import { useGoingOn } from './useGoingOn.ts'
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
  const { sections: texts } = useContent(room, step)
  const sections = useSections(step, texts, room, wide)
  // In a pause the text stays where it is: somebody may be in it.
  const isClosed = readOnly !== null && !step.pause && room.state.is !== 'syncing'
  const questions = visible(step.questions)
  const goingOn = useGoingOn(step.id, [...sections, ...questions].map(({ id }) => id).join())
  // Binding an editor to what it does not know would delete it for everybody.
  if (room.state.is === 'unknownContent') return null
  return (
    <div className={wide ? `${css.parts} ${css.wide}` : css.parts} {...steady} {...goingOn}>
      {sections.map((section) => (
        <StepSection
          key={section.id}
          section={section}
          stepId={step.id}
          room={room}
          readOnly={readOnly}
          isSilent={isClosed && isEmpty(texts[section.id])}
          wide={wide}
        />
      ))}
      {questions.length > 0 && <Questions step={step} room={room} readOnly={readOnly} wide={wide} />}
    </div>
  )
}

/**
 * The parts to show. On the board a step that is agreed leaves out what stayed empty: nothing comes there any more, and
 * what was agreed is easier to find.
 */
const useSections = (
  step: Step,
  texts: StepTexts['sections'],
  room: RoomDocument,
  wide: boolean,
): readonly Section[] => {
  const filled = useFilledKinds()
  const mayFollow = useItemReadOnly(followUpRoom) === null
  const sections = visible(step.sections)
  if (wide || room.isPrivate || step.state.is !== 'agreed' || room.state.is === 'syncing') return sections
  return agreedSections(sections, { texts, filled: filled.split(' '), mayFollow })
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
