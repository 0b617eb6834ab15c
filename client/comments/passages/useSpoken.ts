import { useMemo } from 'react'
import type { ProseDoc } from '../../../shared/step/richtext.ts'
import { useBoardSession } from '../../hooks/useBoardSession.ts'
import { useLive } from '../../hooks/useLive.ts'
import { current } from './current.ts'
import { deskOf } from './desk.ts'
import { spokenIn, withPassages } from './spoken.ts'

/** A text that has no editor, with the passages of open threads in it. The same while nothing of it changes. */
export const useSpoken = (text: ProseDoc, stepId: string, root: string): ProseDoc => {
  const standings = useLive(deskOf(useBoardSession()).standings)
  const open = useLive(current)
  return useMemo(
    () => withPassages(text, spokenIn(standings, stepId, root), open),
    [text, standings, stepId, root, open],
  )
}
