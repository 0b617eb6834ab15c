import { may } from '../../shared/board/access.ts'
import type { Comment } from '../../shared/board/comment.ts'
import type { Step } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { WarningIcon } from '../ui/icons.ts'
import { useAnnounce } from '../ui/useAnnounce.ts'
import { useSelectedPassage } from './passages/usePassages.ts'
import css from './thread.module.css'
import { useSending } from './useSending.ts'

interface Props {
  readonly head: Comment
  readonly step: Step
}

/** That the words it was about are gone, and the way to give it others. */
export const OrphanNote = ({ head, step }: Props) => {
  const t = useText()
  const session = useBoardSession()
  const { me } = useBoard()
  const announce = useAnnounce()
  const selected = useSelectedPassage()
  const { isSending, problem, send } = useSending()
  const mayPlace = may(me, 'comment.place', step, head.author === me.id) || may(me, 'room.write', step)
  const isFit = selected?.stepId === head.anchor.stepId && selected.root === head.anchor.id
  const place = () => {
    if (!isFit) return
    const { start, end, quote, before, after } = selected.anchor
    const revision = session.passages.get().get(head.id)?.revision ?? 0
    const words = { quote, before, after }
    send({ type: 'comment.reanchor', commentId: head.id, start, end, revision, words }, () =>
      announce(t('comments.placedAgain')),
    )
  }
  return (
    <div className={css.gone}>
      <p>
        <Icon of={WarningIcon} size="sm" /> {t('comments.orphanTitle')}
      </p>
      {mayPlace && !isFit && <p className={css.facts}>{t('comments.placeAgainHint')}</p>}
      {mayPlace && isFit && (
        <Button isPending={isSending} onPress={place}>
          {t(isSending ? 'comments.sending' : 'comments.placeAgain')}
        </Button>
      )}
      {problem !== undefined && <p role="status">{problem}</p>}
    </div>
  )
}
