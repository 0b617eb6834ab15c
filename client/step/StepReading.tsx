import type { ReactNode } from 'react'
import type { Section, Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import type { QuestionStatus } from '../../shared/step/questions.ts'
import type { StepContent } from '../../shared/step/read.ts'
import { isEmpty } from '../../shared/step/read.ts'
import type { ProseDoc } from '../../shared/step/richtext.ts'
import { useText } from '../hooks/useText.ts'
import { Reading } from './Reading.tsx'
import css from './step-reading.module.css'

/** What is said of a question beside its answer. */
interface Said {
  readonly status: QuestionStatus
  readonly reason?: string | undefined
}

interface Props {
  /** Makes the headings' ids unique where a step is on the page twice. */
  readonly prefix: string
  readonly step: Pick<Step, 'id' | 'sections' | 'questions'>
  readonly content: Pick<StepContent, 'sections' | 'answers'> & {
    readonly questions: Readonly<Record<string, Said>>
  }
  readonly lang: string
  /** The level of the step's own headings. */
  readonly level: 3 | 4
  /** What a section shows beside its text, or null. */
  readonly beside?: (section: Section) => ReactNode
}

/** A step as a text to read: what is written, and questions with their answers. Empty texts are left out. */
export const StepReading = ({ prefix, step, content, lang, level, beside = () => null }: Props) => {
  const t = useText()
  const Heading = level === 3 ? 'h3' : 'h4'
  const asked = visible(step.questions)
  const written = visible(step.sections)
    .map((section) => ({ ...section, beside: beside(section) }))
    .filter((section) => section.beside !== null || !isEmpty(content.sections[section.id]))
  return (
    <>
      {written.map(({ id, title, beside: items }) => (
        <section key={id} className={css.part}>
          <Heading id={`${prefix}${id}`} lang={lang}>
            {title}
          </Heading>
          {!isEmpty(content.sections[id]) && (
            <Reading text={content.sections[id] ?? nothing} lang={lang} under={level} />
          )}
          {items}
        </section>
      ))}
      {asked.length > 0 && (
        <section className={css.part}>
          <Heading id={`${prefix}${step.id}-questions`}>{t('board.documentQuestions')}</Heading>
          <dl className={css.answers}>
            {asked.map(({ id, text }) => (
              <div key={id}>
                <dt lang={lang}>{text}</dt>
                <dd>
                  <Answer
                    text={content.answers[id] ?? nothing}
                    state={content.questions[id]}
                    lang={lang}
                    level={level}
                  />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}

const nothing: ProseDoc = { type: 'doc', content: [] }

interface AnswerProps {
  readonly text: ProseDoc
  readonly state: Said | undefined
  readonly lang: string
  readonly level: 3 | 4
}

const Answer = ({ text, state, lang, level }: AnswerProps) => {
  const t = useText()
  const blank = isEmpty(text)
  return (
    <>
      {!blank && <Reading text={text} lang={lang} under={level} />}
      {state?.status === 'notRelevant' ? (
        <p className={css.note}>
          {state.reason ? t('board.documentNotRelevant', { reason: state.reason }) : t('step.notRelevant')}
        </p>
      ) : (
        blank && <p className={css.note}>{t('board.documentUnanswered')}</p>
      )}
    </>
  )
}
