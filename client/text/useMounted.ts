import type { RefObject } from 'react'
import { useLayoutEffect } from 'react'
import { must } from '../../shared/assert.ts'
import type { MountedText } from './mounted.ts'
import { putUp } from './mounted.ts'

/** Tells other parts of the page of an editor as long as it is there; of none when it belongs to no step. */
export const useMounted = (
  { document, root, editor, readOnly }: Omit<MountedText, 'stepId' | 'frame'>,
  stepId: string | undefined,
  frame: RefObject<HTMLElement | null>,
): void =>
  useLayoutEffect(() => {
    if (stepId === undefined) return
    return putUp({ stepId, root, document, editor, frame: must(frame.current), readOnly })
    // A new state of the same document is no other text.
  }, [stepId, root, document.version, editor, frame, readOnly])
