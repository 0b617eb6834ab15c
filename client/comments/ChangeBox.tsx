import { useEffect, useRef } from 'react'
import type { Comment } from '../../shared/board/comment.ts'
import { commentLimit } from '../../shared/board/comments.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useAnnounce } from '../ui/useAnnounce.ts'
import { emptyDraft } from './drafts.ts'
import { Kinds } from './Kinds.tsx'
import { useKeptDraft } from './useKeptDraft.ts'
import { useNamed } from './useNamed.ts'
import { useSending } from './useSending.ts'
import css from './write.module.css'
import { WriteBox } from './WriteBox.tsx'

interface Props {
  readonly comment: Comment
  readonly isHead: boolean
  readonly onClose: () => void
}

/** One's own comment, to change. */
export const ChangeBox = ({ comment, isHead, onClose }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const announce = useAnnounce()
  const named = useNamed()
  const [kept, change, forget] = useKeptDraft(`${board.id} change ${comment.id}`)
  const draft = kept === emptyDraft ? { ...emptyDraft, body: comment.body, kind: comment.kind } : kept
  const { isSending, problem, wait, send } = useSending()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const body = draft.body.trim()
  const put = () => {
    forget()
    onClose()
  }
  const save = () => {
    if (body === '' || body.length > commentLimit.body || isSending) return
    const kind = isHead ? { kind: draft.kind } : {}
    send({ type: 'comment.edit', commentId: comment.id, body, ...kind, ...named(body) }, () => {
      announce(t('comments.saved'))
      put()
    })
  }
  return (
    <form
      className={css.answer}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <WriteBox
        ref={area}
        label={t('comments.writeChange')}
        error={body === '' ? t('comments.needed') : problem}
        value={draft.body}
        rows={3}
        readOnly={isSending}
        onChange={(words) => change({ kind: draft.kind, body: words })}
        onSend={save}
      />
      {isHead && <Kinds value={draft.kind} onChange={(kind) => change({ body: draft.body, kind })} />}
      {wait !== undefined && (
        <p className={css.hint} role="status">
          {wait}
        </p>
      )}
      <div className={css.buttons}>
        <Button kind="primary" type="submit" isPending={isSending}>
          {t(isSending ? 'comments.sending' : 'comments.save')}
        </Button>
        <Button kind="quiet" onPress={put}>
          {t('comments.cancel')}
        </Button>
      </div>
    </form>
  )
}
