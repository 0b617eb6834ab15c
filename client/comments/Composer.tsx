import { useEffect, useRef, useState } from 'react'
import type { Anchor, TextAnchor } from '../../shared/board/comment.ts'
import { commentLimit } from '../../shared/board/comments.ts'
import type { Step } from '../../shared/board/model.ts'
import { stepOf } from '../../shared/board/model.ts'
import { CommentId, newId } from '../../shared/ids.ts'
import type { Subject } from '../hooks/subjects.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useLive } from '../hooks/useLive.ts'
import { useNames } from '../hooks/useNames.ts'
import { again } from '../hooks/useOpenComments.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useAnnounce } from '../ui/useAnnounce.ts'
import { Behalf } from './Behalf.tsx'
import { draftKey } from './drafts.ts'
import { SendIcon } from './icons.ts'
import { Kinds } from './Kinds.tsx'
import { Quote } from './Quote.tsx'
import { Target } from './Target.tsx'
import { useAbout } from './useAbout.ts'
import { useBehalf } from './useBehalf.ts'
import { useKeptDraft } from './useKeptDraft.ts'
import { useNamed } from './useNamed.ts'
import { useSending } from './useSending.ts'
import css from './write.module.css'
import { WriteBox } from './WriteBox.tsx'

interface Props {
  readonly subject: Subject
  readonly step: Step
  /** The words that are marked in the text, where there are any. */
  readonly passage: TextAnchor | null
  /** Spoken of where none are, and none were when it was begun. */
  readonly block: TextAnchor | null
  /** Asked for: it takes the focus, and stands unfolded. */
  readonly isWanted: boolean
  readonly onPosted: (id: string) => void
}

/** A new comment: on a thing, on the words marked in it, or on its whole step. */
export const Composer = (props: Props) => {
  const { subject, passage, block, isWanted, onPosted } = props
  const t = useText()
  const { board } = useBoard()
  const key = draftKey(board.id, subject)
  const kept = useKeptDraft(key)
  const [draft, change] = kept
  const { whole, choose } = useWhole(key)
  const words = passage ?? draft.passage ?? block
  const anchor = whole === null ? anchorOf(subject, props.step, words) : wholeOf(whole)
  const writing = useWriting(isWanted, key)
  const { isSending, problem, wait, post } = usePosting(anchor, kept, (id) => {
    choose(null)
    writing.area.current?.focus({ preventScroll: true })
    onPosted(id)
  })
  const { title, writes } = useTargetTitle()
  const isOpen = writing.isOpen || draft.body !== ''
  const own = subject.type === 'text' ? words : subject.type === 'step' ? null : subject
  return (
    <form
      className={css.composer}
      data-open={isOpen}
      onFocus={writing.open}
      onSubmit={(event) => {
        event.preventDefault()
        post()
      }}
    >
      <WriteBox
        ref={writing.area}
        label={writes(anchor)}
        hint={subject.type === 'text' && !words ? t('comments.markFirst') : undefined}
        error={problem}
        value={draft.body}
        readOnly={isSending}
        onChange={(body) => change({ body, ...(words && { passage: words }) })}
        onSend={post}
      >
        {anchor.type === 'text' && <Quote words={anchor.quote} isShort />}
      </WriteBox>
      {isOpen && (
        <Target title={own && title(own)} step={whole ?? (own ? null : props.step)} onChoose={choose} />
      )}
      {isOpen && <Behalf value={draft.onBehalfOf} onChange={(onBehalfOf) => change({ onBehalfOf })} />}
      {wait !== undefined && (
        <p className={css.hint} role="status">
          {wait}
        </p>
      )}
      <div className={css.send}>
        <Kinds value={draft.kind} onChange={(kind) => change({ kind })} />
        <Button kind="primary" type="submit" icon={SendIcon} isPending={isSending}>
          {t(isSending ? 'comments.sending' : 'comments.send')}
        </Button>
      </div>
    </form>
  )
}

/** What it is about, in few words. */
const useTargetTitle = () => {
  const t = useText()
  const names = useNames()
  const about = useAbout()
  const title = (of: Subject | Anchor): string =>
    'quote' in of ? t('comments.aboutPassage') : about(of).title
  const writes = (of: Anchor): string => {
    if (of.type === 'step') return t('comments.writeStep', { number: names.number(of.stepId) })
    return of.type === 'text' ? t('comments.writePassage') : t('comments.writeAbout', { title: title(of) })
  }
  return { title, writes }
}

const wholeOf = ({ id }: Step) => ({ type: 'step', stepId: id, id }) as const

/** The step that was chosen instead of what the panel is at; something else that is asked for begins anew. */
const useWhole = (key: string) => {
  const { board } = useBoard()
  const [chosen, setChosen] = useState<{ readonly key: string; readonly stepId: string } | null>(null)
  const whole = chosen?.key === key ? stepOf(board, chosen.stepId) : undefined
  const choose = (stepId: string | null) => setChosen(stepId === null ? null : { key, stepId })
  return { whole: whole ?? null, choose }
}

/** Of a text only words can be spoken of: without any it is the whole step. */
const anchorOf = (subject: Subject, step: Step, passage: TextAnchor | null): Anchor => {
  const whole = wholeOf(step)
  switch (subject.type) {
    case 'step':
      return whole
    case 'text':
      return passage ?? whole
    case 'question': {
      const asked = step.questions.find(({ id }) => id === subject.id)
      return asked ? { type: 'question', stepId: step.id, id: asked.id } : whole
    }
    default:
      return subject
  }
}

/** Posts the draft, and says so; while it is empty it says what is missing. */
const usePosting = (
  anchor: Anchor,
  [draft, change, forget]: ReturnType<typeof useKeptDraft>,
  onPosted: (id: string) => void,
) => {
  const t = useText()
  const announce = useAnnounce()
  const named = useNamed()
  const { idOf } = useBehalf()
  const { send, ...state } = useSending()
  const [isBare, setBare] = useState(false)
  const body = draft.body.trim()
  const post = () => {
    setBare(body === '')
    if (body === '' || body.length > commentLimit.body || state.isSending) return
    const commentId = CommentId.safeParse(draft.commentId).data ?? newId(CommentId)
    // Sent again after no answer, it is still the same comment.
    change({ commentId })
    const { kind, onBehalfOf } = draft
    const behalf = onBehalfOf.trim() === '' ? {} : { onBehalfOf: idOf(onBehalfOf) }
    send({ type: 'comment.post', commentId, anchor, kind, body, ...behalf, ...named(body) }, () => {
      forget()
      announce(t('comments.sent'))
      onPosted(commentId)
    })
  }
  return { ...state, post, problem: isBare && body === '' ? t('comments.needed') : state.problem }
}

/** Open from when it is first asked for or gone into. */
const useWriting = (isWanted: boolean, key: string) => {
  const area = useRef<HTMLTextAreaElement>(null)
  const [isOpen, setOpen] = useState(isWanted)
  const times = useLive(again)
  useEffect(() => {
    if (!isWanted) return
    area.current?.focus({ preventScroll: true })
    // In a low sheet it stands below the threads, once these are drawn.
    const frame = requestAnimationFrame(() => area.current?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [isWanted, key, times])
  return { area, isOpen: isOpen || isWanted, open: () => setOpen(true) }
}
