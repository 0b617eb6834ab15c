import type { FormEvent, ReactNode } from 'react'
import { useId } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { CloseIcon } from './icons.ts'
import css from './dialog.module.css'
import { IconButton } from './IconButton.tsx'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** A verb and its object: "Agree on step 2". */
  readonly title: ReactNode
  /** One sentence that says what happens. */
  readonly lead?: ReactNode
  readonly closeLabel: string
  readonly children: ReactNode
  /** What to know before, beside the form. */
  readonly side?: ReactNode
  /** Buttons, the primary one last. A `<p className="grow">` before them takes what is left of the line. */
  readonly foot?: ReactNode
  /** With it the dialog is a form, and a button of type submit in the foot sends it. */
  readonly onSubmit?: () => void
  /** `alertdialog` when it asks before something that cannot be undone. */
  readonly role?: 'dialog' | 'alertdialog'
  readonly size?: 'sm' | 'md' | 'lg'
}

/** Stands over the page; on a phone it comes as a sheet from below, with its foot in view. Escape closes it. */
export const Dialog = ({ isOpen, onClose, role = 'dialog', size = 'md', ...rest }: Props) => (
  <ModalOverlay
    className={css.backdrop ?? ''}
    isOpen={isOpen}
    onOpenChange={(open) => {
      if (!open) onClose()
    }}
  >
    <Modal className={`${css.modal} ${css[size]}`}>
      <Sheet role={role} onClose={onClose} {...rest} />
    </Modal>
  </ModalOverlay>
)

type SheetProps = Omit<Props, 'isOpen' | 'size'>

const Sheet = ({ role, onClose, title, lead, closeLabel, side, foot, children, onSubmit }: SheetProps) => {
  const leadId = useId()
  const send = (event: FormEvent) => {
    event.preventDefault()
    // A form in a dialog may stand in a form of the page, through React's portals.
    event.stopPropagation()
    onSubmit?.()
  }
  const content = (
    <>
      <div className={css.head}>
        <div className="grow">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {lead !== undefined && (
            <p className={css.lead} id={leadId}>
              {lead}
            </p>
          )}
        </div>
        <IconButton icon={CloseIcon} label={closeLabel} onPress={onClose} />
      </div>
      <div className={side === undefined ? css.body : `${css.body} ${css.sides}`}>
        <div className={css.main}>{children}</div>
        {side !== undefined && <div className={css.side}>{side}</div>}
      </div>
      {foot !== undefined && <div className={css.foot}>{foot}</div>}
    </>
  )
  return (
    <AriaDialog
      className={css.dialog ?? ''}
      {...(role && { role })}
      {...(lead !== undefined && { 'aria-describedby': leadId })}
    >
      {onSubmit ? (
        <form className={css.dialog} onSubmit={send} noValidate>
          {content}
        </form>
      ) : (
        content
      )}
    </AriaDialog>
  )
}
