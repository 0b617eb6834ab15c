import { useState } from 'react'
import type { Step } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import { Button } from '../ui/Button.tsx'
import { copyToClipboard } from '../ui/clipboard.ts'
import { CopyIcon, DoneIcon } from '../ui/icons.ts'
import { itemPlace, wordsOfSide } from './item-change.ts'
import { subjectOf } from './names.ts'
import css from './proposals.module.css'
import { useNaming } from './useNaming.ts'
import { wordsOf } from './words.ts'

interface Props {
  readonly changes: readonly Change[]
  readonly step: Step | undefined
}

/** Puts the words, as they were meant to stand, on the clipboard. It says copied only when they are there. */
export const CopyWords = ({ changes, step }: Props) => {
  const naming = useNaming()
  const { t, telling } = naming
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  const text = changes
    .map((change) => {
      const place = itemPlace(change)
      const words = place ? wordsOfSide(place, change.after, telling) : wordsOf(change.after)
      return `${subjectOf(change, step, naming).title}\n${words}`
    })
    .join('\n\n')
  const copy = async () => setOutcome((await copyToClipboard(text)) ? 'copied' : 'failed')
  return (
    <>
      <Button kind="quiet" icon={outcome === 'copied' ? DoneIcon : CopyIcon} onPress={() => void copy()}>
        {t(outcome === 'copied' ? 'proposals.copied' : 'proposals.copy')}
      </Button>
      {outcome === 'failed' && (
        <span role="status" className={css.about}>
          {t('proposals.copyFailed')}
        </span>
      )}
    </>
  )
}
