import { memo } from 'react'
import { RichText as Editor } from '../text/RichText.tsx'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useLive } from '../hooks/useLive.ts'
import { useText } from '../hooks/useText.ts'
import type { RoomDocument } from '../live/session.ts'
import css from './section.module.css'
import { who } from './colour.ts'

const RichText = memo(Editor)

interface Props {
  readonly stepId: string
  readonly document: RoomDocument
  readonly root: string
  readonly label: string
  readonly prompt: string
  readonly readOnly: string | null
  readonly lang: string
}

/** A text that several write in: its edge has the colour of the other person who is in it. */
export const StepText = ({ stepId, root, document, prompt, ...text }: Props) => {
  const t = useText()
  const { me } = useBoard()
  const roster = useLive(useBoardSession().roster)
  const other = roster.find((one) => one.stepId === stepId && one.block === root && one.memberId !== me.id)
  // Nobody is invited to write where they cannot.
  const invitation = text.readOnly === null ? prompt : document.state.is === 'syncing' ? '' : t('step.nothingWritten')
  return (
    <div className={other ? `${css.text} ${css.occupied} ${who(other.colour)}` : css.text} data-block={root}>
      <RichText key={document.version} document={document} root={root} prompt={invitation} {...text} />
    </div>
  )
}
