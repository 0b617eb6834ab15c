import { useEffect } from 'react'
import { may } from '../../shared/board/access.ts'
import { stepOf } from '../../shared/board/model.ts'
import { StepId } from '../../shared/ids.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useOpenComments } from '../hooks/useOpenComments.ts'
import { commenting } from '../text/mounted.ts'
import { later } from '../ui/later.ts'
import { BlockButtons } from './passages/BlockButtons.tsx'
import { onPassagePress } from './passages/current.ts'
import { useSelectedPassage } from './passages/usePassages.ts'

const panel = later(async () => (await import('./CommentsPanel.tsx')).CommentsPanel)

/** Marks the passages that are spoken of, opens their threads, and shows the panel when the address asks for it. */
export const Comments = ({ stepId }: { readonly stepId: string | undefined }) => {
  const [open, go] = useOpenComments()
  const { board, me } = useBoard()
  // Fetched while there is a line; it is tried again when it is drawn.
  useEffect(() => void panel.ahead().catch(() => undefined), [])
  // Whoever asks for what is selected also has the texts marked.
  useSelectedPassage()
  useEffect(() => onPassagePress((id) => go({ is: 'thread', id })), [go])
  useEffect(() => {
    commenting.set({
      isOpen: (id) => may(me, 'comment.post', stepOf(board, id)),
      begin: ({ stepId: id, root }) =>
        go({ is: 'about', subject: { type: 'text', stepId: StepId.parse(id), id: root } }),
    })
    return () => commenting.set(null)
    // The steps say nothing of this that the person's own rights do not.
  }, [go, me])
  return (
    <>
      <BlockButtons />
      {open && <panel.Part open={open} stepId={stepId} onClose={() => go(null)} />}
    </>
  )
}
