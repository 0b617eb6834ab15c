import { useId, useLayoutEffect, useRef } from 'react'
import { openerNow } from '../hooks/opener.ts'
import { useOpenItem } from '../hooks/useOpenItem.ts'
import { useItem } from '../hooks/useItems.ts'
import { PanelContent } from './PanelContent.tsx'
import { PanelShell } from './PanelShell.tsx'
import { useFieldUndo } from './useFieldUndo.ts'

interface Props {
  readonly id: string
}

/** An item that is open: beside the board, over its edge, or as a sheet from below, as there is room. */
export const ItemPanel = ({ id }: Props) => {
  const [, open] = useOpenItem()
  const headingId = useId()
  const stepId = useItem(id)?.stepId
  const onKeyDown = useFieldUndo()
  useWayBack(id)
  return (
    <PanelShell headingId={headingId} onClose={() => open(null)}>
      {/* reason: the keys of undo are heard wherever in it the person is. */}
      <div
        role="presentation"
        data-item-panel=""
        onKeyDown={onKeyDown}
        {...(stepId !== undefined && { 'data-step': stepId })}
      >
        <PanelContent key={id} id={id} headingId={headingId} onClose={() => open(null)} />
      </div>
    </PanelShell>
  )
}

/** When it closes, the focus goes back to where it was opened, or to the item on the board. */
const useWayBack = (id: string) => {
  const opener = useRef<Element | null>(null)
  const latest = useRef(id)
  // Before the heading takes the focus. Another item may be opened while it stands there: from within or without.
  useLayoutEffect(() => {
    const from = openerNow()
    const isWithin = from === document.body || Boolean(from?.closest('[data-item-panel]'))
    if (!isWithin || opener.current === null) opener.current = from
    latest.current = id
  }, [id])
  useLayoutEffect(
    () => () => {
      const before = opener.current
      const shown = `[href$="?item=${CSS.escape(encodeURIComponent(latest.current))}"]`
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body
      const find = (which: string) => document.querySelector<HTMLElement>(which)
      const target = isThere ? before : (find(`main ${shown}`) ?? find('main'))
      // The red thread, over which it lay, knows where the person was in it.
      if (new URLSearchParams(window.location.search).has('checks')) return
      // What stood in the panel is still there at this moment, and so is the sheet that keeps the focus in.
      requestAnimationFrame(() => target?.focus({ preventScroll: true }))
    },
    [],
  )
}
