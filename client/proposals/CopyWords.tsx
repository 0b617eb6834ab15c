import { useState } from 'react'
import type { Step } from '../../shared/board/model.ts'
import type { Change } from '../../shared/board/proposals.ts'
import { useText } from '../hooks/useText.ts'
import { Button } from '../ui/Button.tsx'
import { CopyIcon, DoneIcon } from '../ui/icons.ts'
import { subjectOf } from './names.ts'
import css from './proposals.module.css'
import { wordsOf } from './words.ts'

interface Props {
  readonly changes: readonly Change[]
  readonly step: Step | undefined
}

/** Puts the words, as they were meant to stand, on the clipboard. It says copied only when they are there. */
export const CopyWords = ({ changes, step }: Props) => {
  const t = useText()
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  const text = changes
    .map((change) => `${subjectOf(change, step).title}\n${wordsOf(change.after)}`)
    .join('\n\n')
  const copy = () => {
    // Without https the browser has no clipboard for us.
    const { clipboard } = navigator as { readonly clipboard?: Clipboard }
    if (!clipboard) return setOutcome('failed')
    clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    )
  }
  return (
    <>
      <Button kind="quiet" icon={outcome === 'copied' ? DoneIcon : CopyIcon} onPress={copy}>
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
