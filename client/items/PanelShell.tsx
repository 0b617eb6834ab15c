import type { KeyboardEvent, ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useNarrow } from '../hooks/useNarrow.ts'
import css from './panel.module.css'

interface Props {
  /** The heading that names it. */
  readonly headingId: string
  readonly onClose: () => void
  /** On a phone it leaves a third of the page in sight. */
  readonly isLow?: boolean
  readonly children: ReactNode
}

/** Where there is room it stands beside the rest; on a phone it lies over it until it is closed. */
export const PanelShell = ({ headingId, onClose, isLow = false, children }: Props) => {
  const isPhone = useNarrow()
  if (isPhone)
    return (
      <ModalOverlay
        className={css.backdrop ?? ''}
        isOpen
        data-low={isLow}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
      >
        <Modal className={css.modal ?? ''}>
          <Dialog className={css.sheet ?? ''} aria-labelledby={headingId}>
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    )
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    // First goes the list that is open in it.
    if (event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true') return
    event.stopPropagation()
    onClose()
  }
  return (
    <aside className={css.panel} aria-labelledby={headingId} onKeyDown={leave}>
      {children}
    </aside>
  )
}
