import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import css from './panel.module.css'
import { ThreadView } from './ThreadView.tsx'
import type { StepThreads as Group } from './threads.ts'

interface Props {
  readonly group: Group
  readonly current: string | null
  /** The one in the current thread that was asked for. */
  readonly answer: string | null
  readonly onCurrent: (id: string) => void
}

/** What is said in one step; last come those whose words are gone from the text. */
export const StepThreads = ({ group, current, answer, onCurrent }: Props) => {
  const { step, threads, orphans } = group
  const t = useText()
  const { board } = useBoard()
  const names = useNames()
  // The same for all but the current one: they are not drawn anew when another is picked.
  const shared = (id: string) => {
    const isCurrent = id === current
    return { step, isCurrent, answer: isCurrent ? answer : null, onCurrent }
  }
  return (
    <section>
      <h3 className={css.step} lang={languageTag[board.language]}>
        {t('comments.placeStep', { number: names.number(step.id), title: step.title })}
      </h3>
      <ul role="list">
        {threads.map((thread) => (
          <ThreadView key={thread.head.id} thread={thread} {...shared(thread.head.id)} />
        ))}
        {orphans.map((thread) => (
          <ThreadView key={thread.head.id} thread={thread} isOrphan {...shared(thread.head.id)} />
        ))}
      </ul>
    </section>
  )
}
