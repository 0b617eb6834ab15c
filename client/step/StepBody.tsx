import { useLayoutEffect, useRef } from 'react'
import type { Step } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useRoom } from '../hooks/useRoom.ts'
import { Questions } from './Questions.tsx'
import css from './section.module.css'
import { StepText } from './StepText.tsx'
import { useWhyNot } from './useWhyNot.ts'

interface Props {
  readonly step: Step
  readonly wide: boolean
}

/** What is written in a step: its texts, then its questions with their answers. */
export const StepBody = ({ step, wide }: Props) => {
  const { board } = useBoard()
  const room = useRoom(step.id)
  const readOnly = useWhyNot(step, room.state)
  const steady = useSteady(room.state.is === 'syncing')
  const lang = languageTag[board.language]
  const Heading = wide ? 'h2' : 'h3'
  // Binding an editor to what it does not know would delete it for everybody.
  if (room.state.is === 'unknownContent') return null
  return (
    <div className={wide ? `${css.parts} ${css.wide}` : css.parts} {...steady}>
      {step.sections.map(({ id, title, prompt }) => (
        <section key={id} id={id} className={css.section}>
          <div className={css.head}>
            <Heading lang={lang}>{title}</Heading>
          </div>
          <StepText
            stepId={step.id}
            document={room}
            root={sectionRoot(id)}
            label={title}
            prompt={prompt}
            readOnly={readOnly}
            lang={lang}
          />
        </section>
      ))}
      {step.questions.length > 0 && <Questions step={step} room={room} readOnly={readOnly} wide={wide} />}
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
