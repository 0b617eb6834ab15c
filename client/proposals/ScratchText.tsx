import { useEffect, useState } from 'react'
import type { Json } from '../../shared/json.ts'
import { RichText } from '../text/RichText.tsx'
import { scratchOf, scratchRoot, wordsIn } from '../text/scratch.ts'
import css from './proposals.module.css'

interface Props {
  /** What it begins with. */
  readonly text: Json
  readonly label: string
  readonly lang: string
  readonly onChange: (text: Json) => void
}

/** A text that is written nowhere but here, in the same editor as all others. */
export const ScratchText = ({ text, label, lang, onChange }: Props) => {
  const [document] = useState(() => scratchOf(text))
  useEffect(() => {
    const { doc } = document
    const changed = () => onChange(wordsIn(document))
    doc.on('update', changed)
    return () => doc.off('update', changed)
  }, [document, onChange])
  return (
    <div
      className={css.scratch}
      // Escape puts the toolbar away; the dialog, with all that was chosen in it, stays open.
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.stopPropagation()
      }}
    >
      <RichText document={document} root={scratchRoot} label={label} readOnly={null} lang={lang} />
    </div>
  )
}
