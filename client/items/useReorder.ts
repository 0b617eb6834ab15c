import type { DragEvent } from 'react'
import { useState } from 'react'

/* Dragging in a list with a pointer. Whoever has none moves by the menu of each item. */

interface Drop {
  readonly id: string
  readonly side: 'before' | 'after'
}

/** What a dragged item is called on its way; another page's text is none of ours. */
const format = 'application/x-samplan-item'

/**
 * `move` hears where the item goes: before the one at `at` among the others. `list` names the list, so that nothing is
 * dropped into another.
 */
export const useReorder = (list: string, ids: readonly string[], move: (id: string, at: number) => void) => {
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<Drop | null>(null)
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  const drop = () => {
    if (dragged !== null && over !== null && over.id !== dragged) {
      const others = ids.filter((id) => id !== dragged)
      move(dragged, others.indexOf(over.id) + (over.side === 'after' ? 1 : 0))
    }
    end()
  }
  return {
    /** On the handle. */
    grip: (id: string) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData(`${format}+${list}`, id)
        const place = event.currentTarget.closest('li')
        if (place) event.dataTransfer.setDragImage(place, 8, 16)
        setDragged(id)
      },
      onDragEnd: end,
    }),
    /** On the item's place in the list. */
    place: (id: string) => ({
      'data-dragged': dragged === id,
      ...(over?.id === id && dragged !== id && { 'data-drop': over.side }),
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return
        event.preventDefault()
        const side = sideOf(event)
        if (over?.id !== id || over.side !== side) setOver({ id, side })
      },
      onDrop: (event: DragEvent) => {
        if (dragged === null) return
        event.preventDefault()
        drop()
      },
    }),
  }
}

const sideOf = (event: DragEvent): Drop['side'] => {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  return event.clientY < top + height / 2 ? 'before' : 'after'
}
