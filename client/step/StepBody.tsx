import type { Step } from '../../shared/board/model.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import { languageTag } from '../../shared/locale.ts'
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
  const lang = languageTag[board.language]
  const Heading = wide ? 'h2' : 'h3'
  // Binding an editor to what it does not know would delete it for everybody.
  if (room.state.is === 'unknownContent') return null
  return (
    <>
      {step.sections.map(({ id, title, prompt }) => (
        <section key={id} id={id} className={wide ? `${css.section} ${css.wide}` : css.section}>
          <div className={css.head}>
            <Heading lang={lang}>
              {title}
            </Heading>
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
    </>
  )
}
