import type { Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { useStepText } from './useStepText.ts'

interface Props {
  readonly step: Step
  readonly number: number
}

/** A step and what stands in it, as links to the places. */
export const DocumentContents = ({ step, number }: Props) => {
  const t = useText()
  const { board } = useBoard()
  const { sections } = useStepText(step)
  const lang = languageTag[board.language]
  return (
    <li>
      <a href={`#${step.id}`} lang={lang}>{`${number}. ${step.title}`}</a>
      <ol role="list">
        {sections.map(({ section: { id, title } }) => (
          <li key={id}>
            <a href={`#${id}`} lang={lang}>
              {title}
            </a>
          </li>
        ))}
        {visible(step.questions).length > 0 && (
          <li>
            <a href={`#${step.id}-questions`}>{t('board.documentQuestions')}</a>
          </li>
        )}
      </ol>
    </li>
  )
}
