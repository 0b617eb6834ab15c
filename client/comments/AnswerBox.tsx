import { useEffect, useRef, useState } from 'react'
import type { Comment } from '../../shared/board/comment.ts'
import { commentLimit } from '../../shared/board/comments.ts'
import { CommentId, newId } from '../../shared/ids.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useAnnounce } from '../ui/useAnnounce.ts'
import { Behalf } from './Behalf.tsx'
import { SendIcon } from './icons.ts'
import { answerKey } from './drafts.ts'
import { useBehalf } from './useBehalf.ts'
import { useKeptDraft } from './useKeptDraft.ts'
import { useNamed } from './useNamed.ts'
import { useSending } from './useSending.ts'
import css from './write.module.css'
import { WriteBox } from './WriteBox.tsx'

interface Props {
  readonly head: Comment
  readonly onClose: () => void
}

/** An answer in a thread. What was begun stays when the box is closed. */
export const AnswerBox = ({ head, onClose }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const announce = useAnnounce()
  const named = useNamed()
  const { idOf } = useBehalf()
  const [draft, change, forget] = useKeptDraft(answerKey(board.id, head.id))
  const { isSending, problem, wait, send } = useSending()
  const [isBare, setBare] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const body = draft.body.trim()
  const post = () => {
    setBare(body === '')
    if (body === '' || body.length > commentLimit.body || isSending) return
    const commentId = CommentId.safeParse(draft.commentId).data ?? newId(CommentId)
    change({ commentId })
    const behalf = draft.onBehalfOf.trim() === '' ? {} : { onBehalfOf: idOf(draft.onBehalfOf) }
    send({ type: 'comment.post', commentId, parentId: head.id, body, ...behalf, ...named(body) }, () => {
      forget()
      announce(t('comments.sent'))
      onClose()
    })
  }
  return (
    <form
      className={css.answer}
      onSubmit={(event) => {
        event.preventDefault()
        post()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <WriteBox
        ref={area}
        label={t('comments.writeAnswer')}
        error={isBare && body === '' ? t('comments.needed') : problem}
        value={draft.body}
        readOnly={isSending}
        onChange={(words) => change({ body: words })}
        onSend={post}
      />
      <Behalf value={draft.onBehalfOf} onChange={(onBehalfOf) => change({ onBehalfOf })} />
      {wait !== undefined && (
        <p className={css.hint} role="status">
          {wait}
        </p>
      )}
      <div className={css.buttons}>
        <Button kind="primary" type="submit" icon={SendIcon} isPending={isSending}>
          {t(isSending ? 'comments.sending' : 'comments.send')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('comments.cancel')}
        </Button>
      </div>
    </form>
  )
}
