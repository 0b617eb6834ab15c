import type { Section } from '../../shared/board/model.ts'
import type { StepId } from '../../shared/ids.ts'
import { languageTag } from '../../shared/locale.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useItemCount } from '../hooks/useItems.ts'
import { useItemText } from '../hooks/useItemText.ts'
import { AsTable } from '../items/AsTable.tsx'
import { Collection } from '../items/Collection.tsx'
import { ItemNames } from '../items/ItemNames.tsx'
import { KindCount } from '../items/KindCount.tsx'
import { kindsOf, leadOf } from '../items/section-kinds.ts'
import { kindKey, sectionKey } from '../marks/finding-keys.ts'
import { CommentMark } from '../marks/CommentMark.tsx'
import { findingMark } from '../marks/findings.ts'
import type { RoomDocument } from '../live/session.ts'
import { HeadingLink } from './HeadingLink.tsx'
import css from './section.module.css'
import { StepText } from './StepText.tsx'

interface Props {
  readonly section: Section
  readonly stepId: StepId
  readonly room: RoomDocument
  readonly readOnly: string | null
  /** Nothing is written in its text, and nobody may now. */
  readonly isSilent: boolean
  readonly wide: boolean
}

/** A titled part of a step: its text, and the items of its kinds. */
export const StepSection = ({ section, stepId, room, readOnly, isSilent, wide }: Props) => {
  const { board } = useBoard()
  const { id, title, prompt } = section
  const shown = kindsOf(section)
  const lead = leadOf(section, useItemText())
  const count = useItemCount(shown)
  const lang = languageTag[board.language]
  const Heading = wide ? 'h2' : 'h3'
  return (
    <section id={id} className={css.section}>
      <div className={css.head}>
        <div className={css.name}>
          <Heading lang={lang}>{title}</Heading>
          {/* The number stays with the last word. */}
          {lead !== null && (
            <>
              {'\u00a0'}
              <KindCount kind={lead} />
            </>
          )}{' '}
          <HeadingLink id={id} title={title} />
        </div>
        {!room.isPrivate && (
          <findingMark.Part
            keys={[sectionKey(stepId, id), ...shown.map((kind) => kindKey(stepId, kind))]}
            title={title}
          />
        )}
        {!room.isPrivate && (
          <span className={css.end}>
            {lead !== null && <AsTable kind={lead} />}
            <CommentMark subject={{ type: 'text', stepId, id: sectionRoot(id) }} title={title} />
          </span>
        )}
      </div>
      {!(isSilent && count > 0) && (
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
      )}
      {shown.length > 0 && room.isPrivate && <ItemNames section={section} />}
      {shown.length > 0 && !room.isPrivate && (
        <Collection section={section} stepId={stepId} readOnly={readOnly} wide={wide} />
      )}
    </section>
  )
}
