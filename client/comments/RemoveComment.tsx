import type { Comment } from '../../shared/board/comment.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useAnnounce } from '../ui/useAnnounce.ts'
import css from './write.module.css'
import { useSending } from './useSending.ts'

interface Props {
  readonly comment: Comment
  readonly onClose: () => void
}

/** Asks before a comment is removed: nobody can bring its words back. */
export const RemoveComment = ({ comment, onClose }: Props) => {
  const t = useText()
  const names = useNames()
  const announce = useAnnounce()
  const { isSending, problem, wait, send } = useSending()
  const remove = () => {
    if (isSending) return
    send({ type: 'comment.remove', commentId: comment.id }, () => {
      announce(t('comments.removedNow'))
      onClose()
    })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      size="sm"
      title={t('comments.removeTitle', { name: names.person(comment.author) })}
      closeLabel={t('common.close')}
      onSubmit={remove}
      foot={
        <>
          <Button size="lg" onPress={onClose}>
            {t('comments.cancel')}
          </Button>
          <Button type="submit" size="lg" kind="danger" isPending={isSending}>
            {t(isSending ? 'comments.sending' : 'comments.removeDo')}
          </Button>
        </>
      }
    >
      <p>{t('comments.removeLead')}</p>
      {(problem ?? wait) !== undefined && (
        <p className={css.hint} role="status">
          {problem ?? wait}
        </p>
      )}
    </Dialog>
  )
}
