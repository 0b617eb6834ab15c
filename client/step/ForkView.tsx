import { useEffect, useRef, useState } from 'react'
import type { Step } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useBoardSession } from '../hooks/useBoardSession.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import type { Fork } from '../live/fork.ts'
import type { OnAsk } from './ask.ts'
import { StepBody } from './StepBody.tsx'
import { proposeMark, useWayBack } from './useWayBack.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { ProposalIcon } from '../ui/icons.ts'
import css from './fork.module.css'

interface Props {
  readonly step: Step
  readonly fork: Fork
  readonly onAsk: OnAsk
}

/** The person's own copy of a step, to write a proposal in: the same texts and questions, seen by nobody else. */
export const ForkView = ({ step, fork, onAsk }: Props) => {
  const { board } = useBoard()
  const number = useNames().number(step.id)
  return (
    <>
      <ForkBanner fork={fork} onAsk={onAsk} />
      <h1 className={css.title}>
        <span className={css.number}>{number}</span>{' '}
        <span lang={languageTag[board.language]}>{step.title}</span>
      </h1>
      <StepBody step={fork.step} copy={fork.document} wide />
    </>
  )
}

/** Stays in sight as long as the proposal is being written. */
const ForkBanner = ({ fork, onAsk }: Omit<Props, 'step'>) => {
  const t = useText()
  const session = useBoardSession()
  const back = useWayBack()
  const start = useFocusAtStart()
  const [isSame, setSame] = useState(false)
  const { id } = fork.step
  useEffect(() => {
    const { doc } = fork.document
    const changed = () => setSame(false)
    doc.on('update', changed)
    return () => doc.off('update', changed)
  }, [fork])
  const discard = () => {
    if (fork.changes().length > 0) return onAsk({ is: 'discardProposal', stepId: id })
    session.endProposal(id)
    back(proposeMark(id))
  }
  const send = () => {
    const isEmpty = fork.changes().length === 0
    setSame(isEmpty)
    if (!isEmpty) onAsk({ is: 'sendProposal', stepId: id })
  }
  return (
    <section className={css.banner} aria-label={t('proposals.writing')}>
      <Icon of={ProposalIcon} />
      <p ref={start} tabIndex={-1} className={css.words}>
        <strong>{t('proposals.writing')}</strong> {t('proposals.writingText')}
      </p>
      <div className={css.actions}>
        <Button kind="quiet" onPress={discard}>
          {t('proposals.discard')}
        </Button>
        <Button kind="primary" onPress={send}>
          {t('proposals.send')}
        </Button>
      </div>
      <p role="alert" className={css.same}>
        {isSame && t('proposals.noChange')}
      </p>
    </section>
  )
}

/** Whoever pressed the button that opened this is told where they are, and goes on from here. */
const useFocusAtStart = () => {
  const element = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // After the page, which moves the focus itself when it goes to another view.
    const frame = requestAnimationFrame(() => element.current?.focus({ preventScroll: true }))
    return () => cancelAnimationFrame(frame)
  }, [])
  return element
}
