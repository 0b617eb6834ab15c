import { useMemo } from 'react'
import { languageTag } from '../../shared/locale.ts'
import { DocumentContents } from '../document/DocumentContents.tsx'
import { DocumentStep } from '../document/DocumentStep.tsx'
import { fullPlaces } from '../document/shown.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useNow } from '../hooks/useNow.ts'
import { useText } from '../hooks/useText.ts'
import type { OnAsk } from '../step/ask.ts'
import { Button } from '../ui/Button.tsx'
import { PrintIcon } from '../ui/later-icons.ts'
import css from './document.module.css'

/** The whole plan as one text, to write in too: what is printed, read aloud and decided on. */
export const DocumentView = ({ onAsk }: { readonly onAsk: OnAsk }) => {
  const t = useText()
  const { board } = useBoard()
  const now = useNow()
  const places = useMemo(() => fullPlaces(board), [board])
  const { summary, disclaimer } = board.settings
  const lang = languageTag[board.language]
  const isDone = board.steps.every((step) => step.state.is === 'agreed')
  return (
    <div className={css.scroll}>
      <div className={css.document}>
        <nav className={css.contents} aria-label={t('board.documentContents')}>
          <ol role="list">
            {board.steps.map((step, at) => (
              <DocumentContents key={step.id} step={step} number={at + 1} />
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
            {summary !== undefined && <p lang={lang}>{summary}</p>}
            {disclaimer !== undefined && (
              <p lang={lang} className={css.note}>
                {disclaimer}
              </p>
            )}
          </header>
          {board.steps.map((step, at) => (
            <DocumentStep key={step.id} step={step} number={at + 1} places={places} onAsk={onAsk} />
          ))}
        </article>
      </div>
    </div>
  )
}
