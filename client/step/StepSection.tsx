import type { Section } from '../../shared/board/model.ts'
import type { StepId } from '../../shared/ids.ts'
import { kinds } from '../../shared/items/index.ts'
import { languageTag } from '../../shared/locale.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useItemCount } from '../hooks/useItems.ts'
import { Collection } from '../items/Collection.tsx'
import { ItemNames } from '../items/ItemNames.tsx'
import { CommentMark } from '../marks/CommentMark.tsx'
import type { RoomDocument } from '../live/session.ts'
import { HeadingLink } from './HeadingLink.tsx'
import css from './section.module.css'
import { StepText } from './StepText.tsx'

interface Props {
  readonly section: Section
  readonly stepId: StepId
  readonly room: RoomDocument
  readonly readOnly: string | null
  readonly wide: boolean
}

/** A titled part of a step: its text, and the items of its kinds. */
export const StepSection = ({ section, stepId, room, readOnly, wide }: Props) => {
  const { board } = useBoard()
  const { id, title, prompt } = section
  const shown = section.kinds?.filter((kind) => kinds.has(kind)) ?? []
  const count = useItemCount(shown)
  const lang = languageTag[board.language]
  const Heading = wide ? 'h2' : 'h3'
  return (
    <section id={id} className={css.section}>
      <div className={css.head}>
        <Heading lang={lang}>{title}</Heading>
        {shown.length > 0 && <span className={css.count}>{count}</span>}
        <HeadingLink id={id} title={title} />
        {!room.isPrivate && (
          <CommentMark subject={{ type: 'text', stepId, id: sectionRoot(id) }} title={title} />
        )}
      </div>
      <StepText
        stepId={stepId}
        document={room}
        root={sectionRoot(id)}
        label={title}
        prompt={prompt}
        {...(count > 0 && { absence: '' })}
        readOnly={readOnly}
        lang={lang}
      />
      {shown.length > 0 && room.isPrivate && <ItemNames section={section} />}
      {shown.length > 0 && !room.isPrivate && (
        <Collection section={section} stepId={stepId} readOnly={readOnly} wide={wide} />
      )}
    </section>
  )
}
