import { Link } from 'wouter'
import type { Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { stepHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { CommentMark } from '../marks/CommentMark.tsx'
import type { OnAsk } from '../step/ask.ts'
import { HeadingLink } from '../step/HeadingLink.tsx'
import { seeWord } from '../step/state.ts'
import { StepNotes } from '../step/StepNotes.tsx'
import css from './document.module.css'
import { DocumentQuestions } from './DocumentQuestions.tsx'
import { DocumentSection } from './DocumentSection.tsx'
import { DocumentStanding } from './DocumentStanding.tsx'
import type { Place } from './shown.ts'
import { useStepText } from './useStepText.ts'

interface Props {
  readonly step: Step
  readonly number: number
  /** Where the items of each kind are written in full. */
  readonly places: ReadonlyMap<string, Place>
  readonly onAsk: OnAsk
}

/** A step as a chapter of the document. */
export const DocumentStep = ({ step, number, places, onAsk }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const { room, content, readOnly, sections } = useStepText(step)
  const lang = languageTag[board.language]
  const isWritten = sections.some(({ isBlank }) => !isBlank)
  const isFetching = room.state.is === 'syncing' && !isWritten
  const asks = visible(step.questions).length > 0
  return (
    <section id={step.id} className={css.step} aria-labelledby={`${step.id}-heading`} data-step={step.id}>
      <h2 id={`${step.id}-heading`} lang={lang}>
        {`${number}. ${step.title}`}
      </h2>
      <DocumentStanding step={step} />
      <StepNotes step={step} />
      {!isWritten && <p className={css.note}>{t(isFetching ? 'board.loading' : 'board.documentNothing')}</p>}
      {sections.map(({ section, isBlank }) => (
        <DocumentSection
          key={section.id}
          section={section}
          stepId={step.id}
          isBlank={isBlank}
          text={content.sections[section.id]}
          room={room}
          readOnly={readOnly}
          places={places}
        />
      ))}
      {asks && !isFetching && (
        <DocumentQuestions step={step} content={content} room={room} readOnly={readOnly} />
      )}
      <p className={css.tools}>
        {step.state.is === 'agreed' ? (
          <button type="button" className={css.see} onClick={() => onAsk({ is: 'version', stepId: step.id })}>
            {t(seeWord(step))}
          </button>
        ) : (
          <Link href={stepHref(board.id, step.id)}>{t('board.documentOpen')}</Link>
        )}
        <CommentMark subject={{ type: 'step', stepId: step.id }} title={step.title} />
        <HeadingLink id={step.id} title={step.title} />
      </p>
    </section>
  )
}
