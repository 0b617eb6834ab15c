import { Link } from 'wouter'
import type { Step } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { isEmpty } from '../../shared/step/read.ts'
import { stepHref } from '../hooks/addresses.ts'
import { day } from '../hooks/day.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNow } from '../hooks/useNow.ts'
import { useRoom } from '../hooks/useRoom.ts'
import { useText } from '../hooks/useText.ts'
import type { OnAsk } from '../step/ask.ts'
import { seeWord, stateOf } from '../step/state.ts'
import states from '../step/states.module.css'
import { StepNotes } from '../step/StepNotes.tsx'
import { StepReading } from '../step/StepReading.tsx'
import { StepReview } from '../step/StepReview.tsx'
import { useContent } from '../step/useContent.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PrintIcon } from '../ui/icons.ts'
import css from './document.module.css'

/** The whole plan as one text: what is printed, read aloud and decided on. Writing is done in the steps. */
export const DocumentView = ({ onAsk }: { readonly onAsk: OnAsk }) => {
  const t = useText()
  const { board } = useBoard()
  const now = useNow()
  const lang = languageTag[board.language]
  const isDone = board.steps.every((step) => step.state.is === 'agreed')
  return (
    <div className={css.scroll}>
      <div className={css.document}>
        <nav className={css.contents} aria-label={t('board.documentContents')}>
          <ol role="list">
            {board.steps.map((step, at) => (
              <Contents key={step.id} step={step} number={at + 1} />
            ))}
          </ol>
          <div className={css.tools}>
            <Button icon={PrintIcon} onPress={() => window.print()}>
              {t('board.documentPrint')}
            </Button>
          </div>
        </nav>
        <article className={css.text}>
          <header className={css.head}>
            <p className={css.note}>
              {t(isDone ? 'board.documentAllAgreed' : 'board.documentWorking', { date: now })}
            </p>
            <h1 lang={lang}>{board.title}</h1>
          </header>
          {board.steps.map((step, at) => (
            <StepText key={step.id} step={step} number={at + 1} onAsk={onAsk} />
          ))}
        </article>
      </div>
    </div>
  )
}

interface StepProps {
  readonly step: Step
  readonly number: number
}

const useStepContent = (step: Step) => {
  const room = useRoom(step.id)
  return { room, content: useContent(room, step) }
}

const Contents = ({ step, number }: StepProps) => {
  const t = useText()
  const { board } = useBoard()
  const { content } = useStepContent(step)
  const lang = languageTag[board.language]
  const written = step.sections.filter(({ id }) => !isEmpty(content.sections[id]))
  return (
    <li>
      <a href={`#${step.id}`} lang={lang}>{`${number}. ${step.title}`}</a>
      <ol role="list">
        {written.map(({ id, title }) => (
          <li key={id}>
            <a href={`#document-${id}`} lang={lang}>
              {title}
            </a>
          </li>
        ))}
        {step.questions.length > 0 && (
          <li>
            <a href={`#document-${step.id}-questions`}>{t('board.documentQuestions')}</a>
          </li>
        )}
      </ol>
    </li>
  )
}

const StepText = ({ step, number, onAsk }: StepProps & { readonly onAsk: OnAsk }) => {
  const t = useText()
  const { board } = useBoard()
  const { room, content } = useStepContent(step)
  const lang = languageTag[board.language]
  const isWritten = step.sections.some(({ id }) => !isEmpty(content.sections[id]))
  return (
    <section id={step.id} className={css.step} aria-labelledby={`${step.id}-heading`} data-step={step.id}>
      <h2 id={`${step.id}-heading`} lang={lang}>{`${number}. ${step.title}`}</h2>
      <Standing step={step} />
      <StepNotes step={step} />
      {room.state.is === 'syncing' && !isWritten ? (
        <p className={css.note}>{t('board.loading')}</p>
      ) : (
        <>
          {!isWritten && <p className={css.note}>{t('board.documentNothing')}</p>}
          <StepReading prefix="document-" level={3} step={step} content={content} lang={lang} />
        </>
      )}
      <p className={css.tools}>
        {step.state.is === 'agreed' ? (
          <button type="button" className={css.see} onClick={() => onAsk({ is: 'version', stepId: step.id })}>
            {t(seeWord(step))}
          </button>
        ) : (
          <Link href={stepHref(board.id, step.id)}>{t('board.documentOpen')}</Link>
        )}
      </p>
    </section>
  )
}

/** Whether what follows is decided, and by whom. */
const Standing = ({ step }: { readonly step: Step }) => {
  const t = useText()
  const { state } = step
  const { look, icon, word } = stateOf(step)
  if (state.is !== 'agreed')
    return (
      <div className={`${css.undecided} ${states[look] ?? ''}`}>
        <p className={css.state}>
          <Icon of={icon} />
          {t(word)}
        </p>
        <p>
          <StepReview state={state} />
        </p>
      </div>
    )
  const { date, body, reference, decision, reservations = [] } = state.decision
  const by = [body, reference].filter((one) => one !== undefined).join(', ')
  return (
    <div className={css.decided}>
      <p className={css.state}>
        <Icon of={icon} />
        {t('board.documentState', { state: t(word), date: day(date) })}
      </p>
      <p>
        {by && `${by}. `}
        {decision}
        {reservations.length > 0 &&
          ` ${t('step.reservation', { count: reservations.length })}: ${reservations.join(' ')}`}
      </p>
    </div>
  )
}
