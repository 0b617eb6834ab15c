import { memo, useRef } from 'react'
import type { StepId } from '../../shared/ids.ts'
import { isEmpty } from '../../shared/step/read.ts'
import type { ProseDoc } from '../../shared/step/richtext.ts'
import type { RoomDocument } from '../live/session.ts'
import { Reading as Words } from '../step/Reading.tsx'
import { StepText } from '../step/StepText.tsx'
import { useNear } from '../hooks/useNear.ts'
import { SpokenText } from './SpokenText.tsx'
import css from './document.module.css'

const Reading = memo(Words)

interface Props {
  readonly stepId: StepId
  readonly room: RoomDocument
  readonly root: string
  readonly label: string
  readonly prompt: string
  readonly readOnly: string | null
  readonly lang: string
  readonly text: ProseDoc | undefined
  /** The level of the heading it stands under. */
  readonly under: 3 | 4
}

/**
 * A text of the document. Whoever may write gets its editor once it comes near, and keeps it; what is printed is
 * always the plain text.
 */
export const DocumentText = ({ text, under, room, readOnly, lang, ...rest }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  const isNear = useNear(place, 2)
  const wasOpen = useRef(false)
  wasOpen.current ||= isNear && readOnly === null
  // Binding an editor to what it does not know would delete it for everybody.
  const isOpen = wasOpen.current && room.state.is !== 'unknownContent'
  return (
    <div ref={place}>
      {isOpen && (
        <div className={css.editor}>
          <StepText document={room} readOnly={readOnly} lang={lang} {...rest} />
        </div>
      )}
      {text && !isEmpty(text) && (
        <div className={isOpen ? css.printed : undefined}>
          {isOpen ? (
            <Reading text={text} lang={lang} under={under} />
          ) : (
            <SpokenText stepId={rest.stepId} root={rest.root} text={text} lang={lang} under={under} />
          )}
        </div>
      )}
    </div>
  )
}
