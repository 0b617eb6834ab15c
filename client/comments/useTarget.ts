import { useEffect, useMemo, useRef, useState } from 'react'
import type { TextAnchor } from '../../shared/board/comment.ts'
import type { Subject } from '../hooks/subjects.ts'
import { subjectKey } from '../hooks/subjects.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { carryDraft } from './drafts.ts'
import type { SelectedPassage } from './passages/desk.ts'
import { blockAnchor } from './passages/desk.ts'
import { useSelectedPassage } from './passages/usePassages.ts'
import type { Place } from './threads.ts'
import { tab } from './useKeptDraft.ts'

export interface Target {
  readonly subject: Subject | null
  /** The words that are marked. */
  readonly passage: TextAnchor | null
  /** Where nothing is marked: the block that the caret stands in. */
  readonly block: TextAnchor | null
}

/**
 * What a new comment is about: what was asked for, until the person marks words in a text; then those, and what they
 * have written so far goes along.
 */
export const useTarget = (place: Place, stepId: string | undefined): Target => {
  const { board } = useBoard()
  const asked = useAsked(place, stepId)
  const selected = useSelectedPassage()
  const [taken, take] = useState<{ readonly place: Place; readonly passage: SelectedPassage } | null>(null)
  const before = useRef({ place, selected })
  const isTaken = taken?.place === place
  const text = useMemo(() => (isTaken ? textOf(taken.passage) : null), [isTaken, taken])
  const subject = text ?? asked
  const key = subject && subjectKey(subject)
  useEffect(() => {
    const { place: last, selected: known } = before.current
    before.current = { place, selected }
    // What was marked before something else was asked for is not meant.
    if (!selected || last !== place || known === selected) return
    const next = textOf(selected)
    if (key !== null) carryDraft(tab, `${board.id} ${key}`, `${board.id} ${subjectKey(next)}`)
    take({ place, passage: selected })
  }, [board.id, key, place, selected])
  const near = useNear(asked, selected)
  if (isTaken) return { subject, passage: taken.passage.anchor, block: null }
  return { subject, ...near }
}

const textOf = ({ stepId, root }: SelectedPassage): Subject => ({ type: 'text', stepId, id: root })

const nothing = { passage: null, block: null }

/** Of a text that was asked for: the words marked in it, or the block that the caret stands in. */
const useNear = (asked: Subject | null, selected: SelectedPassage | null): Omit<Target, 'subject'> => {
  const latest = useRef(selected)
  useEffect(() => {
    latest.current = selected
  }, [selected])
  const [near, setNear] = useState<Omit<Target, 'subject'>>(nothing)
  const key = asked && subjectKey(asked)
  useEffect(() => {
    if (asked?.type !== 'text') return setNear(nothing)
    const marked = latest.current
    const isThere = marked?.stepId === asked.stepId && marked.root === asked.id
    setNear(
      isThere
        ? { passage: marked.anchor, block: null }
        : { passage: null, block: blockAnchor(asked.stepId, asked.id) },
    )
    // Only when something else is asked for: the caret goes on.
  }, [key])
  return near
}

const useAsked = (place: Place, stepId: string | undefined): Subject | null => {
  const { board } = useBoard()
  const wanted = place.is === 'step' ? place.stepId : stepId
  const step =
    board.steps.find(({ id }) => id === wanted) ??
    board.steps.find(({ state }) => state.is !== 'agreed') ??
    board.steps[0]
  const id = step?.id
  return useMemo(() => {
    if (place.is === 'subject') return place.subject
    return id === undefined ? null : { type: 'step', stepId: id }
  }, [place, id])
}
