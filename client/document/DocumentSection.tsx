import type { Section } from '../../shared/board/model.ts'
import type { StepId } from '../../shared/ids.ts'
import { languageTag } from '../../shared/locale.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import type { ProseDoc } from '../../shared/step/richtext.ts'
import { useBoard } from '../hooks/useBoard.ts'
import type { RoomDocument } from '../live/session.ts'
import { CommentMark } from '../marks/CommentMark.tsx'
import { HeadingLink } from '../step/HeadingLink.tsx'
import css from './document.module.css'
import { DocumentItems } from './DocumentItems.tsx'
import { DocumentText } from './DocumentText.tsx'
import type { Place } from './shown.ts'
import { kindsOf } from '../items/section-kinds.ts'

interface Props {
  readonly section: Section
  readonly stepId: StepId
  readonly isBlank: boolean
  readonly text: ProseDoc | undefined
  readonly room: RoomDocument
  readonly readOnly: string | null
  readonly places: ReadonlyMap<string, Place>
}

/** A titled part of a step: its text to read and to write in, then its items in full. */
export const DocumentSection = ({ section, stepId, isBlank, text, room, readOnly, places }: Props) => {
  const { board } = useBoard()
  const { id, title, prompt } = section
  const lang = languageTag[board.language]
  return (
    <section id={id} className={css.part} data-blank={isBlank}>
      <div className={css.heading}>
        <h3 lang={lang}>{title}</h3>
        <HeadingLink id={id} title={title} />
        <CommentMark subject={{ type: 'text', stepId, id: sectionRoot(id) }} title={title} />
      </div>
      <DocumentText
        stepId={stepId}
        room={room}
        root={sectionRoot(id)}
        label={title}
        prompt={prompt}
        readOnly={readOnly}
        lang={lang}
        text={text}
        under={3}
      />
      {kindsOf(section).length > 0 && (
        <DocumentItems section={section} stepId={stepId} readOnly={readOnly} places={places} />
      )}
    </section>
  )
}
