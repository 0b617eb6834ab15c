import { useEffect, useRef, useState } from 'react'
import { useBoard } from '../hooks/useBoard.ts'
import { useNarrow } from '../hooks/useNarrow.ts'
import { useText } from '../hooks/useText.ts'
import { useGoingOn } from '../items/useGoingOn.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorIcon } from '../ui/icons.ts'
import { BeginScoring } from './BeginScoring.tsx'
import { CellDialog } from './CellDialog.tsx'
import { Legend } from './Legend.tsx'
import type { Cell } from './matrix.ts'
import { MatrixList } from './MatrixList.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { Problem } from './Problem.tsx'
import { ScoringBar } from './ScoringBar.tsx'
import css from './scores.module.css'
import type { Shown, UsedContributions } from './useContributions.ts'
import { useContributions } from './useContributions.ts'
import { useSteady } from './useSteady.ts'

/** What each activity does for each goal: written together, or scored apart and then agreed on. */
export const Contributions = (shown: Shown) => {
  const t = useText()
  const { scoring } = useBoard().board
  const used = useContributions(shown)
  const { matrix, mine, writing } = used
  const isEmpty = matrix.rows.length === 0 || matrix.goals.length === 0
  const title = useRef<HTMLElement>(null)
  const { goOn, stay } = useGoingOn(title)
  // Each of its buttons goes when it has done what it does.
  useEffect(() => goOn, [goOn, scoring?.is, matrix.same.length])
  return (
    <figure className={css.figure} data-view="contributionMatrix" {...stay}>
      <figcaption className={css.head}>
        <strong ref={title} tabIndex={-1}>
          {t('scores.title')}
        </strong>{' '}
        <span className={css.note}>{t('scores.note')}</span>
        {!scoring && !isEmpty && <BeginScoring isDisabled={shown.readOnly !== null} />}
      </figcaption>
      <Problem state={writing.settling} />
      {scoring && (
        <ScoringBar scoring={scoring} matrix={matrix} whyNot={used.whyNotSame} onAgreeSame={used.agreeSame} />
      )}
      {mine && mine.problem !== null && (
        <Banner
          kind="error"
          icon={ErrorIcon}
          role="alert"
          actions={<Button onPress={mine.again}>{t('scores.again')}</Button>}
        >
          {t(mine.scores === null ? 'scores.notLoaded' : 'scores.failed', { message: mine.problem })}
        </Banner>
      )}
      {!mine && shown.readOnly !== null && !isEmpty && <p className={css.why}>{shown.readOnly}</p>}
      {isEmpty ? <p className={css.note}>{t('scores.none')}</p> : <Drawn {...shown} {...used} />}
    </figure>
  )
}

const Drawn = ({ telling, matrix, mine, writing, score }: Shown & UsedContributions) => {
  const isNarrow = useNarrow()
  const [openId, setOpenId] = useState<string | null>(null)
  const opened = matrix.rows.flatMap(({ cells }) => cells).find(({ id }) => id === openId)
  const open = ({ id }: Cell) => {
    // What the person gave before has to be there first.
    if (mine?.scores !== null) setOpenId(id)
  }
  const Matrix = isNarrow ? MatrixList : MatrixTable
  const actions = useSteady({ onOpen: open, onScore: score })
  return (
    <>
      <Matrix matrix={matrix} telling={telling} isOwn={mine !== null} {...actions} />
      <Legend />
      {opened && (
        <CellDialog
          key={opened.id}
          cell={opened}
          telling={telling}
          writing={writing}
          mine={mine}
          onClose={() => setOpenId(null)}
        />
      )}
    </>
  )
}
