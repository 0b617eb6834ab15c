import { useEffect, useRef } from 'react'
import type { Subject } from '../hooks/subjects.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { draftKey } from './drafts.ts'
import { useKeptDraft } from './useKeptDraft.ts'

/** What somebody had begun to say when they lost the right to: it can still be read and copied. */
export const WordsKept = ({ subject }: { readonly subject: Subject }) => {
  const t = useText()
  const { board } = useBoard()
  const area = useRef<HTMLTextAreaElement>(null)
  const [{ body }] = useKeptDraft(draftKey(board.id, subject))
  useEffect(() => {
    // The field in which it was being written has gone, and the focus with it.
    if (document.activeElement === document.body) area.current?.focus({ preventScroll: true })
  }, [])
  if (body === '') return null
  return (
    <TextArea ref={area} label={t('comments.notSent')} value={body} onChange={() => undefined} readOnly />
  )
}
