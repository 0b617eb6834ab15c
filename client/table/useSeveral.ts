import type { KeyboardEvent } from 'react'
import { useId, useRef, useState } from 'react'
import type { Editing, Onward } from './CellEditor.tsx'
import { onwardBy } from './onward.ts'
import type { Option } from './several.ts'
import { inPickOrder, isNewName, optionsWith } from './several.ts'

export interface Several extends Editing {
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly onToggle: (id: string) => void
  /** Makes a new one of this name and chooses it. */
  readonly onMake?: (title: string) => void
}

/** As many are drawn; words find the others. */
const most = 100
/** No item is called so. */
export const fresh = '+'

/** What is sought and found among several, where its keys stand, and what they do. */
export const useSeveral = ({ telling, begun, options, chosen, onToggle, onMake, onDone }: Several) => {
  const id = useId()
  const [sought, seek] = useState(begun ?? '')
  const [at, setAt] = useState(0)
  const [first] = useState(chosen)
  const isDone = useRef(false)
  const ordered = inPickOrder(options, first)
  const found = optionsWith(ordered, sought)
  const isNew = onMake !== undefined && isNewName(options, sought)
  const shown = [
    ...found.slice(0, most),
    ...(isNew ? [{ id: fresh, title: telling.t('makeNew', { title: sought.trim() }) }] : []),
  ]
  const current = Math.min(at, shown.length - 1)
  const optionId = (index: number) => `${id}-${index}`
  const finish = (onward: Onward) => {
    if (isDone.current) return
    isDone.current = true
    onDone(onward)
  }
  const take = (option: Option | undefined) => {
    if (!option) return
    if (option.id === fresh) onMake?.(sought.trim())
    else onToggle(option.id)
    seek('')
    setAt(Math.max(0, ordered.indexOf(option)))
  }
  const go = (to: number) => {
    setAt(to)
    document.getElementById(optionId(to))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    const onward = onwardBy(event)
    const down = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (down !== undefined && shown.length > 0) go((current + down + shown.length) % shown.length)
    else if (key === 'Enter' || (key === ' ' && sought === '')) take(shown[current])
    else if (onward !== null) finish(onward === 'giveBack' ? 'stay' : onward)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    ...{ listId: `${id}-list`, optionId, sought, shown, current, finish, take, onKeyDown },
    more: Math.max(0, found.length - most),
    seek: (words: string) => {
      seek(words)
      setAt(0)
    },
  }
}
