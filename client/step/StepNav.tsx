import { Link } from 'wouter'
import type { Section, Step } from '../../shared/board/model.ts'
import { visible } from '../../shared/board/model.ts'
import { languageTag } from '../../shared/locale.ts'
import { progressOf } from '../../shared/step/read.ts'
import { stepHref } from '../hooks/addresses.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useItemCount } from '../hooks/useItems.ts'
import { useItemText } from '../hooks/useItemText.ts'
import { useRoom } from '../hooks/useRoom.ts'
import { useText } from '../hooks/useText.ts'
import { leadOf } from '../items/section-kinds.ts'
import { Icon } from '../ui/Icon.tsx'
import css from './focus.module.css'
import { stateOf } from './state.ts'
import { useContent } from './useContent.ts'

/** The plan's steps, and what stands in this one. */
export const StepNav = ({ step }: { readonly step: Step }) => {
  const t = useText()
  const { board } = useBoard()
  const lang = languageTag[board.language]
  return (
    <div className={css.nav}>
      <nav aria-labelledby="nav-steps">
        <h2 id="nav-steps">{t('board.steps')}</h2>
        <ul role="list">
          {board.steps.map((one, at) => {
            const { icon, word } = stateOf(one)
            return (
              <li key={one.id}>
                <Link
                  href={stepHref(board.id, one.id)}
                  aria-current={one.id === step.id ? 'page' : undefined}
                >
                  <Icon of={icon} label={t(word)} />
                  <span lang={lang}>{`${at + 1} ${one.title}`}</span>
                </Link>
              </li>
            )
          })}
        </ul>
      </nav>
      <nav aria-labelledby="nav-parts">
        <h2 id="nav-parts">{t('step.onThisPage')}</h2>
        <ul role="list">
          {visible(step.sections).map((section) => (
            <li key={section.id}>
              <a href={`#${section.id}`} lang={lang}>
                <span>{section.title}</span>
                <LeadCount section={section} />
              </a>
            </li>
          ))}
          {visible(step.questions).length > 0 && (
            <li>
              <a href={`#${step.id}-questions`}>
                {t('step.questions')}
                <Count step={step} />
              </a>
            </li>
          )}
        </ul>
      </nav>
    </div>
  )
}

/** The number that the section's heading says. */
const LeadCount = ({ section }: { readonly section: Section }) => {
  const lead = leadOf(section, useItemText())
  const count = useItemCount(lead === null ? [] : [lead])
  return lead !== null && <span className={css.count}>{count}</span>
}

const Count = ({ step }: { readonly step: Step }) => {
  const t = useText()
  const room = useRoom(step.id)
  const { unanswered, total } = progressOf(useContent(room, step), step)
  if (room.state.is === 'syncing') return null
  return (
    <span className={css.count}>{t('step.questionsCount', { done: total - unanswered, all: total })}</span>
  )
}
