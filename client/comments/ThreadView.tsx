import { memo, useEffect, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { may } from '../../shared/board/access.ts'
import type { Comment, Thread } from '../../shared/board/comment.ts'
import type { Step } from '../../shared/board/model.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { DoneIcon } from '../ui/icons.ts'
import { goOnAt } from '../items/go-on.ts'
import { useAnnounce } from '../ui/useAnnounce.ts'
import { AboutLink } from './AboutLink.tsx'
import { AnswerBox } from './AnswerBox.tsx'
import { ChangeBox } from './ChangeBox.tsx'
import { CommentMenu } from './CommentMenu.tsx'
import { looks } from './kinds.ts'
import { OrphanNote } from './OrphanNote.tsx'
import { Quote } from './Quote.tsx'
import { RemoveComment } from './RemoveComment.tsx'
import { Said } from './Said.tsx'
import css from './thread.module.css'
import { commentsIn, isNewComment } from './threads.ts'
import { useSending } from './useSending.ts'

interface Props {
  readonly thread: Thread
  readonly step: Step
  readonly isCurrent: boolean
  /** The answer that was asked for, where it is one in this thread. */
  readonly answer: string | null
  readonly onCurrent: (id: string) => void
  /** The words that it is about are gone from the text. */
  readonly isOrphan?: boolean
}

/** What was said of one thing, and what was answered. Of many, only those are drawn anew that something changes. */
export const ThreadView = memo((props: Props) => {
  const { thread, step, isCurrent, answer, onCurrent, isOrphan = false } = props
  const t = useText()
  const headId = useId()
  const { head, answers } = thread
  const isDone = head.resolved !== undefined
  const news = useNewIn(thread)
  const { place, stay } = useSeen(news, isCurrent, answer)
  const [removed, remove] = useState<Comment | null>(null)
  const look = [css.thread, isCurrent && css.current, isDone && css.done, isOrphan && css.orphan]
    .filter(Boolean)
    .join(' ')
  const { chip, icon } = looks[head.kind]
  const current = () => {
    if (isCurrent) return
    stay()
    onCurrent(head.id)
  }
  return (
    <li ref={place} className={look} data-thread={head.id} tabIndex={-1}>
      <article aria-labelledby={headId} tabIndex={-1} onFocus={current} onClick={current}>
        <div id={headId} className={css.about}>
          {isDone ? (
            <Chip kind="agreed" icon={DoneIcon}>
              {t('comments.done')}
            </Chip>
          ) : (
            <Chip kind={chip} icon={icon}>
              {t(`comments.kind=${head.kind}`)}
            </Chip>
          )}
          <AboutLink comment={head} />
          {news !== '' && <span className={css.new}>{t('comments.isNew')}</span>}
        </div>
        {isOrphan && <OrphanNote head={head} step={step} />}
        {head.anchor.type === 'text' && <Quote words={head.anchor.quote} />}
        {[head, ...answers].map((comment) => (
          <One
            key={comment.id}
            comment={comment}
            head={head}
            step={step}
            isNew={comment !== head && idsIn(news).includes(comment.id)}
            isAsked={comment.id === answer}
            onRemove={() => remove(comment)}
          />
        ))}
        <Standing head={head} />
        <Actions head={head} step={step} />
        {removed && (
          <RemoveComment
            comment={removed}
            onClose={() => {
              remove(null)
              // The button that asked may have gone with the comment.
              goOnAt(() => place.current?.focus({ preventScroll: true }))
            }}
          />
        )}
      </article>
    </li>
  )
})
ThreadView.displayName = 'ThreadView'

/** The ids of what is new in it, as one word: what is read elsewhere leaves it the same. */
const useNewIn = (thread: Thread): string => {
  const { me } = useBoard()
  const { visit } = useBoardSession().visiting
  return useSyncExternalStore(visit.subscribe, () =>
    commentsIn(thread)
      .filter((one) => isNewComment(one, { me: me.id, visit: visit.get() }))
      .map(({ id }) => id)
      .join(' '),
  )
}

const idsIn = (news: string): readonly string[] => (news === '' ? [] : news.split(' '))

/** Comes into sight when it is opened, and has then been read. */
const useSeen = (news: string, isCurrent: boolean, asked: string | null) => {
  const { markRead } = useBoardSession().visiting
  const place = useRef<HTMLLIElement>(null)
  const stays = useRef(false)
  useEffect(() => {
    const isSeen = stays.current
    stays.current = false
    if (!isCurrent || isSeen) return
    const answer = asked === null ? null : place.current?.querySelector('[aria-current]')
    ;(answer ?? place.current)?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent, asked])
  useEffect(() => {
    if (isCurrent && news !== '') markRead(idsIn(news))
  }, [isCurrent, news, markRead])
  /** Whoever presses something in it sees it already: what moved under a press would turn it into another. */
  const stay = () => {
    stays.current = true
  }
  return { place, stay }
}

interface OneProps {
  readonly comment: Comment
  readonly head: Comment
  readonly step: Step
  /** An answer that the person has not read. */
  readonly isNew: boolean
  readonly isAsked: boolean
  readonly onRemove: () => void
}

const One = ({ comment, head, step, isNew, isAsked, onRemove }: OneProps) => {
  const [isChanging, setChanging] = useState(false)
  return (
    <Said
      comment={comment}
      isAsked={isAsked}
      isNew={isNew}
      menu={
        !comment.removed && (
          <CommentMenu
            comment={comment}
            head={head}
            step={step}
            onChange={() => setChanging(true)}
            onRemove={onRemove}
          />
        )
      }
    >
      {isChanging && !comment.removed ? (
        <ChangeBox comment={comment} isHead={comment === head} onClose={() => setChanging(false)} />
      ) : null}
    </Said>
  )
}

/** Who is to see to it, and who said that it is done. */
const Standing = ({ head: { assigned, resolved } }: { readonly head: Comment }) => {
  const t = useText()
  const { me } = useBoard()
  const names = useNames()
  if (!assigned && !resolved) return null
  return (
    <p className={css.standing}>
      {resolved
        ? t('comments.doneBy', { name: names.person(resolved.by), when: new Date(resolved.at) })
        : assigned?.to === me.id
          ? t('comments.assignedYou')
          : t('comments.assignedTo', { name: names.person(assigned?.to ?? '') })}
    </p>
  )
}

const Actions = ({ head, step }: Pick<OneProps, 'head' | 'step'>) => {
  const t = useText()
  const { me } = useBoard()
  const announce = useAnnounce()
  const [isAnswering, answer] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { isSending, problem, wait, send } = useSending()
  const isDone = head.resolved !== undefined
  const mayAnswer = may(me, 'comment.post', step)
  const maySettle = may(me, 'comment.settle', step, head.author === me.id)
  const settle = () => {
    const type = isDone ? 'comment.reopen' : 'comment.resolve'
    send({ type, commentId: head.id }, () => announce(t(isDone ? 'comments.openNow' : 'comments.doneNow')))
  }
  const close = () => answer(false)
  const wasAnswering = useRef(false)
  // Before the next frame, in which the panel would look after a lost focus by itself.
  useLayoutEffect(() => {
    // The field went with the focus in it: whoever answered goes on from where they began.
    if (wasAnswering.current && !isAnswering && document.activeElement === document.body)
      button.current?.focus()
    wasAnswering.current = isAnswering
  }, [isAnswering])
  return (
    <>
      {isAnswering && <AnswerBox head={head} onClose={close} />}
      {(problem ?? wait) !== undefined && (
        <p className={css.problem} role="status">
          {problem ?? wait}
        </p>
      )}
      {(mayAnswer || maySettle) && (
        <div className={css.actions}>
          {mayAnswer && !isAnswering && (
            <Button ref={button} kind="quiet" onPress={() => answer(true)}>
              {t('comments.answer')}
            </Button>
          )}
          {maySettle && !isAnswering && (
            <Button kind="quiet" {...(!isDone && { icon: DoneIcon })} isPending={isSending} onPress={settle}>
              {t(isSending ? 'comments.sending' : isDone ? 'comments.reopen' : 'comments.done')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
